using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HuaihuaPilotZone.Web.TagHelpers;

/// <summary>
/// The state of a declaration or an enterprise: a dot and a word in lists, a tag in headings.
/// <c>&lt;hh-state tone="bad" word="退回修改" /&gt;</c>.
/// </summary>
[HtmlTargetElement("hh-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagHelper : TagHelper
{
    /// <summary>ok, warn, bad, info, hollow (dot) or mute (tag).</summary>
    public string Tone { get; set; } = "info";

    /// <summary>The word beside the dot.</summary>
    public string Word { get; set; } = "";

    /// <summary>True draws the tag for headings.</summary>
    public bool Tag { get; set; }

    /// <summary>Icon of the tag form; without one the tone's own.</summary>
    public string? Icon { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Tag)
        {
            output.AddTone("hh-tag", Tone == "hollow" ? "mute" : Tone);
            if ((Icon ?? IconOf(Tone)) is { } icon) output.Content.AppendHtml(Icons.Svg(ViewContext.HttpContext, icon));
        }
        else
        {
            output.AddTone("hh-dot", Tone == "mute" ? "hollow" : Tone);
        }
        output.Content.Append(Word);
    }

    private static string? IconOf(string tone) => tone switch
    {
        "ok" => "check-circle-fill",
        "warn" => "exclamation-triangle-fill",
        "bad" => "x-octagon-fill",
        "info" => "clock",
        _ => null,
    };
}

/// <summary>The computed validity of a policy document: <c>&lt;hh-validity word="现行有效" /&gt;</c>. A word that is not known stands dashed: still to be checked.</summary>
[HtmlTargetElement("hh-validity", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ValidityTagHelper : TagHelper
{
    /// <summary>现行有效, 即将到期, 尚未施行, 已修改, 已废止, 已失效 or 有效性待核.</summary>
    public string Word { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (string? Tone, string? Icon) look = Word switch
        {
            "现行有效" => ("ok", "check-circle-fill"),
            "即将到期" => ("warn", "clock"),
            "尚未施行" => (null, "hourglass-split"),
            "已修改" => ("info", "pencil"),
            "已废止" or "已失效" => ("mute", "slash-circle"),
            _ => ("demo", null),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddTone("hh-tag", look.Tone);
        if (look.Icon is not null) output.Content.AppendHtml(Icons.Svg(ViewContext.HttpContext, look.Icon));
        output.Content.Append(Word);
    }
}

/// <summary>The dashed tag for everything invented: <c>&lt;hh-demo /&gt;</c> or <c>&lt;hh-demo when="row.IsDemonstration" text="示例" /&gt;</c>.</summary>
[HtmlTargetElement("hh-demo", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DemoTagHelper : TagHelper
{
    public string Text { get; set; } = "演示数据";

    /// <summary>The data's own flag; false draws nothing.</summary>
    public bool When { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!When)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddTone("hh-tag", "demo");
        output.Content.SetContent(Text);
    }
}

/// <summary>
/// Where a figure comes from: source, day and standing of the number.
/// <c>&lt;hh-source source="…" on="figure.Date" status="论文" /&gt;</c>.
/// </summary>
[HtmlTargetElement("hh-source", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceTagHelper : TagHelper
{
    /// <summary>Title of the source; without one the page says 来源待录入.</summary>
    public string? Source { get; set; }

    /// <summary>Day the figure stands for or was published.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Standing of the number: 论文, 新闻, 政府, 推算 or 演示; the last is dashed.</summary>
    public string? Status { get; set; }

    /// <summary>Address of the source; null for none.</summary>
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddTone("hh-source", null);
        output.Content.Append("来源：");
        if (Source is null)
        {
            output.Content.AppendHtml(TagOf("来源待录入", "demo"));
        }
        else if (Href is null)
        {
            output.Content.Append(Source);
        }
        else
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = Href;
            link.InnerHtml.Append(Source);
            output.Content.AppendHtml(link);
        }
        if (On is { } day) output.Content.Append("，").Append(ChineseDates.List(day));
        if (Status is not null) output.Content.Append(" ").AppendHtml(TagOf(Status, Status == "演示" ? "demo" : "mute"));
    }

    private static TagBuilder TagOf(string word, string tone)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass($"hh-tag hh-tag--{tone}");
        tag.InnerHtml.Append(word);
        return tag;
    }
}

internal static class Tones
{
    /// <summary>Adds a block's class and its modifier to whatever classes the view gave.</summary>
    public static void AddTone(this TagHelperOutput output, string block, string? tone)
    {
        var given = output.Attributes["class"]?.Value?.ToString();
        var own = tone is null ? block : $"{block} {block}--{tone}";
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(given) ? own : $"{own} {given}");
    }
}
