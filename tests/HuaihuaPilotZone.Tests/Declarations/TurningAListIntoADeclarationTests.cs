using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class TurningAListIntoADeclarationTests(Portal portal)
{
    private static readonly string[] _header = ["TradeMode", "TradeCoScc", "TradeCountry", "DestinationPort", "WrapType", "PackNo", "GrossWeight", "NetWeight", "Note"];
    private static readonly string[] _goods = ["Gcode", "Gname", "Qty", "Unit", "Qty1", "Unit1", "Price", "TotalPrice", "Currency", "DestinationCountry", "ItemNo"];

    [Fact]
    public async Task What_has_a_place_in_the_declaration_is_kept_with_its_origin()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710");

        await Filing.SaveAsync(visitor, number, Filing.Valid(), "Act=convert");

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.NotNull(page.QuerySelector("#containers"));
        Assert.Equal(
            ["9710", "91431299MA0000015J", "USA", "USA264", "22", "4", "80", "68.4", "跨境电子商务"],
            _header.Select(f => Filing.ValueOf(page, f)));
        Assert.Equal(
            ["4202121000", "拉杆箱", "24", "007", "68.4", "035", "26.8", "643.2", "USD", "USA", "T-1"],
            _goods.Select(f => Filing.ValueOf(page, $"Goods[0].{f}")));
        Assert.StartsWith("T-ORDER-", Filing.ValueOf(page, "ContractNo"), StringComparison.Ordinal);
        Assert.Equal("转自清单", page.QuerySelector("#PackNo-origin")?.TextContent);
        Assert.Equal("默认值", page.QuerySelector("#EntryType-origin")?.TextContent);
    }

    [Fact]
    public async Task What_has_no_place_is_said_and_stands_in_the_history_with_its_value()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710");
        var fields = Filing.Valid();
        fields["TotalPackageNo"] = "ZB-77";

        var notice = await visitor.NoticeAfterAsync(await Filing.SaveAsync(visitor, number, fields, "Act=convert"));

        Assert.Contains("已转为报关单", notice, StringComparison.Ordinal);
        Assert.Contains("没有带过来：出口日期、申报业务类型", notice, StringComparison.Ordinal);
        var history = (await visitor.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector(".hh-timeline")!.TextContent;
        Assert.Contains("清单转为报关单", history, StringComparison.Ordinal);
        Assert.Contains("总包号：ZB-77", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_was_submitted_stays_a_list()
    {
        var filer = await portal.VisitAsAsync("luggage");
        var reviewer = await portal.VisitAsAsync("reviewer");
        var number = await Filing.SubmitNewAsync(filer);
        await reviewer.SubmitAsync($"/park/declarations/{number}", new() { ["Note"] = "请改用报关单" }, $"/park/declarations/{number}/return");
        Assert.Null((await Filing.OpenEditAsync(filer, number)).QuerySelector("button[value=convert]"));

        var answer = await Filing.SaveAsync(filer, number, [], "Act=convert");

        Assert.Contains("请复制为新单，再转为报关单", await filer.NoticeAfterAsync(answer), StringComparison.Ordinal);
        Assert.Null((await Filing.OpenEditAsync(filer, number)).QuerySelector("#containers"));
    }

    [Fact]
    public async Task A_declaration_cannot_be_turned_again()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);

        var answer = await Filing.SaveAsync(visitor, number, [], "Act=convert");

        Assert.Contains("已经是报关单", await visitor.NoticeAfterAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_turn_the_same_list_is_told_of_the_first()
    {
        var first = await portal.VisitAsAsync("luggage");
        var second = await portal.VisitAsAsync("filer");
        var number = await Filing.OpenAsync(first, "Business", "9710");
        await Filing.SaveAsync(first, number, [], "Act=convert");

        var answer = await Filing.SaveAsync(second, number, new() { ["Version"] = "1", ["Note"] = "后保存的" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull((await Visitor.ReadAsync(answer)).QuerySelector("[data-merge]"));
    }
}
