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
    [InlineData("![](/media/a.png)", 1)]
    [InlineData("一段 ![  ](/a.png) 文字\n\n![龙门吊](/b.png)\n\n- ![](/c.png)", 2)]
    [InlineData("![龙门吊 **正在** 装车](/b.png)", 0)]
    [InlineData("`![](/a.png)` 是写法", 0)]
    public void A_picture_without_a_description_is_a_fault_of_the_text(string markdown, int faults)
    {
        var problems = MarkdownText.Problems("Body", markdown).ToList();

        Assert.Equal(faults, problems.Count);
        Assert.All(problems, p => Assert.Contains("没有替代文字", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_of_ours_keeps_its_place_free_and_a_column_is_aligned_without_styles()
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.Render("![图](/media/abcdefghijkmnpqrstuvwxyz22-1200x800.jpg)\n\n| 货物 | 标箱 |\n|---|--:|\n| 箱包 | 1,874 |").Html).Body!;

        var picture = body.QuerySelector("img")!;
        Assert.Equal(("1200", "800", "lazy"), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")));
        Assert.Empty(body.QuerySelectorAll("[style]"));
        Assert.Equal("1,874", body.QuerySelector("td.text-end")!.TextContent);
    }

    [Fact]
    public void Links_of_a_text_follow_the_page_and_pictures_do_not()
    {
        var body = new HtmlParser().ParseDocument(MarkdownText.Render("[通道](/corridors/china-laos) [外面](https://example.invalid) ![图](/media/a.png)", a => a.StartsWith('/') ? "/en" + a : a).Html).Body!;

        Assert.Equal(["/en/corridors/china-laos", "https://example.invalid"], body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("/media/a.png", body.QuerySelector("img")!.GetAttribute("src"));
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
