using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>
/// A field of a form with everything that belongs to it: label, control, unit, hint and error, tied together for
/// screen readers. <c>&lt;hh-field for="NetWeight" unit="千克" inputmode="decimal" hint="…" class="c3" /&gt;</c>.
/// The framework's generator writes the control, so that the client rules (data-val-*) are those of the validator.
/// Without <see cref="Items"/>, <see cref="Rows"/> or a checkbox type it is an input.
/// </summary>
[HtmlTargetElement("hh-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property of the form.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Words above the control; without them the [Display] name.</summary>
    public string? Label { get; set; }

    /// <summary>A sentence below the control.</summary>
    public string? Hint { get; set; }

    /// <summary>Marks the field 选填.</summary>
    public bool Optional { get; set; }

    /// <summary>The word of that mark, for pages in another language.</summary>
    public string OptionalWord { get; set; } = "选填";

    /// <summary>Unit inside the field at the right; right-aligns the value.</summary>
    public string? Unit { get; set; }

    public bool Readonly { get; set; }

    /// <summary>Makes the field a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>First option of a select, with an empty value; null for none.</summary>
    public string? Prompt { get; set; } = "请选择";

    /// <summary>Makes the field a textarea of so many rows.</summary>
    public int Rows { get; set; }

    /// <summary>Says that the textarea holds Markdown: with scripts, a text with a toolbar stands in its place (client/src/editor, see _MarkdownEditor).</summary>
    public bool Markdown { get; set; }

    /// <summary>Type of the input: text, password, date, month, number, email, tel, url, search or checkbox. Without it, date for a DateOnly, checkbox for a bool without items, otherwise text.</summary>
    public string? Type { get; set; }

    /// <summary>decimal, numeric, tel …: the keyboard of phones.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Most characters; 0 for no limit.</summary>
    public int Maxlength { get; set; }

    public string? Placeholder { get; set; }

    public string? Autocomplete { get; set; }

    public bool Autofocus { get; set; }

    /// <summary>Id of a datalist that offers values.</summary>
    public string? Suggestions { get; set; }

    /// <summary>JSON Pointer of the field in a declaration: the pre-check shows its messages here and writes its proposals here.</summary>
    public string? Path { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, generator.IdAttributeDotReplacement);

    private bool IsCheckbox => Items is null && string.Equals(TypeOrOwn, "checkbox", StringComparison.Ordinal);

    private string TypeOrOwn => Type ?? (For.Metadata.UnderlyingOrModelType == typeof(bool) ? "checkbox"
        : For.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? "date" : "text");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hasError = ViewContext.ModelState.GetFieldValidationState(Name) == ModelValidationState.Invalid;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddTone("hh-field", null);
        if (IsCheckbox)
        {
            WriteCheckbox(output.Content, hasError);
        }
        else
        {
            output.Content.AppendHtml(LabelElement("form-label"));
            var control = Control(hasError);
            output.Content.AppendHtml(Unit is null ? control : WithUnit(control));
        }
        if (Hint is not null) output.Content.AppendHtml(HintElement());
        output.Content.AppendHtml(ErrorElement());
        if (Path is not null) output.Content.AppendHtml(MessageElement());
    }

    private TagBuilder LabelElement(string cssClass)
    {
        var label = generator.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, Label, new { @class = cssClass })!;
        if (Optional)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("opt");
            mark.InnerHtml.Append(OptionalWord);
            label.InnerHtml.AppendHtml(mark);
        }
        return label;
    }

    private IHtmlContent Control(bool hasError)
    {
        var attributes = Attributes(hasError, Items is null ? "form-control" : "form-select");
        if (Items is not null) return Select(attributes);
        if (Rows > 0) return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes)!;
        if (TypeOrOwn == "password") return generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes)!;
        attributes["type"] = TypeOrOwn;
        var format = TypeOrOwn == "date" ? "{0:yyyy-MM-dd}" : For.ModelExplorer.Metadata.EditFormatString;
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes)!;
    }

    private IHtmlContent Select(Dictionary<string, object?> attributes)
    {
        var select = generator.GenerateSelect(ViewContext, For.ModelExplorer, Prompt, For.Name, Items, allowMultiple: false, attributes);
        if (!Readonly) return select;
        // a select knows no readonly, and a disabled one sends nothing
        var hidden = generator.GenerateHidden(ViewContext, For.ModelExplorer, For.Name, For.Model, useViewData: false, new { id = $"{Id}-value" })!;
        hidden.TagRenderMode = TagRenderMode.SelfClosing;
        return new HtmlContentBuilder().AppendHtml(select).AppendHtml(hidden);
    }

    private void WriteCheckbox(TagHelperContent content, bool hasError)
    {
        var row = new TagBuilder("div");
        row.AddCssClass("form-check");
        var isChecked = For.Model as bool?;
        ForgetUnreadable();
        row.InnerHtml.AppendHtml(generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, isChecked, Attributes(hasError, "form-check-input"))!);
        row.InnerHtml.AppendHtml(LabelElement("form-check-label"));
        content.AppendHtml(row);
        // an unchecked box sends nothing; the hidden field says false
        var hidden = generator.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name)!;
        hidden.TagRenderMode = TagRenderMode.SelfClosing;
        content.AppendHtml(hidden);
    }

    /// <summary>What was sent is neither yes nor no: the generator would fail on it, so the box is shown as the form has it.</summary>
    private void ForgetUnreadable()
    {
        if (ViewContext.ModelState[Name] is { RawValue: not null } sent && !bool.TryParse(sent.AttemptedValue?.Split(',')[0], out _)) sent.RawValue = null;
    }

    private Dictionary<string, object?> Attributes(bool hasError, string cssClass)
    {
        var described = string.Join(' ', Described(Id));
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["class"] = string.Join(' ', Classes(cssClass, hasError)),
            ["aria-describedby"] = described,
        };
        if (hasError) attributes["aria-invalid"] = "true";
        if (Readonly) attributes[Items is null ? "readonly" : "disabled"] = Items is null ? "readonly" : "disabled";
        if (Autofocus) attributes["autofocus"] = "autofocus";
        if (Maxlength > 0) attributes["maxlength"] = Maxlength;
        if (Markdown) attributes["data-markdown"] = "";
        AddIf(attributes, "inputmode", Inputmode);
        AddIf(attributes, "placeholder", Placeholder);
        AddIf(attributes, "autocomplete", Autocomplete);
        AddIf(attributes, "list", Suggestions);
        AddIf(attributes, "data-path", Path);
        return attributes;
    }

    private IEnumerable<string> Described(string id)
    {
        if (Hint is not null) yield return $"{id}-hint";
        yield return $"{id}-error";
        if (Path is not null) yield return $"{id}-message";
    }

    private IEnumerable<string> Classes(string own, bool hasError)
    {
        yield return own;
        if (hasError) yield return "is-invalid";
        if (Unit is not null) yield return "num";
    }

    private static void AddIf(Dictionary<string, object?> attributes, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) attributes[name] = value;
    }

    private TagBuilder WithUnit(IHtmlContent control)
    {
        var frame = new TagBuilder("div");
        frame.AddCssClass("aff");
        frame.InnerHtml.AppendHtml(control);
        var suffix = new TagBuilder("span");
        suffix.AddCssClass("suf");
        suffix.InnerHtml.Append(Unit!);
        frame.InnerHtml.AppendHtml(suffix);
        return frame;
    }

    private TagBuilder HintElement()
    {
        var hint = new TagBuilder("div");
        hint.AddCssClass("hint");
        hint.Attributes["id"] = $"{Id}-hint";
        hint.InnerHtml.Append(Hint!);
        return hint;
    }

    /// <summary>The icon stands beside the message, not in it: the browser's validation replaces the message's text.</summary>
    private TagBuilder ErrorElement()
    {
        var error = new TagBuilder("div");
        error.AddCssClass("err");
        error.Attributes["id"] = $"{Id}-error";
        error.InnerHtml.AppendHtml(Icons.Svg(ViewContext.HttpContext, "x-octagon-fill"));
        error.InnerHtml.AppendHtml(generator.GenerateValidationMessage(ViewContext, For.ModelExplorer, For.Name, message: null, "span", htmlAttributes: null)!);
        return error;
    }

    private TagBuilder MessageElement()
    {
        var message = new TagBuilder("div");
        message.Attributes["id"] = $"{Id}-message";
        message.Attributes["data-field-message-for"] = Name;
        return message;
    }
}
