using System.Text.Encodings.Web;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>Keeps links and forms of English pages among the English pages, so that views name every page by its one local address. hreflang on a link says that it leads elsewhere.</summary>
[HtmlTargetElement("a", Attributes = Href)]
[HtmlTargetElement("form", Attributes = Action)]
public sealed class LinkInLanguageTagHelper : TagHelper
{
    private const string Href = "href";
    private const string Action = "action";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!PageAddress.IsEnglish || output.Attributes.ContainsName("hreflang")) return;
        var name = output.Attributes.ContainsName(Href) ? Href : Action;
        if (!output.Attributes.TryGetAttribute(name, out var attribute)) return;
        // encoded or not: the encoder leaves the path alone, and only what stands before it changes
        var (address, isEncoded) = Text(attribute.Value);
        var here = PageAddress.InEnglish(address);
        if (!ReferenceEquals(here, address)) output.Attributes.SetAttribute(name, isEncoded ? new HtmlString(here) : here);
    }

    private static (string Address, bool IsEncoded) Text(object? value)
    {
        if (value is not IHtmlContent content) return (value?.ToString() ?? "", false);
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return (writer.ToString(), true);
    }
}
