using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.BulkEdits;

/// <summary>
/// Works through the enterprises of an act, a step of them in one transaction. What is left to do stands in the database, so that another run goes on
/// where one broke off. A record that somebody saves at the same moment makes its step begin again and is seen as it then is.
/// </summary>
public sealed class BulkRunner
{
    private const int Step = 100;
    private const int Collected = 2_000;
    private const int MostTries = 8;
    private const string Merged = "这份档案已并入另一份。";

    private readonly PortalDbContext _db;
    private readonly RosterFinder _finder;
    private readonly EnterpriseRoster _roster;
    private readonly BulkSteps _steps;

    public BulkRunner(PortalDbContext db, RosterFinder finder, EnterpriseRoster roster, Messages.Outbox outbox, Journal.PortalJournal journal, Actor actor, ChinaTime time)
    {
        (_db, _finder, _roster) = (db, finder, roster);
        _steps = new BulkSteps(db, outbox, journal, actor, time);
    }

    internal async Task<IReadOnlyList<BulkLine>> ForeseeAsync(IReadOnlyList<int> ids, BulkChange change, CancellationToken cancellation)
    {
        var choices = await _roster.ChoicesAsync(cancellation);
        var reachable = await _steps.ReachableAsync(change, ids, cancellation);
        var records = await _steps.ReadAsync(ids, cancellation);
        _db.ChangeTracker.Clear();
        return
        [
            .. records.Select(e => (Enterprise: e, Step: _steps.Foresee(e, change, reachable))).Select(f => new BulkLine(
                f.Enterprise.Id, f.Enterprise.Name, BulkSteps.Read(change.Act, f.Step.Old, choices), BulkSteps.Read(change.Act, f.Step.New, choices), f.Step.Refusal)),
        ];
    }

    /// <summary>Does what is left of an act.</summary>
    /// <param name="report">Told in the transaction of each step how many are done.</param>
    internal async Task RunAsync(int editId, Func<int, CancellationToken, Task>? report, CancellationToken cancellation)
    {
        var edit = await _db.BulkEdits.AsNoTracking().SingleAsync(e => e.Id == editId, cancellation);
        var change = JsonSerializer.Deserialize<BulkChange>(edit.Change)!;
        _steps.Choices = await _roster.ChoicesAsync(cancellation);
        while (await TryStepAsync(editId, BulkItemState.Waiting, (items, token) => DoAsync(editId, change, items, token), report, cancellation))
        {
        }

        await EndAsync(editId, BulkState.Running, BulkState.Done, cancellation);
    }

    /// <summary>Undoes what is left to undo.</summary>
    internal async Task UndoAsync(int editId, Func<int, CancellationToken, Task>? report, CancellationToken cancellation)
    {
        var act = await _db.BulkEdits.Where(e => e.Id == editId).Select(e => e.Act).SingleAsync(cancellation);
        _steps.Choices = await _roster.ChoicesAsync(cancellation);
        while (await TryStepAsync(editId, BulkItemState.Changed, (items, token) => UndoAsync(editId, act, items, token), report, cancellation))
        {
        }

        await EndAsync(editId, BulkState.Undoing, BulkState.Undone, cancellation);
    }

    /// <summary>Writes down the next enterprises that the query of an act finds.</summary>
    /// <param name="afterId">The last one that stands there.</param>
    /// <returns>The last one now; null when all stand there.</returns>
    internal async Task<int?> CollectAsync(int editId, RosterQuery query, int? afterId, CancellationToken cancellation)
    {
        var ids = await _finder.NextIdsAsync(query, afterId, Collected, cancellation);
        var known = await _db.BulkEditItems.Where(i => i.BulkEditId == editId && ids.Contains(i.EnterpriseId)).Select(i => i.EnterpriseId).ToListAsync(cancellation);
        _db.BulkEditItems.AddRange(ids.Except(known).Select(id => new BulkEditItem { BulkEditId = editId, EnterpriseId = id }));
        await _db.SaveChangesAsync(cancellation);
        return ids.Count < Collected ? null : ids[^1];
    }

