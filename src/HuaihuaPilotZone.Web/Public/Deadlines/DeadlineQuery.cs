using System.Globalization;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.Web.Public.Deadlines;

/// <summary>The question as the address bar has it: texts, so that whatever was typed is shown again.</summary>
/// <param name="On">Day of the event.</param>
/// <param name="At">Hour of the event, for terms in hours.</param>
/// <param name="More">Extension.</param>
public sealed record DeadlineQuery(string? Rule, string? On, string? At, string? More)
{
    private static readonly string[] _days = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];

    private static readonly string[] _hours = ["H:mm", "HH:mm", "HH:mm:ss"];

    /// <summary>Whether anything was asked.</summary>
    public bool IsAsked => Rule is not null || On is not null;

    /// <returns>The question where every field can be read, and the fields that cannot.</returns>
    public (DeadlineAsk? Ask, IReadOnlyList<string> Problems) Read(IReadOnlyList<DeadlineRule> rules)
    {
        if (!IsAsked) return (null, []);
        var problems = new List<string>();
        var rule = rules.FirstOrDefault(r => string.Equals(r.Key, Rule, StringComparison.Ordinal));
        if (rule is null) problems.Add(nameof(Rule));
        if (!DateOnly.TryParseExact(On?.Trim(), _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !WorkingYear.IsKept(day.Year)) problems.Add(nameof(On));
        var at = TimeOnly.MinValue;
        if (rule is { AsksTime: true } && !TimeOnly.TryParseExact(At?.Trim(), _hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out at)) problems.Add(nameof(At));
        var more = 0;
        if (rule is { MostExtension: > 0 } && !string.IsNullOrWhiteSpace(More) && (!int.TryParse(More, NumberStyles.None, CultureInfo.InvariantCulture, out more) || more > rule.MostExtension)) problems.Add(nameof(More));
        return problems.Count > 0 ? (null, problems) : (new DeadlineAsk(rule!, day.ToDateTime(at), more), problems);
    }
}

/// <summary>The calculator.</summary>
/// <param name="Problems">Fields that cannot be read.</param>
public sealed record DeadlinePage(DeadlineQuery Query, IReadOnlyList<DeadlineRule> Rules, IReadOnlyList<string> Problems, DeadlineAnswer? Answer);

/// <summary>Part of a departure's way as the address bar has it: slugs of two stops, empty for its whole way.</summary>
public sealed record SectionQuery(string? From, string? To)
{
    /// <returns>Numbers of the two nodes, null for an end of the whole way; null in all where the departure has no such stop.</returns>
    public (int? From, int? To)? Read(Departure departure)
    {
        var (from, to) = (Find(departure, From), Find(departure, To));
        return (from is null && !string.IsNullOrEmpty(From)) || (to is null && !string.IsNullOrEmpty(To)) ? null : (from, to);
    }

    private static int? Find(Departure departure, string? slug) => departure.Stops.Find(s => s.Node!.Slug == slug)?.NodeId;
}

/// <summary>The deadlines of one departure.</summary>
/// <param name="Span">Working days from today to the last of them.</param>
/// <param name="IsServed">False where another section was asked for than the departure serves; then the whole way is shown.</param>
public sealed record TripDeadlinePage(SectionQuery Query, TripCount Count, SpanAnswer Span, bool IsServed);
