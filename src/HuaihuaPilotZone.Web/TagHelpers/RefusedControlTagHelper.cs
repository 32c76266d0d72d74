using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>
/// Marks a control that a page writes by itself, a file or a list to choose from, where something stands against what was sent: by its frame for eyes and for
/// screen readers, as <see cref="FieldTagHelper"/> does for its own.
/// </summary>
[HtmlTargetElement("input", Attributes = "[type=file],name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "name,aria-describedby")]
public sealed class RefusedControlTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes["name"]?.Value?.ToString() is not { } name || ViewContext.ModelState[name] is not { Errors.Count: > 0 }) return;
        output.AddClass("is-invalid", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
