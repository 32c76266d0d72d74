using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HuaihuaPilotZone.Content;

/// <summary>A heading of a text, for its table of contents.</summary>
/// <param name="Id">Anchor, such as s1.</param>
public sealed record TextHeading(string Id, string Text);

/// <summary>A link or picture of a text.</summary>
/// <param name="Text">Its words; of a picture the alternative text.</param>
/// <param name="Line">Line in the text, from 0.</param>
public sealed record TextLink(string Address, string Text, bool IsPicture, int Line);

/// <summary>A text ready to be shown.</summary>
/// <param name="Html">Safe markup: nothing in it was written as HTML by the author.</param>
/// <param name="Headings">Its headings of the first level.</param>
public sealed record RenderedText(string Html, IReadOnlyList<TextHeading> Headings);

/// <summary>
/// Turns an editor's Markdown into markup that is safe on our pages. Raw HTML is shown as text; the pipeline is built from single
/// extensions, because the advanced set lets attributes such as {onclick=…} through; links go only where <see cref="IsSafeLink"/> allows.
/// </summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .Build();

    private static readonly string[] _safeStarts = ["https://", "http://", "mailto:", "#"];

    /// <exception cref="ArgumentException">The text is nested too deeply; see <see cref="CanRender"/>.</exception>
    public static RenderedText Render(string markdown)
    {
        var document = Markdown.Parse(markdown, _pipeline);
        // a list first: replacing a node while walking would end the walk
        foreach (var node in document.Descendants().ToList()) MakeSafe(node);
        var headings = Number(document.Descendants<HeadingBlock>());
        return new RenderedText(document.ToHtml(_pipeline), headings);
    }

    /// <summary>The words of a text without its markup, for searching.</summary>
    public static string Plain(string markdown) => CanRender(markdown) ? Markdown.ToPlainText(markdown, _pipeline) : markdown;

    /// <summary>The links and pictures of a text as they were written.</summary>
    public static IReadOnlyList<TextLink> Links(string markdown) =>
        [.. Markdown.Parse(markdown, _pipeline).Descendants<LinkInline>().Select(l => new TextLink(l.Url ?? "", TextOf(l), l.IsImage, l.Line))];

    /// <summary>Whether a text can be shown at all; quotes and lists nested more than a hundred deep cannot.</summary>
    public static bool CanRender(string markdown)
    {
        try
        {
            Render(markdown);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A web or mail address, a page of this site, or a place on the same page. Everything else, also what a browser would take for a script, is refused.</summary>
    public static bool IsSafeLink(string? address) => address is { Length: > 0 }
        && !address.Any(char.IsControl)
        && (_safeStarts.Any(s => address.StartsWith(s, StringComparison.OrdinalIgnoreCase)) || IsOwnPage(address));

    private static bool IsOwnPage(string address) => address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\'));

    private static void MakeSafe(MarkdownObject node)
    {
        switch (node)
        {
            case LinkInline link:
                link.GetDynamicUrl = null;
                if (!IsSafeLink(link.Url)) link.Url = "#";
                // pictures come from this site only (so does the content policy); others become links
                if (link.IsImage && !IsOwnPage(link.Url!)) link.IsImage = false;
                break;
            case AutolinkInline automatic when !automatic.IsEmail && !IsSafeLink(automatic.Url):
                automatic.ReplaceBy(new LiteralInline(automatic.Url));
                break;
            case Table table:
                table.GetAttributes().AddClass("hh-table");
                table.GetAttributes().AddClass("hh-table--framed");
                break;
        }
    }

    /// <summary>The page's own heading is the only h1: the text's headings move one level down and get anchors.</summary>
    private static List<TextHeading> Number(IEnumerable<HeadingBlock> blocks)
    {
        var headings = new List<TextHeading>();
        var number = 0;
        foreach (var block in blocks.ToList())
        {
            block.Level = Math.Clamp(block.Level, 2, 4);
            var id = $"s{++number}";
            block.GetAttributes().Id = id;
            if (block.Level == 2) headings.Add(new TextHeading(id, TextOf(block.Inline)));
        }
        return headings;
    }

    private static string TextOf(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));
}
