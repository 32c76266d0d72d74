using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Content.English;

/// <summary>The English version of a news item or policy document. It stands at the same address under /en, while both it and the Chinese text are published.</summary>
public sealed class EnglishVersion : IVersioned
{
    public const int TitleMaxLength = 300;
    public const int SummaryMaxLength = 800;
    public const int BodyMaxLength = PolicyDocument.BodyMaxLength;
    public const int HashLength = 64;

    public int Id { get; init; }

    public int? NewsItemId { get; init; }

    public NewsItem? NewsItem { get; init; }

    public int? PolicyDocumentId { get; init; }

    public PolicyDocument? PolicyDocument { get; init; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    /// <summary>Markdown; empty where only title and summary are translated.</summary>
    public required string Body { get; set; }

    public PublicationState State { get; set; }

    /// <summary>SHA-256 of the Chinese text it was written from, hexadecimal: another one means that the Chinese text was changed since.</summary>
    public required string SourceHash { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>What can have an English version.</summary>
public enum TranslatedKind
{
    News,
    Policies,
}
