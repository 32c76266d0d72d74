using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Letters;

/// <summary>Letters are published with consent and without personal data, from a masked copy.</summary>
public sealed class PublishingLettersTests(QuickPortal quick) : IClassFixture<QuickPortal>
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly Portal _portal = quick.Portal;

    [Fact]
    public async Task An_editor_gets_a_masked_copy_publishes_and_withdraws_it()
    {
        var values = Correspondence.Filling("写信人甲问退货");
        values["Body"] = "我是写信人甲，电话 138 0000 1234，邮箱 a.b@example.com，身份证 431202199001011234，请回电。";
        var (number, _) = await _portal.WriteAsync(values);
        await _portal.AnswerAsync(number, "写信人甲您好，请看办事指南。");
        var editor = await _portal.VisitAsAsync("editor");
        var page = $"/park/letter-publications/{number}";

        var copy = await editor.OpenAsync(page);

        foreach (var secret in new[] { "写信人甲", "0000 1234", "example.com", "431202199001011234", "000-12345678" }) Assert.DoesNotContain(secret, copy.DocumentElement.TextContent + copy.Value("Title") + copy.Value("Body") + copy.Value("Reply"), StringComparison.Ordinal);
        Assert.Contains(PersonalData.Masked, copy.Value("Body"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visit().GetAsync($"/letters/{number}")).StatusCode);
        Assert.Equal(page, (await editor.SubmitAsync(page, new() { ["Title"] = "退货怎么办理" }, page)).LedTo());
        var shown = await _portal.Visit().OpenAsync($"/letters/{number}");
        Assert.Equal("退货怎么办理", shown.QuerySelector("h1")!.TextContent);
        Assert.Contains("请看办事指南", shown.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("写信人甲", shown.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await _portal.Visit().OpenAsync("/letters?kind=Consultation")).QuerySelector($"[data-letter='{number}']"));

        await editor.SubmitAsync($"{page}/withdraw", new() { ["Reason"] = "测试" }, $"{page}/withdraw");

        Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visit().GetAsync($"/letters/{number}")).StatusCode);
        Assert.Null((await _portal.Visit().OpenAsync("/letters")).QuerySelector($"[data-letter='{number}']"));
    }

    [Theory]
    [InlineData("请打 13800001234 找我", "手机号码")]
    [InlineData("请打 138-0000-1234 找我", "手机号码")]
    [InlineData("请打 １３８００００１２３４ 找我", "手机号码")]
    [InlineData("请打 +86 138 0000 1234 找我", "手机号码")]
    [InlineData("座机 0745-2712345", "电话号码")]
    [InlineData("座机（0745）2712345", "电话号码")]
    [InlineData("电话：2712345", "电话号码")]
    [InlineData("邮箱 someone@example.com", "邮箱")]
    [InlineData("邮箱 someone＠example.com", "邮箱")]
    [InlineData("身份证 43120219900101123X", "证件号码")]
    [InlineData("身份证 431202 19900101 1234", "证件号码")]
    [InlineData("护照 E12345678", "证件号码")]
    [InlineData("卡号 6222 0000 0000 0000 000", "银行卡")]
    [InlineData("我是写信人甲", "来信人的姓名")]
    public async Task Personal_data_in_the_copy_blocks_the_publication(string text, string reason)
    {
        var (number, _) = await _portal.WriteAsync(Correspondence.Filling("要公开的来信"));
        await _portal.AnswerAsync(number, "答复。");
        var editor = await _portal.VisitAsAsync("editor");
        var page = $"/park/letter-publications/{number}";

        foreach (var field in new[] { "Title", "Body", "Reply" })
        {
            var refused = await (await editor.SubmitAsync(page, new() { [field] = text }, page)).RefusedWithAsync(reason, "不能公开");
            Assert.Equal(text, refused.Value(field));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visit().GetAsync($"/letters/{number}")).StatusCode);
    }

    [Theory]
    [InlineData("湘政发〔2023〕9号，2026-11-28 和 20261128 都是日期")]
    [InlineData("申报单号 HH-20261122-000001，编号 XJ-20261122-0001")]
    [InlineData("信用代码 91431299MA0000015J，箱号 MWCU6059784，编码 4202120090")]
    [InlineData("金额 1000000 元，共 12,345.67 千克")]
    public void Numbers_of_documents_goods_and_days_are_no_personal_data(string text) => Assert.Empty(PersonalData.Find(text));

    [Fact]
    public async Task Without_consent_before_an_answer_and_for_reports_there_is_no_copy()
    {
        var (silent, _) = await _portal.WriteAsync(Correspondence.Filling("不同意公开", publish: false));
        await _portal.AnswerAsync(silent, "答复。");
        var (open, _) = await _portal.WriteAsync(Correspondence.Filling("还没答复"));
        var (report, _) = await _portal.WriteAsync(Correspondence.Filling("举报", "Report"));
        await _portal.AnswerAsync(report, "答复。");
        var editor = await _portal.VisitAsAsync("editor");

        foreach (var number in new[] { silent, open, report })
        {
            var page = $"/park/letter-publications/{number}";
            Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await editor.ForgeAsync("/park/letter-publications", page, new() { ["Version"] = "2", ["Title"] = "标题", ["Body"] = "内容", ["Reply"] = "答复" })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visit().GetAsync($"/letters/{number}")).StatusCode);
        }
        foreach (var person in new[] { "reviewer", "auditor" }) Assert.Equal(HttpStatusCode.Forbidden, (await (await _portal.VisitAsAsync(person)).GetAsync("/park/letter-publications")).StatusCode);
    }

    [Fact]
    public async Task A_script_in_any_field_is_shown_as_text_on_every_page()
    {
        var values = Correspondence.Filling(Script);
        (values["Body"], values["Name"]) = (Script, "写信人<b>");
        var (number, code) = await _portal.WriteAsync(values);
        var admin = await _portal.VisitAsAsync("admin");
        var desk = $"/park/letters/{number}";
        await admin.SubmitAsync(desk, new() { ["HandlerId"] = (await admin.OpenAsync(desk)).QuerySelector("select[name=HandlerId] option[value]:not([value=''])")!.GetAttribute("value"), ["Note"] = Script }, $"{desk}/assign");
        await _portal.AnswerAsync(number, Script);
        var editor = await _portal.VisitAsAsync("editor");
        var page = $"/park/letter-publications/{number}";
        (await editor.SubmitAsync(page, new() { ["Title"] = Script, ["Body"] = Script, ["Reply"] = Script }, page)).LedTo();

        foreach (var address in new[] { "/letters", $"/letters/{number}" }) Assert.Empty((await _portal.Visit().OpenAsync(address)).QuerySelectorAll("main script, [onerror]"));
        foreach (var address in new[] { "/park/letters", desk }) Assert.Empty((await admin.OpenAsync(address)).QuerySelectorAll("main script, [onerror], dd b"));
        foreach (var address in new[] { "/park/letter-publications", page }) Assert.Empty((await editor.OpenAsync(address)).QuerySelectorAll("main script, [onerror]"));
        Assert.Empty((await _portal.LookAsync(number, code)).QuerySelectorAll("main script, [onerror]"));
        await editor.SubmitAsync($"{page}/withdraw", new() { ["Reason"] = "测试" }, $"{page}/withdraw");
    }

    [Fact]
    public async Task In_English_only_the_letters_are_Chinese()
    {
        var visitor = _portal.Visit();
        foreach (var address in new[] { "/en/letters", "/en/letters/new", "/en/letters/status", "/en/letters/XJ-20260101-0001" })
        {
            var page = await visitor.OpenAsync(address);
            Assert.Single(page.QuerySelectorAll("h1"));
            foreach (var quoted in page.QuerySelectorAll("[lang='zh-CN']").ToList()) quoted.Remove();
            Assert.DoesNotMatch(@"[\u3400-\u9fff]", page.QuerySelector("main")!.TextContent);
        }
    }
}
