using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Past;

public sealed class LookingBackTests(Portal portal)
{
    private const string Roster = "/park/enterprises";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_day_before_and_after_a_correction_gives_both_answers()
    {
        // the record came into the roster on 2026-11-22 as signed since 2026-06-01
        var id = await portal.HasEnterpriseAsync("时光更正公司");
        var admin = await portal.VisitAsAsync("admin");
        await RecordedEarlierAsync(id, new DateOnly(2026, 6, 10));
        var page = await admin.OpenAsync($"{Roster}?asOf=2026-06-30&q={Uri.EscapeDataString("时光更正")}");
        Assert.Contains("这是 2026-06-30 当天的名录，不是现在的", page.QuerySelector("#past-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("签约", StageIn(page));
        Assert.All(page.QuerySelectorAll("main form[method=post]"), f => Assert.Contains("/export.csv", f.GetAttribute("action"), StringComparison.Ordinal));

        await (await CorrectAsync(admin, id, "2026-06-20", "2026-07-10", "Building")).RefusedWithAsync("请写明依据");
        Assert.Equal($"{Roster}/{id}/past", (await CorrectAsync(admin, id, "2026-06-20", "2026-07-10", "Building", "示例〔2026〕1号")).LedTo());

        // as it is known now, and as it was known before the correction
        Assert.Equal("在建", StageIn(await admin.OpenAsync($"{Roster}?asOf=2026-06-30&q={Uri.EscapeDataString("时光更正")}")));
        var before = await admin.OpenAsync($"{Roster}?asOf=2026-06-30&knownOn=2026-11-21&q={Uri.EscapeDataString("时光更正")}");
        Assert.Equal("签约", StageIn(before));
        Assert.Contains("之后的更正没有算进来", before.Content(), StringComparison.Ordinal);
        foreach (var day in new[] { "2026-06-19", "2026-07-10", "2026-11-22" }) Assert.Equal("签约", StageIn(await admin.OpenAsync($"{Roster}?asOf={day}&q={Uri.EscapeDataString("时光更正")}")));

        var past = await admin.OpenAsync($"{Roster}/{id}/past");
        Assert.Single(past.QuerySelectorAll("tr[data-known=no]"));
        Assert.Contains("示例〔2026〕1号", past.Content(), StringComparison.Ordinal);
        Assert.Equal(EnterpriseActs.PastCorrected, await LastActAsync(id));
        Assert.Equal(EnterpriseStage.Signed, (await FindAsync(id)).Stage);
    }

    [Fact]
    public async Task A_correction_until_today_says_only_when_the_present_began()
    {
        var id = await portal.HasEnterpriseAsync("时光至今公司");
        var admin = await portal.VisitAsAsync("admin");

        await (await CorrectAsync(admin, id, "2026-03-01", null, "Operating", "示例")).RefusedWithAsync("要和档案里现在的内容一致");
        var version = (await FindAsync(id)).Version;
        Assert.Equal($"{Roster}/{id}/past", (await CorrectAsync(admin, id, "2026-03-01", null, "Signed", "示例")).LedTo());

        var record = await FindAsync(id);
        Assert.Equal((new DateOnly(2026, 3, 1), version + 1), (record.StageSince, record.Version));
        Assert.Equal("签约", StageIn(await admin.OpenAsync($"{Roster}?asOf=2026-03-01&q={Uri.EscapeDataString("时光至今")}")));
        Assert.Contains("没有符合条件的企业", (await admin.OpenAsync($"{Roster}?asOf=2026-02-28&q={Uri.EscapeDataString("时光至今")}")).Content(), StringComparison.Ordinal);
        await AssertNoOverlapAsync(id);
    }

    [Fact]
    public async Task A_renamed_tag_and_area_keep_their_words_for_the_days_before()
    {
        await using var own = Portal.Own();
        var admin = await own.VisitAsAsync("admin");
        var (area, tag) = await own.WithDatabaseAsync(async db => (
            await db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => new { a.Id, a.Name }).FirstAsync(Cancellation), await db.Set<IndustryTag>().OrderBy(t => t.Id).Select(t => new { t.Id, t.Name }).FirstAsync(Cancellation)));
        await own.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = "时光用词公司", CreditCode = CreditCode.Next(), Type = EnterpriseType.Services, ParkAreaId = area.Id, TagIds = [tag.Id] }, EnterpriseStage.Signed, new DateOnly(2026, 11, 1), Cancellation));
        own.Clock.Set(new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero));
        own.ForgetVisitors();
        admin = await own.VisitAsAsync("admin");

        await admin.SubmitAsync($"{Roster}/tags", new() { ["word"] = "新标签名" }, $"{Roster}/tags/{tag.Id}/rename");
        await admin.SubmitAsync($"/park/areas/{area.Id}", new() { ["Name"] = "新片区名" }, $"/park/areas/{area.Id}");
        await admin.SubmitAsync($"{Roster}/tags", [], $"{Roster}/tags/{tag.Id}/close");
        await admin.SubmitAsync($"/park/areas/{area.Id}", [], $"/park/areas/{area.Id}/close");

        var then = RowIn(await admin.OpenAsync($"{Roster}?asOf=2026-11-24&tag={tag.Id}&q={Uri.EscapeDataString("时光用词")}"));
        var now = RowIn(await admin.OpenAsync($"{Roster}?asOf=2026-11-25&tag={tag.Id}&q={Uri.EscapeDataString("时光用词")}"));
        Assert.Contains(tag.Name, then, StringComparison.Ordinal);
        Assert.Contains(area.Name, then, StringComparison.Ordinal);
        Assert.Contains("新标签名", now, StringComparison.Ordinal);
        Assert.Contains("新片区名", now, StringComparison.Ordinal);
        // closed: who has it keeps it, nobody else gets it
        var id = await own.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Name == "时光用词公司").Select(e => e.Id).SingleAsync(Cancellation));
        Assert.Equal($"{Roster}/{id}", (await admin.SubmitAsync($"{Roster}/{id}/edit", new() { ["Address"] = "示例路 1 号" })).LedTo());
        var other = await own.HasEnterpriseAsync("时光用词乙公司");
        await (await admin.SubmitAsync($"{Roster}/{other}/edit", new() { ["TagIds"] = tag.Id.ToString(CultureInfo.InvariantCulture) })).RefusedWithAsync("有行业标签已停用");
        await (await admin.SubmitAsync($"{Roster}/{other}/edit", new() { ["ParkAreaId"] = area.Id.ToString(CultureInfo.InvariantCulture) })).RefusedWithAsync("这个片区已停用");
    }

    [Fact]
    public async Task Two_days_are_compared_with_what_joined_moved_changed_and_left()
    {
        await using var own = Portal.Own();
        var area = await own.WithDatabaseAsync(db => db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(Cancellation));
        var (moves, changes, leaves) = (await own.HasEnterpriseAsync("对比迁移公司"), await own.HasEnterpriseAsync("对比改名公司"), await own.HasEnterpriseAsync("对比退出公司"));
        own.Clock.Set(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await UpdateAsync(own, moves, d => d with { ParkAreaId = area });
        await UpdateAsync(own, changes, d => d with { Name = "对比新名公司" });
        await own.InScopeAsync(async s => await s.GetRequiredService<EnterpriseService>().ChangeStageAsync(leaves, 1, EnterpriseStage.Left, new DateOnly(2026, 11, 23), "示例", Cancellation));
        await own.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = "对比新入公司", CreditCode = CreditCode.Next(), Type = EnterpriseType.Services }, EnterpriseStage.Signed, new DateOnly(2026, 11, 24), Cancellation));
        var admin = await own.VisitAsAsync("admin");

        var page = await admin.OpenAsync($"{Roster}/compare?from=2026-11-22&to=2026-11-24");

        Assert.Equal(4, page.QuerySelectorAll("tr[data-enterprise]").Length);
        foreach (var (id, move) in new[] { (moves, "迁移"), (changes, "其他变化"), (leaves, "退出") })
            Assert.Equal(move, page.QuerySelector($"tr[data-enterprise='{id}'] td[data-l='变化']")!.TextContent.Trim());
        Assert.Single((await admin.OpenAsync($"{Roster}/compare?from=2026-11-22&to=2026-11-24&move=Joined")).QuerySelectorAll("tr[data-enterprise]"));
        var file = await (await admin.ForgeAsync($"{Roster}/compare", $"{Roster}/compare/export.csv?from=2026-11-22&to=2026-11-24", [])).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("对比新名公司", file, StringComparison.Ordinal);
        Assert.Contains("名称,对比改名公司,对比新名公司", file, StringComparison.Ordinal);
        // a late record of what happened between lies on its day
        Assert.Contains("2026-11-23", page.QuerySelector($"tr[data-enterprise='{leaves}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_of_a_day_is_gone_through_step_by_step_in_both_directions()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(40, null, Cancellation);
            var (past, query) = (s.GetRequiredService<PastRoster>(), new PastQuery(new DateOnly(2026, 11, 22)));
            var all = (await past.ListAsync(query, new RosterPlace(), 100, Cancellation)).Rows.Select(r => r.EnterpriseId).ToList();
            var (there, back) = (new List<int?>(), new List<int?>());
            PastList part;
            for (var place = new RosterPlace(); ; place = new RosterPlace(AfterId: part.AfterId))
            {
                part = await past.ListAsync(query, place, 3, Cancellation);
                there.AddRange(part.Rows.Select(r => r.EnterpriseId));
                if (part.AfterId is null) break;
            }

            for (var place = new RosterPlace(BeforeId: part.BeforeId); place.BeforeId is not null; place = new RosterPlace(BeforeId: part.BeforeId))
            {
                part = await past.ListAsync(query, place, 3, Cancellation);
                back.InsertRange(0, part.Rows.Select(r => r.EnterpriseId));
            }

            Assert.True(all.Count > 40);
            Assert.Equal(all, there);
            Assert.Equal(all.Take(back.Count), back);
            return 0;
        });

        // a step that an address names is a page like any other, and one to a span that is not there begins anew
        var admin = await own.VisitAsAsync("admin");
        var page = await admin.OpenAsync($"{Roster}?asOf=2026-11-22&page=2");
        Assert.NotEmpty(page.QuerySelectorAll(".hh-pager a[rel=prev]"));
        Assert.Equal(20, (await admin.OpenAsync($"{Roster}?asOf=2026-11-22&after=999999999999")).QuerySelectorAll("tbody tr td.ttl").Length);
    }

    [Fact]
    public async Task A_name_that_was_only_a_mistake_is_found_on_the_days_when_it_stood_there()
    {
        await using var own = Portal.Own();
        var id = await own.HasEnterpriseAsync("勘误鎏错公司");
        own.Clock.Set(new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero));
        await UpdateAsync(own, id, d => d with { Name = "勘误正字公司", IsNameCorrection = true });

        Assert.Equal(1, await FoundAsync(own, new DateOnly(2026, 11, 24)));
        Assert.Equal(0, await FoundAsync(own, new DateOnly(2026, 11, 25)));
        // today nothing is found by it
        var admin = await own.VisitAsAsync("admin");
        Assert.Contains("没有找到符合条件的企业", (await admin.OpenAsync($"{Roster}?q={Uri.EscapeDataString("鎏错")}")).Content(), StringComparison.Ordinal);

        static Task<int> FoundAsync(Portal of, DateOnly day) => of.InScopeAsync(async s => (await s.GetRequiredService<PastRoster>().MeetAsync(new PastQuery(day, Word: "鎏错"), Cancellation))!.Count);
    }

    [Fact]
    public async Task Only_published_enterprises_stand_in_the_public_change_log()
    {
        await using var own = Portal.Own();
        var (shown, hidden) = (await own.HasEnterpriseAsync("变动公开公司", isPublic: true), await own.HasEnterpriseAsync("变动隐藏公司"));
        own.Clock.Set(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await UpdateAsync(own, shown, d => d with { Name = "变动新名公司" });
        await UpdateAsync(own, hidden, d => d with { Name = "变动隐藏新名公司" });

        var page = (await own.Visit().OpenAsync("/enterprises/changes")).Content();
        Assert.Contains("变动新名公司", page, StringComparison.Ordinal);
        Assert.Contains("变动公开公司", page, StringComparison.Ordinal);
        Assert.DoesNotContain("变动隐藏", page, StringComparison.Ordinal);
        Assert.Contains("变动新名公司", await (await own.Visit().GetAsync("/feeds/enterprises.atom")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("en", (await own.Visit().OpenAsync("/en/enterprises/changes")).DocumentElement.GetAttribute("lang"));

        // taken off the directory, it takes its changes along
        await UpdateAsync(own, shown, d => d with { IsPublic = false });
        Assert.DoesNotContain("变动新名公司", (await own.Visit().OpenAsync("/enterprises/changes")).Content(), StringComparison.Ordinal);
        // shown again, what it was called while it was hidden is nobody's business
        await UpdateAsync(own, shown, d => d with { Name = "变动秘密公司" });
        own.Clock.Set(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
        await UpdateAsync(own, shown, d => d with { Name = "变动再公开公司", IsPublic = true });
        var again = (await own.Visit().OpenAsync("/enterprises/changes")).Content();
        Assert.Contains("变动再公开公司", again, StringComparison.Ordinal);
        Assert.DoesNotContain("变动秘密公司", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("gestern")]
    public async Task A_day_that_has_not_come_or_is_none_leads_back_with_a_word(string day)
    {
        var admin = await portal.VisitAsAsync("admin");

        Assert.StartsWith("请填写今天或更早的日期", await admin.NoticeAfterAsync(await admin.GetAsync($"{Roster}?asOf={day}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_a_day_shows_what_was_let_on_it()
    {
        var id = await portal.HasEnterpriseAsync("时光租约公司");
        await portal.LetAsync(await portal.HasUnitAsync(await portal.HasBuildingAsync(), "T-88"), id, new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 31));
        var auditor = await portal.VisitAsAsync("auditor");
        var word = Uri.EscapeDataString("时光租约");

        Assert.Contains("T-88", (await auditor.OpenAsync($"{Roster}?asOf=2026-08-31&q={word}")).QuerySelector("td[data-l='租用单元']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("—", (await auditor.OpenAsync($"{Roster}?asOf=2026-09-01&q={word}")).QuerySelector("td[data-l='租用单元']")!.TextContent);
        Assert.Contains("T-88", await (await auditor.ForgeAsync($"{Roster}?asOf=2026-07-01", $"{Roster}/as-of/export.csv?asOf=2026-07-01&q={word}", [])).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_a_day_is_exported_as_it_is_filtered_and_the_record_is_not_corrected_by_anybody()
    {
        var id = await portal.HasEnterpriseAsync("时光导出公司");
        var auditor = await portal.VisitAsAsync("auditor");

        var file = await (await auditor.ForgeAsync($"{Roster}?asOf=2026-06-30", $"{Roster}/as-of/export.csv?asOf=2026-06-30&q={Uri.EscapeDataString("时光导出")}", [])).Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(2, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("2026-06-01,2026-11-22,是", file, StringComparison.Ordinal);
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Act == EnterpriseActs.Exported && l.Note == "CSV：2026-06-30 的名录（按条件）", Cancellation)));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{Roster}/{id}/past/correct")).StatusCode);
        Assert.DoesNotContain("更正过去的资料", (await auditor.OpenAsync($"{Roster}/{id}/past")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_from_before_the_history_are_opened_with_what_is_known()
    {
        var id = await portal.HasEnterpriseAsync("期初旧名公司");
        await portal.InScopeAsync(async s => await s.GetRequiredService<EnterpriseService>().ChangeStageAsync(id, 1, EnterpriseStage.Operating, new DateOnly(2026, 8, 1), "投产", Cancellation));
        await UpdateAsync(portal, id, d => d with { Name = "期初新名公司" });
        await portal.WithDatabaseAsync(db => db.RecordSpans.Where(s => s.EnterpriseId == id).ExecuteDeleteAsync(Cancellation));

        while (await portal.InScopeAsync(s => s.GetRequiredService<PastOpening>().OpenAsync(Cancellation)) > 0)
        {
        }

        var spans = await portal.WithDatabaseAsync(db => db.RecordSpans.Where(s => s.EnterpriseId == id).OrderBy(s => s.ValidFrom).ToListAsync(Cancellation));
        Assert.Equal(
            [("期初旧名公司", EnterpriseStage.Signed, new DateOnly(2026, 6, 1)), ("期初旧名公司", EnterpriseStage.Operating, new DateOnly(2026, 8, 1)), ("期初新名公司", EnterpriseStage.Operating, new DateOnly(2026, 11, 22))],
            spans.Select(s => (s.Name, s.Stage, s.ValidFrom)));
        Assert.All(spans, s => Assert.Equal(SpanOrigin.Opening, s.Origin));
        await AssertNoOverlapAsync(id);
    }

    private static Task<bool> UpdateAsync(Portal portal, int id, Func<EnterpriseData, EnterpriseData> change) => portal.InScopeAsync(async s =>
    {
        var enterprise = (await s.GetRequiredService<EnterpriseRoster>().FindAsync(id, Cancellation))!;
        var updated = await s.GetRequiredService<EnterpriseService>().UpdateAsync(id, enterprise.Version, change(EnterpriseData.Of(enterprise)), Cancellation);
        Assert.True(updated.IsDone);
        return true;
    });

    private static async Task<HttpResponseMessage> CorrectAsync(Visitor admin, int id, string from, string? to, string stage, string? reason = null) =>
        await admin.SubmitAsync($"{Roster}/{id}/past/correct", new() { ["From"] = from, ["To"] = to, ["Stage"] = stage, ["Reason"] = reason });

    /// <summary>As if the record had come into the roster on another day.</summary>
    private Task<int> RecordedEarlierAsync(int id, DateOnly day) =>
        portal.WithDatabaseAsync(db => db.RecordSpans.Where(s => s.EnterpriseId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.RecordedOn, day), Cancellation));

    private async Task AssertNoOverlapAsync(int id)
    {
        var known = await portal.WithDatabaseAsync(db => db.RecordSpans.Where(s => s.EnterpriseId == id && s.SupersededOn == RecordSpan.Open).OrderBy(s => s.ValidFrom).ToListAsync(Cancellation));
        Assert.Equal(known.Skip(1).Select(s => s.ValidFrom), known.SkipLast(1).Select(s => s.ValidTo));
        Assert.Equal(RecordSpan.Open, known[^1].ValidTo);
    }

    private Task<string> LastActAsync(int id) => portal.WithDatabaseAsync(db => db.Journal
        .Where(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == id.ToString(CultureInfo.InvariantCulture)).OrderByDescending(l => l.Id).Select(l => l.Act).FirstAsync(Cancellation));

    private Task<Enterprise> FindAsync(int id) => portal.WithDatabaseAsync(db => db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == id, Cancellation));

    private static string StageIn(AngleSharp.Dom.IParentNode page) => Assert.Single(page.QuerySelectorAll("td[data-l='阶段']")).TextContent.Trim()[..2];

    private static string RowIn(AngleSharp.Dom.IParentNode page) => Assert.Single(page.QuerySelectorAll("main tbody tr")).TextContent;
}
