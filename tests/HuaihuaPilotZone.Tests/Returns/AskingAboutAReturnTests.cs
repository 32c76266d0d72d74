using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Returns;

public sealed class AskingAboutAReturnTests(Portal portal)
{
    private const string Case = "/enterprise/tools/returns?Asked=true&TradeMode=9710&ExportedOn=2026-03-01&Reason=SentBack&IsInOriginalState=true&IsFood=false&RefundTaken=false";

    [Fact]
    public async Task Goods_back_in_time_are_said_to_be_exempt()
    {
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync(Case + "&ReturnedOn=2026-08-30");

        Assert.Contains("符合免税条件（估算）", page.Content(), StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", page.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_can_stay_open_and_no_is_an_answer()
    {
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync(Case);

        Assert.Equal(("true", "false", null), (Chosen("IsInOriginalState"), Chosen("IsFood"), Chosen("HasRefundCertificate")));

        string? Chosen(string name) => Assert.IsAssignableFrom<IHtmlSelectElement>(page.QuerySelector($"[name={name}]")).Value;
    }

    [Fact]
    public async Task Goods_back_too_late_are_told_why_with_the_citation()
    {
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync(Case + "&ReturnedOn=2026-09-02");

        Assert.Contains("不符合免税条件（估算）", page.Content(), StringComparison.Ordinal);
        Assert.Contains("超过6个月", page.Content(), StringComparison.Ordinal);
        Assert.Contains("公告2026年第16号", page.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_yet_can_be_left_open()
    {
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync("/enterprise/tools/returns");

        foreach (var name in new[] { "WasCustomsDeclaration", "IsInOriginalState", "IsFood", "RefundTaken" })
            Assert.Equal(["", "true", "false"], page.QuerySelectorAll($"select[name={name}] option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_answered_at_its_field()
    {
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync("/enterprise/tools/returns?Asked=true&TradeMode=96&ExportedOn=0001-01-01&ConsumptionPercent=100&Value=-1");

        var problems = page.QuerySelector(".hh-errsum")!.TextContent;
        Assert.Contains("监管方式是 4 位数字", problems, StringComparison.Ordinal);
        Assert.Contains("日期应在", problems, StringComparison.Ordinal);
        Assert.Contains("消费税税率", problems, StringComparison.Ordinal);
        Assert.Contains("金额应在", problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_estimate_prints_formula_rates_and_the_word_estimate()
    {
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync("/enterprise/tools/import-tax?Asked=true&GoodsValue=1000&ValueAddedPercent=13&ConsumptionPercent=15");

        Assert.Contains("估算合计 230.59 元", page.Content(), StringComparison.Ordinal);
        Assert.Contains("÷ (1 − 0.15) × 70%", page.Content(), StringComparison.Ordinal);
        Assert.Contains("来源：", page.Content(), StringComparison.Ordinal);
    }
}
