using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What a rule has found.</summary>
/// <param name="Subject">The matter; there is one open alert for each.</param>
/// <param name="Since">UTC; since when it is so. An alert that was closed later than that is not raised again.</param>
public sealed record AlertFinding(AlertRule Rule, string Subject, string Text, DateTime Since);

/// <summary>A device as the rules see it.</summary>
/// <param name="LastAt">UTC; null for one that was announced and has not said anything yet.</param>
/// <param name="AwaitedFrom">UTC; since when it should speak.</param>
public sealed record SensorFact(string Device, DateTime? LastAt, DateTime AwaitedFrom)
{
    /// <summary>UTC; from when on its silence counts.</summary>
    public DateTime HeardUntil => LastAt ?? AwaitedFrom;
}

/// <summary>The newest reading that is out of the agreed range.</summary>
/// <param name="Temperature">Hundredths of a degree.</param>
public sealed record TemperatureFact(string Device, DateTime At, int Temperature);

/// <summary>How much later is late, and how long silence is silence.</summary>
public sealed record AlertLimits(TimeSpan Late, TimeSpan Silence);

/// <summary>The rules, without a database and without a clock of their own.</summary>
public static class AlertRules
{
    /// <summary>Everything that stands against an open consignment at a moment.</summary>
    /// <param name="stops">In their order, with what was reported; at least one.</param>
    /// <param name="outside">The newest reading out of range; null where there is none.</param>
    public static IReadOnlyList<AlertFinding> Of(IReadOnlyList<ConsignmentStop> stops, IReadOnlyList<SensorFact> sensors, TemperatureFact? outside, AlertLimits limits, DateTime now)
    {
        var found = new List<AlertFinding>();
        for (var i = 0; i < stops.Count; i++)
        {
            var stop = stops[i];
            // nothing arrives where it starts
            if (i > 0) AddLate(found, stop, "到达", "A", stop.ArrivalPlanned, stop.ArrivalEstimated, stop.ArrivalActual, limits, now);
            if (i < stops.Count - 1) AddLate(found, stop, "离开", "D", stop.DeparturePlanned, stop.DepartureEstimated, stop.DepartureActual, limits, now);
            if (i > 0 && i < stops.Count - 1) AddMissed(found, stop);
        }
        // a device is taken off goods that have arrived
        var awaitedUntil = stops[^1].ArrivalActual is { } arrived && arrived < now ? arrived : now;
        found.AddRange(sensors.Where(s => s.HeardUntil + limits.Silence < awaitedUntil).Select(s => new AlertFinding(
            AlertRule.SilentSensor, $"sensor:{s.Device}", s.LastAt is { } last ? $"传感器 {s.Device} 自 {Time(last)} 起没有数据。" : $"传感器 {s.Device} 已登记，应自 {Time(s.AwaitedFrom)} 起有数据，还没有收到过。", s.HeardUntil + limits.Silence)));
        if (outside is not null)
            found.Add(new AlertFinding(AlertRule.Temperature, $"sensor:{outside.Device}", $"传感器 {outside.Device} 在 {Time(outside.At)} 测得 {Degrees(outside.Temperature)}，超出约定范围。", outside.At));
        return found;
    }

    /// <summary>When time alone will next make a rule speak: UTC; null where nothing is waited for.</summary>
    public static DateTime? NextLook(IReadOnlyList<ConsignmentStop> stops, IReadOnlyList<SensorFact> sensors, AlertLimits limits, DateTime now)
    {
        var moments = new List<DateTime>();
        for (var i = 0; i < stops.Count; i++)
        {
            var stop = stops[i];
            if (i > 0 && stop.ArrivalActual is null && (stop.ArrivalEstimated ?? stop.ArrivalPlanned) is { } arrival) moments.Add(arrival + limits.Late);
            if (i < stops.Count - 1 && stop.DepartureActual is null && (stop.DepartureEstimated ?? stop.DeparturePlanned) is { } departure) moments.Add(departure + limits.Late);
        }
        moments.AddRange(sensors.Select(s => s.HeardUntil + limits.Silence));
        // what is past was found already
        return moments.Where(m => m >= now).Select(m => (DateTime?)m.AddSeconds(1)).Min();
    }

    private static void AddLate(List<AlertFinding> found, ConsignmentStop stop, string act, string side, DateTime? planned, DateTime? estimated, DateTime? actual, AlertLimits limits, DateTime now)
    {
        if ((estimated ?? planned) is not { } expected) return;
        var said = estimated is null ? "计划" : "预计";
        var text = actual is { } happened && happened > expected + limits.Late ? $"{stop.Place}：{said} {Time(expected)} {act}，实际 {Time(happened)}，晚 {Span(happened - expected)}。"
            : actual is null && now > expected + limits.Late ? $"{stop.Place}：{said} {Time(expected)} {act}，已过 {Span(now - expected)}，还没有报告。"
            : actual is null && estimated > planned + limits.Late ? $"{stop.Place}：计划 {Time(planned!.Value)} {act}，预计推迟到 {Time(expected)}，晚 {Span(expected - planned.Value)}。"
            : null;
        if (text is not null) found.Add(new AlertFinding(AlertRule.Late, string.Create(CultureInfo.InvariantCulture, $"{stop.Place}:{side}"), text, DateTime.MinValue));
    }

    private static void AddMissed(List<AlertFinding> found, ConsignmentStop stop)
    {
        if (stop.DepartureActual is not null || (stop.DepartureEstimated ?? stop.DeparturePlanned) is not { } departure) return;
        if ((stop.ArrivalActual ?? stop.ArrivalEstimated) is not { } arrival || arrival <= departure) return;
        found.Add(new AlertFinding(AlertRule.MissedConnection, stop.Place, $"{stop.Place}：{Time(arrival)} 才到达，赶不上 {Time(departure)} 的衔接。", DateTime.MinValue));
    }

    private static string Time(DateTime utc) => ChinaTime.FromUtc(utc).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Degrees(int hundredths) => string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100m:0.##} ℃");

    private static string Span(TimeSpan span) => span.TotalHours >= 48
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} 天")
        : span.TotalMinutes >= 60 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} 小时") : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} 分钟");
}
