using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>A value as a person types it. Its state is no part of it: that is set by acts alone.</summary>
/// <param name="SourceDate">A <see cref="PartialDate"/>.</param>
public sealed record ObservationData(
    int SeriesId, string Period, decimal Value, FigureBound Bound, FigureStatus Status, string? Source, string? SourceAddress, string? SourceDate, string? Note, string? EnglishNote)
{
    /// <summary>Everything that stands against keeping it, published or not.</summary>
    /// <param name="today">The civil day in Huaihua.</param>
    internal IEnumerable<Refusal> Refuse(IndicatorSeries series, DateOnly today)
    {
        if (PartialDate.LastDay(Period) is not { } last) yield return new Refusal(nameof(Period), "期间应写成 2026、2026-03 或 2026-03-18。");
        else if (series.Kind == FigureKind.Measured && last > today) yield return new Refusal(nameof(Period), "这个期间还没有结束，不能录入实际值。");
        else if (series.Kind == FigureKind.Target && Period.Length != 4) yield return new Refusal(nameof(Period), "目标按年录入，期间写年份，如 2026。");
        if (Value is < 0 or >= 100_000_000_000_000m) yield return new Refusal(nameof(Value), "数值应大于或等于 0，小于一百万亿。");
        else if (decimal.Round(Value, 5) != Value) yield return new Refusal(nameof(Value), "数值最多保留 5 位小数。");
        if (SourceDate is not null && PartialDate.FirstDay(SourceDate) is var day && (day is null || day > today))
            yield return new Refusal(nameof(SourceDate), "来源日期应写成 2026、2026-03 或 2026-03-18，不能晚于今天。");
        if (SourceAddress is not null && !Websites.IsGood(SourceAddress)) yield return new Refusal(nameof(SourceAddress), Websites.Problem);
    }

    internal void WriteTo(Observation row)
    {
        row.SeriesId = SeriesId;
        row.Period = Period;
        row.Value = Value;
        row.Bound = Bound;
        row.Status = Status;
        row.Source = Source ?? "";
        row.SourceAddress = SourceAddress;
        row.SourceDate = SourceDate;
        row.Note = Note;
        row.EnglishNote = EnglishNote;
    }

    internal static ObservationData Of(Observation row) => new(
        row.SeriesId, row.Period, row.Value, row.Bound, row.Status, Texts.Tidy(row.Source), row.SourceAddress, row.SourceDate, row.Note, row.EnglishNote);

    internal IReadOnlyList<FieldChange> ChangesTo(ObservationData now) =>
    [
        .. Described().Zip(now.Described(), (old, typed) => new FieldChange(old.Label, old.Text, typed.Text)).Where(c => c.IsChange),
    ];

    internal IEnumerable<FieldChange> AsNew() => Described().Where(f => f.Text is not null).Select(f => new FieldChange(f.Label, null, f.Text));

    private IEnumerable<(string Label, string? Text)> Described() =>
    [
        ("系列", SeriesId.ToString(CultureInfo.InvariantCulture)),
        ("期间", Period),
        ("数值", Value.ToString("0.#####", CultureInfo.InvariantCulture)),
        ("限定", Texts.Tidy(Bound.Word())),
        ("数据状态", Status.Word()),
        ("来源", Source),
        ("来源网址", SourceAddress),
        ("来源日期", SourceDate),
        ("说明", Note),
        ("英文说明", EnglishNote),
    ];
}

/// <summary>What narrows the list of values.</summary>
/// <param name="Word">Part of the source, the note or the period.</param>
public sealed record ObservationFilter(
    string? Word = null, int? IndicatorId = null, ObservationState? State = null, FigureStatus? Status = null, FigureKind? Kind = null,
    ObservationSort Sort = ObservationSort.Entered, bool Descending = true);

/// <summary>Orders of the list of values.</summary>
public enum ObservationSort
{
    Entered,
    Period,
    Indicator,
    Value,
}
