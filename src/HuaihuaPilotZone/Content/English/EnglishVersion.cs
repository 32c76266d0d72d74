using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Content.English;

/// <summary>
/// The English version of a news item or policy document, written, reviewed and published like any text. It stands at the same address under
/// /en, while both it and the Chinese text are published.
/// </summary>
public sealed class EnglishVersion : EditedText
{
    public const int TitleMaxLength = 300;
    public const int SummaryMaxLength = 800;
    public const int BodyMaxLength = PolicyDocument.BodyMaxLength;
    public const int HashLength = 64;

    public int? NewsItemId { get; init; }

    public NewsItem? NewsItem { get; init; }

    public int? PolicyDocumentId { get; init; }

    public PolicyDocument? PolicyDocument { get; init; }

    public required string Summary { get; set; }

    /// <summary>Markdown; empty where only title and summary are translated.</summary>
    public required string Body { get; set; }

    /// <summary>SHA-256 of the Chinese text it was written from, hexadecimal: another one means that the Chinese text was changed since.</summary>
    public required string SourceHash { get; set; }
}

/// <summary>What can have an English version.</summary>
public enum TranslatedKind
{
    News,
    Policies,
}
