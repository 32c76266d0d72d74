using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>Notices about places and legs go out as files and come in again, all rows or none; a file can be tried first.</summary>
[Collection(NetworkPortal.Name)]
public sealed class ImportingNoticesTests(NetworkPortal network)
{
    private const string Home = "/park/network/notices";
    private const string Import = Home + "/import";
    private const string Head = "编号,标题,节点,区段,类型,开始时间,结束时间,内容,来源\n";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_comes_in_again_without_changing_anything()
    {
        var (admin, title) = (await _portal.VisitAsAsync("admin"), Title());
        await ImportedAsync($"{Head},{title},磨憨,,延误,2026-11-22 08:00,,测试内容,测试来源\n");
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var file = await (await admin.GetAsync($"{Home}/export.{ending}?q={title}")).Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Contains("已导入，0 条提示", await admin.NoticeAfterAsync(await admin.UploadAsync(Import, Import, [], ($"a.{ending}", file))), StringComparison.Ordinal);
        }
        Assert.Equal(1, (await OneAsync(title)).Version);
    }

    [Fact]
    public async Task A_notice_is_published_and_changed_by_a_file_and_what_the_file_does_not_say_stays()
    {
        var title = Title();
        Assert.Contains("2 条提示", await ImportedAsync(
            $"{Head},{title},磨憨,,关闭,2026-11-22 08:00,2026-11-25 09:30,测试内容,测试来源\n,{title}乙,,昆明—磨憨（铁路）,延误,2026/11/22 8:00,,测试内容,测试来源\n"), StringComparison.Ordinal);
        var (made, ofLeg) = (await OneAsync(title), await OneAsync($"{title}乙"));
        Assert.Equal((NoticeKind.Closed, NetworkScenes.At(11, 22, 8), NetworkScenes.At(11, 25, 9, 30), "mohan"), (made.Kind, made.From, made.Until, made.Node!.Slug));
        Assert.Equal((null, "kunming", (DateTime?)null), (ofLeg.NodeId, ofLeg.Leg!.From!.Slug, ofLeg.Until));
        Assert.Contains(title, (await _portal.Visit().OpenAsync("/corridors/china-laos")).Content(), StringComparison.Ordinal);

        // without its column the end stays
        Assert.Contains("1 条提示", await ImportedAsync($"编号,标题,节点,类型,开始时间,内容,来源\n{Number(made.Id)},{title},磨憨,提示,2026-11-22 08:00,改后的内容,测试来源\n"), StringComparison.Ordinal);

        var changed = await OneAsync(title);
        Assert.Equal((NoticeKind.Hint, "改后的内容", made.Until, made.Version + 1), (changed.Kind, changed.Text, changed.Until, changed.Version));
        Assert.Equal([NetworkActs.NoticeAdded, NetworkActs.NoticeChanged], await _portal.ActsAsync(JournalSubjects.Network, $"notice-{Number(made.Id)}"));
    }

    [Fact]
    public async Task One_faulty_row_keeps_the_whole_file_out_and_each_fault_stands_at_its_row()
    {
        var (title, admin) = (Title(), await _portal.VisitAsAsync("admin"));
        await ImportedAsync($"{Head},{title}旧,磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n");
        var old = Number((await OneAsync($"{title}旧")).Id);
        var text = $"{Head},{title},磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n"
            + $",,没有的站,,飞毯,昨天,早上,,\n,{title},磨憨,昆明—磨憨（铁路）,提示,2026-11-22 08:00,2026-11-21 08:00,测试内容,测试来源\n2147483647,{title},磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n"
            + $"{old},{title}旧,磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n{old},{title}旧,磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n";

        var page = (await Visitor.ReadAsync(await UploadedAsync(admin, text))).Content();

        foreach (var sentence in new[]
        {
            "第 3 行：请填写标题", "第 3 行：没有节点“没有的站”", "第 3 行：类型应是：提示、延误、关闭", "第 3 行：开始时间应写成", "第 3 行：结束时间应写成", "第 3 行：请填写内容", "第 3 行：请填写来源",
            "第 4 行：请选择一个节点或一个区段", "第 4 行：结束时间应晚于开始时间", "第 5 行：没有编号为“2147483647”的提示", "第 7 行：与前面的行是同一条提示",
        }) Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.False(await _portal.WithDatabaseAsync(db => db.NetworkNotices.AnyAsync(n => n.Title == title, Cancellation)));
    }

    [Fact]
    public async Task A_notice_is_taken_back_on_its_page_only_and_one_that_was_is_not_changed_any_more()
    {
        var (title, admin) = (Title(), await _portal.VisitAsAsync("admin"));
        await ImportedAsync($"{Head},{title},磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n");
        var id = Number((await OneAsync(title)).Id);
        const string withState = "编号,标题,节点,类型,开始时间,内容,来源,撤回\n";

        Assert.Contains("撤回要在提示的页面上写明原因", (await Visitor.ReadAsync(await UploadedAsync(admin, $"{withState}{id},{title},磨憨,提示,2026-11-22 08:00,测试内容,测试来源,是\n"))).Content(), StringComparison.Ordinal);
        await admin.SubmitAsync($"{Home}/{id}/withdraw", new() { ["Reason"] = "测试撤回" });

        Assert.Contains("0 条提示", await ImportedAsync($"{withState}{id},{title},磨憨,提示,2026-11-22 08:00,测试内容,测试来源,是\n"), StringComparison.Ordinal);
        Assert.Contains("已经撤回的提示不能再修改", (await Visitor.ReadAsync(await UploadedAsync(admin, $"{withState}{id},{title},磨憨,提示,2026-11-22 08:00,别的内容,测试来源,是\n"))).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_tried_tells_what_it_would_do_or_what_stands_against_it_and_keeps_nothing()
    {
        var (title, admin) = (Title(), await _portal.VisitAsAsync("admin"));
        await ImportedAsync($"{Head},{title},磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n");
        var made = await OneAsync(title);
        var text = $"{Head}{Number(made.Id)},{title},磨憨,,关闭,2026-11-22 08:00,,测试内容,测试来源\n,{title}新,磨憨,,延误,2026-11-22 08:00,,测试内容,测试来源\n";
        Task<HttpResponseMessage> TryAsync(string file) => admin.UploadAsync(Import, Import, new() { ["Trial"] = "true" }, ("a.csv", Encoding.UTF8.GetBytes(file)));

        var preview = (await Visitor.ReadAsync(await TryAsync(text))).QuerySelector("[data-preview]")!;

        Assert.Contains("导入后，2 条提示是新的或有变化", preview.TextContent, StringComparison.Ordinal);
        var rows = preview.QuerySelectorAll("tbody tr");
        Assert.Equal([title, $"{title}新"], rows.Select(r => r.QuerySelector(".ttl")!.TextContent));
        Assert.Contains("类型：提示 → 关闭", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("发布通行提示", rows[1].TextContent, StringComparison.Ordinal);
        var kept = await OneAsync(title);
        Assert.Equal((NoticeKind.Hint, made.Version), (kept.Kind, kept.Version));
        Assert.False(await _portal.WithDatabaseAsync(db => db.NetworkNotices.AnyAsync(n => n.Title == $"{title}新", Cancellation)));
        Assert.Equal([NetworkActs.NoticeAdded], await _portal.ActsAsync(JournalSubjects.Network, $"notice-{Number(made.Id)}"));
        var wrong = await Visitor.ReadAsync(await TryAsync($"{Head},{title},没有的站,,提示,2026-11-22 08:00,,测试内容,测试来源\n"));
        Assert.Contains("第 2 行：没有节点“没有的站”", wrong.Content(), StringComparison.Ordinal);
        Assert.Null(wrong.QuerySelector("[data-preview]"));
        Assert.Contains("和现在登记的一样", (await Visitor.ReadAsync(await TryAsync($"{Head}{Number(made.Id)},{title},磨憨,,提示,2026-11-22 08:00,,测试内容,测试来源\n"))).Content(), StringComparison.Ordinal);
        Assert.Contains("2 条提示", await ImportedAsync(text), StringComparison.Ordinal);
    }

    private static string Title() => string.Create(CultureInfo.InvariantCulture, $"测试：文件提示 {NetworkScenes.Next()} 号");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<string> ImportedAsync(string text)
    {
        var admin = await _portal.VisitAsAsync("admin");
        return await admin.NoticeAfterAsync(await UploadedAsync(admin, text));
    }

    private static Task<HttpResponseMessage> UploadedAsync(Visitor admin, string text) => admin.UploadAsync(Import, Import, [], ("a.csv", Encoding.UTF8.GetBytes(text)));

    private Task<NetworkNotice> OneAsync(string title) => _portal.WithDatabaseAsync(db => db.NetworkNotices.AsNoTracking().Include(n => n.Node).Include(n => n.Leg!.From).SingleAsync(n => n.Title == title, Cancellation));
}
