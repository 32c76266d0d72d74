using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Web.Public.Shared;

namespace HuaihuaPilotZone.Web.Public.Statistics;

/// <summary>All indicators: targets with their pace, trends, latest values.</summary>
public sealed record StatisticsPage(IReadOnlyList<IndicatorView> Indicators)
{
    public IReadOnlyList<IndicatorView> Targets => [.. Indicators.Where(i => i.Target is not null)];

    /// <summary>The first series of each indicator that makes a trend.</summary>
    public IReadOnlyList<SeriesPanel> Trends => [.. Indicators.SelectMany(i => i.Measured.Where(s => s.HasChart).Take(1).Select(s => new SeriesPanel(i.Indicator, s, IsBrief: true)))];
}

/// <summary>One series: chart, table and file from the same rows.</summary>
/// <param name="IsBrief">On the overview, where the table stays folded.</param>
public sealed record SeriesPanel(Indicator Indicator, SeriesView View, bool IsBrief)
{
    public string Address => $"/statistics/{Indicator.Code}/{View.Series.Code}";
}

/// <summary>A series for the chart. Both languages in one answer, so that it may be kept by caches.</summary>
public sealed record ChartData(
    string Indicator, string Series, string Name, string EnglishName, string Unit, string EnglishUnit, FigureKind Kind, SeriesForm Form, IReadOnlyList<ChartRow> Rows)
{
    public static ChartData Of(SeriesView view)
    {
        var (series, indicator) = (view.Series, view.Series.Indicator!);
        return new ChartData(
            indicator.Code, series.Code, series.Name, series.EnglishName, indicator.Unit, indicator.EnglishUnit, series.Kind, series.Form,
            [.. view.Values.Select(v => new ChartRow(v.Period, v.Value, v.Value * indicator.EnglishPerUnit, v.Bound, v.Status, v.Source, v.SourceDate))]);
    }
}

/// <summary>One row of a chart.</summary>
/// <param name="EnglishValue">The same in the English unit.</param>
public sealed record ChartRow(string Period, decimal Value, decimal EnglishValue, FigureBound Bound, FigureStatus Status, string Source, string? SourceDate);

/// <summary>Numbers and small drawings of the statistics pages.</summary>
public static class StatisticsDrawing
{
    private const decimal SparkWidth = 96;
    private const decimal SparkHeight = 24;

    /// <summary>A value in the unit of the visitor's language.</summary>
    public static string Number(Indicator indicator, decimal value) =>
        (Bilingual.IsEnglish ? value * indicator.EnglishPerUnit : value).ToString("#,0.#####", CultureInfo.InvariantCulture);

    /// <summary>A value as the file and the data attributes have it: in the Chinese unit, without marks.</summary>
    public static string Plain(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    public static string Unit(Indicator indicator) => Bilingual.Pick(indicator.Unit, indicator.EnglishUnit);

    /// <summary>13.9% for 0.1389.</summary>
    public static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>2.3 for a lead of 0.023 either way.</summary>
    public static string Points(decimal lead) => (Math.Abs(lead) * 100).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A length in hundredths of the meter, at most the whole.</summary>
    public static string Length(decimal share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Points of a small line over the last values, for a box of 96 by 24.</summary>
    public static string Spark(IReadOnlyList<Observation> values)
    {
        var last = values.Skip(Math.Max(0, values.Count - 12)).Select(v => v.Value).ToList();
        var (low, high) = (last.Min(), last.Max());
        var step = last.Count > 1 ? (SparkWidth - 4) / (last.Count - 1) : 0;
        return string.Join(' ', last.Select((v, i) =>
            FormattableString.Invariant($"{2 + i * step:0.#},{(high == low ? SparkHeight / 2 : SparkHeight - 3 - (v - low) / (high - low) * (SparkHeight - 6)):0.#}")));
    }

    /// <summary>Year of a target.</summary>
    public static string YearOf(Observation target) => PartialDate.FirstDay(target.Period)!.Value.Year.ToString(CultureInfo.InvariantCulture);
}
