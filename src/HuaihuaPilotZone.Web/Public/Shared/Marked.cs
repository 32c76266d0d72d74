using Microsoft.AspNetCore.Html;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Marks the words a visitor searched for in a title.</summary>
public static class Marked
{
    /// <summary>The text, encoded, with every occurrence of a term in a mark element.</summary>
    public static IHtmlContent Show(string text, IReadOnlyList<string> terms)
    {
        var content = new HtmlContentBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var (start, length) = Next(text, terms, at);
            if (start < 0) break;
            content.Append(text[at..start]).AppendHtml("<mark>").Append(text.Substring(start, length)).AppendHtml("</mark>");
            at = start + length;
        }
        return content.Append(text[at..]);
    }

    private static (int Start, int Length) Next(string text, IReadOnlyList<string> terms, int from)
    {
        var best = (Start: -1, Length: 0);
        foreach (var term in terms.Where(t => t.Length > 0))
        {
            var found = text.IndexOf(term, from, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (best.Start < 0 || found < best.Start || (found == best.Start && term.Length > best.Length))) best = (found, term.Length);
        }
        return best;
    }
}
