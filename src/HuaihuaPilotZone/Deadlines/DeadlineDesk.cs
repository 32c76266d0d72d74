using HuaihuaPilotZone.Customs.Terms;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Deadlines;

/// <summary>What somebody asks of the calculator.</summary>
/// <param name="From">The event, on clocks in Huaihua.</param>
/// <param name="More">By how much the term is longer, at most what the rule allows.</param>
public sealed record DeadlineAsk(DeadlineRule Rule, DateTime From, int More);

/// <summary>A year that decides, with the notice it was taken from; null where it is not recorded.</summary>
public sealed record YearOfDeadline(int Year, YearSource? Source);

/// <summary>A deadline with what the arrangements say of the days on the way.</summary>
/// <param name="Names">Holiday of each day that an arrangement names.</param>
public sealed record DeadlineAnswer(Deadline Deadline, IReadOnlyDictionary<DateOnly, string> Names, IReadOnlyList<YearOfDeadline> Years);

/// <summary>Working days between two days, with what the arrangements say of the days on the way.</summary>
/// <param name="Names">Holiday of each day that an arrangement names.</param>
public sealed record SpanAnswer(WorkingSpan Span, IReadOnlyDictionary<DateOnly, string> Names, IReadOnlyList<YearOfDeadline> Years);

/// <summary>The calculator: the rules as this portal is set, and the answer with its sources.</summary>
public sealed class DeadlineDesk(PortalDbContext db, WorkingCalendarSource calendars, IOptions<LetterOptions> letters)
{
    private const int MostDays = 2000;

    /// <summary>All rules, the promises with the length that is set.</summary>
    public IReadOnlyList<DeadlineRule> Rules =>
    [
        .. DeadlineRules.All.Select(r => r.Key == DeadlineRules.LetterConsultation.Key ? r with { Term = Term.OfWorkingDays(letters.Value.ConsultationDays) }
            : r.Key == DeadlineRules.LetterOther.Key ? r with { Term = Term.OfWorkingDays(letters.Value.OtherDays) } : r),
    ];

    public async Task<DeadlineAnswer> AnswerAsync(DeadlineAsk ask, CancellationToken cancellation)
    {
        var deadline = (await calendars.ReadAsync(cancellation)).Compute(ask.Rule, ask.From, ask.More);
        var (names, years) = await NotesAsync(deadline.Way, deadline.Years, cancellation);
        return new DeadlineAnswer(deadline, names, years);
    }

    /// <summary>Working days between two days with their sources.</summary>
    public async Task<SpanAnswer> SpanAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var span = (await calendars.ReadAsync(cancellation)).Span(from, to);
        var (names, years) = await NotesAsync(span.Way, [.. Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1)], cancellation);
        return new SpanAnswer(span, names, years);
    }

    /// <summary>What the arrangements say of some days and years.</summary>
    private async Task<(IReadOnlyDictionary<DateOnly, string> Names, IReadOnlyList<YearOfDeadline> Years)> NotesAsync(IReadOnlyList<DayOnTheWay> way, IReadOnlyList<int> asked, CancellationToken cancellation)
    {
        var (years, days) = (asked.ToList(), way.Select(w => w.Day).ToList());
        var (first, last) = days.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (days[0], days[^1]);
        var names = await db.SpecialDays.Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).Take(MostDays).ToDictionaryAsync(d => d.Day, d => d.Name, cancellation);
        var sources = await db.WorkingYears.Where(y => years.Contains(y.Year)).OrderBy(y => y.Year).Take(WorkingYear.Last - WorkingYear.First + 1)
            .ToDictionaryAsync(y => y.Year, y => new YearSource(y.SourceTitle, y.SourceAddress, y.SourceDate), cancellation);
        return (names, [.. years.Select(y => new YearOfDeadline(y, sources.GetValueOrDefault(y)))]);
    }
}
