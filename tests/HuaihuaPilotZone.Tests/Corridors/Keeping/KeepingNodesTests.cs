using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

[Collection(NetworkPortal.Name)]
public sealed class KeepingNodesTests(NetworkPortal network)
{
    private const string Home = "/park/network/nodes";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_stands_with_the_name_of_its_country()
    {
        var auditor = await _portal.VisitAsAsync("auditor");
        var row = (await auditor.OpenAsync($"{Home}?q=vientiane")).QuerySelector("[data-node='vientiane']")!;
        Assert.Equal("老挝 LAO", row.QuerySelector("[data-l='国家（地区）']")!.TextContent.Trim());
        var record = row.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Contains("老挝 LAO", (await auditor.OpenAsync(record)).Content(), StringComparison.Ordinal);
        Assert.Contains("老挝 LAO", (await auditor.OpenAsync($"{record}?asOf=2026-11-22")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_is_registered_found_corrected_and_taken_along_and_its_history_says_so()
    {
        var admin = await _portal.VisitAsAsync("admin");
        var number = NetworkScenes.Next();

        var address = (await admin.SubmitAsync($"{Home}/new", Typed(number))).LedTo();
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["HandlingMinutes"] = "180", ["HandlingStatus"] = "Press", ["HandlingSource"] = "示例日报", ["HasColdStore"] = "true" }, address)).LedTo());

