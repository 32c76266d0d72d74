using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Customs.Taxes;

/// <summary>Which tax a rate belongs to.</summary>
public enum TaxKind
{
    /// <summary>关税.</summary>
    Duty,

    /// <summary>增值税.</summary>
    ValueAdded,

    /// <summary>消费税.</summary>
    Consumption,
}

/// <summary>A rate in per cent with its source. A rate that a person typed has the source 自填.</summary>
/// <param name="Percent">0 to 1000.</param>
/// <param name="Label">What it applies to, Chinese.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Date">When it was written down; null for a typed one.</param>
public sealed record TaxRate(TaxKind Kind, decimal Percent, string Label, DateOnly? From, DateOnly? To, string Source, DateOnly? Date, bool Verified)
{
    private const decimal MostPercent = 1000;

    /// <summary>All rates shipped with the library.</summary>
    public static IReadOnlyList<TaxRate> All { get; } = [.. CsvRows.Embedded("HuaihuaPilotZone.Customs.Taxes.rates.csv").Rows.Select(Read)];

    /// <summary>A rate without a source of ours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 1000 per cent; for a consumption tax, which is part of its own base, 100 per cent or more.</exception>
    public static TaxRate Typed(TaxKind kind, decimal percent) => IsPossible(kind, percent)
        ? new(kind, percent, "自填税率", null, null, "自填，未核对", null, Verified: false)
        : throw new ArgumentOutOfRangeException(nameof(percent), percent, null);

    /// <summary>Whether a rate can be calculated with.</summary>
    public static bool IsPossible(TaxKind kind, decimal percent) => percent is >= 0 and <= MostPercent && (kind != TaxKind.Consumption || percent < 100);

    /// <summary>The shipped rate of that height on a day, or the typed one.</summary>
    public static TaxRate Of(TaxKind kind, decimal percent, DateOnly day) =>
        All.FirstOrDefault(r => r.Kind == kind && r.Percent == percent && (r.From is null || r.From <= day) && (r.To is null || r.To >= day)) ?? Typed(kind, percent);

    /// <summary>The rate as a factor: 13 per cent is 0.13.</summary>
    internal decimal Factor => Percent / 100;

    private static TaxRate Read(CsvRow row) => new(
        row["kind"] == "vat" ? TaxKind.ValueAdded : TaxKind.Consumption,
        decimal.Parse(row["percent"], CultureInfo.InvariantCulture), row["label"], row.Day("from"), row.Day("to"), row["source"], row.Day("date"), row.IsYes("verified"));
}
