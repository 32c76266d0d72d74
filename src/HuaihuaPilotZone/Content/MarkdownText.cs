using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Media;
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

    /// <summary>How wide a text stands on the page: beside its facts on a wide screen, else across it.</summary>
    private const string Sizes = "(min-width: 992px) 736px, 100vw";

    private static readonly string[] _safeStarts = ["https://", "http://", "mailto:", "#"];

    /// <param name="address">How a page of this site that the text links to is to be addressed; null leaves its links as they are.</param>
    /// <exception cref="ArgumentException">The text is nested too deeply; see <see cref="CanRender"/>.</exception>
    public static RenderedText Render(string markdown, Func<string, string>? address = null)
    {
        var document = Markdown.Parse(markdown, _pipeline);
        // a list first: replacing a node while walking would end the walk
        foreach (var node in document.Descendants().ToList()) MakeSafe(node, address);
        var headings = Number(document.Descendants<HeadingBlock>());
        return new RenderedText(document.ToHtml(_pipeline), headings);
    }

    /// <summary>The words of a text without its markup, for searching.</summary>
    public static string Plain(string markdown) => CanRender(markdown) ? Markdown.ToPlainText(markdown, _pipeline) : markdown;

    /// <summary>The links and pictures of a text as they were written.</summary>
    public static IReadOnlyList<TextLink> Links(string markdown) =>
        [.. Markdown.Parse(markdown, _pipeline).Descendants<LinkInline>().Select(l => new TextLink(l.Url ?? "", TextOf(l), l.IsImage, l.Line))];

    /// <summary>How many headings a text has: each is a place (s1, s2 …) that a link can lead to.</summary>
    public static int CountPlaces(string markdown) => CanRender(markdown) ? Markdown.Parse(markdown, _pipeline).Descendants<HeadingBlock>().Count() : 0;

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

    /// <summary>What stands against a text, whoever writes it.</summary>
    /// <param name="field">Where its refusals are shown.</param>
    public static IEnumerable<Refusal> Problems(string field, string markdown)
    {
        if (!CanRender(markdown))
        {
            yield return new Refusal(field, "正文的引用或列表嵌套太深，请减少层级。");
            yield break;
        }

        var number = 0;
        foreach (var picture in Markdown.Parse(markdown, _pipeline).Descendants<LinkInline>().Where(l => l.IsImage))
        {
            number++;
            if (string.IsNullOrWhiteSpace(TextOf(picture))) yield return new Refusal(field, $"正文第 {number} 张图片没有替代文字。请写明图片里有什么，看不到图片的人靠它了解内容。");
        }
    }

    /// <summary>A web or mail address, a page of this site, or a place on the same page. Everything else, also what a browser would take for a script, is refused.</summary>
    public static bool IsSafeLink(string? address) => address is { Length: > 0 }
        && !address.Any(char.IsControl)
        && (_safeStarts.Any(s => address.StartsWith(s, StringComparison.OrdinalIgnoreCase)) || IsOwnPage(address));

    private static bool IsOwnPage(string address) => address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\'));

    private static void MakeSafe(MarkdownObject node, Func<string, string>? address)
    {
        switch (node)
        {
            case LinkInline link:
                link.GetDynamicUrl = null;
                if (!IsSafeLink(link.Url)) link.Url = "#";
                // pictures come from this site only (so does the content policy); others become links
                if (link.IsImage && !IsOwnPage(link.Url!)) link.IsImage = false;
                if (link.IsImage) SetSize(link);
                else if (address is not null) link.Url = address(link.Url!);
                break;
            case AutolinkInline automatic when !automatic.IsEmail && !IsSafeLink(automatic.Url):
                automatic.ReplaceBy(new LiteralInline(automatic.Url));
                break;
            case Table table:
                table.GetAttributes().AddClass("hh-table");
                table.GetAttributes().AddClass("hh-table--framed");
                AlignByClasses(table);
                break;
        }
    }

    /// <summary>The page keeps the place of a picture free before it is there, and asks for it only when it comes into sight.</summary>
    private static void SetSize(LinkInline picture)
    {
        var attributes = picture.GetAttributes();
        attributes.AddPropertyIfNotExist("loading", "lazy");
        attributes.AddPropertyIfNotExist("decoding", "async");
        if (MediaAddress.SizeOf(picture.Url!) is not { } size) return;
        attributes.AddPropertyIfNotExist("width", size.Width.ToString(CultureInfo.InvariantCulture));
        attributes.AddPropertyIfNotExist("height", size.Height.ToString(CultureInfo.InvariantCulture));
        if (MediaAddress.ChoicesOf(picture.Url!) is not { } choices) return;
        attributes.AddPropertyIfNotExist("srcset", choices);
        attributes.AddPropertyIfNotExist("sizes", Sizes);
    }

    /// <summary>Markdig would write styles into the cells, which our pages do not allow.</summary>
    private static void AlignByClasses(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions))
            {
                if (column.Alignment is TableColumnAlign.Right or TableColumnAlign.Center) cell.GetAttributes().AddClass(column.Alignment == TableColumnAlign.Right ? "text-end" : "text-center");
            }
        }

        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
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
