using System.Globalization;
using System.Net;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>Nodes, legs, corridors and their statuses go out as files and come in again, all rows or none.</summary>
[Collection(NetworkPortal.Name)]
public sealed class ImportingTheNetworkTests(NetworkPortal network)
{
    private const string Nodes = "/park/network/nodes/import";
    private const string Legs = "/park/network/legs/records/import";
    private const string Corridors = "/park/network/corridors/import";
    private const string Standings = "/park/network/corridors/standings/import";
    private const string NodeHead = "短名,名称,英文名称,类型,国家（地区）,时区,宽图横向,宽图纵向,竖图横向,竖图纵向\n";
    private const string CorridorHead = "网址短名,名称,英文名称,状态,状态依据,颜色,说明,英文说明,来源,区段\n";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/park/network/nodes/export", Nodes)]
    [InlineData("/park/network/legs/export", Legs)]
    [InlineData("/park/network/corridors/export", Corridors)]
    [InlineData("/park/network/corridors/standings", Standings)]
    public async Task What_was_exported_comes_in_again_without_changing_anything(string export, string import)
    {
        await _portal.HasLineAsync(2);
        var admin = await _portal.VisitAsAsync("admin");
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var file = await (await admin.GetAsync($"{export}.{ending}")).Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Contains("已导入，0 ", await admin.NoticeAfterAsync(await admin.UploadAsync(import, import, [], ($"a.{ending}", file))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_node_is_registered_and_changed_by_a_file_and_what_the_file_does_not_say_stays()
    {
        var number = NetworkScenes.Next();
        Assert.Contains("1 个节点", await ImportedAsync(Nodes, $"{NodeHead}file-{number},文件站{number},File {number},车站,CHN,Asia/Shanghai,100,110,120,130\n"), StringComparison.Ordinal);
        var made = await NodeAsync(number);
        Assert.Equal((100, 110, 120, 130, LabelSide.Right, false), (made.MapX, made.MapY, made.TallX, made.TallY, made.LabelSide, made.HasCustoms));

        Assert.Contains("1 个节点", await ImportedAsync(
            Nodes, $"短名,名称,英文名称,类型,国家（地区）,时区,纬度,经度,坐标来源,可办理海关手续,换装时间（分钟）,换装时间性质,换装时间来源,宽图名称位置\n" +
            $"file-{number},文件口岸{number},File {number},口岸,VNM,Asia/Bangkok,-1.25,110.5,示例图,是,90,媒体,示例日报,左\n"), StringComparison.Ordinal);

        var node = await NodeAsync(number);
        Assert.Equal((NodeKind.BorderPost, "VNM", "Asia/Bangkok", -1.25m, true, 90, LabelSide.Left, 130), (node.Kind, node.CountryCode, node.TimeZone, node.Latitude, node.HasCustoms, node.HandlingMinutes, node.LabelSide, node.TallY));
        Assert.Equal([NetworkActs.NodeAdded, NetworkActs.NodeChanged], await _portal.ActsAsync(JournalSubjects.Network, $"node-{node.Id}"));
        Assert.Equal(made.Version + 1, node.Version);
        // the file of an export brings back what was there
        var admin = await _portal.VisitAsAsync("admin");
        var file = await (await admin.GetAsync($"/park/network/nodes/export.xlsx?q=file-{number}")).Content.ReadAsByteArrayAsync(Cancellation);
        await ImportedAsync(Nodes, $"{NodeHead}file-{number},又改了{number},File {number},城市,CHN,Asia/Shanghai,100,110,120,130\n");
        Assert.Contains("1 个节点", await admin.NoticeAfterAsync(await admin.UploadAsync(Nodes, Nodes, [], ("a.xlsx", file))), StringComparison.Ordinal);
        Assert.Equal((node.Name, node.Kind, node.TimeZone, node.Latitude), (await NodeAsync(number)) is var again ? (again.Name, again.Kind, again.TimeZone, again.Latitude) : default);
    }

    [Fact]
    public async Task One_faulty_node_keeps_the_file_out_and_each_fault_stands_at_its_row()
    {
        var number = NetworkScenes.Next();
        var other = await _portal.HasNodeAsync();
        var good = $"bad-{number},坏站{number},Bad,车站,CHN,Asia/Shanghai,100,100,100,100\n";

        var answer = await UploadAsync(
            Nodes, NodeHead + good + $"bad-{number},坏站{number}甲,Bad,车站,CHN,Asia/Shanghai,100,100,100,100\nBad X,坏站{number}乙,Bad,车站,CHN,Asia/Shanghai,100,100,100,100\n" +
            $"bad-{number}-c,{other.Name},Bad,机场,China,Mars,5,100,100,很远\nbad-{number}-d,,Bad,车站,CHN,Asia/Shanghai,100,100,100,\nhuaihua,怀化,Huaihua,陆港,CHN,Nowhere,100,100,100,100\n");

        await answer.RefusedWithAsync(
            "第 3 行：与前面的行是同一节点", "第 4 行：短名只用小写字母", "第 5 行：类型应是：陆港", "第 5 行：竖图纵向应是数字", "第 5 行：已有同名节点", "第 6 行：请填写名称", "第 6 行：请填写竖图纵向", "第 7 行：没有这个时区");
        Assert.Equal(0, await _portal.WithDatabaseAsync(db => db.Nodes.CountAsync(n => n.Slug.StartsWith($"bad-{number}"), Cancellation)));
        await (await UploadAsync(Nodes, NodeHead.TrimEnd() + ",停用\nhuaihua,怀化,Huaihua,陆港,CHN,Asia/Shanghai,100,100,100,100,是\n")).RefusedWithAsync("第 2 行：陆港是全部通道的起点，不能停用");
    }

    [Fact]
    public async Task A_leg_is_known_in_either_direction_and_one_that_is_not_there_is_registered()
    {
        var (one, two) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var leg = await _portal.HasLegAsync(one.Id, two.Id);

        Assert.Contains("2 个区段", await ImportedAsync(Legs, $"起点,终点,运输方式,经过,冷藏\n{two.Name},{one.Name},铁路,娄底,否\n{one.Name},{two.Name},公路,,\n"), StringComparison.Ordinal);

        var legs = await _portal.WithDatabaseAsync(db => db.Legs.AsNoTracking().Where(l => l.FromId == one.Id || l.ToId == one.Id).OrderBy(l => l.Id).ToListAsync(Cancellation));
        Assert.Equal([(leg, LegMode.Rail, "娄底"), (legs[1].Id, LegMode.Road, null)], legs.Select(l => (l.Id, l.Mode, l.Via)));
        Assert.Equal([NetworkActs.LegAdded, NetworkActs.LegChanged], await _portal.ActsAsync(JournalSubjects.Network, $"leg-{leg}"));
        await (await UploadAsync(Legs, $"起点,终点,运输方式,停用\n{one.Name},没有这站,铁路,\n{one.Name},{one.Name},铁路,\n{one.Name},{two.Name},飞毯,\n{one.Name},{two.Name},铁路,也许\n{two.Name},{one.Name},公路,\n{one.Name},{two.Name},公路,\n"))
            .RefusedWithAsync("第 2 行：没有节点“没有这站”", "第 3 行：起点和终点不能是同一个节点", "第 4 行：运输方式应是", "第 5 行：停用应写“是”或“否”", "第 7 行：与前面的行是同一区段");
        await (await UploadAsync(Legs, $"起点,终点,运输方式,冷藏\n{one.Name},{two.Name},铁路,是\n")).RefusedWithAsync("第 2 行：冷藏能力要写来源，请用“导入数值”录入");
        await ImportedAsync(Nodes, $"短名,名称,英文名称,类型,国家（地区）,时区,停用\ntest-{one.Name[3..]},{one.Name},Closed,车站,CHN,Asia/Shanghai,是\n");
        await (await UploadAsync(Legs, $"起点,终点,运输方式\n{one.Name},{two.Name},海运\n")).RefusedWithAsync("第 2 行：节点已停用");
        Assert.Equal(2, await _portal.WithDatabaseAsync(db => db.Legs.CountAsync(l => l.FromId == one.Id || l.ToId == one.Id, Cancellation)));
    }

    [Fact]
    public async Task A_corridor_comes_with_its_legs_in_order_and_another_status_in_its_row_holds_from_today()
    {
        var (slug, first, second) = await HasWayAsync();

        Assert.Contains("1 条通道", await ImportedAsync(Corridors, $"{CorridorHead}{slug},文件通道,File way,规划,示例依据,2,说明,Words,示例来源,{first}；{second}\n"), StringComparison.Ordinal);
        var made = await CorridorAsync(slug);
        Assert.Equal((CorridorStatus.Planned, 2, 2), (made.Status, made.Colour, made.Legs.Count));
        Assert.Contains("1 条通道", await ImportedAsync(Corridors, $"{CorridorHead.TrimEnd()},次序\n{slug},文件通道,File way,试运行,示例日报,2,新说明,Words,示例来源,{first},77\n"), StringComparison.Ordinal);

        var corridor = await CorridorAsync(slug);
        Assert.Equal((CorridorStatus.Trial, "示例日报", "新说明", 77, 1), (corridor.Status, corridor.StatusSource, corridor.Description, corridor.SortOrder, corridor.Legs.Count));
        Assert.Equal([(new DateOnly(2026, 11, 22), CorridorStatus.Trial)], corridor.Standings.Select(s => (s.From, s.Status)));
        Assert.Equal([NetworkActs.CorridorAdded, NetworkActs.CorridorStands, NetworkActs.CorridorChanged], await _portal.ActsAsync(JournalSubjects.Network, $"corridor-{corridor.Id}"));
        await (await UploadAsync(
            Corridors, $"{CorridorHead}{slug},甲,A,规划,依据,9,说明,W,来源,{second}\n{slug},甲,A,规划,依据,1,说明,W,来源,{first}\nWay X,甲,A,不详,依据,1,说明,W,来源,{first}\n{slug}-b,甲,A,规划,,1,说明,W,来源,怀化—没有这站（铁路）\n"))
            .RefusedWithAsync("第 2 行：颜色应为 1 至 4", "第 2 行：区段应从陆港起依次相连", "第 3 行：与前面的行是同一通道", "第 4 行：状态应是", "第 4 行：网址短名只用小写字母", "第 5 行：没有登记区段", "第 5 行：请填写状态依据");
        Assert.Equal("新说明", (await CorridorAsync(slug)).Description);
    }

    [Fact]
    public async Task Statuses_through_time_come_in_and_the_last_one_is_the_status_now()
    {
        var (slug, first, _) = await HasWayAsync();
        await ImportedAsync(Corridors, $"{CorridorHead}{slug},文件通道,File way,规划,示例依据,2,说明,Words,示例来源,{first}\n");

        Assert.Contains("3 个状态", await ImportedAsync(Standings, $"网址短名,起始日,状态,状态依据\n{slug},,合作,示例协议\n{slug},2026-11-22,停运,示例公告\n{slug},2026-01-05,试运行,示例日报\n"), StringComparison.Ordinal);

        var corridor = await CorridorAsync(slug);
        Assert.Equal((CorridorStatus.Suspended, "示例公告"), (corridor.Status, corridor.StatusSource));
        Assert.Equal(
            [(DateOnly.MinValue, CorridorStatus.Cooperation), (new DateOnly(2026, 1, 5), CorridorStatus.Trial), (new DateOnly(2026, 11, 22), CorridorStatus.Suspended)], corridor.Standings.OrderBy(s => s.From).Select(s => (s.From, s.Status)));
        var admin = await _portal.VisitAsAsync("admin");
        var file = Encoding.UTF8.GetString(await (await admin.GetAsync("/park/network/corridors/standings.csv")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Contains($"{slug},文件通道,2026-01-05,试运行,示例日报", file, StringComparison.Ordinal);
        await (await UploadAsync(Standings, $"网址短名,起始日,状态,状态依据\nnowhere,,规划,依据\n{slug},2027-11-24,规划,依据\n{slug},昨天,规划,依据\n{slug},2026-01-05,忙,\n{slug},2026-01-05,规划,依据\n"))
            .RefusedWithAsync("第 2 行：没有通道“nowhere”", "第 3 行：起始日最多提前 366 天", "第 4 行：起始日应写成", "第 5 行：状态应是", "第 5 行：请填写状态依据", "第 6 行：与前面的行是同一通道、同一起始日");
        Assert.Equal(3, (await CorridorAsync(slug)).Standings.Count);
    }

    [Theory]
    [InlineData(Nodes)]
    [InlineData(Legs)]
    [InlineData(Corridors)]
    [InlineData(Standings)]
    public async Task A_file_that_says_nothing_is_refused_and_others_may_not_import(string import)
    {
        await (await UploadAsync(import, "没有\n认得的,表头\n")).RefusedWithAsync("表头应有");
        await (await (await _portal.VisitAsAsync("admin")).UploadAsync(import, import, [], null)).RefusedWithAsync("请选择文件");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.VisitAsAsync("auditor")).GetAsync(import)).StatusCode);
    }

    [Fact]
    public async Task Corridors_stand_in_the_order_that_staff_give_them()
    {
        var (slug, first, _) = await HasWayAsync();
        await ImportedAsync(Corridors, $"{CorridorHead}{slug},排序通道,Order way,规划,示例依据,2,说明,Words,示例来源,{first}\n");
        var (admin, corridor) = (await _portal.VisitAsAsync("admin"), await CorridorAsync(slug));
        var address = $"/park/network/corridors/{corridor.Id}";
        Assert.NotEqual(slug, (await admin.OpenAsync("/park/network/corridors")).QuerySelector("[data-corridor]")!.GetAttribute("data-corridor"));

        await (await admin.SubmitAsync(address, new() { ["Order"] = "1000" }, address)).RefusedWithAsync("次序应为 0 至 999");
        // before the first of the reference network
        await _portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Id != corridor.Id && c.SortOrder <= 1).ExecuteUpdateAsync(set => set.SetProperty(c => c.SortOrder, 2), Cancellation));
        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Order"] = "1" }, address)).LedTo());

        Assert.Equal(slug, (await admin.OpenAsync("/park/network/corridors")).QuerySelector("[data-corridor]")!.GetAttribute("data-corridor"));
    }

