using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>How long declarations stay in a state.</summary>
/// <param name="Count">How many left it.</param>
/// <param name="Median">Half of them left it within this time.</param>
/// <param name="P90">Nine of ten did.</param>
public sealed record StateTime(DeclarationState State, int Count, TimeSpan Median, TimeSpan P90);

/// <summary>Figures of the reviewers' work.</summary>
/// <param name="Times">Of the last <see cref="ReviewStatistics.Days"/> days; states that nobody left are missing.</param>
/// <param name="Overdue">Submitted documents whose deadline has passed.</param>
/// <param name="Hours">Hours that the park has for an answer.</param>
public sealed record ReviewFigures(IReadOnlyList<StateTime> Times, int Overdue, int Hours)
{
    /// <summary>UTC; until when the park has to answer.</summary>
    public DateTime DeadlineOf(DateTime submittedAt) => submittedAt.AddHours(Hours);
}

/// <summary>Time in each state (median, P90) and deadlines, sorted and counted by the database.</summary>
public sealed class ReviewStatistics(PortalDbContext db, IOptions<DeclarationOptions> options, ChinaTime time)
{
    public const int Days = 90;

    private static readonly DeclarationState[] _states = [DeclarationState.Draft, DeclarationState.Submitted, DeclarationState.Returned, DeclarationState.Accepted];

    public async Task<ReviewFigures> ReadAsync(CancellationToken cancellation)
    {
        var since = time.UtcNow.AddDays(-Days);
        var times = new List<StateTime>();
        foreach (var state in _states)
        {
            var left = db.StateChanges.Where(c => c.From == state && c.At >= since).OrderBy(c => c.Seconds).ThenBy(c => c.Id).Select(c => c.Seconds);
            var count = await left.CountAsync(cancellation);
            if (count == 0) continue;
            times.Add(new StateTime(state, count, await AtAsync(left, (count - 1) / 2, cancellation), await AtAsync(left, ((count * 9) + 9) / 10 - 1, cancellation)));
        }
        var before = time.UtcNow.AddHours(-options.Value.ReviewHours);
        var overdue = await db.Declarations.CountAsync(d => d.State == DeclarationState.Submitted && d.SubmittedAt < before, cancellation);
        return new ReviewFigures(times, overdue, options.Value.ReviewHours);
    }

    /// <summary>The value at a place of the order; another may have come between, so nothing is not a fault.</summary>
    private static async Task<TimeSpan> AtAsync(IQueryable<long> left, int place, CancellationToken cancellation) =>
        TimeSpan.FromSeconds(await left.Skip(place).FirstOrDefaultAsync(cancellation));
}
