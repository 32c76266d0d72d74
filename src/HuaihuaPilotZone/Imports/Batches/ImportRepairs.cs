using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Work;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>Repairs what a check has found, by cell or by kind of problem. Only what a repair touches is checked again.</summary>
public sealed class ImportRepairs(PortalDbContext db, ImportSteps steps, ImportChanges changes)
{
    /// <summary>More problems than this are repaired by a job.</summary>
    internal const int MostAtOnce = 200;

    private const string NotNow = "这次导入现在不能修改，请刷新后再看。";
    private const string NothingThere = "没有可以这样修改的行，可能已经改好了。";

    /// <summary>Writes cells of one row and checks its group again.</summary>
    /// <param name="cells">Column to text as typed.</param>
    public Task<Outcome> RepairRowAsync(int? enterpriseId, int id, int rowNumber, IReadOnlyDictionary<string, string?> cells, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (!await HoldAsync(enterpriseId, id, token)) return Outcome.Refused(NotNow);
            var batch = await steps.OpenAsync(id, token);
            if (cells.Count == 0 || cells.Keys.Any(c => !batch.Columns.Contains(c))) return Outcome.Refused("没有这一列。");
            if (cells.Values.Any(v => v?.Length > new Sheets.SheetLimits().CellLength)) return Outcome.Refused("内容太长。");
            var reading = await batch.Kind.ReadingAsync(token);
            var changed = await changes.WriteAsync(batch, [.. cells.Select(c => new CellChange(rowNumber, c.Key, reading.Clean(c.Key, c.Value ?? "")))], token);
            if (changed == 0) return Outcome.Refused("没有找到这一行。");
            await CheckAsync(batch, token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Repairs all problems of one kind: a few at once, many by a job.</summary>
    public Task<Outcome<RepairAnswer>> RepairKindAsync(int? enterpriseId, int id, KindRepair repair, CancellationToken cancellation) => db.InTransactionAsync<RepairAnswer>(
        async token =>
        {
            if (!await HoldAsync(enterpriseId, id, token)) return Outcome.Refused(NotNow);
            if (repair.Column is null) return Outcome.Refused(NothingThere);
            var batch = await steps.OpenAsync(id, token);
            var count = await ImportChanges.Meant(db, id, repair).CountAsync(token);
            if (count == 0) return Outcome.Refused(NothingThere);
            if (count > MostAtOnce)
            {
                var last = await ImportChanges.Meant(db, id, repair).MaxAsync(p => p.Id, token);
                await steps.MoveAsync(id, ImportStage.Review, ImportStage.Repairing, token);
                await steps.AddJobAsync(batch, RepairHandler.Kind, "修改", new RepairOrder(id, repair, last, count), token);
                return new RepairAnswer(count, IsLater: true);
            }

            await changes.RepairAsync(batch, await ImportChanges.Meant(db, id, repair).OrderBy(p => p.Id).ToListAsync(token), repair.To, token);
            await CheckAsync(batch, token);
            return new RepairAnswer(count, IsLater: false);
        },
        cancellation);

    /// <summary>Makes repairs of one batch wait for each other, and for a change of its stage.</summary>
    private async Task<bool> HoldAsync(int? enterpriseId, int id, CancellationToken cancellation) =>
        await db.ImportBatches.Where(b => b.Id == id && b.EnterpriseId == enterpriseId && b.Stage == ImportStage.Review)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Repairs, b => b.Repairs + 1), cancellation) == 1;

    private async Task CheckAsync(ImportAtWork batch, CancellationToken cancellation)
    {
        while (await steps.LookAsync(batch, cancellation) is { Count: > 0 } looked) await steps.KeepAsync(batch, looked, cancellation);
    }
}
