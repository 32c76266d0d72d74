namespace HuaihuaPilotZone.Figures.Indicators;

/// <summary>Values of indicators as the pages of the dry port show figures. Invented values stay on the statistics pages, where they are marked one by one.</summary>
internal static class IndicatorFigures
{
    public static IEnumerable<Figure> Of(IReadOnlyList<IndicatorView> indicators) => indicators.SelectMany(Of);

    private static IEnumerable<Figure> Of(IndicatorView view)
    {
        if (view.Target is { Target: { Status: not FigureStatus.Demonstration } target })
            yield return Of(view.Indicator, target, FigureTopics.Targets, $"{view.Indicator.Name}目标", $"{view.Indicator.EnglishName}, target");
        if (view.Indicator.Topic is not { } topic) yield break;
        foreach (var value in view.Measured.SelectMany(s => s.Values).Where(v => v.Status != FigureStatus.Demonstration))
            yield return Of(view.Indicator, value, topic, value.Series!.Name, value.Series.EnglishName);
    }

    private static Figure Of(Indicator indicator, Observation value, string topic, string label, string english) => new()
    {
        Key = $"{indicator.Code}-{value.Series!.Code}-{value.Period}",
        Topic = topic,
        Label = label,
        EnglishLabel = english,
        Value = value.Value,
        Unit = indicator.Unit,
        EnglishUnit = indicator.EnglishUnit,
        EnglishValue = indicator.EnglishPerUnit == 1 ? null : value.Value * indicator.EnglishPerUnit,
        Bound = value.Bound,
        Kind = value.Series.Kind,
        Status = value.Status,
        Source = value.Source,
        SourceAddress = value.SourceAddress,
        AsOf = value.Period,
        Note = value.Note,
        EnglishNote = value.EnglishNote,
    };
}
