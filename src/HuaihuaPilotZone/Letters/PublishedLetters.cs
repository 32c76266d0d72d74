using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Letters;

/// <summary>A published letter: the editor's copy, never the letter.</summary>
public sealed record PublishedLetter(string Number, LetterKind Kind, string Title, string Body, string Reply, DateTime ReceivedAt, DateTime RepliedAt, int TakenDays, bool IsDemonstration);

/// <summary>How letters of one kind, or all, were answered in the period.</summary>
/// <param name="Kind">Null for all kinds together.</param>
/// <param name="Late">Answered after their limit, or waiting beyond it.</param>
/// <param name="Median">Working days; null where fewer than <see cref="PublishedLetters.LeastForFigures"/> were answered.</param>
/// <param name="Satisfaction">Average of 1 to 5; null where too few have rated.</param>
public sealed record LetterStatistics(LetterKind? Kind, int Received, int Answered, int Late, decimal? Median, int? P90, int Ratings, decimal? Satisfaction);

/// <summary>Letters that are published, and how letters are answered.</summary>
public sealed class PublishedLetters(PortalDbContext db, WorkingCalendarSource calendars, ChinaTime time)
{
    /// <summary>Of fewer, no median and no average is told: they would say more about single writers than about the work.</summary>
    public const int LeastForFigures = 5;

    /// <summary>Days that the statistics look back.</summary>
    public const int Days = 365;

    private const int MostCounted = 50_000;

    public Task<Page<PublishedLetter>> ListAsync(LetterKind? kind, PageRequest page, CancellationToken cancellation)
    {
        var letters = Published();
        if (kind is { } wanted) letters = letters.Where(l => l.Kind == wanted);
        return Rows(letters.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.Id)).ToPageAsync(page, cancellation);
    }

    public Task<PublishedLetter?> FindAsync(string number, CancellationToken cancellation) => Rows(Published().Where(l => l.Number == number)).SingleOrDefaultAsync(cancellation);

    /// <summary>All kinds together first, then each that came.</summary>
    public async Task<IReadOnlyList<LetterStatistics>> StatisticsAsync(CancellationToken cancellation)
    {
        var since = time.UtcNow.AddDays(-Days);
        var calendar = await calendars.ReadAsync(cancellation);
        var letters = await db.Letters.Where(l => l.ReceivedAt >= since).OrderByDescending(l => l.ReceivedAt).ThenByDescending(l => l.Id)
            .Select(l => new Counted(l.Kind, l.ReceivedAt, l.LimitDays, l.TakenDays, l.Rating)).Take(MostCounted).ToListAsync(cancellation);
        int DaysOf(Counted letter) => letter.TakenDays ?? calendar.CountBetween(ChinaTime.DayOf(letter.ReceivedAt), time.Today);
        return [Sum(null, letters, DaysOf), .. letters.GroupBy(l => l.Kind).OrderBy(g => g.Key).Select(g => Sum(g.Key, [.. g], DaysOf))];
    }

    private static LetterStatistics Sum(LetterKind? kind, IReadOnlyList<Counted> letters, Func<Counted, int> daysOf)
    {
        List<int> taken = [.. letters.Where(l => l.TakenDays is not null).Select(l => l.TakenDays!.Value).Order()];
        List<int> ratings = [.. letters.Where(l => l.Rating is not null).Select(l => l.Rating!.Value)];
        var isEnough = taken.Count >= LeastForFigures;
        return new LetterStatistics(
            kind, letters.Count, taken.Count, letters.Count(l => daysOf(l) > l.LimitDays),
            isEnough ? (taken[(taken.Count - 1) / 2] + taken[taken.Count / 2]) / 2m : null,
            isEnough ? taken[(int)Math.Ceiling(taken.Count * 0.9) - 1] : null,
            ratings.Count, ratings.Count >= LeastForFigures ? Math.Round((decimal)ratings.Average(), 1) : null);
    }

    private IQueryable<Letter> Published() => db.Letters.AsNoTracking().Where(l => l.PublicState == PublicationState.Published && l.Kind != LetterKind.Report);

    private static IQueryable<PublishedLetter> Rows(IQueryable<Letter> letters) =>
        letters.Select(l => new PublishedLetter(l.Number, l.Kind, l.PublicTitle!, l.PublicBody!, l.PublicReply!, l.ReceivedAt, l.RepliedAt!.Value, l.TakenDays!.Value, l.IsDemonstration));

    private sealed record Counted(LetterKind Kind, DateTime ReceivedAt, int LimitDays, int? TakenDays, int? Rating);
}
