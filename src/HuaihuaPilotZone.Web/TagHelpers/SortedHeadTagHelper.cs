using HuaihuaPilotZone.Web.Public.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>
/// The head of a column that a list can be ordered by, with <c>sort</c> and <c>dir</c> in the address and the rest of the query kept:
/// <c>&lt;hh-th by="Documents" class="r"&gt;文件&lt;/hh-th&gt;</c>. A second choice of the same column turns the order round.
/// </summary>
[HtmlTargetElement("hh-th")]
public sealed class SortedHeadTagHelper : TagHelper
{
    /// <summary>Value of <c>sort</c>.</summary>
    public string By { get; set; } = "";

    /// <summary>Whether the list is in this order while the address names none.</summary>
    public bool Usual { get; set; }

    /// <summary>Whether the first choice puts the greatest first, as for days and counts.</summary>
    public bool Descending { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var chosen = request.Query["sort"].ToString();
        var isCurrent = chosen.Length == 0 ? Usual : chosen.Equals(By, StringComparison.OrdinalIgnoreCase);
        var isDescending = request.Query["dir"].ToString() switch
        {
            "asc" => false,
            "desc" => true,
            _ => Descending,
        };
        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        if (isCurrent) output.Attributes.SetAttribute("aria-sort", isDescending ? "descending" : "ascending");
        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryAddress.With(request, [("sort", By), ("dir", (isCurrent ? !isDescending : Descending) ? "desc" : "asc")]);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
