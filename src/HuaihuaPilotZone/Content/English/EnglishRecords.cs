using System.Security.Cryptography;
using System.Text;
using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;

namespace HuaihuaPilotZone.Content.English;

/// <summary>What a translator writes.</summary>
/// <param name="Body">Markdown; may be empty.</param>
public sealed record EnglishDraft(string Title, string Summary, string Body);

/// <summary>An English text as it is kept beside its record and in its versions.</summary>
/// <param name="SourceHash">As <see cref="EnglishVersion.SourceHash"/>.</param>
internal sealed record KeptEnglish(string Title, string Summary, string Body, string SourceHash);

/// <summary>The Chinese text as the public sees it.</summary>
/// <param name="Key">What the journal knows it by.</param>
/// <param name="Address">Local address of its page.</param>
/// <param name="IsPublic">Whether everybody may read it now.</param>
public sealed record ChineseText(string Title, string Summary, string Body, string Key, string Address, bool IsPublic)
{
    /// <summary>SHA-256 of what is translated, hexadecimal, lower case.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n{Summary}\n{Body}")));
}

/// <summary>A Chinese text and what is written of its English version, side by side.</summary>
/// <param name="English">Null while there is none.</param>
public sealed record EnglishWork(ChineseText Chinese, EnglishVersion? English)
{
    /// <summary>The Chinese text was changed since the English one was saved.</summary>
    public bool IsStale => English is not null && English.SourceHash != Chinese.Hash;
}

/// <summary>A title and summary for lists.</summary>
public sealed record EnglishTitle(string Title, string Summary);

/// <summary>What the list of English versions is narrowed to.</summary>
public sealed record EnglishFilter(string? Text = null, TranslatedKind? Kind = null, PublicationState? State = null, EnglishSort Sort = EnglishSort.Updated, bool Descending = true);

public enum EnglishSort
{
    Updated,
    Title,
}

/// <summary>A row of the list of English versions.</summary>
/// <param name="Chinese">Title of the Chinese text.</param>
/// <param name="IsStale">The Chinese text was changed since the English one was saved.</param>
public sealed record EnglishRow(int Id, TranslatedKind Kind, string Title, string Chinese, PublicationState State, EditorialStep Step, bool HasChanges, DateTime? PublishAt, bool IsStale, DateTime UpdatedAt);

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

internal sealed class KeptEnglishMapping : Profile
{
    public KeptEnglishMapping() => CreateMap<EnglishVersion, KeptEnglish>();
}

public static class TranslatedWords
{
    public static string Word(this TranslatedKind kind) => kind switch
    {
        TranslatedKind.News => "资讯",
        TranslatedKind.Policies => "政策文件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
