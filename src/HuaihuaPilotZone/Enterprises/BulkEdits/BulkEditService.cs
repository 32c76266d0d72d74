using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.BulkEdits;

/// <summary>Which enterprises an act is for: chosen ones, or all that a query finds.</summary>
public sealed record BulkSelection(IReadOnlyList<int> Ids, RosterQuery? Query);

/// <summary>One enterprise in the preview of an act.</summary>
public sealed record BulkLine(int Id, string Name, string? Old, string? New, string? Refusal);

/// <summary>What an act would do.</summary>
/// <param name="Total">How many enterprises it is for; null for more than <see cref="RosterFinder.Exact"/>.</param>
/// <param name="Lines">The first of them.</param>
/// <param name="Changing">How many can be done, of those looked at.</param>
/// <param name="IsWhole">Whether all of them were looked at.</param>
public sealed record BulkPreview(int? Total, IReadOnlyList<BulkLine> Lines, int Changing, bool IsWhole);

/// <summary>An act that was begun.</summary>
/// <param name="JobId">Null when it is done already.</param>
public sealed record BulkStart(int EditId, int? JobId);

/// <summary>An act on many, with the numbers of what became of each.</summary>
public sealed record BulkSummary(BulkEdit Edit, BulkChange Change, IReadOnlyDictionary<BulkItemState, int> Counts, bool CanUndo)
{
    public int Of(BulkItemState state) => Counts.GetValueOrDefault(state);

    public int All => Counts.Values.Sum();
}

