using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>An icon of the sprite: <c>&lt;hh-icon name="search" /&gt;</c>. Decorative unless it has a label.</summary>
[HtmlTargetElement("hh-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
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
        output.Content.SetHtmlContent(Icons.Svg(ViewContext.HttpContext, Name, Label, context.AllAttributes["class"]?.Value?.ToString()));
    }
}

/// <summary>Draws an icon of the sprite for the tag helpers that contain one, and for the frame of the page, which has none.</summary>
internal static class Icons
{
    // as many as the views name with their looks; nothing of a visitor is in them
    private static readonly ConcurrentDictionary<(string Sprite, string Name, string? CssClass), IHtmlContent> _decorative = [];

    /// <summary>The svg element; its sprite has the fingerprinted address, so that browsers may keep it for ever.</summary>
    public static IHtmlContent Svg(HttpContext context, string name, string? label = null, string? cssClass = null)
    {
        var sprite = AssetAddress.Of(context, "dist/icons.svg");
        if (label is not null) return Draw(sprite, name, label, cssClass);
        return _decorative.GetOrAdd((sprite, name, cssClass), static icon =>
        {
            using var drawn = new StringWriter();
            Draw(icon.Sprite, icon.Name, label: null, icon.CssClass).WriteTo(drawn, HtmlEncoder.Default);
            return new HtmlString(drawn.ToString());
        });
    }

    private static TagBuilder Draw(string sprite, string name, string? label, string? cssClass)
    {
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
        use.Attributes["href"] = $"{sprite}#{name}";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
