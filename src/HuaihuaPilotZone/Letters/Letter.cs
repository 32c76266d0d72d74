using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Letters;

/// <summary>What a letter is.</summary>
public enum LetterKind
{
    /// <summary>咨询.</summary>
    Consultation,

    /// <summary>建议.</summary>
    Suggestion,

    /// <summary>投诉.</summary>
    Complaint,

    /// <summary>举报: may be anonymous, is seen by administrators and its handler only, and is never published.</summary>
    Report,
}

/// <summary>How far a letter has come.</summary>
public enum LetterState
{
    /// <summary>待受理.</summary>
    Received,

    /// <summary>办理中.</summary>
    Assigned,

    /// <summary>已答复.</summary>
    Answered,
}

public static class LetterWords
{
    public static string Word(this LetterKind kind) => kind switch
    {
        LetterKind.Consultation => "咨询",
        LetterKind.Suggestion => "建议",
        LetterKind.Complaint => "投诉",
        LetterKind.Report => "举报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this LetterState state) => state switch
    {
        LetterState.Received => "待受理",
        LetterState.Assigned => "办理中",
        LetterState.Answered => "已答复",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>Who wrote. Kept encrypted, never published, erased when its time is over.</summary>
public sealed record LetterWriter(string Name, string? Phone, string? Email);

/// <summary>
/// A letter from the public. What was written and who wrote it is seen by those who answer; what is published is a copy of its own,
/// written by an editor from a masked text.
/// </summary>
public sealed class Letter : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int TitleMaxLength = 100;
    public const int BodyMaxLength = 3000;
    public const int ReplyMaxLength = 3000;
    public const int ReasonMaxLength = 300;
    public const int NameMaxLength = 50;

    /// <summary>Files that one letter may have.</summary>
    public const int MostFiles = 3;

    public int Id { get; init; }

    /// <summary>Such as XJ-20261128-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    /// <summary>Of the query code; empty after the letter was erased.</summary>
    public required string CodeHash { get; set; }

    public required LetterKind Kind { get; init; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    /// <summary>The writer, encrypted (<see cref="PersonalColumn"/>); null for an anonymous report and after erasure.</summary>
    public string? ProtectedWriter { get; set; }

    /// <summary>The writer agrees that letter and reply are published without personal data.</summary>
    public bool WantsPublication { get; init; }

    public required string PrivacyNoticeVersion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Working days within which it is to be answered, as they were promised when it came.</summary>
    public required int LimitDays { get; init; }

    public LetterState State { get; set; }

    public int? AssigneeId { get; set; }

    public PortalUser? Assignee { get; set; }

    public string? Reply { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? RepliedAt { get; set; }

    public string? RepliedBy { get; set; }

    /// <summary>Working days it took, counted when it was answered.</summary>
    public int? TakenDays { get; set; }

    /// <summary>1 to 5, given once by the writer.</summary>
    public int? Rating { get; set; }

    /// <summary>UTC; when writer, text and files were erased.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>Draft until an editor has published the copy.</summary>
    public PublicationState PublicState { get; set; }

    public string? PublicTitle { get; set; }

    public string? PublicBody { get; set; }

    public string? PublicReply { get; set; }

    /// <summary>UTC; set by the system at the first publication.</summary>
    public DateTime? PublishedAt { get; set; }

    public bool IsDemonstration { get; init; }

    public List<LetterFile> Files { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Whether a copy may be published at all.</summary>
    public bool MayBePublished => Kind != LetterKind.Report && WantsPublication && State == LetterState.Answered;
}

/// <summary>A file that came with a letter.</summary>
public sealed class LetterFile
{
    public int Id { get; init; }

    public int LetterId { get; init; }

    public int FileId { get; init; }

    public StoredFile? File { get; init; }
}

/// <summary>A letter has waited so long that it was told upwards; each step once, held by the index.</summary>
public sealed class LetterEscalation
{
    public int Id { get; init; }

    public required int LetterId { get; init; }

    public Letter? Letter { get; init; }

    /// <summary>Days since it came: 5, 15, 60 or 80.</summary>
    public required int Days { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
