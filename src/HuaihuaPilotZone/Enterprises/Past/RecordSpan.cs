namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>How a span came to be known.</summary>
public enum SpanOrigin
{
    /// <summary>期初整理: made of what was known when the history began; area, type and tags may have been others then.</summary>
    Opening,

    /// <summary>登记: by an act on the record.</summary>
    Act,

    /// <summary>更正: staff entered later what held before.</summary>
    Correction,
}

/// <summary>What of an enterprise moves and lists and counts are made by.</summary>
/// <param name="ParkAreaId">The area; its word on a day is for <see cref="TaxonomyWords"/> to say.</param>
/// <param name="TagIds">Ids in their order with a comma before, between and after, such as ,1,5,; empty for none.</param>
/// <param name="IsShown">Whether the public saw it: agreed to and not suspended.</param>
public sealed record SpanFacts(string Name, string CreditCode, EnterpriseType Type, int? ParkAreaId, EnterpriseStage Stage, DateOnly StageSince, string TagIds, bool IsShown)
{
    /// <summary>Ids as a text that can be searched for one of them.</summary>
    public static string Join(IEnumerable<int> ids) => string.Join(',', ids.Order()) is { Length: > 0 } joined ? $",{joined}," : "";

    /// <summary>The ids in such a text.</summary>
    public static IEnumerable<int> Split(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => int.Parse(i, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>
/// A stretch of days during which nothing moved that lists are made by. Valid time: from <see cref="ValidFrom"/> to before <see cref="ValidTo"/>.
/// Recorded time: known from <see cref="RecordedOn"/> to before <see cref="SupersededOn"/>. For every two days there is at most one span of an
/// enterprise that held on the one and was known on the other. Kept by <see cref="SpanKeeper"/> alone; see docs/decisions/0014-roster-through-time.md.
/// </summary>
public sealed class RecordSpan
{
    public const int TagIdsMaxLength = 400;
    public const int ReasonMaxLength = 300;

    /// <summary>The day that never comes: still valid, still known. A day instead of nothing, so that an index can be walked along it.</summary>
    public static readonly DateOnly Open = DateOnly.MaxValue;

    public long Id { get; init; }

    /// <summary>Null when the record was taken out of the roster (a withdrawn import): the span then only tells what was once known.</summary>
    public int? EnterpriseId { get; set; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>Civil day, inclusive.</summary>
    public required DateOnly ValidFrom { get; set; }

    /// <summary>Civil day, exclusive; <see cref="Open"/> while it lasts.</summary>
    public required DateOnly ValidTo { get; set; }

    /// <summary>Civil day from which it was known.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Civil day from which something else was known instead; <see cref="Open"/> while it stands.</summary>
    public required DateOnly SupersededOn { get; set; }

    public required SpanOrigin Origin { get; set; }

    /// <summary>Why it was corrected.</summary>
    public string? Reason { get; set; }

    /// <summary>Who corrected it.</summary>
    public string? RecordedBy { get; set; }

    public required string Name { get; set; }

    /// <summary>See <see cref="Enterprise.NameText"/>.</summary>
    public required string NameText { get; set; }

    /// <summary>See <see cref="Enterprise.NameKey"/>.</summary>
    public required string NameKey { get; set; }

    public required string CreditCode { get; set; }

    public required EnterpriseType Type { get; set; }

    public int? ParkAreaId { get; set; }

    public required EnterpriseStage Stage { get; set; }

    /// <summary>Civil day.</summary>
    public required DateOnly StageSince { get; set; }

    /// <summary>See <see cref="SpanFacts.TagIds"/>.</summary>
    public required string TagIds { get; set; }

    public required bool IsShown { get; set; }

    /// <summary>Whether it was recorded on a later day than it began.</summary>
    public bool IsBackdated => RecordedOn > ValidFrom;

    public bool IsKnown => SupersededOn == Open;

    public SpanFacts Facts => new(Name, CreditCode, Type, ParkAreaId, Stage, StageSince, TagIds, IsShown);
}

/// <summary>Questions about the spans of single enterprises.</summary>
internal static class SpanQueries
{
    /// <summary>
    /// Those that still stand, of enterprises that are named. Nothing is later than open; said like this, SQLite takes the index of the enterprise, and not the one of the days,
    /// which it would go through for each of them.
    /// </summary>
    public static IQueryable<RecordSpan> Standing(this IQueryable<RecordSpan> spans) => spans.Where(s => s.SupersededOn >= RecordSpan.Open);
}
