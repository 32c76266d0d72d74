using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>In which state a split left the new record.</summary>
internal sealed record SplitLeft(int OtherVersion);

/// <summary>
/// Takes a split back: what went to the new record, and what has come to it since, goes to the old one. The new record stays as one that was merged, so that
/// its addresses lead on; from today on nothing is known of it having been there.
/// </summary>
internal sealed class SplitUndo(PortalDbContext db, MergeNews news, PortalJournal journal, ChinaTime time)
{
    /// <summary>Why the new record stands against it; null when it does not.</summary>
    public async Task<string?> FindObstacleAsync(RosterMerge split, CancellationToken cancellation)
    {
        if (split.Before is null) return "这次拆分没有记下撤销要用的内容；分错了的，可以把两份档案合并。";
        var version = await db.Enterprises.Where(e => e.Id == split.OtherId).Select(e => (int?)e.Version).SingleOrDefaultAsync(cancellation);
        return version == JsonSerializer.Deserialize<SplitLeft>(split.Before)!.OtherVersion ? null : "拆分之后有人修改了新档案，不能撤销；分错了的，可以把两份档案合并。";
    }

    /// <summary>Inside the caller's transaction, once nobody else can take it back any more.</summary>
    public async Task TakeBackAsync(RosterMerge split, CancellationToken cancellation)
    {
        foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnSplit is SplitWay.Chosen or SplitWay.Follows)) await rule.MoveBackAsync(db, split.Id, split.OtherId, split.KeptId, cancellation);
        // what came to it since is the old one's too
        foreach (var rule in ReferenceRules.All.Where(r => r.OnMerge == MergeWay.Moves)) await rule.MoveAsync(db, split.Id, split.OtherId, split.KeptId, null, cancellation);
        var other = await TakeAsync(split.OtherId, JsonSerializer.Deserialize<SplitLeft>(split.Before!)!.OtherVersion, split, cancellation);
        (other.MergedIntoId, other.CreditCode) = (split.KeptId, MergeService.CodeOfMerged(other.Id));
        // contacts count for what is filled in
        await TakeAsync(split.KeptId, split.KeptVersion, split, cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.EnterpriseSounds.Where(s => s.EnterpriseId == split.OtherId).ExecuteDeleteAsync(cancellation);
        await ForgetSpansAsync(split.OtherId, cancellation);
        await news.TellSplitUndoneAsync(split, cancellation);
    }

    private async Task<Enterprise> TakeAsync(int id, int version, RosterMerge split, CancellationToken cancellation)
    {
        var record = await db.Enterprises.SingleAsync(e => e.Id == id, cancellation);
        db.Expect(record, version);
        record.UpdatedAt = time.UtcNow;
        db.Entry(record).Property(e => e.UpdatedAt).IsModified = true;
        journal.Write(JournalSubjects.Enterprise, id.ToString(CultureInfo.InvariantCulture), EnterpriseActs.SplitUndone, string.Create(CultureInfo.InvariantCulture, $"撤销拆分 {split.Id}：{split.KeptName}、{split.OtherName}"));
        return record;
    }

    /// <summary>On the day of the split itself as if it had never been; later it stays known that it was thought so.</summary>
    private async Task ForgetSpansAsync(int id, CancellationToken cancellation)
    {
        var today = time.Today;
        var spans = db.RecordSpans.Where(s => s.EnterpriseId == id && s.SupersededOn == RecordSpan.Open);
        await spans.Where(s => s.RecordedOn >= today).ExecuteDeleteAsync(cancellation);
        await spans.ExecuteUpdateAsync(set => set.SetProperty(s => s.SupersededOn, today), cancellation);
    }
}
