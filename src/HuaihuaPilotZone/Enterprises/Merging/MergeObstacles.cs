using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>What stands against merging or splitting records now: somebody or something is at work on one of them.</summary>
public sealed class MergeObstacles(PortalDbContext db)
{
    private static readonly ImportStage[] _atWork = [ImportStage.Reading, ImportStage.Checking, ImportStage.Repairing, ImportStage.Committing, ImportStage.Undoing];

    /// <summary>Sentences for the person who would do it.</summary>
    /// <param name="ids">The records it is about; all of them in the roster.</param>
    public async Task<IReadOnlyList<Refusal>> FindAsync(IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        var found = new List<string>();
        var names = await db.Enterprises.AsNoTracking().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).Select(e => new { e.Id, e.Name }).ToListAsync(cancellation);
        foreach (var (id, name) in names.Select(n => (n.Id, n.Name)))
        {
            if (await db.ImportBatches.AnyAsync(b => b.EnterpriseId == id && _atWork.Contains(b.Stage), cancellation)) found.Add($"“{name}”有导入正在进行，请等它结束。");
            if (await db.Jobs.AnyAsync(j => j.EnterpriseId == id && (j.State == JobState.Waiting || j.State == JobState.Running), cancellation)) found.Add($"“{name}”有后台任务还没有结束，请等它结束。");
            if (await db.BulkEditItems.AnyAsync(i => i.EnterpriseId == id && db.BulkEdits.Any(e => e.Id == i.BulkEditId && (e.State == BulkState.Running || e.State == BulkState.Undoing)), cancellation))
                found.Add($"“{name}”正在批量操作中，请等它结束。");
            if (await db.Successions.AnyAsync(s => s.EnterpriseId == id && s.State == SuccessionState.Waiting, cancellation)) found.Add($"“{name}”有接任申请还没有处理，请先处理。");
            if (await db.RecordProposals.AnyAsync(p => p.WaitsFor == id, cancellation)) found.Add($"“{name}”有修改建议还没有处理，请先处理。");
        }

        // a batch of the park may hold any of them
        if (await db.ImportBatches.AnyAsync(b => b.EnterpriseId == null && (b.Stage == ImportStage.Committing || b.Stage == ImportStage.Undoing), cancellation))
            found.Add("园区的导入正在写入名录，请等它结束。");
        return [.. found.Select(f => new Refusal("", f))];
    }
}
