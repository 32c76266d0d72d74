using AngleSharp.Html.Parser;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Public;
using HuaihuaPilotZone.Web.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Look;

public sealed class TurningPagesTests
{
    private static readonly StringLocalizer<SiteText> _words = new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 8, "1 2 … 8")]
    [InlineData(2, 8, "1 2 3 … 8")]
    [InlineData(4, 8, "1 2 3 4 5 … 8")]
    [InlineData(5, 9, "1 … 4 5 6 … 9")]
    [InlineData(6, 8, "1 … 5 6 7 8")]
    [InlineData(8, 8, "1 … 7 8")]
    public void The_first_the_last_and_the_neighbours_are_offered(int current, int last, string expected) =>
        Assert.Equal(expected, string.Join(' ', PagerTagHelper.Numbers(current, last).Select(n => n?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…")));

    [Fact]
    public void The_links_keep_what_was_searched_for()
    {
        var page = Draw(new Page<int>([], 2, 20, 146), "?q=%E7%AE%B1%E5%8C%85&kind=a&kind=b&page=2");

        Assert.Contains("第 21 至 40 份，共 146 份", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/policies?q=%E7%AE%B1%E5%8C%85&kind=a&kind=b&page=3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/policies?q=%E7%AE%B1%E5%8C%85&kind=a&kind=b", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("2", page.QuerySelector("[aria-current=page]")!.TextContent);
    }

    [Fact]
    public void The_last_page_ends_with_the_last_row_and_leads_nowhere_further()
    {
        var page = Draw(new Page<int>([], 8, 20, 146), "?page=8");

        Assert.Contains("第 141 至 146 份，共 146 份", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[rel=next]"));
        Assert.NotNull(page.QuerySelector("span[aria-disabled]"));
    }

    [Theory]
    [InlineData(9, 146, 8)]
    [InlineData(1000, 7, 1)]
    public void A_page_behind_the_last_one_names_no_rows_and_leads_back(int number, int total, int last)
    {
        var page = Draw(new Page<int>([], number, 20, total), $"?page={number}");

        Assert.Contains($"这一页没有内容，共 {total} 份", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(last == 1 ? "/policies" : $"/policies?page={last}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[aria-current], a[rel=next]"));
    }

    [Fact]
    public void A_list_of_one_page_has_a_count_and_no_links_and_an_empty_list_has_nothing()
    {
        Assert.Empty(Draw(new Page<int>([], 1, 20, 7), "").QuerySelectorAll("a"));
        Assert.Equal("", Draw(new Page<int>([], 1, 20, 0), "").Body!.InnerHtml);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Draw(IPage page, string query)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/policies";
        http.Request.QueryString = new QueryString(query);
        var helper = new PagerTagHelper(_words) { ForPage = page, Unit = "份", ViewContext = new ViewContext { HttpContext = http } };
        var output = new TagHelperOutput("hh-pager", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
