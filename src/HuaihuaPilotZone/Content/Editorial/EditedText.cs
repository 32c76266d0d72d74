using System.Globalization;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>
/// A text on its way to the public: written, reviewed, published. Its own fields are what the public sees while it is published; what is
/// written after that waits in <see cref="Pending"/> until it is published too.
/// </summary>
public abstract class EditedText : IVersioned
{
    public const int ReasonMaxLength = 300;
    public const int CorrectionMaxLength = 300;
    public const int WritersMaxLength = 400;

    public int Id { get; init; }

    public required string Title { get; set; }

    public PublicationState State { get; set; }

    /// <summary>UTC; set by the system at the first publication here and never changed.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>UTC; when the text that the public sees was published.</summary>
    public DateTime? RevisedAt { get; set; }

    /// <summary>Why it was withdrawn last.</summary>
    public string? WithdrawalReason { get; set; }

    /// <summary>更正说明: what a later publication put right, shown on the public page.</summary>
    public string? Correction { get; set; }

    /// <summary>UTC; when that correction was published.</summary>
    public DateTime? CorrectedAt { get; set; }

    /// <summary>How far the text that is not published yet has come.</summary>
    public EditorialStep Step { get; set; }

    /// <summary>The draft that is to replace the published text, as JSON; null where the record itself is the draft, or nothing was changed.</summary>
    public string? Pending { get; set; }

    /// <summary>Ids of the people who wrote what is not published yet, each between two bars.</summary>
    public string Writers { get; private set; } = "";

    public int? SubmittedById { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? SubmittedAt { get; set; }

    public int? ReviewedById { get; set; }

    /// <summary>Who reviewed it, by name.</summary>
    public string? ReviewedBy { get; set; }

    /// <summary>Why the review sent it back last; gone with the next submission.</summary>
    public string? ReturnReason { get; set; }

    public int? ScheduledById { get; set; }

    /// <summary>UTC; when it is to be published by itself.</summary>
    public DateTime? PublishAt { get; set; }

    /// <summary>How often its publication at the set time broke: not for what is written in it, but for a fault.</summary>
    public int BrokenAttempts { get; set; }

    /// <summary>UTC; not tried again before this. Null while nothing broke.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>Number of the latest kept version; 0 before the first publication.</summary>
    public int VersionNumber { get; set; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }

    /// <summary>Whether something written waits for publication.</summary>
    public bool IsUnderWay => State != PublicationState.Published || Pending is not null;

    /// <summary>Whether a change is kept aside instead of in the record itself.</summary>
    internal bool KeepsAside => State == PublicationState.Published || Pending is not null;

    /// <summary>The people who wrote what is not published yet.</summary>
    internal IEnumerable<int> WriterIds => Writers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>Whether a person wrote what is not published yet.</summary>
    public bool WasWrittenBy(int userId) => Writers.Contains(Mark(userId), StringComparison.Ordinal);

    /// <summary>Somebody changed the text: it has to be reviewed again, and is not published by itself any more.</summary>
    internal void Rewrite(int? writer)
    {
        Step = EditorialStep.Writing;
        (ReviewedById, ReviewedBy) = (null, null);
        SetTime(at: null, by: null);
        if (writer is { } id && !WasWrittenBy(id) && Writers.Length + Mark(id).Length <= WritersMaxLength) Writers += Mark(id);
    }

    /// <summary>The text has been published: nothing is under way any more.</summary>
    internal void EndWay()
    {
        Step = EditorialStep.Writing;
        (Pending, Writers, ReturnReason) = (null, "", null);
        (SubmittedById, SubmittedAt, ReviewedById, ReviewedBy) = (null, null, null, null);
        SetTime(at: null, by: null);
    }

    /// <summary>Sets when it is published by itself, or takes that back.</summary>
    /// <param name="at">UTC.</param>
    internal void SetTime(DateTime? at, int? by) => (PublishAt, ScheduledById, BrokenAttempts, NextAttemptAt) = (at, by, 0, null);

    private static string Mark(int userId) => string.Create(CultureInfo.InvariantCulture, $"|{userId}|");
}

/// <summary>How far a text has come that is not published yet.</summary>
public enum EditorialStep
{
    /// <summary>撰写中.</summary>
    Writing,

    /// <summary>待审核.</summary>
    InReview,

    /// <summary>待发布: reviewed, or published at a time that is set.</summary>
    Approved,
}

public static class EditorialWords
{
    public static string Word(this EditorialStep step) => step switch
    {
        EditorialStep.Writing => "撰写中",
        EditorialStep.InReview => "待审核",
        EditorialStep.Approved => "待发布",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
