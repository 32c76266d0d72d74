using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

public sealed class MergingRecordsTests(Portal portal)
{
    private const string Roster = "/park/enterprises";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_records_are_found_alike_set_side_by_side_and_become_one()
    {
        var (keptCode, otherCode) = (CreditCode.Next(), CreditCode.Next());
        var kept = await portal.HasEnterpriseAsync("怀化并档晨曦箱包有限公司", isPublic: true, creditCode: keptCode);
        var other = await portal.HasEnterpriseAsync("怀化并档晨曦箱包有限责任公司", isPublic: true, creditCode: otherCode);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, other);
        var filer = await portal.VisitAsAsync(person.UserName!);
        await filer.OpenAsync("/enterprise");
        var admin = await portal.VisitAsAsync("admin");
        await admin.SubmitAsync($"{Roster}/{other}/edit", new() { ["Address"] = "示例路 7 号", ["EnglishName"] = "Chenxi Luggage" });

        var choose = await admin.OpenAsync((await admin.OpenAsync($"{Roster}/{kept}")).QuerySelectorAll("a").First(a => a.TextContent.Trim() == "合并…").GetAttribute("href")!);
        Assert.Contains("名称去掉地名和组织形式后都是", choose.QuerySelector($"[data-candidate='{other}']")!.TextContent, StringComparison.Ordinal);
        var found = await admin.OpenAsync($"{Roster}/{kept}/merge?q={otherCode}");
        Assert.NotEmpty(found.QuerySelectorAll($"[data-candidate='{other}']"));
        var page = await admin.OpenAsync($"{Roster}/{kept}/merge/{other}");
        Assert.True(page.QuerySelector("#f-Address-other")!.HasAttribute("checked"));
        Assert.True(page.QuerySelector("#f-Name-kept")!.HasAttribute("checked"));
        Assert.Contains("1 位", page.QuerySelector("[data-following='成员']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("合并，转入 1 项", page.QuerySelector(".hh-formfoot button")!.TextContent.Trim());

        await (await admin.SubmitAsync($"{Roster}/{kept}/merge/{other}", new() { ["Reason"] = "" })).RefusedWithAsync("请写明依据");
        var place = (await admin.SubmitAsync($"{Roster}/{kept}/merge/{other}", new() { ["Reason"] = "同一执照的两份档案", ["Fields[EnglishName]"] = "Other" })).LedTo();
        Assert.StartsWith($"{Roster}/merges/", place, StringComparison.Ordinal);

        var record = (await portal.FindAsync(kept))!;
        Assert.Equal(("示例路 7 号", "Chenxi Luggage", keptCode), (record.Address, record.EnglishName, record.CreditCode));
        Assert.Equal("怀化并档晨曦箱包有限责任公司", Assert.Single(record.FormerNames).Name);
        Assert.Equal(otherCode, Assert.Single(record.FormerCodes).Code);
        // found by its former name and code, once
        foreach (var word in new[] { "并档晨曦", otherCode, keptCode })
            Assert.Equal([$"{Roster}/{kept}"], Records(await admin.OpenAsync($"{Roster}?q={Uri.EscapeDataString(word)}")));
        Assert.Equal($"{Roster}/{kept}", (await admin.GetAsync($"{Roster}/{other}")).LedTo());
        Assert.Equal($"{Roster}/{kept}/contacts", (await admin.GetAsync($"{Roster}/{other}/contacts")).LedTo());
        var visitor = portal.Visit();
        Assert.Equal($"/enterprises/{kept}", (await visitor.GetAsync($"/enterprises/{other}")).LedTo());
        Assert.DoesNotContain($"/enterprises/{other}\"", await (await visitor.GetAsync($"/enterprises?q={Uri.EscapeDataString("并档晨曦")}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("怀化并档晨曦箱包有限公司", (await filer.OpenAsync("/enterprise")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("企业档案已合并", (await filer.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        Assert.Contains("并入另一份档案", (await admin.OpenAsync($"{Roster}/{kept}")).Content(), StringComparison.Ordinal);
        Assert.Contains("已并入", (await admin.OpenAsync($"{Roster}/{other}/past")).Content(), StringComparison.Ordinal);
        await portal.IsConsistentAsync();

        // and back again: everything where it was
        Assert.Contains("撤销，退回 1 项", (await admin.OpenAsync(place)).Content(), StringComparison.Ordinal);
        Assert.Equal("合并已撤销，两份档案各自恢复。", await admin.NoticeAfterAsync(await admin.SubmitAsync(place, [], $"{place}/undo")));
        record = (await portal.FindAsync(kept))!;
        Assert.Equal((null, null), (record.Address, record.EnglishName));
        Assert.Empty(record.FormerNames);
        Assert.Empty(record.FormerCodes);
        Assert.Equal((otherCode, "示例路 7 号"), ((await portal.FindAsync(other))!.CreditCode, (await portal.FindAsync(other))!.Address));
        Assert.Equal([$"{Roster}/{other}"], Records(await admin.OpenAsync($"{Roster}?q={otherCode}")));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/enterprises/{other}")).StatusCode);
        Assert.Contains("怀化并档晨曦箱包有限责任公司", (await filer.OpenAsync("/enterprise")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已经撤销", await admin.NoticeAfterAsync(await admin.ForgeAsync(Roster, $"{place}/undo", [])), StringComparison.Ordinal);
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task What_stands_against_a_merge_is_said_and_nothing_is_done()
    {
        var (kept, other) = (await portal.HasEnterpriseAsync("并档拒绝甲公司"), await portal.HasEnterpriseAsync("并档拒绝乙公司"));
        var admin = await portal.VisitAsAsync("admin");
        Assert.Contains("不能与自己合并", await admin.NoticeAfterAsync(await admin.GetAsync($"{Roster}/{kept}/merge/{kept}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Roster}/999999/merge/{kept}")).StatusCode);

        // work that goes on for one of them
        var job = await portal.WithDatabaseAsync(async db =>
        {
            var waiting = new Job { Kind = "test", Title = "示例任务", Payload = "{}", OwnerName = "示例", EnterpriseId = other, CreatedAt = DateTime.UtcNow, DueAt = DateTime.MaxValue };
            db.Jobs.Add(waiting);
            await db.SaveChangesAsync(Cancellation);
            return waiting.Id;
        });
        Assert.Contains("后台任务还没有结束", (await admin.OpenAsync($"{Roster}/{kept}/merge/{other}")).Content(), StringComparison.Ordinal);
        await (await admin.SubmitAsync($"{Roster}/{kept}/merge/{other}", new() { ["Reason"] = "示例" })).RefusedWithAsync("“并档拒绝乙公司”有后台任务还没有结束");
        await portal.WithDatabaseAsync(db => db.Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Canceled), Cancellation));

        // somebody edits one of them meanwhile: both versions are compared
        var open = await admin.OpenAsync($"{Roster}/{kept}/merge/{other}");
        await admin.SubmitAsync($"{Roster}/{other}/edit", new() { ["Address"] = "他人改的地址" });
        var stale = await admin.ForgeAsync(Roster, $"{Roster}/{kept}/merge/{other}", new() { ["Version"] = open.Value("Version"), ["OtherVersion"] = open.Value("OtherVersion"), ["Reason"] = "示例" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var again = await stale.RefusedWithAsync("修改了其中一份档案");
        Assert.Contains("他人改的地址", again.Content(), StringComparison.Ordinal);
        Assert.Equal("示例", again.Value("Reason"));
        Assert.NotNull(await portal.FindAsync(other));

        var merged = await portal.MergeAsync(kept, other);
        Assert.True(merged.IsDone);
        Assert.Contains("可能已经并入其他档案", (await portal.MergeAsync(kept, other)).Refusals[0].Message, StringComparison.Ordinal);
        // an edit since stands against the undo
        await admin.SubmitAsync($"{Roster}/{kept}/edit", new() { ["Address"] = "合并以后的地址" });
        Assert.Contains("合并之后有人修改了保留的档案", (await admin.OpenAsync($"{Roster}/merges/{merged.Value}")).Content(), StringComparison.Ordinal);
        Assert.Contains("合并之后有人修改了保留的档案", (await portal.UndoAsync(merged.Value)).Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_keep_the_roster_merge_and_split_and_every_post_carries_its_token()
    {
        var (kept, other) = (await portal.HasEnterpriseAsync("并档门禁甲公司"), await portal.HasEnterpriseAsync("并档门禁乙公司"));
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, kept);
        foreach (var visitor in new[] { await portal.VisitAsAsync("editor"), await portal.VisitAsAsync(person.UserName!) })
        {
            foreach (var address in new[] { $"{Roster}/{kept}/merge", $"{Roster}/{kept}/merge/{other}", $"{Roster}/{kept}/split" }) Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.ForgeAsync("/inbox", $"{Roster}/{kept}/merge/{other}", new() { ["Reason"] = "示例" })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.ForgeAsync("/inbox", $"{Roster}/merges/1/undo", [])).StatusCode);
        }

        var admin = await portal.VisitAsAsync("admin");
        using var bare = new FormUrlEncodedContent([KeyValuePair.Create("Reason", "示例"), KeyValuePair.Create("Version", "1"), KeyValuePair.Create("OtherVersion", "1")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Client.PostAsync(new Uri($"{Roster}/{kept}/merge/{other}", UriKind.Relative), bare, Cancellation)).StatusCode);
        Assert.NotNull(await portal.FindAsync(other));
    }

    [Fact]
    public async Task Days_before_a_merge_have_two_and_days_after_it_have_one()
    {
        await using var own = Portal.Own();
        var (kept, other) = (await own.HasEnterpriseAsync("并档时光甲公司"), await own.HasEnterpriseAsync("并档时光乙公司"));
        own.Clock.Set(new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero));
        var merged = await own.MergeAsync(kept, other);
        Assert.True(merged.IsDone);

        Assert.Equal([2, 2, 1], await CountsAsync(own, new DateOnly(2026, 6, 30), new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 25)));
        own.Clock.Set(new DateTimeOffset(2026, 11, 26, 1, 0, 0, TimeSpan.Zero));
        Assert.True((await own.UndoAsync(merged.Value)).IsDone);

        // it stays known that there was one on the day between, and there are two again
        Assert.Equal([2, 2, 2], await CountsAsync(own, new DateOnly(2026, 6, 30), new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 26)));
        Assert.Equal(1, await own.InScopeAsync(async s => (await s.GetRequiredService<PastRoster>().ListAsync(new PastQuery(new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 25), "并档时光"), new RosterPlace(), 20, Cancellation)).Total));
        await own.IsConsistentAsync();

        // a day later nothing is undone any more
        var again = await own.MergeAsync(kept, other);
        own.Clock.Set(new DateTimeOffset(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains("超过 24 小时", (await own.UndoAsync(again.Value)).Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_split_and_what_was_chosen_follows()
    {
        var id = await portal.HasEnterpriseAsync("并档拆分总公司");
        var (stays, goes) = (await portal.HasPersonAsync(), await portal.HasPersonAsync());
        await portal.HasMembershipAsync(stays, id);
        await portal.HasMembershipAsync(goes, id);
        var chosen = await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == goes.Id).Select(m => m.Id).SingleAsync(Cancellation));
        var admin = await portal.VisitAsAsync("admin");
        await admin.SubmitAsync($"{Roster}/{id}/contacts", new() { ["Contacts[0].Name"] = "示例转走", ["Contacts[0].Phone"] = "000-00000009" });
        var code = CreditCode.Next();
        var form = new Dictionary<string, string?> { ["New.Name"] = "并档拆分分公司", ["New.CreditCode"] = code, ["On"] = "2026-11-10", ["Reason"] = "新的营业执照" };
        var page = await admin.OpenAsync($"{Roster}/{id}/split");
        var (members, contacts) = (PartOf(page, "Membership.EnterpriseId"), PartOf(page, "Contact.EnterpriseId"));
        (form[$"{members}.Take"], form[$"{members}.Ids"], form[$"{contacts}.Take"]) = ("Some", chosen.ToString(CultureInfo.InvariantCulture), "All");

        var refused = await (await admin.SubmitAsync($"{Roster}/{id}/split", new(form) { ["New.Name"] = "", ["New.CreditCode"] = "123", ["On"] = "", ["Reason"] = "" })).RefusedWithAsync("18 位", "请写明依据");
        // in the order in which the form has its fields
        Assert.Equal(["#New_Name", "#New_CreditCode", "#On", "#Reason"], refused.QuerySelectorAll(".hh-errsum a").Select(a => a.GetAttribute("href")));
        await (await admin.SubmitAsync($"{Roster}/{id}/split", new(form) { ["On"] = "2020-01-01" })).RefusedWithAsync("拆分日期不能更早");
        await (await admin.SubmitAsync($"{Roster}/{id}/split", new(form) { ["New.CreditCode"] = (await portal.FindAsync(id))!.CreditCode })).RefusedWithAsync("名录里已有这个信用代码");
        var stale = await admin.SubmitAsync($"{Roster}/{id}/split", new(form) { ["Version"] = "1" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var place = (await admin.SubmitAsync($"{Roster}/{id}/split", form)).LedTo();

        var made = await portal.IdOfAsync(code);
        Assert.Equal([stays.Id], await MembersAsync(id));
        Assert.Equal([goes.Id], await MembersAsync(made));
        Assert.Equal("示例转走", Assert.Single((await portal.FindAsync(made))!.Contacts).Name);
        Assert.Empty((await portal.FindAsync(id))!.Contacts);
        Assert.Contains("拆分档案", (await admin.OpenAsync($"{Roster}/{made}")).Content(), StringComparison.Ordinal);
        Assert.Contains("拆分档案", (await admin.OpenAsync($"{Roster}/{id}")).Content(), StringComparison.Ordinal);
        Assert.Contains("1 位", (await admin.OpenAsync(place)).QuerySelector("[data-moved='成员']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await PastCountAsync(portal, new DateOnly(2026, 11, 9), "并档拆分"));
        Assert.Equal(2, await PastCountAsync(portal, new DateOnly(2026, 11, 10), "并档拆分"));
        var visitor = await portal.VisitAsAsync(goes.UserName!);
        Assert.Contains("并档拆分分公司", (await visitor.OpenAsync("/enterprise")).Body!.TextContent, StringComparison.Ordinal);
        await portal.IsConsistentAsync();

        // taken back: everything is where it was, the code is free, and the address of the new record leads on
        Assert.Equal(place, (await admin.SubmitAsync(place, [], $"{place}/undo")).LedTo());
        Assert.Equal(new[] { stays.Id, goes.Id }.Order(), (await MembersAsync(id)).Order());
        Assert.Equal("示例转走", Assert.Single((await portal.FindAsync(id))!.Contacts).Name);
        Assert.Null(await portal.FindAsync(made));
        Assert.Equal($"{Roster}/{id}", (await admin.GetAsync($"{Roster}/{made}")).LedTo());
        Assert.Equal(1, await PastCountAsync(portal, new DateOnly(2026, 11, 10), "并档拆分"));
        Assert.Contains("已撤销", (await admin.OpenAsync(place)).Content(), StringComparison.Ordinal);
        await portal.HasEnterpriseAsync("并档又一公司", creditCode: code);
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task A_split_is_not_taken_back_where_the_new_record_was_changed_or_a_day_has_gone()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        var (one, two) = (await SplitAsync(own, "并档改动"), await SplitAsync(own, "并档过期"));
        await own.InScopeAsync(async s =>
        {
            var record = (await s.GetRequiredService<EnterpriseRoster>().FindAsync(one.Made, Cancellation))!;
            return await s.GetRequiredService<EnterpriseService>().UpdateAsync(one.Made, record.Version, EnterpriseData.Of(record) with { Address = "示例路 1 号" }, Cancellation);
        });

        Assert.Contains("修改了新档案", (await own.UndoAsync(one.Split)).Refusals[0].Message, StringComparison.Ordinal);
        own.Clock.Set(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        Assert.Contains("超过 24 小时", (await own.UndoAsync(two.Split)).Refusals[0].Message, StringComparison.Ordinal);
        await own.IsConsistentAsync();
    }

    [Fact]
    public async Task Of_many_who_take_a_split_back_at_once_one_does_and_what_came_since_goes_along()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        var (split, kept, made) = await SplitAsync(own, "并档同时");
        var person = await own.HasPersonAsync();
        await own.HasMembershipAsync(person, made);

        var undone = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => own.UndoAsync(split)));

        Assert.Single(undone, u => u.IsDone);
        Assert.Equal(kept, await own.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == person.Id).Select(m => m.EnterpriseId).SingleAsync(Cancellation)));
        await own.IsConsistentAsync();
    }

    private static async Task<(int Split, int Kept, int Made)> SplitAsync(Portal of, string name)
    {
        var (id, code) = (await of.HasEnterpriseAsync($"{name}总公司"), CreditCode.Next());
        var split = await of.InScopeAsync(s => s.GetRequiredService<SplitService>().SplitAsync(
            id, new SplitChoice(1, new DateOnly(2026, 11, 10), new EnterpriseData { Name = $"{name}分公司", CreditCode = code, Type = EnterpriseType.Services }, EnterpriseStage.Signed, new DateOnly(2026, 11, 10), [], "新的营业执照"), Cancellation));
        Assert.True(split.IsDone, string.Join(' ', split.Refusals.Select(r => r.Message)));
        return (split.Value, id, await of.IdOfAsync(code));
    }

    [Fact]
    public async Task Merges_are_listed_narrowed_ordered_and_taken_along()
    {
        var (kept, other) = (await portal.HasEnterpriseAsync("并档清单甲公司"), await portal.HasEnterpriseAsync("并档清单乙公司"));
        var merged = await portal.MergeAsync(kept, other);
        var auditor = await portal.VisitAsAsync("auditor");

        var word = Uri.EscapeDataString("并档清单");
        Assert.Single((await auditor.OpenAsync($"{Roster}/merges?q={word}&kind=Merge&state=Done&sort=Kept&dir=asc")).QuerySelectorAll("[data-merge]"));
        Assert.Contains("没有符合条件的记录", (await auditor.OpenAsync($"{Roster}/merges?q={word}&kind=Split")).Content(), StringComparison.Ordinal);
        var file = await (await auditor.ForgeAsync($"{Roster}/merges", $"{Roster}/merges/export.csv?q={word}", [])).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("并档清单乙公司", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Trim().Split('\n').Length);
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Act == EnterpriseActs.Exported && l.Note!.Contains("合并和拆分记录（按条件）"), Cancellation)));
        Assert.DoesNotContain((await auditor.OpenAsync($"{Roster}/merges/{merged.Value}")).QuerySelectorAll("form"), f => f.GetAttribute("action")!.EndsWith("/undo", StringComparison.Ordinal));
    }

    private static string[] Records(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")!.Split('?')[0]).Where(h => h.StartsWith($"{Roster}/", StringComparison.Ordinal) && int.TryParse(h.Split('/')[^1], CultureInfo.InvariantCulture, out _)).Distinct()];

    private static string PartOf(AngleSharp.Dom.IDocument page, string kind) => page.QuerySelector($"[data-kind='{kind}'] input[type=hidden]")!.GetAttribute("name")!.Replace(".Name", "", StringComparison.Ordinal);

    private Task<List<int>> MembersAsync(int id) => portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.EnterpriseId == id).Select(m => m.UserId).ToListAsync(Cancellation));

    private static async Task<List<int>> CountsAsync(Portal of, params DateOnly[] days)
    {
        var counts = new List<int>();
        foreach (var day in days) counts.Add(await PastCountAsync(of, day, "并档时光"));
        return counts;
    }

    private static Task<int> PastCountAsync(Portal of, DateOnly day, string word) => of.InScopeAsync(async s =>
    {
        var past = s.GetRequiredService<PastRoster>();
        var query = new PastQuery(day, Word: word);
        var list = (await past.ListAsync(query, new RosterPlace(), 20, Cancellation)).Total;
        Assert.Equal(list, (await past.CountAsync(query, Cancellation)).Stages!.All);
        // also by the pairs of its name, as in a long roster
        Assert.Equal(list, (await past.MeetAsync(query, Cancellation))!.Count);
        return list!.Value;
    });
}
