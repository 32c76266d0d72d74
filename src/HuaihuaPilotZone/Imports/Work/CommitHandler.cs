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

    private const int GroupsAtATime = 25;

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var batch = await steps.OpenAsync(run.Payload<ImportOrder>().BatchId, cancellation);
        if (batch.Stage != ImportStage.Committing) return new JobResult("已导入过。", batch.Address);
        var done = run.DoneBefore;
        var total = done + await db.ImportGroups.CountAsync(g => g.BatchId == batch.Id && g.State == ImportGroupState.Good, cancellation);
        while (await steps.NextAsync(batch, ImportGroupState.Good, GroupsAtATime, cancellation) is { Count: > 0 } groups)
        {
            await batch.Kind.PrepareAsync(cancellation);
            await db.InTransactionAsync(
                async token =>
                {
                    foreach (var group in groups) await CommitAsync(batch, group, token);
                    await db.SaveChangesAsync(token);
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
        return new JobResult(left == 0 ? $"已导入 {done} 份{batch.Kind.ResultWord}。" : $"已导入 {done - left} 份{batch.Kind.ResultWord}；{left} 份的编号刚被占用，没有导入。", batch.Address);
    }

    private async Task CommitAsync(ImportAtWork batch, ImportedGroup group, CancellationToken cancellation)
    {
        var result = await batch.Kind.CommitAsync(batch.Context, group, cancellation);
        var state = result is null ? ImportGroupState.Stale : ImportGroupState.Committed;
        var marked = await db.ImportGroups.Where(g => g.BatchId == batch.Id && g.Key == group.Key && g.State == ImportGroupState.Good)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.State, state).SetProperty(g => g.Result, result), cancellation);
        if (marked != 1) throw new JobStoppedException();
    }
}
