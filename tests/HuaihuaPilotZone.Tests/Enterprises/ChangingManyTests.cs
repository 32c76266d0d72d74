using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed partial class ChangingManyTests(Portal portal)
{
    private const string Grid = "/park/enterprises";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chosen_enterprises_are_foreseen_moved_and_put_back_as_a_whole()
    {
        var admin = await portal.VisitAsAsync("admin");
        var (from, to) = await AreasAsync();
        var ids = await HaveAsync("批量移动", 3);
        await MoveAsync(ids[2], to);

        var preview = await Visitor.ReadAsync(await SendAsync(admin, "preview", ids, BulkAct.Area, v => v["AreaId"] = Key(to)));
        var rows = preview.QuerySelectorAll("#preview tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, r => r.EndsWith("|不变|已经如此，不用修改。", StringComparison.Ordinal));
        Assert.Equal("对 2 家改片区", preview.QuerySelector("button[formaction]")!.TextContent.Trim());
        Assert.Null((await FindAsync(ids[0])).ParkAreaId);

        var done = (await SendAsync(admin, "", ids, BulkAct.Area, v => v["AreaId"] = Key(to))).LedTo();
        foreach (var id in ids) Assert.Equal(to, (await FindAsync(id)).ParkAreaId);
        var line = await LastAsync(ids[0]);
        Assert.Equal(("片区", "未定"), (line.Changes[0].Field, line.Changes[0].OldValue));
        Assert.Contains("批量操作", line.Note, StringComparison.Ordinal);

        // somebody changes one of them before the act is undone
        await MoveAsync(ids[1], from);
        Assert.Equal("已撤销。", await admin.NoticeAfterAsync(await admin.SubmitAsync(done, [], $"{done}/undo")));
        Assert.Equal([null, from, to], new[] { (await FindAsync(ids[0])).ParkAreaId, (await FindAsync(ids[1])).ParkAreaId, (await FindAsync(ids[2])).ParkAreaId });
        var kept = await admin.OpenAsync($"{done}?state=Kept");
        Assert.Contains("批量移动1公司", Assert.Single(kept.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("又被他人修改", kept.Content(), StringComparison.Ordinal);
        Assert.Contains("不能撤销", await admin.NoticeAfterAsync(await admin.ForgeAsync(Grid, $"{done}/undo", [])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_is_changed_only_where_it_may_follow_and_the_undo_keeps_the_steps()
    {
        var admin = await portal.VisitAsAsync("admin");
        var ids = await HaveAsync("批量阶段", 2);
        await admin.SubmitAsync($"{Grid}/{ids[1]}/stage", new() { ["To"] = "Left", ["On"] = "2026-11-01", ["Reason"] = "退出" });

        var done = (await SendAsync(admin, "", ids, BulkAct.Stage, v => (v["Stage"], v["On"], v["Reason"]) = ("Operating", "2026-11-10", "集中投产"))).LedTo();

        Assert.Equal((EnterpriseStage.Operating, EnterpriseStage.Left), ((await FindAsync(ids[0])).Stage, (await FindAsync(ids[1])).Stage));
        Assert.Contains("“退出”之后不能直接转为“运营”。", (await admin.OpenAsync($"{done}?state=Refused")).Content(), StringComparison.Ordinal);
        await admin.SubmitAsync(done, [], $"{done}/undo");
        var enterprise = await FindAsync(ids[0]);
        Assert.Equal((EnterpriseStage.Signed, new DateOnly(2026, 6, 1)), (enterprise.Stage, enterprise.StageSince));
        Assert.Equal([EnterpriseStage.Signed, EnterpriseStage.Operating, EnterpriseStage.Signed], enterprise.StageChanges.OrderBy(c => c.Id).Select(c => c.To));
    }

    [Fact]
    public async Task Tags_come_and_go_and_suspension_hides_from_the_public_until_it_ends()
    {
        var admin = await portal.VisitAsAsync("admin");
        var tags = await portal.WithDatabaseAsync(db => db.Set<IndustryTag>().OrderBy(t => t.Id).Select(t => t.Id).Take(2).ToListAsync(Cancellation));
        var id = await portal.HasEnterpriseAsync("批量停用公司", isPublic: true);
        await SendAsync(admin, "", [id], BulkAct.Tags, v => v["AddTags"] = Key(tags[0]));
        await SendAsync(admin, "", [id], BulkAct.Tags, v => (v["AddTags"], v["RemoveTags"]) = (Key(tags[1]), Key(tags[0])));
        Assert.Equal([tags[1]], (await FindAsync(id)).Tags.Select(t => t.IndustryTagId));

        Assert.Equal(HttpStatusCode.OK, (await portal.Visit().GetAsync($"/enterprises/{id}")).StatusCode);
        (await SendAsync(admin, "", [id], BulkAct.Suspend, v => v["Reason"] = "资料不实")).LedTo();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/enterprises/{id}")).StatusCode);
        Assert.Contains("已停用", (await admin.OpenAsync($"{Grid}?suspended=true&q={Uri.EscapeDataString("批量停用")}")).Content(), StringComparison.Ordinal);
        (await SendAsync(admin, "", [id], BulkAct.Resume, v => v["Reason"] = "已更正")).LedTo();
        Assert.Equal(HttpStatusCode.OK, (await portal.Visit().GetAsync($"/enterprises/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_notice_reaches_administrators_and_names_who_has_none()
    {
        var admin = await portal.VisitAsAsync("admin");
        var ids = await HaveAsync("批量通知", 2);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, ids[0]);

        var done = (await SendAsync(admin, "", ids, BulkAct.Notice, v => (v["Title"], v["Text"]) = ("示例通知标题", "示例通知正文"))).LedTo();

        Assert.Equal("示例通知标题", await portal.WithDatabaseAsync(db => db.Notices.Where(n => n.UserId == person.Id).Select(n => n.Title).SingleAsync(Cancellation)));
        var page = await admin.OpenAsync($"{done}?state=Refused");
        Assert.Contains("还没有管理员账号", page.Content(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/undo']"));
    }

    [Theory]
    [InlineData(BulkAct.Stage, "请选择新的阶段", "请写明原因")]
    [InlineData(BulkAct.Tags, "请选择要加上或去掉的标签")]
    [InlineData(BulkAct.Suspend, "请写明原因")]
    [InlineData(BulkAct.Notice, "请填写标题", "请填写正文")]
    public async Task An_act_that_says_too_little_is_refused(BulkAct act, params string[] reasons)
    {
        var ids = await HaveAsync($"批量拒绝{act}", 1);
        var admin = await portal.VisitAsAsync("admin");

        foreach (var step in new[] { "preview", "" }) await (await SendAsync(admin, step, ids, act)).RefusedWithAsync(reasons);
    }

    [Fact]
    public async Task Whoever_does_not_keep_the_roster_changes_nothing_and_an_old_act_is_not_undone()
    {
        var ids = await HaveAsync("批量越权", 1);
        var auditor = await portal.VisitAsAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(auditor, "", ids, BulkAct.Suspend, v => v["Reason"] = "示例", "/account/password")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{Grid}/bulk")).StatusCode);

        var admin = await portal.VisitAsAsync("admin");
        var done = (await SendAsync(admin, "", ids, BulkAct.Suspend, v => v["Reason"] = "示例")).LedTo();
        var number = int.Parse(Number().Match(done).Value, CultureInfo.InvariantCulture);
        await portal.WithDatabaseAsync(db => db.BulkEdits.Where(e => e.Id == number).ExecuteUpdateAsync(set => set.SetProperty(e => e.At, e => e.At.AddHours(-25)), Cancellation));

        Assert.Null((await admin.OpenAsync(done)).QuerySelector("form[action$='/undo']"));
        Assert.Contains("超过 24 小时", await admin.NoticeAfterAsync(await admin.ForgeAsync(Grid, $"{done}/undo", [])), StringComparison.Ordinal);
        Assert.NotNull((await FindAsync(ids[0])).SuspendedAt);
    }

    [Fact]
    public async Task Two_acts_and_an_edit_at_once_all_count_and_leave_the_roster_consistent()
    {
        var admin = await portal.VisitAsAsync("admin");
        var (_, to) = await AreasAsync();
        var tag = await portal.WithDatabaseAsync(db => db.Set<IndustryTag>().Select(t => t.Id).FirstAsync(Cancellation));
        var ids = await HaveAsync("批量并发", 12);

        var answers = await Task.WhenAll(
            SendAsync(admin, "", ids, BulkAct.Area, v => v["AreaId"] = Key(to)),
            SendAsync(admin, "", ids, BulkAct.Tags, v => v["AddTags"] = Key(tag)),
            admin.ForgeAsync(Grid, $"{Grid}/{ids[5]}/cell", new() { ["Version"] = "1", ["Field"] = "Address", ["Was"] = "", ["Value"] = "并发路 1 号" }));

        Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
        foreach (var id in ids)
        {
            var enterprise = await FindAsync(id);
            Assert.Equal((to, tag), (enterprise.ParkAreaId, Assert.Single(enterprise.Tags).IndustryTagId));
            // each change was counted: nobody wrote over anybody
            Assert.Equal(id == ids[5] && answers[2].StatusCode == HttpStatusCode.OK ? 4 : 3, enterprise.Version);
        }

        Assert.Equal(answers[2].StatusCode == HttpStatusCode.OK ? "并发路 1 号" : null, (await FindAsync(ids[5])).Address);
    }

    [Fact]
    public async Task All_that_the_conditions_find_are_left_to_a_job_and_undone_by_one()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(620, null, Cancellation);
            return 0;
        });
        var admin = await own.VisitAsAsync("admin");
        var tag = await own.WithDatabaseAsync(db => db.Set<IndustryTag>().OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync(Cancellation));
        var before = await own.WithDatabaseAsync(db => db.Set<EnterpriseTag>().CountAsync(t => t.IndustryTagId == tag, Cancellation));
        var all = await own.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation));
        Dictionary<string, string?> form = new() { ["All"] = "true", ["Act"] = "Tags", ["AddTags"] = Key(tag) };

        var preview = await Visitor.ReadAsync(await admin.ForgeAsync(Grid, $"{Grid}/bulk/preview?q={Uri.EscapeDataString("示例")}", form));
        Assert.Equal($"对 {all:N0} 家加减标签", preview.QuerySelector("button[formaction]")!.TextContent.Trim());
        var done = (await admin.ForgeAsync(Grid, $"{Grid}/bulk?q={Uri.EscapeDataString("示例")}", form)).LedTo();
        await EndedAsync(own, BulkState.Done);
        Assert.Equal(all, await own.WithDatabaseAsync(db => db.Set<EnterpriseTag>().CountAsync(t => t.IndustryTagId == tag, Cancellation)));

        Assert.Equal("正在后台撤销。", await admin.NoticeAfterAsync(await admin.SubmitAsync(done, [], $"{done}/undo")));
        await EndedAsync(own, BulkState.Undone);
        Assert.Equal(before, await own.WithDatabaseAsync(db => db.Set<EnterpriseTag>().CountAsync(t => t.IndustryTagId == tag, Cancellation)));
    }

    private static async Task EndedAsync(Portal own, BulkState state)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await own.WithDatabaseAsync(db => db.BulkEdits.AnyAsync(e => e.State == state, Cancellation))) return;
            await Task.Delay(100, Cancellation);
        }

        Assert.Fail("The job did not come to its end: " + string.Join(';', await own.WithDatabaseAsync(db => db.Jobs.Select(j => j.Title + j.State + j.Outcome).ToListAsync(Cancellation))));
    }

    private static Task<HttpResponseMessage> SendAsync(
        Visitor visitor, string step, List<int> ids, BulkAct act, Action<Dictionary<string, string?>>? more = null, string from = Grid)
    {
        var values = new Dictionary<string, string?> { ["Act"] = act.ToString() };
        for (var i = 0; i < ids.Count; i++) values[string.Create(CultureInfo.InvariantCulture, $"Ids[{i}]")] = Key(ids[i]);
        more?.Invoke(values);
        return visitor.ForgeAsync(from, step.Length == 0 ? $"{Grid}/bulk" : $"{Grid}/bulk/{step}", values);
    }

    private async Task<List<int>> HaveAsync(string name, int count)
    {
        var ids = new List<int>();
        for (var i = 0; i < count; i++) ids.Add(await portal.HasEnterpriseAsync(string.Create(CultureInfo.InvariantCulture, $"{name}{i}公司")));
        return ids;
    }

    private Task<(int From, int To)> AreasAsync() => portal.WithDatabaseAsync(async db =>
        await db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync(Cancellation) is [var from, var to] ? (from, to) : throw new InvalidOperationException("Two areas are needed."));

    private Task<int> MoveAsync(int id, int area) => portal.WithDatabaseAsync(async db =>
    {
        (await db.Enterprises.SingleAsync(e => e.Id == id, Cancellation)).ParkAreaId = area;
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<Enterprise> FindAsync(int id) => portal.WithDatabaseAsync(db =>
        db.Enterprises.Include(e => e.Tags).Include(e => e.StageChanges).AsSplitQuery().SingleAsync(e => e.Id == id, Cancellation));

    private Task<JournalLine> LastAsync(int id) => portal.WithDatabaseAsync(db =>
        db.Journal.Include(l => l.Changes).Where(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == Key(id)).OrderByDescending(l => l.Id).FirstAsync(Cancellation));

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
