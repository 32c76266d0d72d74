using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>Takes back what a batch has made; what was touched since stays and is named.</summary>
internal sealed class UndoHandler(PortalDbContext db, ImportSteps steps) : JobHandler
{
    public const string Kind = "imports.undo";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var batch = await steps.OpenAsync(run.Payload<ImportOrder>().BatchId, cancellation);
        if (batch.Stage != ImportStage.Undoing) return new JobResult("已撤回过。", batch.Address);
        var done = run.DoneBefore;
        var total = done + await db.ImportGroups.CountAsync(g => g.BatchId == batch.Id && g.State == ImportGroupState.Committed, cancellation);
        while (await NextAsync(batch, cancellation) is { Count: > 0 } groups)
        {
            var gone = await batch.Kind.UndoAllAsync(batch.Context, [.. groups.Select(g => g.Result)], cancellation);
            await db.InTransactionAsync(
                async token =>
                {
                    await MarkAsync(batch, [.. groups.Zip(gone).Where(g => g.Second).Select(g => g.First.Key)], ImportGroupState.Undone, token);
                    await MarkAsync(batch, [.. groups.Zip(gone).Where(g => !g.Second).Select(g => g.First.Key)], ImportGroupState.Kept, token);
                    await run.ReportAsync(done + groups.Count, total, "正在撤回", checkpoint: null, token);
                    return Outcome.Done;
                },
                cancellation);
            done += groups.Count;
        }

        await db.InTransactionAsync(
            async token =>
            {
                await run.ReportAsync(done, total, "撤回完毕", checkpoint: null, token);
                return await steps.MoveAsync(batch.Id, ImportStage.Undoing, ImportStage.Undone, token) ? Outcome.Done : Outcome.Refused("moved");
            },
            cancellation);
        var kept = await db.ImportGroups.CountAsync(g => g.BatchId == batch.Id && g.State == ImportGroupState.Kept, cancellation);
        return new JobResult(kept == 0 ? $"{done} {batch.Kind.Unit}都已撤回。" : $"撤回 {done - kept} {batch.Kind.Unit}；{kept} {batch.Kind.Unit}后来{batch.Kind.Kept}，仍保留。", batch.Address);
    }

    private Task<List<CommittedGroup>> NextAsync(ImportAtWork batch, CancellationToken cancellation) =>
        db.ImportGroups.AsNoTracking().Where(g => g.BatchId == batch.Id && g.State == ImportGroupState.Committed).OrderBy(g => g.FirstRow).Take(batch.Kind.GroupsAtATime)
            .Select(g => new CommittedGroup(g.Key, g.Result!)).ToListAsync(cancellation);

    private async Task MarkAsync(ImportAtWork batch, IReadOnlyList<string> keys, ImportGroupState state, CancellationToken cancellation)
    {
        if (keys.Count == 0) return;
        await db.ImportGroups.Where(g => g.BatchId == batch.Id && keys.Contains(g.Key)).ExecuteUpdateAsync(set => set.SetProperty(g => g.State, state), cancellation);
    }

    private sealed record CommittedGroup(string Key, string Result);
}
