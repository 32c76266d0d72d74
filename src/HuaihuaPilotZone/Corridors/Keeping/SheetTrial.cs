using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>One act that a file would do.</summary>
/// <param name="Act">As the journal has it.</param>
/// <param name="Name">What people know the record by.</param>
public sealed record TriedAct(string Act, string Name, IReadOnlyList<FieldChange> Changes);

/// <summary>What a file would do.</summary>
/// <param name="Changed">How many records would be new or different.</param>
/// <param name="Acts">The first of what would be done.</param>
/// <param name="IsCut">Whether more would be done than is listed.</param>
/// <param name="Bookings">Bookings that it would reach, and whose enterprises it would tell.</param>
public sealed record SheetPreview(int Changed, IReadOnlyList<TriedAct> Acts, bool IsCut, int Bookings);

/// <summary>Tries a file: everything is done as it would be, told, and taken back, so that the preview cannot say anything else than the import does.</summary>
public sealed class SheetTrial(PortalDbContext db, Actor actor)
{
    /// <summary>Field of a refusal that says how many bookings a file reaches.</summary>
    public const string Seen = "Seen";

    private const int MostActs = 200;

    /// <param name="import">Takes the file in.</param>
    /// <returns>What it would do, or what stands against its rows.</returns>
    public async Task<Outcome<SheetPreview>> TryAsync(Func<CancellationToken, Task<Outcome<int>>> import, CancellationToken cancellation)
    {
        SheetPreview? preview = null;
        var refused = await db.InTransactionAsync(
            async token =>
            {
                var before = await LastAsync(token);
                var outcome = await import(token);
                if (!outcome.IsDone) return Outcome.Refused(outcome.Refusals);
                preview = await PreviewAsync(outcome.Value, before, token);
                // a refusal takes everything back
                return Outcome.Refused("");
            },
            cancellation);
        db.ChangeTracker.Clear();
        return preview is null ? Outcome.Refused(refused.Refusals) : preview;
    }

    /// <summary>Takes a file in, unless it reaches other bookings than whoever sends it has been told.</summary>
    /// <param name="import">Takes the file in.</param>
    /// <param name="seen">As many bookings as the preview has named.</param>
    /// <returns>How many records are new or different, or what stands against it.</returns>
    public async Task<Outcome<int>> KeepAsync(Func<CancellationToken, Task<Outcome<int>>> import, int seen, CancellationToken cancellation)
    {
        var kept = await db.InTransactionAsync<int>(
            async token =>
            {
                var before = await LastAsync(token);
                var outcome = await import(token);
                if (!outcome.IsDone || await BookingsAsync(before, token) is not (> 0 and var count) || count == seen) return outcome;
                return Outcome.Refused(Seen, $"导入后，{count} 份未完结的订舱会受影响，并通知它们的企业。请核对后再选一次文件，点“导入”。");
            },
            cancellation);
        if (!kept.IsDone) db.ChangeTracker.Clear();
        return kept;
    }

    private async Task<long> LastAsync(CancellationToken cancellation) => await db.Journal.MaxAsync(l => (long?)l.Id, cancellation) ?? 0;

    /// <summary>What this person has written since, in this transaction.</summary>
    private IQueryable<JournalLine> Written(long before)
    {
        var user = actor.UserId;
        return db.Journal.AsNoTracking().Where(l => l.Id > before && l.UserId == user);
    }

    /// <summary>Whoever tells the holders of a booking says so in its history.</summary>
    private Task<int> BookingsAsync(long before, CancellationToken cancellation) =>
        Written(before).Where(l => l.Subject == JournalSubjects.Booking).Select(l => l.SubjectKey).Distinct().CountAsync(cancellation);

    private async Task<SheetPreview> PreviewAsync(int changed, long before, CancellationToken cancellation)
    {
        var lines = await Written(before).Include(l => l.Changes).Where(l => l.Subject != JournalSubjects.Booking).OrderBy(l => l.Id).Take(MostActs + 1).ToListAsync(cancellation);
        var names = await NamesAsync(lines, cancellation);
        return new SheetPreview(
            changed,
            [.. lines.Take(MostActs).Select(l => new TriedAct(
                l.Act, names.GetValueOrDefault((l.Subject, l.SubjectKey), l.SubjectKey),
                [.. l.Changes.Where(c => !string.Equals(c.OldValue, c.NewValue, StringComparison.Ordinal)).Select(c => new FieldChange(c.Field, c.OldValue, c.NewValue))]))],
            lines.Count > MostActs,
            await BookingsAsync(before, cancellation));
    }

    /// <summary>Names of the records, new ones among them.</summary>
    private async Task<Dictionary<(string, string), string>> NamesAsync(List<JournalLine> lines, CancellationToken cancellation)
    {
        List<int> Ids(string subject, string kind) => [.. lines.Where(l => l.Subject == subject && l.SubjectKey.StartsWith(kind, StringComparison.Ordinal))
            .Select(l => int.TryParse(l.SubjectKey.AsSpan(kind.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct()];
        var (nodes, legs, corridors, notices, services) = (Ids(JournalSubjects.Network, "node-"), Ids(JournalSubjects.Network, "leg-"), Ids(JournalSubjects.Network, "corridor-"), Ids(JournalSubjects.Network, "notice-"), Ids(JournalSubjects.ScheduledService, ""));
        var names = new Dictionary<(string, string), string>();
        void Add(string kind, int id, string name) => names[(JournalSubjects.Network, string.Create(CultureInfo.InvariantCulture, $"{kind}{id}"))] = name;
        foreach (var n in await db.Nodes.Where(n => nodes.Contains(n.Id)).OrderBy(n => n.Id).Select(n => new { n.Id, n.Name }).ToListAsync(cancellation)) Add("node-", n.Id, n.Name);
        foreach (var l in await db.Legs.Where(l => legs.Contains(l.Id)).OrderBy(l => l.Id).Select(l => new { l.Id, From = l.From!.Name, To = l.To!.Name }).ToListAsync(cancellation)) Add("leg-", l.Id, $"{l.From}—{l.To}");
        foreach (var c in await db.Corridors.Where(c => corridors.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation)) Add("corridor-", c.Id, c.Name);
        foreach (var n in await db.NetworkNotices.Where(n => notices.Contains(n.Id)).OrderBy(n => n.Id).Select(n => new { n.Id, n.Title }).ToListAsync(cancellation)) Add("notice-", n.Id, n.Title);
        foreach (var s in await db.ScheduledServices.Where(s => services.Contains(s.Id)).OrderBy(s => s.Id).Select(s => new { s.Id, s.Code, s.Name }).ToListAsync(cancellation))
            names[(JournalSubjects.ScheduledService, s.Id.ToString(CultureInfo.InvariantCulture))] = $"{s.Code} {s.Name}";
        return names;
    }
}