/// <summary>Acts on many enterprises at once: foreseen, done in steps that each hold together, and undone as a whole.</summary>
public sealed class BulkEditService(PortalDbContext db, RosterFinder finder, EnterpriseRoster roster, BulkRunner runner, JobService jobs, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>More enterprises than this are left to a job.</summary>
    public const int MostAtOnce = 500;

    /// <summary>For so long an act can be undone.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromHours(24);

    /// <summary>What an act would do, without doing it.</summary>
    public async Task<Outcome<BulkPreview>> PreviewAsync(BulkSelection selection, BulkChange change, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        if (change.Refuse(choices, time.Today).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var ids = await IdsAsync(selection, cancellation);
        if (ids.Count == 0) return Outcome.Refused("没有选中企业。");
        var isWhole = ids.Count <= MostAtOnce;
        var lines = await runner.ForeseeAsync([.. ids.Take(MostAtOnce)], change, cancellation);
        var total = isWhole ? ids.Count : selection.Query is { } query ? (await finder.ListAsync(query, new RosterPlace(), 1, cancellation)).Total : selection.Ids.Count;
        return new BulkPreview(total, lines, lines.Count(l => l.Refusal is null), isWhole);
    }

    /// <summary>Does it: a few at once, many as a job.</summary>
    public async Task<Outcome<BulkStart>> StartAsync(BulkSelection selection, BulkChange change, CancellationToken cancellation)
    {
        if (change.Refuse(await roster.ChoicesAsync(cancellation), time.Today).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var ids = await IdsAsync(selection, cancellation);
        if (ids.Count == 0) return Outcome.Refused("没有选中企业。");
        var isSmall = ids.Count <= MostAtOnce;
        var begun = await db.InTransactionAsync<BulkStart>(
            async token =>
            {
                var edit = new BulkEdit
                {
                    Act = change.Act,
                    Change = JsonSerializer.Serialize(change),
                    Query = selection.Query is { } query ? JsonSerializer.Serialize(query) : null,
                    OwnerId = actor.UserId,
                    OwnerName = actor.Name,
                    At = time.UtcNow,
                    // what a query finds in great number is written down by the job
                    Items = isSmall || selection.Query is null ? [.. ids.Select(i => new BulkEditItem { EnterpriseId = i })] : [],
                };
                db.BulkEdits.Add(edit);
                await db.SaveChangesAsync(token);
                journal.Write(JournalSubjects.Roster, Key(edit.Id), EnterpriseActs.BulkStarted, $"{change.Act.Word()}：{(selection.Query is null ? $"选中 {ids.Count} 家" : "按条件选中")}");
                var job = isSmall ? null : jobs.Add(BulkEditJob.Kind, $"批量{change.Act.Word()}", new BulkWork(edit.Id, IsUndo: false), enterpriseId: null);
                await db.SaveChangesAsync(token);
                return new BulkStart(edit.Id, job?.Id);
            },
            cancellation);
        if (begun.IsDone && isSmall) await runner.RunAsync(begun.Value.EditId, report: null, cancellation);
        return begun;
    }

    /// <summary>Puts back what the act wrote, where nobody has changed it since.</summary>
    public async Task<Outcome<BulkStart>> UndoAsync(int id, CancellationToken cancellation)
    {
        var isSmall = await db.BulkEditItems.Where(i => i.BulkEditId == id && i.State == BulkItemState.Changed).OrderBy(i => i.EnterpriseId).Take(MostAtOnce + 1).CountAsync(cancellation) <= MostAtOnce;
        var begun = await db.InTransactionAsync<BulkStart>(
            async token =>
            {
                var (now, since, name) = (time.UtcNow, time.UtcNow - UndoTime, actor.Name);
                // whoever turns it round undoes it: a second one finds it done
                var mine = await db.BulkEdits.Where(e => e.Id == id && e.State == BulkState.Done && e.At > since && e.Act != BulkAct.Notice).ExecuteUpdateAsync(
                    set => set.SetProperty(e => e.State, BulkState.Undoing).SetProperty(e => e.UndoneAt, now).SetProperty(e => e.UndoneBy, name), token);
                if (mine == 0) return Outcome.Refused("这次批量操作不能撤销：已经撤销过、还在执行、超过 24 小时，或是已发出的通知。");
                journal.Write(JournalSubjects.Roster, Key(id), EnterpriseActs.BulkUndone);
                var job = isSmall ? null : jobs.Add(BulkEditJob.Kind, $"撤销批量操作 {Key(id)}", new BulkWork(id, IsUndo: true), enterpriseId: null);
                await db.SaveChangesAsync(token);
                return new BulkStart(id, job?.Id);
            },
            cancellation);
        if (begun.IsDone && isSmall) await runner.UndoAsync(id, report: null, cancellation);
        return begun;
    }

    /// <summary>One act; null when there is none of that number.</summary>
    public async Task<BulkSummary?> FindAsync(int id, CancellationToken cancellation)
    {
        if (await db.BulkEdits.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellation) is not { } edit) return null;
        var counts = await db.BulkEditItems.Where(i => i.BulkEditId == id).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var canUndo = edit.State == BulkState.Done && edit.Act != BulkAct.Notice && edit.At > time.UtcNow - UndoTime && counts.Exists(c => c.Key == BulkItemState.Changed);
        return new BulkSummary(edit, JsonSerializer.Deserialize<BulkChange>(edit.Change)!, counts.ToDictionary(c => c.Key, c => c.Count), canUndo);
    }

    /// <summary>What became of each enterprise of an act, those in the given state.</summary>
    public async Task<Page<BulkLine>> ItemsAsync(int id, BulkAct act, BulkItemState state, PageRequest page, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        // also of records that were merged since
        var items = await db.BulkEditItems.IgnoreQueryFilters().AsNoTracking().Where(i => i.BulkEditId == id && i.State == state).OrderBy(i => i.EnterpriseId)
            .Select(i => new { i.EnterpriseId, i.Enterprise!.Name, i.OldValue, i.NewValue, i.Refusal }).ToPageAsync(page, cancellation);
        return items.Select(i => new BulkLine(i.EnterpriseId, i.Name, BulkSteps.Read(act, i.OldValue, choices), BulkSteps.Read(act, i.NewValue, choices), i.Refusal));
    }

    /// <summary>All acts, the newest first.</summary>
    public Task<Page<BulkEdit>> ListAsync(PageRequest page, CancellationToken cancellation) => db.BulkEdits.AsNoTracking().OrderByDescending(e => e.Id).ToPageAsync(page, cancellation);

    /// <summary>The chosen ones; of a query one more than are done at once, which says that it is a job's work.</summary>
    private async Task<IReadOnlyList<int>> IdsAsync(BulkSelection selection, CancellationToken cancellation)
    {
        if (selection.Query is { } query) return await finder.NextIdsAsync(query, afterId: null, MostAtOnce + 1, cancellation);
        List<int> chosen = [.. selection.Ids.Distinct()];
        return await db.Enterprises.Where(e => chosen.Contains(e.Id)).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancellation);
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
