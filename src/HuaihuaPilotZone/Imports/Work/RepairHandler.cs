using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>Payload of a repair of many problems.</summary>
/// <param name="Last">The newest problem that is meant; what a check adds later is not.</param>
internal sealed record RepairOrder(int BatchId, KindRepair Repair, long Last, int Count);

/// <summary>Repairs many problems of one kind; checking what was touched is the next job.</summary>
internal sealed class RepairHandler(PortalDbContext db, ImportSteps steps, ImportChanges changes) : JobHandler
{
    public const string Kind = "imports.repair";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var order = run.Payload<RepairOrder>();
        var batch = await steps.OpenAsync(order.BatchId, cancellation);
        if (batch.Stage != ImportStage.Repairing) return new JobResult("已修改过。", batch.Address);
        var (done, reached) = (run.DoneBefore, run.Checkpoint<long>());
        while (await NextAsync(order, reached, cancellation) is { Count: > 0 } problems)
        {
            await db.InTransactionAsync(
                async token =>
                {
                    await changes.RepairAsync(batch, problems, order.Repair.To, token);
                    await run.ReportAsync(done + problems.Count, order.Count, "正在修改", problems[^1].Id, token);
                    return Outcome.Done;
                },
                cancellation);
            (done, reached) = (done + problems.Count, problems[^1].Id);
        }

        await db.InTransactionAsync(
            async token =>
            {
                await run.ReportAsync(done, order.Count, "修改完毕", reached, token);
                if (!await steps.MoveAsync(batch.Id, ImportStage.Repairing, ImportStage.Checking, token)) return Outcome.Refused("moved");
                await steps.AddJobAsync(batch, CheckHandler.Kind, "核对", new ImportOrder(batch.Id), token);
                return Outcome.Done;
            },
            cancellation);
        return new JobResult($"改好 {done} 处，接着核对。", batch.Address);
    }

    private Task<List<ImportProblem>> NextAsync(RepairOrder order, long reached, CancellationToken cancellation) =>
        ImportChanges.Meant(db, order.BatchId, order.Repair).Where(p => p.Id > reached && p.Id <= order.Last).OrderBy(p => p.Id).Take(ImportRepairs.MostAtOnce).ToListAsync(cancellation);
}
