using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>
/// Gives records from before there was a history their first spans, of what is known: the steps of the stage, the former names, everything else as
/// it is now. They are marked as 期初整理.
/// </summary>
public sealed class PastOpening(PortalDbContext db)
{
    private const int Batch = 500;

    /// <summary>Opens the history of the next records that have none.</summary>
    /// <returns>How many; 0 when all have theirs.</returns>
    public async Task<int> OpenAsync(CancellationToken cancellation)
    {
        var opened = 0;
        await db.InTransactionAsync(
            async token =>
            {
                var records = await db.Enterprises.AsSplitQuery().Include(e => e.StageChanges).Include(e => e.FormerNames).Include(e => e.Tags)
                    .Where(e => !db.RecordSpans.Any(s => s.EnterpriseId == e.Id)).OrderBy(e => e.Id).Take(Batch).ToListAsync(token);
                foreach (var record in records) db.RecordSpans.AddRange(SpansOf(record));
                await db.SaveChangesAsync(token);
                opened = records.Count;
                return Outcome.Done;
            },
            cancellation);
        return opened;
    }

    private static IEnumerable<RecordSpan> SpansOf(Enterprise record)
    {
        var now = SpanKeeper.FactsOf(record, SpanFacts.Join(record.Tags.Select(t => t.IndustryTagId)));
        var stages = record.StageChanges.OrderBy(c => c.On).ThenBy(c => c.Id).ToList();
        var begin = stages.Count > 0 && stages[0].On < record.StageSince ? stages[0].On : record.StageSince;
        var days = stages.Select(c => c.On).Concat(record.FormerNames.Select(n => n.Until)).Append(record.StageSince).Append(begin).Where(d => d >= begin).Distinct().Order().ToList();
        return days.Select((day, at) =>
        {
            var stage = day >= record.StageSince ? null : stages.FindLast(c => c.On <= day);
            // the name that stood until the first change after the day
            var name = record.FormerNames.Where(n => n.Until > day).OrderBy(n => n.Until).ThenBy(n => n.Id).FirstOrDefault()?.Name ?? now.Name;
            var facts = now with { Name = name, Stage = stage?.To ?? now.Stage, StageSince = stage?.On ?? now.StageSince };
            var span = SpanKeeper.Make(record, facts, day, ChinaTime.DayOf(record.CreatedAt), SpanOrigin.Opening);
            span.ValidTo = at + 1 < days.Count ? days[at + 1] : RecordSpan.Open;
            return span;
        });
    }
}

/// <summary>Opens the history once, when the portal starts on a database of an earlier build.</summary>
internal sealed class PastOpeningWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<PastOpeningWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(5), bell: null, logger)
{
    private bool _isDone;

    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        if (_isDone && !isNewDay) return false;
        await using var scope = scopes.CreateAsyncScope();
        _isDone = await scope.ServiceProvider.GetRequiredService<PastOpening>().OpenAsync(cancellation) == 0;
        return !_isDone;
    }
}
