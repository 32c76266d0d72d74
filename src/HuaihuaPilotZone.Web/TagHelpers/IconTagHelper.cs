using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>An icon of the sprite: <c>&lt;hh-icon name="search" /&gt;</c>. Decorative unless it has a label.</summary>
[HtmlTargetElement("hh-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>Name in client/src/icons.json.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the icon says where no word stands beside it.</summary>
    public string? Label { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(Icons.Svg(ViewContext, urls, Name, Label, context.AllAttributes["class"]?.Value?.ToString()));
    }
}

/// <summary>Draws an icon of the sprite for the tag helpers that contain one.</summary>
internal static class Icons
{
    /// <summary>The svg element; its sprite has the fingerprinted address, so that browsers may keep it for ever.</summary>
    public static TagBuilder Svg(ViewContext view, IUrlHelperFactory urls, string name, string? label = null, string? cssClass = null)
    {
        const string Sprite = "dist/icons.svg";
        var assets = view.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var address = urls.GetUrlHelper(view).Content("~/" + (assets?[Sprite] ?? Sprite));
        var svg = new TagBuilder("svg");
        svg.AddCssClass("ic");
        if (!string.IsNullOrEmpty(cssClass)) svg.AddCssClass(cssClass);
        if (label is null)
        {
            svg.Attributes["aria-hidden"] = "true";
        }
        else
        {
            svg.Attributes["role"] = "img";
            svg.Attributes["aria-label"] = label;
        }
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{address}#{name}";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