        var page = (await admin.OpenAsync(address)).Content();
        foreach (var text in new[] { "登记节点", "修改节点", "换装时间（分钟）", "180", "示例日报", "示例管理员" }) Assert.Contains(text, page, StringComparison.Ordinal);
        var auditor = await _portal.VisitAsAsync("auditor");
        Assert.Contains("180 分钟（媒体：示例日报）", (await auditor.OpenAsync(address)).Content(), StringComparison.Ordinal);
        Assert.NotNull((await auditor.OpenAsync($"{Home}?q=测试口岸{number}&kind=BorderPost")).QuerySelector($"[data-node='port-{number}']"));
        Assert.Null((await auditor.OpenAsync($"{Home}?q=测试口岸{number}&kind=SeaPort")).QuerySelector("[data-node]"));
        await using var book = await (await auditor.GetAsync($"{Home}/export.xlsx?q=测试口岸{number}")).Content.ReadAsStreamAsync(Cancellation);
        using var copy = new MemoryStream();
        await book.CopyToAsync(copy, Cancellation);
        Assert.Equal($"测试口岸{number}", SheetReader.Read(copy, SheetFormat.Xlsx).ElementAt(1)[1]);
        Assert.Contains($"测试口岸{number}", await (await auditor.GetAsync($"{Home}/export.csv?q=测试口岸{number}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slug", "Has Blank", "短名只用小写字母")]
    [InlineData("Slug", "huaihua", "已有节点使用这个短名")]
    [InlineData("Name", "怀化", "已有同名节点")]
    [InlineData("Name", "", "请填写名称")]
    [InlineData("EnglishName", "", "请填写英文名称")]
    [InlineData("Kind", "", "请选择类型")]
    [InlineData("CountryCode", "中国", "三个大写字母")]
    [InlineData("TimeZone", "Asia/Huaihua", "没有这个时区")]
    [InlineData("Latitude", "27.5", "经度、纬度应一并填写")]
    [InlineData("HandlingMinutes", "60", "没有来源的换装时间不能保存")]
    [InlineData("HandlingMinutes", "50000", "0 至 30 天")]
    [InlineData("MapX", "1300", "宽图位置应在")]
    [InlineData("TallY", "5", "竖图位置应在")]
    [InlineData("MapY", "", "请填写宽图纵向位置")]
    public async Task What_does_not_fit_is_refused_with_what_was_typed(string field, string value, string refusal)
    {
        var admin = await _portal.VisitAsAsync("admin");
        var typed = Typed(NetworkScenes.Next());
        typed[field] = value;

        var page = await (await admin.SubmitAsync($"{Home}/new", typed)).RefusedWithAsync(refusal);

        Assert.Equal(value, page.Value(field));
        Assert.Equal("BorderPost", field == "Kind" ? "BorderPost" : page.Value("Kind"));
    }

    [Theory]
    [InlineData("95", "110", "示例", "纬度应在 -90 至 90 之间")]
    [InlineData("27", "190", "示例", "经度应在 -180 至 180 之间")]
    [InlineData("27.123456", "110", "示例", "最多写五位小数")]
    [InlineData("27", "110", "", "没有来源的坐标不能保存")]
    public async Task Coordinates_lie_on_the_earth_and_have_a_source(string latitude, string longitude, string source, string refusal)
    {
        var typed = Typed(NetworkScenes.Next());
        (typed["Latitude"], typed["Longitude"], typed["CoordinatesSource"]) = (latitude, longitude, source);

        await (await (await _portal.VisitAsAsync("admin")).SubmitAsync($"{Home}/new", typed)).RefusedWithAsync(refusal);
    }

    [Fact]
    public async Task The_second_of_two_is_told_what_the_first_one_wrote_and_may_save_over_it()
    {
        var (id, name) = await _portal.HasNodeAsync();
        var (address, admin) = ($"{Home}/{id}", await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, new() { ["EnglishName"] = "First" }, address);

        var page = await (await admin.SubmitAsync(address, new() { ["EnglishName"] = "Second", ["Version"] = "1" }, address)).RefusedWithAsync("他人已保存了修改，有 1 处", "他人已改为：First");
        Assert.Equal("Second", page.Value("EnglishName"));
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["EnglishName"] = "Second", ["Version"] = page.Value("Version") }, address)).LedTo());

        Assert.Equal((name, "Second"), await _portal.WithDatabaseAsync(async db => await db.Nodes.Where(n => n.Id == id).Select(n => ValueTuple.Create(n.Name, n.EnglishName)).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_name_that_another_node_has_is_refused_when_a_node_is_corrected()
    {
        var (id, _) = await _portal.HasNodeAsync();

        await (await (await _portal.VisitAsAsync("admin")).SubmitAsync($"{Home}/{id}", new() { ["Name"] = "怀化" }, $"{Home}/{id}")).RefusedWithAsync("已有同名节点");
    }

    [Fact]
    public async Task A_closed_node_is_not_offered_any_more_and_the_dry_port_cannot_be_closed()
    {
        var (id, name) = await _portal.HasNodeAsync();
        var admin = await _portal.VisitAsAsync("admin");
        Assert.Contains(name, (await admin.OpenAsync("/park/network/legs/new")).Content(), StringComparison.Ordinal);

        Assert.Equal($"{Home}/{id}", (await admin.SubmitAsync($"{Home}/{id}", new() { ["IsClosed"] = "true" }, $"{Home}/{id}")).LedTo());
        var hub = await _portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == CorridorService.HubSlug).Select(n => n.Id).SingleAsync(Cancellation));
        await (await admin.SubmitAsync($"{Home}/{hub}", new() { ["IsClosed"] = "true" }, $"{Home}/{hub}")).RefusedWithAsync("陆港是全部通道的起点");

        Assert.DoesNotContain(name, (await admin.OpenAsync("/park/network/legs/new")).Content(), StringComparison.Ordinal);
        var other = await _portal.HasNodeAsync();
        await (await admin.ForgeAsync("/park/network/legs/new", "/park/network/legs/new", new() { ["FromId"] = $"{id}", ["ToId"] = $"{other.Id}", ["Mode"] = "Rail" })).RefusedWithAsync("节点已停用");
    }

    [Fact]
    public async Task Departures_follow_the_clocks_of_their_first_stop()
    {
        var line = await _portal.HasLineAsync(2);
        var service = await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. line.Select(n => n.Id)]));
        var before = (await _portal.DeparturesAsync(service))[3];
        var admin = await _portal.VisitAsAsync("admin");

        await admin.SubmitAsync($"{Home}/{line[0].Id}", new() { ["TimeZone"] = "Asia/Yangon" }, $"{Home}/{line[0].Id}");

        var after = (await _portal.DeparturesAsync(service)).Single(d => d.Id == before.Id);
        Assert.Equal(before.LeavesAt.AddMinutes(90), after.LeavesAt);
        Assert.Equal(before.Stops[1].ArrivesAt.AddMinutes(90), after.Stops[1].ArrivesAt);
    }

    [Fact]
    public async Task An_unknown_node_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await _portal.VisitAsAsync("admin")).GetAsync($"{Home}/{int.MaxValue}")).StatusCode);
        var outcome = await _portal.InScopeAsync(s => s.GetRequiredService<NodeKeeping>().UpdateAsync(int.MaxValue, 1, NetworkScenes.NodeOf(NetworkScenes.Next()), Cancellation));
        Assert.Equal("没有这个节点。", Assert.Single(outcome.Refusals).Message);
    }

    [Fact]
    public async Task What_was_done_stands_in_the_journal()
    {
        var (id, _) = await _portal.HasNodeAsync();
        await (await _portal.VisitAsAsync("admin")).SubmitAsync($"{Home}/{id}", new() { ["HasCustoms"] = "true" }, $"{Home}/{id}");

        Assert.Equal([NetworkActs.NodeAdded, NetworkActs.NodeChanged], await _portal.ActsAsync(JournalSubjects.Network, string.Create(CultureInfo.InvariantCulture, $"node-{id}")));
    }

    private static Dictionary<string, string?> Typed(int number) => new()
    {
        ["Slug"] = $"port-{number}",
        ["Name"] = $"测试口岸{number}",
        ["EnglishName"] = $"Port {number}",
        ["Kind"] = "BorderPost",
        ["CountryCode"] = "LAO",
        ["TimeZone"] = "Asia/Vientiane",
        ["MapX"] = "300",
        ["MapY"] = "300",
        ["TallX"] = "100",
        ["TallY"] = "100",
    };
}
