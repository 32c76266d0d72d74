using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>Something that is counted again and again, such as trains run. What differs in how it was counted stands in series of its own.</summary>
public sealed class Indicator : IVersioned, IHasWaitingChange
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 60;
    public const int EnglishNameMaxLength = 120;
    public const int DefinitionMaxLength = 500;
    public const int EnglishDefinitionMaxLength = 1000;

    public int Id { get; init; }

    /// <summary>The page's address under /statistics/ and the name imports know it by; given once.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    public required string Unit { get; set; }

    public required string EnglishUnit { get; set; }

    /// <summary>English units in one Chinese unit: 0.01 for 万吨 and million t, 1 where both are alike.</summary>
    public decimal EnglishPerUnit { get; set; } = 1;

    public required string Definition { get; set; }

    public required string EnglishDefinition { get; set; }

    /// <summary>The other page that shows its measured values, see <see cref="FigureTopics"/>; null for none.</summary>
    public string? Topic { get; init; }

    public int SortOrder { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    /// <inheritdoc/>
    public string? Pending { get; set; }

    /// <inheritdoc/>
    public int? ChangedById { get; set; }

    /// <inheritdoc/>
    public string? ChangedBy { get; set; }

    /// <inheritdoc/>
    public DateTime? ChangedAt { get; set; }

    public List<IndicatorSeries> Series { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>Values of one indicator that were all counted in one way, so that they may stand in one line. Wholly measured or wholly expected, never both.</summary>
public sealed class IndicatorSeries : IVersioned, IHasWaitingChange
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 60;
    public const int EnglishNameMaxLength = 120;
    public const int CountingMaxLength = 300;
    public const int EnglishCountingMaxLength = 600;

    public int Id { get; init; }

    public int IndicatorId { get; init; }

    public Indicator? Indicator { get; init; }

    /// <summary>Known by it in addresses and imports; given once, unique in its indicator.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    public required FigureKind Kind { get; set; }

    public required SeriesForm Form { get; set; }

    /// <summary>口径: what is counted, and who counts it.</summary>
    public required string Counting { get; set; }

    public required string EnglishCounting { get; set; }

    /// <summary>Of a series of targets: the measured series that the target is held against; null where none is counted alike.</summary>
    public int? ComparedWithId { get; set; }

    public int SortOrder { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    /// <inheritdoc/>
    public string? Pending { get; set; }

    /// <inheritdoc/>
    public int? ChangedById { get; set; }

    /// <inheritdoc/>
    public string? ChangedBy { get; set; }

    /// <inheritdoc/>
    public DateTime? ChangedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>What the public reads beside published values: a change of it waits for a second person, like the values themselves.</summary>
public interface IHasWaitingChange
{
    /// <summary>The change as JSON; null where none waits.</summary>
    string? Pending { get; set; }

    /// <summary>Who wrote it, and may not check it.</summary>
    int? ChangedById { get; set; }

    string? ChangedBy { get; set; }

    /// <summary>UTC.</summary>
    DateTime? ChangedAt { get; set; }
}

/// <summary>What a value of a series speaks of.</summary>
public enum SeriesForm
{
    /// <summary>当期: its own month, quarter or year alone.</summary>
    Period,

    /// <summary>年内累计: from 1 January to the end of its period.</summary>
    YearToDate,

    /// <summary>期末: how it stands at the end of its period.</summary>
    Level,
}

/// <summary>Whether the public sees a value.</summary>
public enum ObservationState
{
    /// <summary>待核对.</summary>
    Draft,

    /// <summary>已公开.</summary>
    Published,

    /// <summary>已撤下.</summary>
    Withdrawn,
}

/// <summary>One value of a series with where it comes from. Targets are values of a series of targets.</summary>
public sealed class Observation : IVersioned
{
    public const int SourceMaxLength = Figure.SourceMaxLength;
    public const int SourceAddressMaxLength = Figure.SourceAddressMaxLength;
    public const int NoteMaxLength = Figure.NoteMaxLength;
    public const int EnglishNoteMaxLength = Figure.EnglishNoteMaxLength;
    public const int ReasonMaxLength = 300;

    public int Id { get; init; }

    public int SeriesId { get; set; }

    public IndicatorSeries? Series { get; init; }

    /// <summary>The time it speaks of (<see cref="PartialDate"/>); unique in its series.</summary>
    public required string Period { get; set; }

    public required decimal Value { get; set; }

    public FigureBound Bound { get; set; }

    /// <summary>Title of the source; empty while nobody knows it, which keeps the value from the public.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    /// <summary>When the source appeared (<see cref="PartialDate"/>); null for a paper that does not say.</summary>
    public string? SourceDate { get; set; }

    public required FigureStatus Status { get; set; }

    public string? Note { get; set; }

    public string? EnglishNote { get; set; }

    public ObservationState State { get; set; }

    /// <summary>Who typed or last changed it; null for what the portal was delivered with.</summary>
    public int? EnteredById { get; set; }

    public required string EnteredBy { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime EnteredAt { get; set; }

    /// <summary>The second person, who compared it with its source.</summary>
    public int? CheckedById { get; set; }

    public string? CheckedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CheckedAt { get; set; }

    public int Version { get; set; }
}

public static class IndicatorWords
{
    public static string Word(this SeriesForm form) => form switch
    {
        SeriesForm.Period => "当期",
        SeriesForm.YearToDate => "年内累计",
        SeriesForm.Level => "期末",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    public static string Word(this ObservationState state) => state switch
    {
        ObservationState.Draft => "待核对",
        ObservationState.Published => "已公开",
        ObservationState.Withdrawn => "已撤下",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>超, 约, or nothing.</summary>
    public static string Word(this FigureBound bound) => bound switch
    {
        FigureBound.Exact => "",
        FigureBound.Over => "超",
        FigureBound.About => "约",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, null),
    };
}
