using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>Makes the keys of records from before there were keys, sums up the changes of the counts, and counts anew when asked to.</summary>
public sealed class RosterUpkeep(PortalDbContext db, RosterCounts counts)
{
    private const int Batch = 200;

    /// <summary>Rows that a look at the counts may cost before they are summed up.</summary>
    private const int MostTallies = 2_000;

    /// <summary>Makes the keys of the next records that have none; in a database of an earlier build, all of them, a step at a time.</summary>
    /// <returns>How many it made; 0 when all have theirs.</returns>
    public async Task<int> MakeKeysAsync(CancellationToken cancellation)
    {
        var made = 0;
        await db.InTransactionAsync(
            async token =>
            {
                var records = await db.Enterprises.AsNoTracking().AsSplitQuery().Include(e => e.FormerNames).Include(e => e.FormerCodes).Include(e => e.Tags).Include(e => e.Markets).Include(e => e.Contacts).Include(e => e.FilingProfile)
                    .Where(e => e.NameKey == "").OrderBy(e => e.Id).Take(Batch).ToListAsync(token);
                foreach (var record in records) await MakeKeysAsync(record, token);
                if (records.Count > 0) db.PublicHasChanged(PublicTopic.Enterprises);
                await db.SaveChangesAsync(token);
                made = records.Count;
                return Outcome.Done;
            },
            cancellation);
        return made;
    }

    // the keys are no change of the record: its version, and forms that are open, stay as they are
    private async Task MakeKeysAsync(Enterprise record, CancellationToken cancellation)
    {
        var (text, key, score) = (RosterKeys.Text(record.Name), RosterKeys.SortKey(record.Name),
            RecordCompleteness.Score(RecordCompleteness.FactsOf(record)));
        var kept = await db.Enterprises.Where(e => e.Id == record.Id && e.Version == record.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.NameText, text).SetProperty(e => e.NameKey, key).SetProperty(e => e.Completeness, score), cancellation);
        // whoever has saved it meanwhile has made the keys too
        if (kept == 0) return;
        var (grams, sounds) = RosterKeeper.KeysOf(record);
        db.AddRange(grams.Select(g => new EnterpriseGram { Gram = g, EnterpriseId = record.Id }));
        db.AddRange(sounds.Select(s => new EnterpriseSound { Sound = s, EnterpriseId = record.Id }));
    }

    /// <summary>Sums up the changes of the counts, if there are many; of two instances at once one does it.</summary>
    public Task<bool> SumUpAsync(CancellationToken cancellation) => db.TryOnceAsync(
        async token =>
        {
            if (await db.RosterTallies.CountAsync(token) < MostTallies) return Outcome.Refused("计数变动还不多。");
            var last = await db.RosterTallies.MaxAsync(t => t.Id, token);
            var seen = await db.RosterTallies.Where(t => t.Id <= last).GroupBy(t => new { t.Stage, t.Type, t.ParkAreaId, t.Visibility })
                .Select(g => new { g.Key, Rows = g.Count(), Sum = g.Sum(t => t.Change) }).ToListAsync(token);
            var gone = await db.RosterTallies.Where(t => t.Id <= last).ExecuteDeleteAsync(token);
            // a row that came in between, or another instance: leave everything for the next time
            if (gone != seen.Sum(s => s.Rows)) return Outcome.Refused("计数正在变动。");
            db.RosterTallies.AddRange(seen.Where(s => s.Sum != 0).Select(s => new RosterCell(s.Key.Stage, s.Key.Type, s.Key.ParkAreaId, s.Key.Visibility).Tally(s.Sum)));
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Counts all enterprises and corrects what the sums say otherwise.</summary>
    /// <returns>How many cells were wrong.</returns>
    public async Task<int> RecountAsync(CancellationToken cancellation)
    {
        var wrong = 0;
        await db.InTransactionAsync(
            async token =>
            {
                var real = await db.Enterprises.GroupBy(e => new { e.Stage, e.Type, e.ParkAreaId, e.Visibility }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
                var corrections = real.ToDictionary(r => new RosterCell(r.Key.Stage, r.Key.Type, r.Key.ParkAreaId, r.Key.Visibility), r => r.Count);
                foreach (var (cell, count) in await counts.ReadAsync(token)) corrections[cell] = corrections.GetValueOrDefault(cell) - count;
                db.RosterTallies.AddRange(corrections.Where(c => c.Value != 0).Select(c => c.Key.Tally(c.Value)));
                wrong = corrections.Count(c => c.Value != 0);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
        return wrong;
    }

    /// <summary>Whether the counts of a database of an earlier build were never made.</summary>
    public async Task<bool> NeedsRecountAsync(CancellationToken cancellation) =>
        !await db.RosterTallies.AnyAsync(cancellation) && await db.Enterprises.AnyAsync(cancellation);
}

/// <summary>Starts a recount of the roster.</summary>
public sealed class RosterRecount(PortalDbContext db, JobService jobs, PortalJournal journal)
{
    /// <returns>The job.</returns>
    public async Task<int> StartAsync(CancellationToken cancellation)
    {
        var job = jobs.Add(RosterRecountJob.Kind, "重算名录计数", new { }, enterpriseId: null);
        journal.Write(JournalSubjects.Roster, "counts", EnterpriseActs.Recounted);
        await db.SaveChangesAsync(cancellation);
        return job.Id;
    }
}

/// <summary>Counts the roster anew, as a job that an administrator starts when the numbers seem wrong.</summary>
internal sealed class RosterRecountJob(RosterUpkeep upkeep) : JobHandler
{
    public const string Kind = "roster.recount";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var wrong = await upkeep.RecountAsync(cancellation);
        return new JobResult(wrong == 0 ? "名录计数无误。" : $"名录计数已重算，更正了 {wrong} 项。", "/park/enterprises");
    }
}

/// <summary>Looks after keys and counts between the requests.</summary>
internal sealed class RosterUpkeepWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<RosterUpkeepWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(5), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var upkeep = scope.ServiceProvider.GetRequiredService<RosterUpkeep>();
        if (await upkeep.NeedsRecountAsync(cancellation)) await upkeep.RecountAsync(cancellation);
        await upkeep.SumUpAsync(cancellation);
        return await upkeep.MakeKeysAsync(cancellation) > 0;
    }
}