    [Fact]
    public async Task What_a_spreadsheet_would_calculate_is_guarded_on_the_way_out_and_comes_in_as_it_was()
    {
        var (slug, first, _) = await HasWayAsync();
        using var book = new MemoryStream();
        SheetWriter.Write(book, new SheetContent("通道", [[.. CorridorHead.Trim().Split(','), "联系"], [slug, "文件通道", "File way", "规划", "依据", "2", "说明", "Words", "来源", first, "+86 745 示例"]]));
        var admin = await _portal.VisitAsAsync("admin");
        await admin.NoticeAfterAsync(await admin.UploadAsync(Corridors, Corridors, [], ("a.xlsx", book.ToArray())));

        var file = await (await admin.GetAsync("/park/network/corridors/export.csv")).Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Contains("'+86 745 示例", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Contains("已导入，0 ", await admin.NoticeAfterAsync(await admin.UploadAsync(Corridors, Corridors, [], ("a.csv", file))), StringComparison.Ordinal);
        Assert.Equal("+86 745 示例", (await CorridorAsync(slug)).Contact);
    }

    /// <summary>A short name that no corridor has, and two legs from the dry port on as a cell names them.</summary>
    private async Task<(string Slug, string First, string Second)> HasWayAsync()
    {
        var hub = await _portal.WithDatabaseAsync(db => db.Nodes.SingleAsync(n => n.Slug == CorridorService.HubSlug, Cancellation));
        var (one, two) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        await _portal.HasLegAsync(hub.Id, one.Id);
        await _portal.HasLegAsync(one.Id, two.Id);
        return (string.Create(CultureInfo.InvariantCulture, $"file-way-{NetworkScenes.Next()}"), $"{hub.Name}—{one.Name}（铁路）", $"{one.Name}—{two.Name}（铁路）");
    }

    private Task<Node> NodeAsync(int number) => _portal.WithDatabaseAsync(db => db.Nodes.AsNoTracking().SingleAsync(n => n.Slug == $"file-{number}", Cancellation));

    private Task<Corridor> CorridorAsync(string slug) => _portal.WithDatabaseAsync(db => db.Corridors.AsNoTracking().Include(c => c.Legs).Include(c => c.Standings).SingleAsync(c => c.Slug == slug, Cancellation));

    private async Task<string> ImportedAsync(string page, string text)
    {
        var admin = await _portal.VisitAsAsync("admin");
        return await admin.NoticeAfterAsync(await admin.UploadAsync(page, page, [], ("a.csv", Encoding.UTF8.GetBytes(text))));
    }

    private async Task<HttpResponseMessage> UploadAsync(string page, string text) => await (await _portal.VisitAsAsync("admin")).UploadAsync(page, page, [], ("a.csv", Encoding.UTF8.GetBytes(text)));
}
