using System.Net;
using HuaihuaPilotZone.Tests.Books;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>The second declaration of the same goods: copied or from a template, with nothing of the first shipment's figures in it.</summary>
public sealed class FilingAgainTests(Portal portal)
{
    /// <summary>C4 of the mission.</summary>
    private const int MostTypedFields = 6;

    private static readonly string[] _ofOneShipment = ["OrderNo", "LogisticsNo", "OrderGoodsValue", "PackNo", "GrossWeight", "NetWeight", "Goods[0].Qty", "Goods[0].Qty1", "Goods[0].TotalPrice"];

    private static readonly string[] _knownOnlyNow = ["OrderNo", "LogisticsNo", "Goods[0].Qty", "PackNo", "GrossWeight"];

    [Fact]
    public async Task A_copy_leaves_blank_what_belongs_to_one_shipment_and_names_it()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        var page = await CopyAsync(visitor, number);

        foreach (var name in _ofOneShipment) Assert.Equal("", Filing.ValueOf(page, name));
        var notice = page.QuerySelector(".hh-toast")!.TextContent;
        foreach (var label in new[] { "订单编号", "物流运单编号", "订单商品金额", "件数", "毛重（千克）", "净重（千克）", "数量", "总价" }) Assert.Contains(label, notice, StringComparison.Ordinal);
        Assert.Equal("没有带过来，请填写", page.QuerySelector("#PackNo-origin")!.TextContent);
        Assert.Equal("上次：每 个 2.85 千克", page.QuerySelector("#Goods_0__Qty1-origin")!.TextContent);
        Assert.Equal(("4202121000", "26.8", "0", "2026-11-22"), (Filing.ValueOf(page, "Goods[0].Gcode"), Filing.ValueOf(page, "Goods[0].Price"), Filing.ValueOf(page, "Freight"), Filing.ValueOf(page, "IeDate")));
        Assert.Equal($"复制自 {number}", page.QuerySelector("#Goods_0__Gcode-origin")!.TextContent);
    }

    [Fact]
    public async Task A_second_declaration_of_the_same_goods_is_submitted_after_typing_at_most_six_fields()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var first = await Filing.SubmitNewAsync(visitor);
        var copy = (await visitor.SubmitAsync($"/enterprise/declarations/{first}", [], $"/enterprise/declarations/{first}/copy")).LedTo();

        var submitted = await TypeAndSubmitAsync(visitor, copy.Split('/')[^2]);

        Assert.Contains("已提交", (await visitor.OpenAsync(submitted)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_a_new_declaration_offers_the_last_ones_and_the_next_takes_at_most_six_fields()
    {
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, await portal.HasEnterpriseAsync("示例初次申报企业"));
        Assert.Null((await (await portal.VisitAsAsync(person.UserName!)).OpenAsync("/enterprise/declarations/new")).QuerySelector("[data-latest]"));
        var visitor = await portal.VisitAsAsync("luggage");
        var last = await Filing.SubmitNewAsync(visitor);
        var page = await visitor.OpenAsync("/enterprise/declarations/new");
        Assert.Equal(last, page.QuerySelector("[data-latest]")!.GetAttribute("data-latest"));

        var draft = (await visitor.SubmitAsync("/enterprise/declarations/new", [], $"/enterprise/declarations/{last}/copy")).LedTo();

        Assert.Equal($"复制自 {last}", (await visitor.OpenAsync(draft)).QuerySelector("#EbpCode-origin")!.TextContent);
        await TypeAndSubmitAsync(visitor, draft.Split('/')[^2]);
    }

    [Fact]
    public async Task A_template_starts_a_declaration_that_takes_at_most_six_fields_too()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var first = await Filing.SubmitNewAsync(visitor);
        var kept = await visitor.SubmitAsync($"/enterprise/declarations/{first}", new() { ["Name"] = "常发拉杆箱" }, $"/enterprise/declarations/{first}/template");
        Assert.Equal("/enterprise/templates", kept.LedTo());
        var again = await visitor.SubmitAsync($"/enterprise/declarations/{first}", new() { ["Name"] = "常发拉杆箱" }, $"/enterprise/declarations/{first}/template");
        Assert.Contains("已有名为“常发拉杆箱”的模板", await visitor.NoticeAfterAsync(again), StringComparison.Ordinal);

        var draft = (await visitor.SubmitAsync("/enterprise/templates?q=常发", [], $"/enterprise/templates/{await IdAsync(visitor, "常发拉杆箱")}/start")).LedTo();

        var page = await visitor.OpenAsync(draft);
        Assert.Contains("订单编号", page.QuerySelector(".hh-toast")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("来自模板：常发拉杆箱", page.QuerySelector("#Goods_0__Gcode-origin")!.TextContent);
        Assert.Equal(("", "", "2026-11-22"), (Filing.ValueOf(page, "OrderNo"), Filing.ValueOf(page, "Goods[0].Qty"), Filing.ValueOf(page, "IeDate")));
        await TypeAndSubmitAsync(visitor, draft.Split('/')[^2]);
    }

    [Fact]
    public async Task What_was_calculated_says_how_and_only_empty_fields_are_filled()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        await KeepingProductsTests.AddAsync(visitor, "T-SUM", "推算拉杆箱");
        var number = await Filing.OpenAsync(visitor);
        var fields = Filing.Valid();
        (fields["Goods[0].ItemNo"], fields["Goods[0].Qty"], fields["Goods[0].Qty1"], fields["Goods[0].TotalPrice"], fields["NetWeight"]) = ("T-SUM", "10", null, null, null);

        await Filing.SaveAsync(visitor, number, fields, "Act=compute");

        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.Equal(("28.5", "268", "28.5", "643.2"), (Filing.ValueOf(page, "Goods[0].Qty1"), Filing.ValueOf(page, "Goods[0].TotalPrice"), Filing.ValueOf(page, "NetWeight"), Filing.ValueOf(page, "OrderGoodsValue")));
        Assert.Equal("商品库换算：10 个 × 2.85 = 28.5 千克", page.QuerySelector("#Goods_0__Qty1-origin")!.TextContent);
        Assert.Equal("计算：各项法定数量（千克）之和", page.QuerySelector("#NetWeight-origin")!.TextContent);
    }

    [Fact]
    public async Task A_copied_declaration_carries_no_boxes_papers_or_amounts_but_keeps_a_rate()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);
        var fields = Filing.ValidDeclaration();
        (fields["FeeMark"], fields["FeeRate"], fields["InsuranceMark"], fields["InsuranceRate"], fields["InsuranceCurrency"]) = ("1", "5", "3", "120", "USD");
        await Filing.SaveAsync(visitor, number, fields);

        var page = await CopyAsync(visitor, number);

        Assert.Equal(("5", "", "", "SAMPLE BUYER"), (Filing.ValueOf(page, "FeeRate"), Filing.ValueOf(page, "InsuranceRate"), Filing.ValueOf(page, "ContractNo"), Filing.ValueOf(page, "OverseasConsigneeName")));
        Assert.Null(page.QuerySelector("[name='Containers[0].ContainerId']"));
        Assert.Contains("集装箱", page.QuerySelector(".hh-toast")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_template_is_missing_and_a_deleted_one_is_gone()
    {
        var owner = await portal.VisitAsAsync("luggage");
        var first = await Filing.SubmitNewAsync(owner);
        await owner.SubmitAsync($"/enterprise/declarations/{first}", new() { ["Name"] = "别家看不到的模板" }, $"/enterprise/declarations/{first}/template");
        var id = await IdAsync(owner, "别家看不到的模板");
        var stranger = await portal.VisitAsAsync("tea");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/enterprise", $"/enterprise/templates/{id}/start", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/enterprise", $"/enterprise/templates/{id}/delete", [])).StatusCode);
        await owner.SubmitAsync("/enterprise/templates?q=别家看不到", [], $"/enterprise/templates/{id}/delete");

        Assert.DoesNotContain("别家看不到的模板", (await owner.OpenAsync("/enterprise/templates")).QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
    }

    /// <summary>Types what only this shipment knows, has the rest calculated and submits; counts what was typed.</summary>
    private static async Task<string> TypeAndSubmitAsync(Visitor visitor, string number)
    {
        var valid = Filing.Valid();
        var typed = _knownOnlyNow.ToDictionary(n => n, n => valid[n], StringComparer.Ordinal);
        Assert.True(typed.Count <= MostTypedFields);
        await Filing.SaveAsync(visitor, number, typed, "Act=compute");
        var answer = await Filing.SaveAsync(visitor, number, [], "Act=submit");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Visitor.ReadAsync(answer)).QuerySelector("[data-error-summary]")?.TextContent);
        return answer.LedTo();
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> CopyAsync(Visitor visitor, string number) =>
        await visitor.OpenAsync((await visitor.SubmitAsync($"/enterprise/declarations/{number}", [], $"/enterprise/declarations/{number}/copy")).LedTo());

    private static async Task<string> IdAsync(Visitor visitor, string name) =>
        (await visitor.OpenAsync($"/enterprise/templates?q={name}")).QuerySelector("[data-template]")!.GetAttribute("data-template")!;
}
