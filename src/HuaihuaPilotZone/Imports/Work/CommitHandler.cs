using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>Makes records of the good groups. Record, state of the group and lease are kept together, so that none is made twice.</summary>
internal sealed class CommitHandler(PortalDbContext db, ImportSteps steps) : JobHandler
{
    public const string Kind = "imports.commit";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var batch = await steps.OpenAsync(run.Payload<ImportOrder>().BatchId, cancellation);
        if (batch.Stage != ImportStage.Committing) return new JobResult("已导入过。", batch.Address);
        var done = run.DoneBefore;
        var total = done + await db.ImportGroups.CountAsync(g => g.BatchId == batch.Id && g.State == ImportGroupState.Good, cancellation);
        while (await steps.NextAsync(batch, ImportGroupState.Good, batch.Kind.GroupsAtATime, cancellation) is { Count: > 0 } groups)
        {
            await batch.Kind.PrepareAsync(cancellation);
            await db.InTransactionAsync(
                async token =>
                {
                    await CommitAsync(batch, groups, token);
                    await run.ReportAsync(done + groups.Count, total, "正在导入", checkpoint: null, token);
                    return Outcome.Done;
                },
                cancellation);
            done += groups.Count;
        }

        await db.InTransactionAsync(
            async token =>
            {
                await run.ReportAsync(done, total, "导入完毕", checkpoint: null, token);
                return await steps.MoveAsync(batch.Id, ImportStage.Committing, ImportStage.Committed, token) ? Outcome.Done : Outcome.Refused("moved");
            },
            cancellation);
        var left = await db.ImportGroups.CountAsync(g => g.BatchId == batch.Id && g.State == ImportGroupState.Stale, cancellation);
        return new JobResult(left == 0 ? $"已导入 {done} {batch.Kind.Unit}{batch.Kind.ResultWord}。" : $"已导入 {done - left} {batch.Kind.Unit}{batch.Kind.ResultWord}；{left} {batch.Kind.Unit}在核对之后有了变化，没有导入。", batch.Address);
    }

    private async Task CommitAsync(ImportAtWork batch, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        string[] keys = [.. groups.Select(g => g.Key)];
        var claimed = await db.ImportGroups.Where(g => g.BatchId == batch.Id && EF.Parameter(keys).Contains(g.Key) && g.State == ImportGroupState.Good)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, ImportGroupState.Stale), cancellation);
        if (claimed != groups.Count) throw new JobStoppedException();
        var results = await batch.Kind.CommitAllAsync(batch.Context, groups, cancellation);
        var made = keys.Zip(results).Where(r => r.Second is not null).Select(r => new ImportGroup
        {
            BatchId = batch.Id,
            Key = r.First,
            FirstRow = 0,
            RowCount = 0,
            State = ImportGroupState.Committed,
            Result = r.Second,
        });
        await db.SaveChangesAsync(cancellation);
        await db.UpdateManyAsync([.. made], cancellation, nameof(ImportGroup.State), nameof(ImportGroup.Result));
        db.ChangeTracker.Clear();
    }
}
