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
    public async Task What_needs_a_customs_declaration_opens_as_one_and_names_the_rule_that_decided()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false, kind: null);

        var page = await Filing.OpenEditAsync(visitor, number);

        Assert.Contains("单票超过 5,000 元，须用报关单", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("海关总署公告 2020 年第 75 号", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["goods", "containers", "documents", "otherPacks", "edocs"], page.QuerySelectorAll("section[data-grid]").Select(s => s.Id!));
        Assert.Equal("91431299MA0000015J", Filing.ValueOf(page, "TradeCoScc"));
        Assert.Equal("来自企业名录", page.QuerySelector("#TradeCoScc-origin")?.TextContent);
        Assert.Equal("跨境电子商务", Filing.ValueOf(page, "Note"));
        Assert.Contains("国际贸易单一窗口", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_may_be_chosen_where_a_list_would_do_but_only_with_a_reason()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var answers = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Buyer"] = "Business",
            ["AtMost5000"] = "true",
            ["NeedsPapers"] = "false",
            ["FromSpecialArea"] = "false",
            ["TradeMode"] = "9710",
            ["Kind"] = "CustomsDeclaration",
        };

        await (await visitor.SubmitAsync("/enterprise/declarations/new", answers)).RefusedWithAsync("与建议不同的，请写明理由。");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", kind: "CustomsDeclaration", note: "客户要报关单退税");

        Assert.NotNull((await Filing.OpenEditAsync(visitor, number)).QuerySelector("#containers"));
    }

    [Fact]
    public async Task A_list_cannot_be_chosen_where_the_rule_asks_for_a_declaration()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        Dictionary<string, string?> answers = new() { ["Buyer"] = "Business", ["AtMost5000"] = "true", ["NeedsPapers"] = "true", ["FromSpecialArea"] = "false", ["TradeMode"] = "9710", ["Kind"] = "List", ["ModeNote"] = "习惯用清单" };

        await (await visitor.SubmitAsync("/enterprise/declarations/new", answers)).RefusedWithAsync("涉证、涉检或涉税，9710 须用报关单，不能选清单。");

        answers["Kind"] = "CustomsDeclaration";
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync("/enterprise/declarations/new", answers)).StatusCode);
    }

    [Theory]
    [InlineData("9610", "CustomsDeclaration", "9610 不能用报关单，报关单只用于 9710、9810、0110。")]
    [InlineData("0110", "List", "0110 不能用清单，清单只用于 9610、9710、9810。")]
    [InlineData("9610", "ExportReturn", "请选择清单或报关单。")]
    public async Task A_document_that_does_not_go_with_the_mode_is_refused_in_words_and_nothing_else_is_opened_instead(string mode, string kind, string sentence)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        Dictionary<string, string?> answers = new() { ["Buyer"] = "Consumer", ["AtMost5000"] = "true", ["NeedsPapers"] = "false", ["FromSpecialArea"] = "false", ["TradeMode"] = mode, ["Kind"] = kind, ["ModeNote"] = "试试" };

        await (await visitor.ForgeAsync("/enterprise/declarations/new", "/enterprise/declarations/new", answers)).RefusedWithAsync(sentence);
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
        Assert.Equal($"复制自 {number}", page.QuerySelector("#TrafMode-origin")?.TextContent);
    }
}
