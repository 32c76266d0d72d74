using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Tracking;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Tracking;

/// <summary>One consignment that was found for a number.</summary>
/// <param name="Typed">The number as it was typed.</param>
public sealed record TrackCard(string Typed, PublicTrack Track);

/// <summary>How steps of a consignment are told to the public.</summary>
internal static class TrackWords
{
    private const int MostMinutes = 120;
    private const int MostHours = 48;

    public static string Time(DateTime utc) => ChinaTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Machine(DateTime utc) => ChinaTime.FromUtc(utc).ToString("yyyy-MM-dd'T'HH:mm'+08:00'", CultureInfo.InvariantCulture);

    public static string ClassOf(StepStanding standing) => standing switch
    {
        StepStanding.Done => "done",
        StepStanding.Now => "now",
        _ => "next",
    };

    /// <summary>The text that names a step.</summary>
    /// <param name="isFirst">Whether goods that have not left there have not left at all.</param>
    public static string KeyOf(ProgressStep step, bool isFirst) =>
        $"{(step.IsDeparture ? "Depart" : "Arrive")}.{step.Standing}{(step is { Standing: StepStanding.Now, IsDeparture: true } && isFirst ? ".First" : null)}";

    /// <summary>How far a time is from what was planned; null where it is not, or nobody knows.</summary>
    public static string? Delay(TimeSpan? delay, IStringLocalizer<TrackingText> words) =>
        delay is not { } by || (int)by.TotalMinutes == 0 ? null : words[by > TimeSpan.Zero ? "Late" : "Early", Span(by.Duration(), words)].Value;

    private static string Span(TimeSpan span, IStringLocalizer<TrackingText> words) => span.TotalMinutes < MostMinutes
        ? words["Span.Minutes", (int)span.TotalMinutes].Value
        : span.TotalHours < MostHours
            ? words["Span.Hours", span.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)].Value
            : words["Span.Days", span.TotalDays.ToString("0.#", CultureInfo.InvariantCulture)].Value;
}
