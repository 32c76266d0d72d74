using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Work;

/// <summary>Checks the groups of a batch that are to be checked; their state is the checkpoint.</summary>
internal sealed class CheckHandler(PortalDbContext db, ImportSteps steps) : JobHandler
{
    public const string Kind = "imports.check";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var batch = await steps.OpenAsync(run.Payload<ImportOrder>().BatchId, cancellation);
        if (batch.Stage != ImportStage.Checking) return new JobResult("已核对过。", batch.Address);
        var done = run.DoneBefore;
        var total = done + await db.ImportGroups.Where(g => g.BatchId == batch.Id && g.State == ImportGroupState.Stale).SumAsync(g => g.RowCount, cancellation);
        while (await steps.LookAsync(batch, cancellation) is { Count: > 0 } looked)
        {
            await db.InTransactionAsync(
                async token =>
                {
                    done += await steps.KeepAsync(batch, looked, token);
                    await run.ReportAsync(done, total, "正在核对", checkpoint: null, token);
                    return Outcome.Done;
                },
                cancellation);
        }

        await db.InTransactionAsync(
            async token =>
            {
                await run.ReportAsync(done, total, "核对完毕", checkpoint: null, token);
                return await steps.MoveAsync(batch.Id, ImportStage.Checking, ImportStage.Review, token) ? Outcome.Done : Outcome.Refused("moved");
            },
            cancellation);
        return new JobResult(await SayAsync(batch, cancellation), batch.Address);
    }

    private async Task<string> SayAsync(ImportAtWork batch, CancellationToken cancellation)
    {
        var rows = await db.ImportGroups.Where(g => g.BatchId == batch.Id).GroupBy(g => g.State).Select(g => new { State = g.Key, Rows = g.Sum(x => x.RowCount) }).ToListAsync(cancellation);
        int Of(ImportGroupState state) => rows.Where(r => r.State == state).Sum(r => r.Rows);
        PortalMeter.Imported(Of(ImportGroupState.Good), areGood: true);
        PortalMeter.Imported(Of(ImportGroupState.Bad), areGood: false);
        return $"可导入 {Of(ImportGroupState.Good)} 行，有问题 {Of(ImportGroupState.Bad)} 行。";
    }
}
