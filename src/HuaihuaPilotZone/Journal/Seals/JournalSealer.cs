using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>
/// Seals the lines of the journal in blocks, in order. Acts are not held up by it: their lines are written without a thought of the chain and
/// sealed when they have settled. The number of a block is its key, so that of two instances one makes it.
/// </summary>
public sealed class JournalSealer(PortalDbContext db, IOptions<JournalOptions> options, ChinaTime time)
{
    /// <summary>Blocks of one call, so that it ends before the lease of whoever seals.</summary>
    private const int MostAtATime = 50;

    private static readonly string _none = new('0', JournalSeal.HashLength);

    /// <summary>Seals what is due; what is more than can be sealed at a time is left for the next call.</summary>
    /// <returns>How many blocks this call made.</returns>
    public async Task<int> SealDueAsync(CancellationToken cancellation)
    {
        var made = 0;
        if (await SealLateAsync(cancellation)) made++;
        while (made < MostAtATime && await SealNextAsync(cancellation)) made++;
        return made;
    }

    /// <summary>Seals the next lines that have settled, in the order of their ids; a line that has not ends the block.</summary>
    private async Task<bool> SealNextAsync(CancellationToken cancellation)
    {
        var after = await db.JournalSeals.Where(s => s.Kind == JournalSealKind.Range).OrderByDescending(s => s.Number).Select(s => s.LastLineId).FirstOrDefaultAsync(cancellation);
        var lines = await Lines(db.Journal.Where(l => l.Id > after)).Take(options.Value.LinesPerSeal).ToListAsync(cancellation);
        var settled = time.UtcNow.AddMinutes(-options.Value.SettleMinutes);
        List<JournalLine> due = [.. lines.TakeWhile(l => l.At <= settled)];
        return due.Count > 0 && await AddAsync(JournalSealKind.Range, after, due, cancellation);
    }

    /// <summary>Seals lines that came to light inside a range that was sealed not long ago.</summary>
    private async Task<bool> SealLateAsync(CancellationToken cancellation)
    {
        var late = await LateAsync(cancellation);
        if (late.Count == 0) return false;
        var lines = await Lines(db.Journal.Where(l => late.Contains(l.Id))).ToListAsync(cancellation);
        return await AddAsync(JournalSealKind.Late, lines[0].Id, lines, cancellation);
    }

    /// <summary>Ids of lines inside the ranges of the last hours that no block holds; at most those of one block.</summary>
    private async Task<List<long>> LateAsync(CancellationToken cancellation)
    {
        var since = time.UtcNow.AddHours(-options.Value.LateHours);
        var young = await db.JournalSeals.Where(s => s.Kind == JournalSealKind.Range && s.SealedAt >= since).OrderBy(s => s.Number)
            .Select(s => new { s.Number, s.AfterLineId, s.LastLineId, s.LineCount }).ToListAsync(cancellation);
        if (young.Count == 0) return [];
        var (from, to) = (young[0].AfterLineId, young[^1].LastLineId);
        if (await Loose(from, to).CountAsync(cancellation) <= young.Sum(s => s.LineCount)) return [];
        var late = new List<long>();
        foreach (var seal in young)
        {
            if (await Loose(seal.AfterLineId, seal.LastLineId).CountAsync(cancellation) <= seal.LineCount) continue;
            var marks = await db.JournalSeals.Where(s => s.Number == seal.Number).Select(s => s.Marks).SingleAsync(cancellation);
            var held = JournalMarks.Read(marks);
            late.AddRange((await Loose(seal.AfterLineId, seal.LastLineId).Select(l => l.Id).ToListAsync(cancellation)).Where(id => !held.ContainsKey(id)));
        }

        return [.. late.Order().Take(options.Value.LinesPerSeal)];
    }

    /// <summary>Lines of a range that no block of late lines holds.</summary>
    private IQueryable<JournalLine> Loose(long after, long last) => db.Journal.Where(l => l.Id > after && l.Id <= last && !db.LateLines.Any(n => n.JournalLineId == l.Id));

    private static IQueryable<JournalLine> Lines(IQueryable<JournalLine> lines) => lines.AsNoTracking().Include(l => l.Changes).OrderBy(l => l.Id).AsSplitQuery();

    private async Task<bool> AddAsync(JournalSealKind kind, long after, List<JournalLine> lines, CancellationToken cancellation)
    {
        using var digest = new JournalDigest();
        foreach (var line in lines) digest.Add(line);
        var (content, marks, now) = (digest.Finish(), digest.Marks, time.UtcNow);
        return await db.TryOnceAsync(
            async token =>
            {
                var last = await db.JournalSeals.OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Hash }).FirstOrDefaultAsync(token);
                var (number, previous) = ((last?.Number ?? 0) + 1, last?.Hash ?? _none);
                db.JournalSeals.Add(new JournalSeal
                {
                    Number = number,
                    Kind = kind,
                    AfterLineId = after,
                    FirstLineId = lines[0].Id,
                    LastLineId = lines[^1].Id,
                    LineCount = lines.Count,
                    ContentHash = content,
                    PreviousHash = previous,
                    Hash = JournalCanon.HashOf(number, kind, after, lines[0].Id, lines[^1].Id, lines.Count, content, previous, now),
                    Marks = marks,
                    SealedAt = now,
                });
                if (kind == JournalSealKind.Late) db.LateLines.AddRange(lines.Select(l => new LateLine { JournalLineId = l.Id, SealNumber = number }));
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }
}
