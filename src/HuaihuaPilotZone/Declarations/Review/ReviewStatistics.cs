using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>How long declarations stay in a state.</summary>
/// <param name="Count">How many left it, up to <see cref="ReviewStatistics.MostLooked"/>.</param>
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

/// <summary>Time in each state (median, P90) of what was changed last, and deadlines.</summary>
public sealed class ReviewStatistics(PortalDbContext db, IOptions<DeclarationOptions> options, ChinaTime time)
{
    public const int Days = 90;

    /// <summary>Changes looked at for each state, the latest: a page must not grow with the years' work.</summary>
    public const int MostLooked = 5000;

    private static readonly DeclarationState[] _states = [DeclarationState.Draft, DeclarationState.Submitted, DeclarationState.Returned, DeclarationState.Accepted];

    public async Task<ReviewFigures> ReadAsync(CancellationToken cancellation)
    {
        var since = time.UtcNow.AddDays(-Days);
        var times = new List<StateTime>();
        foreach (var state in _states)
        {
            var left = await db.StateChanges.Where(c => c.From == state && c.At >= since).OrderByDescending(c => c.At).ThenByDescending(c => c.Seconds).Take(MostLooked).Select(c => c.Seconds).ToListAsync(cancellation);
            if (left.Count == 0) continue;
            left.Sort();
            times.Add(new StateTime(state, left.Count, TimeSpan.FromSeconds(left[(left.Count - 1) / 2]), TimeSpan.FromSeconds(left[((left.Count * 9) + 9) / 10 - 1])));
        }
        var before = time.UtcNow.AddHours(-options.Value.ReviewHours);
        var overdue = await db.Declarations.CountAsync(d => d.State == DeclarationState.Submitted && d.SubmittedAt < before, cancellation);
        return new ReviewFigures(times, overdue, options.Value.ReviewHours);
    }
}
