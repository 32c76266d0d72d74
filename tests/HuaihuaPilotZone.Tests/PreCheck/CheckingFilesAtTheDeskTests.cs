using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Customs.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.PreCheck;

/// <summary>A file of a company's own program is checked at the desk as it is, or kept as a draft.</summary>
public sealed class CheckingFilesAtTheDeskTests(Portal portal)
{
    private const string Address = "/enterprise/tools/file-check";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_answered_with_all_that_is_wrong_with_it_and_nothing_is_kept()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        const string Order = "FILE-CHECK-0001";

        var page = await CheckAsync(visitor, "清单.json", ExportListJson.Serialize(AValidList.Of("9610") with { NetWeight = "9999", OrderNo = Order }).Insert(1, "\"colour\":\"red\","));

        var finding = page.QuerySelector("[data-file-check] [data-rule='WEIGHT-002']")!;
        Assert.Contains("净重", finding.TextContent, StringComparison.Ordinal);
        Assert.NotNull(finding.QuerySelector("a[href='/rules/WEIGHT-002']"));
        Assert.Contains("“colour”不是单证的字段", page.QuerySelector("[data-note]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 1 份清单：", page.QuerySelector("[data-file-check]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.WithDatabaseAsync(db => db.Declarations.AnyAsync(d => d.OrderNo == Order, Cancellation)));
    }

    [Fact]
    public async Task A_declaration_with_a_fault_and_one_that_breaks_off_are_told_in_words()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var message = Declaration();

        var wrong = await CheckAsync(visitor, "报关单.xml", message.Replace("<dec:NetWt>", "<dec:NetWt>9", StringComparison.Ordinal).Replace("<NetWt>", "<NetWt>9", StringComparison.Ordinal));
        var cut = await CheckAsync(visitor, "断.xml", message[..(message.Length / 2)]);

        Assert.NotNull(wrong.QuerySelector("[data-at='/netWeight']"));
        Assert.Contains("DecMessage", wrong.QuerySelector("[data-file-check] h2")!.TextContent, StringComparison.Ordinal);
        var problem = cut.QuerySelector("[data-problem='NotWellFormed']")!;
        Assert.Contains("没有写完", problem.TextContent, StringComparison.Ordinal);
        Assert.Matches("第 [0-9]+ 行第 [0-9]+ 列", problem.TextContent);
    }

    [Theory]
    [InlineData("CEB213Message")]
    [InlineData("CEB507Message")]
    [InlineData("CEB607Message")]
    [InlineData("CEB701Message")]
    [InlineData("CEB621Message")]
    [InlineData("CEB604Message")]
    public async Task Every_kind_of_message_is_read(string name)
    {
        var page = await CheckAsync(await portal.VisitAsAsync("filer"), name + ".xml", Encoding.UTF8.GetString(SampleMessages.Bytes(name)));

        var answer = page.QuerySelector("[data-file-check]")!;
        Assert.Contains(name, answer.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleMessages.IdentityNumber, answer.TextContent, StringComparison.Ordinal);
        Assert.Contains("不代替海关审核", answer.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_of_a_file_becomes_a_draft()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await KeepAsync(visitor, Declaration());

        var address = answer.LedTo();
        Assert.StartsWith("已用文件新建草稿。", await visitor.NoticeAfterAsync(answer), StringComparison.Ordinal);
        var draft = await visitor.OpenAsync(address);
        Assert.Equal(AValidDeclaration.Of(AValidList.BusinessToBusiness)[DocumentSchemas.CustomsDeclaration.FindHeader("grossWeight")!], Filing.ValueOf(draft, "GrossWeight"));
    }

    [Fact]
    public async Task What_cannot_become_a_draft_is_refused_and_checked_all_the_same()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        await (await KeepAsync(visitor, Encoding.UTF8.GetString(SampleMessages.Bytes("CEB507Message")))).RefusedWithAsync("运抵单报文不能新建预申报");
        await (await KeepAsync(visitor, DocumentJson.Serialize(AValidReturnDeclaration.Document).Insert(1, "\"kind\":\"returnDeclaration\","))).RefusedWithAsync("退运报关单从原报关单新建");
        await (await KeepAsync(visitor, Encoding.UTF8.GetString(SampleMessages.Bytes("CEB603Message")))).RefusedWithAsync("文件里有多份单证");
        var unreadable = await (await KeepAsync(visitor, "hello")).RefusedWithAsync("内容既不是海关报文，也不是单证的 JSON");
        await (await visitor.SubmitAsync(Address, [], Address)).RefusedWithAsync("请选择单证文件");

        Assert.NotNull(unreadable.QuerySelector("[data-problem]"));
        Assert.Equal("没有新建草稿", unreadable.QuerySelector("[data-error-summary] h2")!.TextContent);
        Assert.Equal(("true", true), (unreadable.QuerySelector("#File")!.GetAttribute("aria-invalid"), unreadable.QuerySelector("#File")!.ClassList.Contains("is-invalid")));
        // who is told why no draft was made is not led past it
        Assert.False(unreadable.QuerySelector("[data-file-check] h2")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task The_answer_says_in_one_sentence_how_it_stands_and_is_led_to_without_scripts()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var message = Declaration();

        var unreadable = await CheckAsync(visitor, "照片.png", "\u0089PNG");
        var cut = await CheckAsync(visitor, "断.xml", message[..(message.Length / 2)]);
        var whole = await CheckAsync(visitor, "好.xml", message);

        string VerdictOf(IHtmlDocument page) => page.QuerySelector("[data-file-check] h2[autofocus][tabindex='-1'] ~ [data-verdict]")!.TextContent;
        Assert.Equal("文件读不出来，没有检查。", VerdictOf(unreadable));
        Assert.NotNull(unreadable.QuerySelector("[data-file-check] a[href='/enterprise/imports/new']"));
        Assert.Matches("^文件本身 1 处问题；1 份单证，[1-9][0-9]* 处必须修改，[0-9]+ 处建议核对。$", VerdictOf(cut));
        Assert.Contains("已读到部分的结果", cut.QuerySelector("[data-cut]")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("^1 份单证，0 处必须修改，[0-9]+ 处建议核对。$", VerdictOf(whole));
        Assert.Null(whole.QuerySelector("[data-cut]"));
    }

    [Fact]
    public async Task An_empty_file_one_that_is_too_large_and_one_that_is_larger_than_the_page_takes_are_told_apart()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        await (await UploadAsync(visitor, 0)).RefusedWithAsync("文件是空的");
        var large = await (await UploadAsync(visitor, (5 * 1024 * 1024) + 1)).RefusedWithAsync("文件超过 5 MB");
        var larger = await UploadAsync(visitor, 11 * 1024 * 1024);

        Assert.DoesNotContain("文件是空的", large.Content(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.StatusCode);
        Assert.Equal("提交的内容太大", (await Visitor.ReadAsync(larger)).QuerySelector("main h1")!.TextContent);
    }

    [Fact]
    public async Task Who_sent_more_than_a_page_takes_is_led_back_to_its_form_and_never_to_another_site()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var here = visitor.Client.BaseAddress!;

        Assert.Equal(("返回刚才的表单", $"{Address}?from=tools"), await WayBackAsync(new Uri(here, $"{Address}?from=tools").ToString()));
        // elsewhere, what a browser would read as elsewhere, and nothing at all
        foreach (var from in new[] { "https://example.org/enterprise", $"{here}/example.org/x", null }) Assert.Equal(("返回工作台首页", "/enterprise"), await WayBackAsync(from));

        async Task<(string Text, string? Address)> WayBackAsync(string? referer)
        {
            var token = (await visitor.OpenAsync(Address)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[11 * 1024 * 1024]), "File", "单证.xml" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, UriKind.Relative)) { Content = form };
            if (referer is not null) request.Headers.Referrer = new Uri(referer);
            using var answer = await visitor.Client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            var way = (await Visitor.ReadAsync(answer)).QuerySelector("main .hh-empty .btn-primary")!;
            return (way.TextContent, way.GetAttribute("href"));
        }
    }

    private static string Declaration()
    {
        using var output = new MemoryStream();
        Assert.Empty(DeclarationWriter.Write(output, AValidDeclaration.Of(AValidList.BusinessToBusiness), "HH20261122000007", new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)), Cancellation).Refusals);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<IHtmlDocument> CheckAsync(Visitor visitor, string name, string content) =>
        await Visitor.ReadAsync(await visitor.UploadAsync(Address, Address, [], (name, Encoding.UTF8.GetBytes(content))));

    private static Task<HttpResponseMessage> UploadAsync(Visitor visitor, int bytes) => visitor.UploadAsync(Address, Address, [], ("单证.xml", new byte[bytes]));

    private static Task<HttpResponseMessage> KeepAsync(Visitor visitor, string content) =>
        visitor.UploadAsync(Address, Address, new() { ["Act"] = "keep" }, ("单证.xml", Encoding.UTF8.GetBytes(content)));
}
