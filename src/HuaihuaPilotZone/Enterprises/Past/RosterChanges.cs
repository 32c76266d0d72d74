using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>What the public reads of a change.</summary>
public enum PublicMove
{
    Joined,
    Renamed,
    StageMoved,
    Left,
}

/// <summary>What happened to an enterprise on a day, in public words.</summary>
/// <param name="FormerName">Where it was renamed.</param>
/// <param name="FormerStage">Where its stage moved; null for a new one.</param>
/// <param name="RecordedOn">Civil day on which it was recorded.</param>
public sealed record PublicChange(
    long Id, int EnterpriseId, string Name, DateOnly Day, EnterpriseStage Stage, string? FormerName, EnterpriseStage? FormerStage, DateOnly RecordedOn, DateTime RecordedAt, bool IsDemonstration, IReadOnlyList<PublicMove> Moves);

/// <summary>
/// The change log that everybody may read: only of enterprises that are published now, only what was published then, and nothing of a person.
/// An enterprise that is taken off the public directory is gone from here too.
/// </summary>
public sealed class RosterChanges(PortalDbContext db)
{
    public async Task<Page<PublicChange>> ListAsync(PageRequest page, CancellationToken cancellation)
    {
        // as many as have a numbered page: nobody reads the whole log, and to count it would be to go through it
        var found = await Find().ToPageAsync(page, cancellation, RosterPlace.MostPages * page.Size);
        return found.Select(Show);
    }

    private IQueryable<Pair> Find() => Find(isShown: true);

    // said as a value: SQLite walks along an index by what a column equals, not by a column that is true
    private IQueryable<Pair> Find(bool isShown) =>
        from b in db.RecordSpans.AsNoTracking()
        where b.SupersededOn == RecordSpan.Open && b.IsShown == isShown && b.EnterpriseId != null && b.Enterprise!.IsPublic && b.Enterprise.SuspendedAt == null
        join a in db.RecordSpans.AsNoTracking().Standing()
            on new { b.EnterpriseId, Day = b.ValidFrom } equals new { a.EnterpriseId, Day = a.ValidTo } into former
        from a in former.DefaultIfEmpty()
        where a == null || !a.IsShown || a.Name != b.Name || a.Stage != b.Stage
        orderby b.ValidFrom descending, b.Id descending
        select new Pair
        {
            Id = b.Id,
            EnterpriseId = b.EnterpriseId!.Value,
            Name = b.Name,
            Day = b.ValidFrom,
            Stage = b.Stage,
            WasShown = a != null && a.IsShown,
            FormerName = a != null && a.IsShown ? a.Name : null,
            FormerStage = a != null && a.IsShown ? a.Stage : null,
            RecordedOn = b.RecordedOn,
            RecordedAt = b.RecordedAt,
            IsDemonstration = b.Enterprise!.IsDemonstration,
        };

    private static PublicChange Show(Pair pair)
    {
        var moves = new List<PublicMove>();
        if (!pair.WasShown) moves.Add(PublicMove.Joined);
        if (pair.WasShown && !string.Equals(pair.FormerName, pair.Name, StringComparison.Ordinal)) moves.Add(PublicMove.Renamed);
        if (pair.WasShown && pair.FormerStage != pair.Stage) moves.Add(pair.Stage == EnterpriseStage.Left ? PublicMove.Left : PublicMove.StageMoved);
        return new PublicChange(
            pair.Id, pair.EnterpriseId, pair.Name, pair.Day, pair.Stage, moves.Contains(PublicMove.Renamed) ? pair.FormerName : null, pair.FormerStage, pair.RecordedOn, pair.RecordedAt, pair.IsDemonstration, moves);
    }

    private sealed record Pair
    {
        public long Id { get; init; }

        public int EnterpriseId { get; init; }

        public string Name { get; init; } = "";

        public DateOnly Day { get; init; }

        public EnterpriseStage Stage { get; init; }

        public bool WasShown { get; init; }

        public string? FormerName { get; init; }

        public EnterpriseStage? FormerStage { get; init; }

        public DateOnly RecordedOn { get; init; }

        public DateTime RecordedAt { get; init; }

        public bool IsDemonstration { get; init; }
    }
}
