using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Links;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>Something in a text that should be looked at before the public sees it.</summary>
/// <param name="Blocks">Nothing is submitted or published with it.</param>
/// <param name="Place">Field and line, Chinese.</param>
public sealed record TextFinding(bool Blocks, string Place, string Message);

/// <summary>Looks through a text before its review and its publication: words of the table, links, pictures.</summary>
public sealed class TextChecks(PortalDbContext db, SiteLinks links)
{
    private const int MostFindings = 100;

    // many texts may be looked through in one scope
    private List<SensitiveWord>? _words;

    /// <summary>What the checks find in the fields of a text, what blocks first.</summary>
    internal async Task<IReadOnlyList<TextFinding>> FindAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellation)
    {
        var findings = await WordsAsync(fields, cancellation);
        foreach (var field in fields.Where(f => f is { Name: "Body", Value.Length: > 0 })) findings.AddRange(await LinksAsync(field, cancellation));
        return [.. findings.OrderByDescending(f => f.Blocks).Take(MostFindings)];
    }

    /// <summary>The first thing that stands against showing the text to the public.</summary>
    internal async Task<Outcome> AgainstAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellation) =>
        (await WordsAsync(fields, cancellation)).Find(f => f.Blocks) is { } finding ? Outcome.Refused($"{finding.Place}：{finding.Message}") : Outcome.Done;

    private static string Plain(string text) => UnicodeText.Normalize(text, System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    private static string Place(EditedField field, int line) =>
        field.Value!.Contains('\n', StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"{field.Label}第 {line + 1} 行") : field.Label;

    private async Task<List<TextFinding>> WordsAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellation)
    {
        var words = _words ??= await db.SensitiveWords.AsNoTracking().OrderBy(w => w.Id).ToListAsync(cancellation);
        var findings = new List<TextFinding>();
        if (words.Count == 0) return findings;
        foreach (var field in fields.Where(f => !string.IsNullOrEmpty(f.Value)))
        {
            foreach (var (line, number) in field.Value!.Split('\n').Select((l, i) => (Plain(l), i)))
                findings.AddRange(words.Where(w => line.Contains(Plain(w.Word), StringComparison.Ordinal)).Select(w => new TextFinding(w.IsBanned, Place(field, number), Sentence(w))));
        }
        return findings;
    }

    private static string Sentence(SensitiveWord word) =>
        (word.IsBanned ? $"“{word.Word}”不能使用" : $"请斟酌“{word.Word}”") + (word.Replacement is { } better ? $"，建议改为“{better}”。" : "。");

    private async Task<List<TextFinding>> LinksAsync(EditedField body, CancellationToken cancellation)
    {
        var findings = new List<TextFinding>();
        if (!MarkdownText.CanRender(body.Value!)) return findings;
        var places = MarkdownText.CountPlaces(body.Value!);
        foreach (var link in MarkdownText.Links(body.Value!))
        {
            var place = Place(body, link.Line);
            if (!MarkdownText.IsSafeLink(link.Address)) findings.Add(new TextFinding(false, place, $"链接“{link.Address}”的写法不允许，公开页面上不能点击。只用 https、http、mailto 或本站地址。"));
            else if (link.IsPicture && string.IsNullOrWhiteSpace(link.Text)) findings.Add(new TextFinding(false, place, $"图片“{link.Address}”没有替代文字，看不见图的人不知道它是什么。"));
            else if (await links.FaultAsync(link.Address, places, cancellation) is { } fault) findings.Add(new TextFinding(false, place, $"链接“{link.Address}”{fault}。"));
        }
        return findings;
    }
}