    private async Task<bool> TryStepAsync(
        int editId, BulkItemState state, Func<List<BulkEditItem>, CancellationToken, Task> act, Func<int, CancellationToken, Task>? report, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await _db.InTransactionAsync<object>(
                    async token =>
                    {
                        var items = await _db.BulkEditItems.Where(i => i.BulkEditId == editId && i.State == state).OrderBy(i => i.EnterpriseId).Take(Step).ToListAsync(token);
                        if (items.Count == 0) return Outcome.Refused("没有了。");
                        await act(items, token);
                        await _db.SaveChangesAsync(token);
                        if (report is not null) await report(items.Count, token);
                        return items;
                    },
                    cancellation)).IsDone;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // somebody saved one of these records meanwhile: look at them again
                _db.ChangeTracker.Clear();
            }
        }
    }

    private async Task DoAsync(int editId, BulkChange change, List<BulkEditItem> items, CancellationToken cancellation)
    {
        int[] ids = [.. items.Select(i => i.EnterpriseId)];
        var reachable = await _steps.ReachableAsync(change, ids, cancellation);
        foreach (var enterprise in await _steps.ReadAsync(ids, cancellation))
        {
            var item = items.Find(i => i.EnterpriseId == enterprise.Id)!;
            var step = _steps.Foresee(enterprise, change, reachable);
            (item.State, item.OldValue, item.NewValue, item.Refusal) = (step.Refusal is null ? BulkItemState.Changed : BulkItemState.Refused, step.Old, step.New, step.Refusal);
            if (step.Refusal is null) await _steps.DoAsync(enterprise, change, step, editId, cancellation);
        }

        foreach (var item in items.Where(i => i.State == BulkItemState.Waiting)) (item.State, item.Refusal) = (BulkItemState.Refused, Merged);
    }

    private async Task UndoAsync(int editId, BulkAct act, List<BulkEditItem> items, CancellationToken cancellation)
    {
        foreach (var enterprise in await _steps.ReadAsync([.. items.Select(i => i.EnterpriseId)], cancellation))
        {
            var item = items.Find(i => i.EnterpriseId == enterprise.Id)!;
            if (BulkSteps.IsAsLeft(enterprise, act, item.NewValue))
            {
                _steps.Undo(enterprise, act, item, editId);
                item.State = BulkItemState.Undone;
            }
            else
            {
                (item.State, item.Refusal) = (BulkItemState.Kept, "这一项之后又被他人修改，没有改回。");
            }
        }

        foreach (var item in items.Where(i => i.State == BulkItemState.Changed)) (item.State, item.Refusal) = (BulkItemState.Kept, Merged);
    }

    private Task<int> EndAsync(int editId, BulkState from, BulkState to, CancellationToken cancellation) =>
        _db.BulkEdits.Where(e => e.Id == editId && e.State == from).ExecuteUpdateAsync(set => set.SetProperty(e => e.State, to), cancellation);
}

/// <summary>What the job does.</summary>
internal sealed record BulkWork(int EditId, bool IsUndo);

/// <summary>An act on more enterprises than one waits for.</summary>
internal sealed class BulkEditJob(PortalDbContext db, BulkRunner runner) : JobHandler
{
    public const string Kind = "roster.bulk";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var work = run.Payload<BulkWork>();
        var edit = await db.BulkEdits.AsNoTracking().SingleAsync(e => e.Id == work.EditId, cancellation);
        if (!work.IsUndo && edit.Query is { } query) await CollectAsync(run, work.EditId, JsonSerializer.Deserialize<RosterQuery>(query)!, cancellation);
        var total = await db.BulkEditItems.CountAsync(i => i.BulkEditId == work.EditId, cancellation);
        var done = run.DoneBefore;
        Task Report(int step, CancellationToken token) => run.ReportAsync(done += step, total, work.IsUndo ? "正在撤销" : "正在修改", new Place(null, IsCollected: true), token);
        if (work.IsUndo) await runner.UndoAsync(work.EditId, Report, cancellation);
        else await runner.RunAsync(work.EditId, Report, cancellation);
        return new JobResult(work.IsUndo ? "批量操作已撤销，请看结果。" : $"批量操作已完成，共 {total} 家，请看结果。", $"/park/enterprises/bulk/{work.EditId}");
    }

    private async Task CollectAsync(JobRun run, int editId, RosterQuery query, CancellationToken cancellation)
    {
        // by an order that the act itself does not change
        query = query with { Sort = RosterSort.Name };
        for (var place = run.Checkpoint<Place>() ?? new Place(null, IsCollected: false); !place.IsCollected;)
        {
            var next = place;
            await db.InTransactionAsync(
                async token =>
                {
                    var last = await runner.CollectAsync(editId, query, place.After, token);
                    next = new Place(last, IsCollected: last is null);
                    await run.ReportAsync(0, total: null, "正在列出企业", next, token);
                    return Outcome.Done;
                },
                cancellation);
            place = next;
        }
    }

    private sealed record Place(int? After, bool IsCollected);
}
