using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Content.English;

/// <summary>What a translator writes.</summary>
/// <param name="Body">Markdown; may be empty.</param>
public sealed record EnglishDraft(string Title, string Summary, string Body);

/// <summary>The Chinese text as the public sees it.</summary>
/// <param name="Key">What the journal knows it by.</param>
/// <param name="Address">Local address of its page.</param>
/// <param name="IsPublic">Whether everybody may read it now.</param>
public sealed record ChineseText(string Title, string Summary, string Body, string Key, string Address, bool IsPublic)
{
    /// <summary>SHA-256 of what is translated, hexadecimal, lower case.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{Summary}\n{Body}")));
}

/// <summary>A Chinese text and its English version, side by side.</summary>
/// <param name="English">Null while there is none.</param>
public sealed record EnglishWork(ChineseText Chinese, EnglishVersion? English)
{
    /// <summary>The Chinese text was changed since the English one was saved.</summary>
    public bool IsStale => English is not null && English.SourceHash != Chinese.Hash;
}

/// <summary>A title and summary for lists.</summary>
public sealed record EnglishTitle(string Title, string Summary);

/// <summary>What holds for every English version: asked by the form, so that all faults show at once, and again by the service.</summary>
public static class EnglishRules
{
    /// <summary>Everything that stands against a draft; the fields are its properties.</summary>
    public static IReadOnlyList<Refusal> Problems(EnglishDraft draft) => [.. Find(draft)];

    private static IEnumerable<Refusal> Find(EnglishDraft draft)
    {
        if (draft.Title.Length is 0 or > EnglishVersion.TitleMaxLength) yield return new Refusal(nameof(EnglishDraft.Title), $"请填写英文标题，最多 {EnglishVersion.TitleMaxLength} 个字符。");
        if (draft.Summary.Length is 0 or > EnglishVersion.SummaryMaxLength) yield return new Refusal(nameof(EnglishDraft.Summary), $"请填写英文摘要，最多 {EnglishVersion.SummaryMaxLength} 个字符。");
        if (draft.Body.Length > EnglishVersion.BodyMaxLength) yield return new Refusal(nameof(EnglishDraft.Body), $"正文最多 {EnglishVersion.BodyMaxLength} 个字符。");
        foreach (var problem in MarkdownText.Problems(nameof(EnglishDraft.Body), draft.Body)) yield return problem;
    }
}
