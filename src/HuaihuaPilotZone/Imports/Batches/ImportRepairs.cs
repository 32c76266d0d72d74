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

    /// <summary>Writes cells of rows, all or none, and checks their groups again.</summary>
    /// <param name="rows">By the number of the row: column to text as typed.</param>
    public Task<Outcome> RepairRowsAsync(int? enterpriseId, int id, IReadOnlyDictionary<int, IReadOnlyDictionary<string, string?>> rows, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (!await HoldAsync(enterpriseId, id, token)) return Outcome.Refused(NotNow);
            var batch = await steps.OpenAsync(id, token);
            var reading = await batch.Kind.ReadingAsync(token);
            foreach (var (number, cells) in rows)
            {
                if (cells.Count == 0 || cells.Keys.Any(c => !batch.Columns.Contains(c))) return Outcome.Refused("没有这一列。");
                if (cells.Values.Any(v => v?.Length > new Sheets.SheetLimits().CellLength)) return Outcome.Refused("内容太长。");
                if (await MeantAsync(batch, number, cells, token) is not { } meant) return Outcome.Refused(Masks.Typed);
                var changed = await changes.WriteAsync(batch, [.. meant.Select(c => new CellChange(number, c.Key, reading.Clean(c.Key, c.Value ?? "")))], token);
                if (changed == 0) return Outcome.Refused("没有找到这一行。");
            }
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
            if (batch.Kind.IsPersonal(repair.Column) && Masks.IsMask(repair.To)) return Outcome.Refused(Masks.Typed);
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

    /// <summary>The cells as they are meant: a mask that comes back untouched stands for what is kept.</summary>
    /// <returns>Null where a mask, or a part of one, was typed.</returns>
    private async Task<IReadOnlyDictionary<string, string?>?> MeantAsync(ImportAtWork batch, int rowNumber, IReadOnlyDictionary<string, string?> cells, CancellationToken cancellation)
    {
        if (!cells.Any(c => batch.Kind.IsPersonal(c.Key) && Masks.IsMask(c.Value))) return cells;
        var row = await db.ImportRows.AsNoTracking().SingleOrDefaultAsync(r => r.BatchId == batch.Id && r.Number == rowNumber, cancellation);
        var kept = row is null ? new Dictionary<string, string>(StringComparer.Ordinal) : ImportCells.ToRow(row, batch.Columns).Cells;
        var meant = cells.ToDictionary(c => c.Key, c => batch.Kind.IsPersonal(c.Key) ? Masks.Meant(c.Value, kept.GetValueOrDefault(c.Key), text => batch.Kind.Shown(c.Key, text!)) : c.Value, StringComparer.Ordinal);
        return meant.Any(c => batch.Kind.IsPersonal(c.Key) && Masks.IsMask(c.Value) && c.Value != kept.GetValueOrDefault(c.Key)) ? null : meant;
    }

    /// <summary>Makes repairs of one batch wait for each other, and for a change of its stage.</summary>
    private async Task<bool> HoldAsync(int? enterpriseId, int id, CancellationToken cancellation) =>
        await db.ImportBatches.Where(b => b.Id == id && b.EnterpriseId == enterpriseId && b.Stage == ImportStage.Review)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Repairs, b => b.Repairs + 1), cancellation) == 1;

    private async Task CheckAsync(ImportAtWork batch, CancellationToken cancellation)
    {
        while (await steps.LookAsync(batch, cancellation) is { Count: > 0 } looked) await steps.KeepAsync(batch, looked, cancellation);
    }
}
