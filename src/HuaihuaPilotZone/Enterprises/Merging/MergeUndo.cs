using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>
/// Takes a merge or a split back within a day. Of a merge both records are as they were, and every row that followed and still is there goes back; what was
/// made after it stays with the kept record. Refused where somebody has changed the kept record since, or of a split one of both.
/// </summary>
public sealed class MergeUndo(PortalDbContext db, MergeObstacles obstacles, MergeNews news, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>For so long a merge can be undone.</summary>
    public static readonly TimeSpan UndoTime = BulkEdits.BulkEditService.UndoTime;

    private readonly SplitUndo _splits = new(db, news, journal, time);

    /// <summary>Why a merge or a split cannot be undone now; null when it can.</summary>
    public async Task<string?> FindObstacleAsync(RosterMerge merge, CancellationToken cancellation)
    {
        var isSplit = merge.Kind == MergeKind.Split;
        if (merge.State == MergeState.Undone) return $"这次{merge.Kind.Word()}已经撤销。";
        if (merge.At <= time.UtcNow - UndoTime) return isSplit ? "拆分已超过 24 小时，不能撤销；分错了的，可以把两份档案合并。" : "合并已超过 24 小时，不能撤销；合并错了的，可以用拆分。";
        if (await db.Enterprises.Where(e => e.Id == merge.KeptId).Select(e => (int?)e.Version).SingleOrDefaultAsync(cancellation) is not { } version) return "保留的档案后来又并入了其他档案，请先撤销那一次。";
        if (version != merge.KeptVersion) return isSplit ? "拆分之后有人修改了原档案，不能撤销；分错了的，可以把两份档案合并。" : "合并之后有人修改了保留的档案，不能撤销；合并错了的，可以用拆分。";
        if (!isSplit && merge.Before is null) return "这次合并没有记下撤销要用的内容，可以用拆分。";
        if (isSplit && await _splits.FindObstacleAsync(merge, cancellation) is { } changed) return changed;
        var later = await db.RosterMerges.AnyAsync(m => m.Id > merge.Id && m.State == MergeState.Done && (m.KeptId == merge.KeptId || m.OtherId == merge.KeptId), cancellation);
        if (later) return $"{merge.Kind.Word()}之后，{(isSplit ? "原" : "保留的")}档案又做过合并或拆分，请先撤销后面的。";
        return (await obstacles.FindAsync(isSplit ? [merge.KeptId, merge.OtherId] : [merge.KeptId], cancellation)) is [var first, ..] ? first.Message : null;
    }

    public async Task<Outcome> UndoAsync(int id, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => DoAsync(id, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("就在此时有人修改了其中一份档案，不能撤销。");
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            // a unique index: what was renamed or added since stands in the way of what would come back
            db.ChangeTracker.Clear();
            return Outcome.Refused("合并之后有内容改了名称或编号，与要退回的重复，不能撤销；可以用拆分。");
        }
    }

    private async Task<Outcome> DoAsync(int id, CancellationToken cancellation)
    {
        if (await db.RosterMerges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation) is not { } merge) return Outcome.Refused("没有这次合并或拆分。");
        if (await FindObstacleAsync(merge, cancellation) is { } obstacle) return Outcome.Refused(obstacle);
        var (now, name) = (time.UtcNow, actor.Name);
        // whoever turns it round undoes it
        var mine = await db.RosterMerges.Where(m => m.Id == id && m.State == MergeState.Done)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MergeState.Undone).SetProperty(m => m.UndoneAt, now).SetProperty(m => m.UndoneBy, name), cancellation);
        if (mine == 0) return Outcome.Refused($"这次{merge.Kind.Word()}已经撤销。");
        if (merge.Kind == MergeKind.Merge) await TakeBackAsync(merge, now, cancellation);
        else await _splits.TakeBackAsync(merge, cancellation);
        foreach (var topic in new[] { PublicTopic.Enterprises, PublicTopic.Parks, PublicTopic.Chains }) db.PublicHasChanged(topic);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private async Task TakeBackAsync(RosterMerge merge, DateTime now, CancellationToken cancellation)
    {
        var id = merge.Id;
        await MembershipsInBoth.EndAsync(db, id, now, cancellation);
        foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnMerge == MergeWay.Moves || r.Name == MergeService.ContactRule)) await rule.MoveBackAsync(db, id, merge.KeptId, merge.OtherId, cancellation);
        await RestoreAsync(merge, cancellation);
        await news.TellUndoneAsync(merge, cancellation);
    }

    private async Task RestoreAsync(RosterMerge merge, CancellationToken cancellation)
    {
        var kept = await db.Enterprises.AsSplitQuery().Include(e => e.Tags).Include(e => e.Markets).Include(e => e.FormerNames).Include(e => e.FormerCodes).Include(e => e.FilingProfile)
            .SingleAsync(e => e.Id == merge.KeptId, cancellation);
        var before = JsonSerializer.Deserialize<MergeBefore>(merge.Before!)!;
        db.Expect(kept, merge.KeptVersion);
        PutBack(kept, before, merge.Id);
        // first the code of the one, then that of the other, which may be the same
        await SaveAsync(kept, merge, cancellation);
        // its parts are as they were, they never left it
        var other = await db.Enterprises.IgnoreQueryFilters().AsSplitQuery().Include(e => e.Tags).Include(e => e.Markets).Include(e => e.Contacts).SingleAsync(e => e.Id == merge.OtherId, cancellation);
        (other.MergedIntoId, other.CreditCode) = (null, merge.OtherCode);
        await SaveAsync(other, merge, cancellation);
    }

    private Task<int> SaveAsync(Enterprise record, RosterMerge merge, CancellationToken cancellation)
    {
        record.NameKey = "";
        record.UpdatedAt = time.UtcNow;
        db.Entry(record).Property(e => e.UpdatedAt).IsModified = true;
        journal.Write(JournalSubjects.Enterprise, Key(record.Id), EnterpriseActs.MergeUndone, $"撤销合并 {Key(merge.Id)}：{merge.KeptName}、{merge.OtherName}");
        return db.SaveChangesAsync(cancellation);
    }

    private void PutBack(Enterprise kept, MergeBefore before, int mergeId)
    {
        before.Data.WriteTo(kept);
        db.RemoveRange(kept.Tags.Where(t => !before.Data.TagIds.Contains(t.IndustryTagId)).ToList());
        db.RemoveRange(kept.Markets.Where(m => !before.Data.Markets.Contains(m.Market)).ToList());
        TakeAway(kept.FormerNames, n => !before.FormerNames.Contains(n.Id));
        TakeAway(kept.FormerCodes, c => !before.FormerCodes.Contains(c.Id));
        if (before.Filing is null && kept.FilingProfile is { } added) db.Remove(added);
        else if (kept.FilingProfile is { } profile) before.Filing!.WriteTo(profile);
        kept.SuspendedAt = before.SuspendedAt;
        if ((kept.Stage, kept.StageSince) == (before.Stage, before.StageSince)) return;
        kept.StageChanges.Add(new StageChange { From = kept.Stage, To = before.Stage, On = before.StageSince, Reason = $"撤销合并 {Key(mergeId)}", RecordedAt = time.UtcNow, RecordedBy = actor.Name });
        (kept.Stage, kept.StageSince) = (before.Stage, before.StageSince);
    }

    // also out of the list at once: the keys are made of what stands there
    private void TakeAway<T>(List<T> rows, Predicate<T> goes)
        where T : class
    {
        db.RemoveRange(rows.FindAll(goes));
        rows.RemoveAll(goes);
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
