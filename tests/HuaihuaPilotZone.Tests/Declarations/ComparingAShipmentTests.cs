using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class ComparingAShipmentTests(Portal portal)
{
    private const string Address = "/enterprise/tools/cross-check";

    [Fact]
    public async Task A_file_is_set_beside_the_list_filed_here_and_every_mismatch_is_coloured_and_said_with_its_rule()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(portal, visitor);
        var order = await ReadFileAsync(visitor, number);

        var same = await CompareAsync(visitor, Address, number, order);
        var changed = await CompareAsync(visitor, Address, number, order.Replace("<ceb:qty>24</ceb:qty>", "<ceb:qty>25</ceb:qty>", StringComparison.Ordinal));

        Assert.Equal(["CROSS-032"], Rules(same));
        Assert.Equal(["CROSS-032", "CROSS-023"], Rules(changed));
        Assert.Contains("第 1 项的数量不一致：订单是“25”，清单是“24”。", changed.QuerySelector("[data-cross-summary]")!.TextContent, StringComparison.Ordinal);
        var row = changed.QuerySelector("[data-compared='CROSS-023']")!;
        Assert.Contains("hh-row--bad", row.ClassName, StringComparison.Ordinal);
        Assert.Contains("商品数量各单不一致", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("一致", changed.QuerySelector("[data-compared='CROSS-001']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国际贸易单一窗口", changed.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_compares_what_was_submitted_and_an_auditor_only_reads()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.PassNewAsync(portal, visitor);
        var order = await ReadFileAsync(visitor, number);

        var page = await CompareAsync(await portal.VisitAsAsync("reviewer"), "/park/cross-check", number, order);

        Assert.Equal(["CROSS-032"], Rules(page));
        var auditor = await portal.VisitAsAsync("auditor");
        Assert.NotNull((await auditor.OpenAsync($"/park/cross-check?number={number}")).QuerySelector($"[name=Number][value='{number}']"));
        Assert.NotNull((await auditor.OpenAsync($"/park/declarations/{number}")).QuerySelector($"a[href='/park/cross-check?number={number}']"));
    }

    [Fact]
    public async Task What_cannot_be_compared_is_said_in_words()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var own = await Filing.SubmitNewAsync(visitor);
        var tea = await portal.VisitAsAsync("tea");

        Assert.Contains("请选择报文文件", (await CompareAsync(visitor, Address, "", null)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("申报单号应为", (await CompareAsync(visitor, Address, "7", null)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有找到这份预申报", (await CompareAsync(tea, Address, own, null)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("f.xml：", (await CompareAsync(visitor, Address, own, "<x/>")).QuerySelector(".hh-callout--warn")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rules(IHtmlDocument page) => page.QuerySelectorAll("[data-cross-summary] [data-rule]").Select(r => r.GetAttribute("data-rule")!);

    private static async Task<string> ReadFileAsync(Visitor visitor, string number)
    {
        using var answer = await visitor.GetAsync($"/enterprise/declarations/{number}/files/order.xml");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IHtmlDocument> CompareAsync(Visitor visitor, string address, string number, string? file)
    {
        var page = await visitor.OpenAsync(address);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(number), "Number" },
            { new StringContent(((IHtmlInputElement)page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
        };
        if (file is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Files", "f.xml");
        var answer = await visitor.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Visitor.ReadAsync(answer);
    }
}
