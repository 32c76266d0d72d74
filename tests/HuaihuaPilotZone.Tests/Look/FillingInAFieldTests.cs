using AngleSharp.Dom;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Look;

public sealed class FillingInAFieldTests(Portal portal)
{
    [Fact]
    public async Task A_field_is_tied_to_its_label_and_carries_the_rules_of_its_validator()
    {
        var page = await portal.Visit().OpenAsync("/account/login");

        var name = Required(page, "#Name");
        Assert.Equal("登录名或邮箱", Required(page, "label[for=Name]").TextContent);
        Assert.Equal("请填写登录名或邮箱。", name.GetAttribute("data-val-required"));
        Assert.Null(name.GetAttribute("aria-invalid"));
        Assert.Equal("password", Required(page, "#Password").GetAttribute("type"));
    }

    [Fact]
    public async Task A_hint_describes_its_field_and_an_unchecked_box_still_says_no()
    {
        var page = await portal.Visit().OpenAsync("/account/login");

        Assert.Contains("Stay-hint", Required(page, "#Stay").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("公用电脑上请不要勾选。", Required(page, "#Stay-hint").TextContent);
        Assert.Equal("false", Required(page, "input[type=hidden][name=Stay]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_wrong_field_says_so_beside_itself_and_in_the_summary_that_leads_to_it()
    {
        using var answer = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = "", ["Password"] = "secret-1" });

        var page = await Visitor.ReadAsync(answer);
        var name = Required(page, "#Name");
        Assert.Equal("true", name.GetAttribute("aria-invalid"));
        Assert.Contains("Name-error", name.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("请填写登录名或邮箱。", Required(page, "#Name-error").TextContent.Trim());
        Assert.Equal("请填写登录名或邮箱。", Required(page, "[data-error-summary] a[href='#Name']").TextContent);
        Assert.StartsWith("有错误：", page.Title, StringComparison.Ordinal);
        // a password never travels back
        Assert.Null(Required(page, "#Password").GetAttribute("value"));
    }

    [Fact]
    public async Task A_problem_of_the_whole_form_stands_in_the_summary_without_a_link()
    {
        using var answer = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = "nobody", ["Password"] = "not-this-one" });

        var page = await Visitor.ReadAsync(answer);
        Assert.StartsWith("登录名或密码不对。", Required(page, "[data-error-summary] li span").TextContent, StringComparison.Ordinal);
    }

    private static IElement Required(IParentNode page, string selector)
    {
        var found = page.QuerySelector(selector);
        Assert.True(found is not null, $"The page has no {selector}.");
        return found;
    }
}
