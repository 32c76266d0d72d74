using System.Net;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class OpeningADraftTests(Portal portal)
{
    [Theory]
    [InlineData("Consumer", "true", "false", "9610", "清单")]
    [InlineData("Business", "true", "false", "9710", "清单")]
    [InlineData("OverseasWarehouse", "true", "false", "9810", "清单")]
    [InlineData("Business", "false", "false", "9710", "报关单")]
    [InlineData("OverseasWarehouse", "true", "true", "9810", "报关单")]
    public async Task Four_answers_propose_a_mode_and_say_why(string buyer, string small, string papers, string mode, string document)
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await visitor.SubmitAsync("/enterprise/declarations/new", new() { ["Buyer"] = buyer, ["AtMost5000"] = small, ["NeedsPapers"] = papers, ["FromSpecialArea"] = "false" });

        var page = await Visitor.ReadAsync(answer);
        var proposal = page.QuerySelector("section[role=status]")!.TextContent;
        Assert.Contains($"建议：{mode}，用{document}", proposal, StringComparison.Ordinal);
        Assert.Contains("依据：", proposal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_are_missing_are_all_asked_for_at_once()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var page = await Visitor.ReadAsync(await visitor.SubmitAsync("/enterprise/declarations/new", []));

        Assert.Equal(4, page.QuerySelectorAll("[data-error-summary] li").Length);
    }

    [Fact]
    public async Task Another_mode_than_the_proposed_one_needs_a_reason()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        Dictionary<string, string?> answers = new() { ["Buyer"] = "Consumer", ["AtMost5000"] = "true", ["NeedsPapers"] = "false", ["FromSpecialArea"] = "false", ["TradeMode"] = "9710" };

        var refused = await visitor.SubmitAsync("/enterprise/declarations/new", answers);
        Assert.Contains("与建议不同的，请写明理由。", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        answers["ModeNote"] = "买家是企业采购人";
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync("/enterprise/declarations/new", answers)).StatusCode);
    }

    [Fact]
    public async Task Goods_leaving_a_special_area_are_not_taken_and_the_page_says_why()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await visitor.SubmitAsync("/enterprise/declarations/new", new() { ["Buyer"] = "Consumer", ["AtMost5000"] = "true", ["NeedsPapers"] = "false", ["FromSpecialArea"] = "true" });

        Assert.Contains("暂不受理 1210", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_draft_is_filled_from_roster_and_profile_and_says_so()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);

        var page = await Filing.OpenEditAsync(visitor, number);

        Assert.Equal("91431299MA0000015J", Filing.ValueOf(page, "EbcCode"));
        Assert.Equal("来自企业名录", page.QuerySelector("#EbcCode-origin")?.TextContent);
        Assert.Equal("来自申报资料", page.QuerySelector("#LogisticsCode-origin")?.TextContent);
        Assert.Equal("2026-11-22", Filing.ValueOf(page, "IeDate"));
        Assert.Contains("国际贸易单一窗口", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_customs_declaration_is_kept_as_a_draft_but_cannot_be_submitted()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);

        var answer = await Filing.SaveAsync(visitor, number, Filing.Valid(), "Act=submit");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("须用报关单", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("643.2", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "OrderGoodsValue"));
    }

    [Fact]
    public async Task A_copy_takes_goods_and_parties_but_not_the_numbers_of_one_shipment()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        var answer = await visitor.SubmitAsync($"/enterprise/declarations/{number}", [], $"/enterprise/declarations/{number}/copy");

        var page = await visitor.OpenAsync(answer.Headers.Location!.ToString());
        Assert.Equal("拉杆箱", Filing.ValueOf(page, "Goods[0].Gname"));
        Assert.Equal("", Filing.ValueOf(page, "OrderNo"));
        Assert.Equal("", Filing.ValueOf(page, "LogisticsNo"));
        Assert.Equal($"复制自 {number}", page.QuerySelector("#PackNo-origin")?.TextContent);
    }
}
