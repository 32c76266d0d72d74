using AngleSharp.Html.Parser;
using HuaihuaPilotZone.Content;

namespace HuaihuaPilotZone.Tests.Content;

/// <summary>Editors write Markdown; what they write must not become markup or scripts of ours.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <b onclick=\"alert(1)\">bold</b>")]
    [InlineData("<iframe src=\"https://elsewhere.example\"></iframe>")]
    [InlineData("<!-- comment --><style>body{display:none}</style>")]
    public void Html_is_shown_as_text(string markdown)
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.Render(markdown).Html).Body!;

        Assert.Empty(body.QuerySelectorAll("script, img, b, iframe, style, [onclick], [onerror]"));
        Assert.Contains("<", body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java\\nscript:alert(1))")]
    [InlineData("[x](<\tjavascript:alert(1)>)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](//elsewhere.example)")]
    [InlineData("[x](/\\elsewhere.example)")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x](https://ok.example){onclick=alert(1)}")]
    public void No_link_leads_to_a_script_or_out_of_its_scheme(string markdown)
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.Render(markdown).Html).Body!;

        Assert.All(body.QuerySelectorAll("a"), a => Assert.True(a.GetAttribute("href") is "#" or "https://ok.example", a.OuterHtml));
        Assert.Empty(body.QuerySelectorAll("[onclick], img"));
    }

    [Theory]
    [InlineData("[x](https://www.huaihua.gov.cn/a?b=1#c)", "https://www.huaihua.gov.cn/a?b=1#c")]
    [InlineData("[x](/corridors/china-laos)", "/corridors/china-laos")]
    [InlineData("[x](#s2)", "#s2")]
    [InlineData("[x](mailto:office@example.invalid)", "mailto:office@example.invalid")]
    [InlineData("<https://www.huaihua.gov.cn>", "https://www.huaihua.gov.cn")]
    public void Honest_links_stay(string markdown, string address) =>
        Assert.Equal(address, new HtmlParser().ParseDocument(MarkdownText.Render(markdown).Html).QuerySelector("a")!.GetAttribute("href"));

    [Fact]
    public void A_picture_from_elsewhere_becomes_a_link_and_our_own_stays_a_picture()
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.Render("![a](https://elsewhere.example/p.png) ![b](/pictures/yard.png)").Html).Body!;

        Assert.Equal("/pictures/yard.png", Assert.Single(body.QuerySelectorAll("img")).GetAttribute("src"));
        Assert.Equal("https://elsewhere.example/p.png", Assert.Single(body.QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Fact]
    public void Headings_stand_below_the_pages_own_and_make_its_contents()
    {
        var text = MarkdownText.Render("# 一、范围\n\n## 二、*办理*方式\n\n### 细节\n\n| 事项 | 时限 |\n|---|---|\n| 登记 | 3 天 |");
        var body = new HtmlParser().ParseDocument(text.Html).Body!;

        Assert.Empty(body.QuerySelectorAll("h1"));
        Assert.Equal(["一、范围", "二、办理方式"], text.Headings.Select(h => h.Text));
        Assert.All(text.Headings, h => Assert.NotNull(body.QuerySelector($"h2#{h.Id}")));
        Assert.Contains("hh-table", body.QuerySelector("table")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_nested_without_end_is_refused_instead_of_breaking_the_page()
    {
        Assert.False(MarkdownText.CanRender(string.Concat(Enumerable.Repeat("> ", 400)) + "x"));
        Assert.True(MarkdownText.CanRender("> > 引用"));
    }
}
