using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Public;
using HuaihuaPilotZone.Web.Public.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>
/// 第 21 至 40 份，共 146 份 and the page links, which keep the rest of the query string:
/// <c>&lt;hh-pager for-page="Model.Page" unit="份" /&gt;</c>. An empty list draws nothing.
/// </summary>
[HtmlTargetElement("hh-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<SiteText> words) : TagHelper
{
    /// <summary>The page shown.</summary>
    public IPage ForPage { get; set; } = null!;

    /// <summary>Measure word of the rows: 份, 家, 条.</summary>
    public string Unit { get; set; } = "条";

    /// <summary>Name of the page number in the query string.</summary>
    public string Parameter { get; set; } = "page";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The numbers offered: first, last and two around the current page; null for a gap.</summary>
    public static IReadOnlyList<int?> Numbers(int current, int last)
    {
        var numbers = new List<int?>();
        for (var number = 1; number <= last; number++)
        {
            if (number == 1 || number == last || Math.Abs(number - current) <= 1) numbers.Add(number);
            else if (number == current - 2 || number == current + 2)
            {
                // a gap of one page is that page
                var single = number == 2 || number == last - 1;
                numbers.Add(single ? number : null);
            }
        }
        return numbers;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ForPage.Total == 0)
        {
            output.SuppressOutput();
            return;
        }
        var last = ForPage.Last;
        // what a form is sent to may name a page behind the last one: it has no rows, and the pager must not name any
        var isBehind = ForPage.Number > last;
        var current = isBehind ? last + 1 : ForPage.Number;
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddTone("hh-pager", null);
        output.Attributes.SetAttribute("aria-label", words["Pager.Label"].Value);
        var range = new TagBuilder("span");
        range.InnerHtml.Append(isBehind
            ? words["Pager.Behind", ForPage.Total, Unit]
            : words[ForPage.IsCut ? "Pager.RangeCut" : "Pager.Range", (current - 1) * ForPage.Size + 1, Math.Min(current * ForPage.Size, ForPage.Total), ForPage.Total, Unit]);
        output.Content.AppendHtml(range);
        if (last > 1 || isBehind) output.Content.AppendHtml(Links(current, last));
    }

    private TagBuilder Links(int current, int last)
    {
        var pages = new TagBuilder("div");
        pages.AddCssClass("pg");
        pages.InnerHtml.AppendHtml(Step(current - 1, words["Pager.Previous"], current > 1, "prev"));
        foreach (var number in Numbers(current, last))
            pages.InnerHtml.AppendHtml(number is { } n ? NumberLink(n, n == current) : Gap());
        pages.InnerHtml.AppendHtml(Step(current + 1, words["Pager.Next"], current < last, "next"));
        return pages;
    }

    private TagBuilder NumberLink(int number, bool isCurrent)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = HrefOf(number);
        link.Attributes["aria-label"] = words["Pager.Page", number].Value;
        if (isCurrent) link.Attributes["aria-current"] = "page";
        link.InnerHtml.Append(number.ToString(CultureInfo.InvariantCulture));
        return link;
    }

    private TagBuilder Step(int number, string text, bool isOpen, string rel)
    {
        var step = new TagBuilder(isOpen ? "a" : "span");
        if (isOpen)
        {
            step.Attributes["href"] = HrefOf(number);
            step.Attributes["rel"] = rel;
        }
        else
        {
            step.Attributes["aria-disabled"] = "true";
        }
        step.InnerHtml.Append(text);
        return step;
    }

    private static HtmlString Gap() => new HtmlString("<span aria-hidden=\"true\">…</span>");

    private string HrefOf(int number) => QueryAddress.AtPage(ViewContext.HttpContext.Request, Parameter, number);
}
