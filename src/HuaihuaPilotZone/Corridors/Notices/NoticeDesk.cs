using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Notices;

/// <summary>What staff write in a notice.</summary>
/// <param name="From">Huaihua's time.</param>
/// <param name="Until">Huaihua's time, the first moment in which it does not hold any more.</param>
public sealed record NoticeData(
    int? NodeId, int? LegId, NoticeKind Kind, string Title, string? EnglishTitle, string Text, string? EnglishText, DateTime From, DateTime? Until, string Source, string? SourceAddress);

/// <summary>What a list of notices asks for.</summary>
/// <param name="IsPresent">Only those that hold now or later and were not taken back.</param>
public sealed record NoticeFilter(string? Words = null, NoticeKind? Kind = null, bool IsPresent = false, NoticeSort Sort = NoticeSort.From, bool Descending = true);

public enum NoticeSort
{
    /// <summary>By when it begins.</summary>
    From,

    /// <summary>By when it ends.</summary>
    Until,
}

/// <summary>Notices about nodes and legs.</summary>
public sealed class NoticeDesk(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const int MostShown = 50;

    private static readonly HotQuery<Func<PortalDbContext, int, DateTime, IAsyncEnumerable<NetworkNotice>>> _ofCorridor = new(() => EF.CompileAsyncQuery((PortalDbContext db, int corridorId, DateTime now) =>
        db.NetworkNotices.AsNoTracking().Include(n => n.Node).Include(n => n.Leg!.From).Include(n => n.Leg!.To)
            .Where(n => !n.IsWithdrawn && (n.Until == null || n.Until > now)
                && db.Set<CorridorLeg>().Any(l => l.CorridorId == corridorId && (l.LegId == n.LegId || l.Leg!.FromId == n.NodeId || l.Leg.ToId == n.NodeId)))
            .OrderBy(n => n.From).ThenBy(n => n.Id).Take(MostShown)));

    public Task<Page<NetworkNotice>> ListAsync(NoticeFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<NetworkNotice> StreamAsync(NoticeFilter filter) => Rows(filter).AsAsyncEnumerable();

    public Task<NetworkNotice?> FindAsync(int id, CancellationToken cancellation) => WithPlaces().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation);

    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Network, Key(id), page, cancellation);

    /// <summary>What travellers of a corridor have to know today or in the days to come: of its nodes and of its legs.</summary>
    public async Task<IReadOnlyList<NetworkNotice>> OfCorridorAsync(int corridorId, CancellationToken cancellation) =>
        await _ofCorridor.For(db)(db, corridorId, time.UtcNow).ToListAsync(cancellation);

    /// <summary>What holds now or later in the whole network.</summary>
    public async Task<IReadOnlyList<NetworkNotice>> PresentAsync(CancellationToken cancellation) =>
        await Rows(new NoticeFilter(IsPresent: true)).Take(MostShown).ToListAsync(cancellation);

    /// <returns>The id of the new notice.</returns>
    public async Task<Outcome<int>> AddAsync(NoticeData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.InTransactionAsync<int>(async token => await AddWithinAsync(data, null, token), cancellation);
    }

    /// <summary>Saves an edited notice. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, NoticeData data, CancellationToken cancellation)
    {
        if (await db.NetworkNotices.SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } notice) return Gone();
        if (notice.IsWithdrawn) return Outcome.Refused("已经撤回的提示不能再修改。");
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = await FieldsAsync(notice, cancellation);
        db.Expect(notice, version);
        Write(notice, data);
        var typed = await FieldsAsync(notice, cancellation);
        journal.Write(JournalSubjects.Network, Key(id), NetworkActs.NoticeChanged, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(await FieldsAsync(await db.NetworkNotices.AsNoTracking().SingleAsync(n => n.Id == id, cancellation), cancellation), typed);
        }
    }

    /// <summary>Takes a notice back that was a mistake.</summary>
    public async Task<Outcome> WithdrawAsync(int id, int version, string reason, CancellationToken cancellation)
    {
        if (await db.NetworkNotices.SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } notice) return Gone();
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("Reason", "请写明撤回原因。");
        if (notice.IsWithdrawn) return Outcome.Refused("已经撤回。");
        db.Expect(notice, version);
        notice.IsWithdrawn = true;
        journal.Write(JournalSubjects.Network, Key(id), NetworkActs.NoticeWithdrawn, reason);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这条提示。请核对最新内容后再操作。");
        }
    }

    /// <summary>Keeps what a file says, inside the caller's transaction.</summary>
    /// <param name="notice">As it is loaded; null for a new one.</param>
    /// <returns>Whether anything is different from before.</returns>
    internal async Task<Outcome<bool>> KeepAsync(NetworkNotice? notice, NoticeData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (notice is null)
        {
            await AddWithinAsync(data, NetworkSheet.Note, cancellation);
            return true;
        }
        var before = await FieldsAsync(notice, cancellation);
        Write(notice, data);
        List<FieldChange> changes = [.. Edits.Changes(before, await FieldsAsync(notice, cancellation)).Where(c => c.IsChange)];
        if (changes.Count == 0)
        {
            // a time that has seconds says the same as its row
            db.Entry(notice).State = EntityState.Unchanged;
            return false;
        }
        if (notice.IsWithdrawn) return Outcome.Refused("已经撤回的提示不能再修改。");
        journal.Write(JournalSubjects.Network, Key(notice.Id), NetworkActs.NoticeChanged, NetworkSheet.Note, changes);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task<int> AddWithinAsync(NoticeData data, string? note, CancellationToken cancellation)
    {
        var notice = new NetworkNotice
        {
            Kind = data.Kind,
            Title = data.Title,
            Text = data.Text,
            From = default,
            Source = data.Source,
        };
        Write(notice, data);
        db.NetworkNotices.Add(notice);
        await db.SaveChangesAsync(cancellation);
        journal.Write(JournalSubjects.Network, Key(notice.Id), NetworkActs.NoticeAdded, note, (await FieldsAsync(notice, cancellation)).Select(f => new FieldChange(f.Label, null, f.Value)));
        await db.SaveChangesAsync(cancellation);
        return notice.Id;
    }

    private static string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"notice-{id}");

    private IQueryable<NetworkNotice> WithPlaces() => db.NetworkNotices.Include(n => n.Node).Include(n => n.Leg!.From).Include(n => n.Leg!.To);

    private IQueryable<NetworkNotice> Rows(NoticeFilter filter)
    {
        var now = time.UtcNow;
        var rows = WithPlaces().AsNoTracking();
        if (SearchWord.Of(filter.Words) is { } word) rows = rows.Where(n => n.Title.Contains(word) || n.Text.Contains(word) || n.Node!.Name.Contains(word) || n.Leg!.From!.Name.Contains(word) || n.Leg.To!.Name.Contains(word));
        if (filter.Kind is { } kind) rows = rows.Where(n => n.Kind == kind);
        if (filter.IsPresent) rows = rows.Where(n => !n.IsWithdrawn && (n.Until == null || n.Until > now));
        return (filter.Sort, filter.Descending) switch
        {
            (NoticeSort.Until, false) => rows.OrderBy(n => n.Until).ThenBy(n => n.Id),
            (NoticeSort.Until, true) => rows.OrderByDescending(n => n.Until).ThenByDescending(n => n.Id),
            (_, false) => rows.OrderBy(n => n.From).ThenBy(n => n.Id),
            _ => rows.OrderByDescending(n => n.From).ThenByDescending(n => n.Id),
        };
    }

    private async Task<List<Refusal>> RefuseAsync(NoticeData data, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (data.NodeId is null == data.LegId is null) refusals.Add(new Refusal(nameof(data.NodeId), "请选择一个节点或一个区段，二者选一。"));
        if (data.NodeId is { } node && !await db.Nodes.AnyAsync(n => n.Id == node, cancellation)) refusals.Add(new Refusal(nameof(data.NodeId), "没有这个节点，请重新选择。"));
        if (data.LegId is { } leg && !await db.Legs.AnyAsync(l => l.Id == leg, cancellation)) refusals.Add(new Refusal(nameof(data.LegId), "没有这个区段，请重新选择。"));
        if (data.Until <= data.From) refusals.Add(new Refusal(nameof(data.Until), "结束时间应晚于开始时间。"));
        if (string.IsNullOrWhiteSpace(data.Source)) refusals.Add(new Refusal(nameof(data.Source), "没有来源的提示不能发布。"));
        if (!Websites.IsGood(data.SourceAddress)) refusals.Add(new Refusal(nameof(data.SourceAddress), Websites.Problem));
        return refusals;
    }

    private static void Write(NetworkNotice notice, NoticeData data)
    {
        notice.NodeId = data.NodeId;
        notice.LegId = data.LegId;
        notice.Kind = data.Kind;
        notice.Title = data.Title;
        notice.EnglishTitle = data.EnglishTitle;
        notice.Text = data.Text;
        notice.EnglishText = data.EnglishText;
        notice.From = ChinaTime.ToUtc(data.From);
        notice.Until = data.Until is { } until ? ChinaTime.ToUtc(until) : null;
        notice.Source = data.Source;
        notice.SourceAddress = data.SourceAddress;
    }

    private async Task<List<EditedField>> FieldsAsync(NetworkNotice notice, CancellationToken cancellation)
    {
        var node = notice.NodeId is { } id ? await db.Nodes.Where(n => n.Id == id).Select(n => n.Name).SingleOrDefaultAsync(cancellation) : null;
        var leg = notice.LegId is { } other ? await db.Legs.Where(l => l.Id == other).Select(l => l.From!.Name + "—" + l.To!.Name).SingleOrDefaultAsync(cancellation) : null;
        return
        [
            new(nameof(NoticeData.NodeId), "节点", node),
            new(nameof(NoticeData.LegId), "区段", leg),
            new(nameof(NoticeData.Kind), "类型", notice.Kind.Word()),
            new(nameof(NoticeData.Title), "标题", notice.Title),
            new(nameof(NoticeData.EnglishTitle), "英文标题", notice.EnglishTitle),
            new(nameof(NoticeData.Text), "内容", notice.Text),
            new(nameof(NoticeData.EnglishText), "英文内容", notice.EnglishText),
            new(nameof(NoticeData.From), "开始时间", Moment(notice.From)),
            new(nameof(NoticeData.Until), "结束时间", notice.Until is { } until ? Moment(until) : null),
            new(nameof(NoticeData.Source), "来源", notice.Source),
            new(nameof(NoticeData.SourceAddress), "来源网址", notice.SourceAddress),
        ];
    }

    private static string Moment(DateTime utc) => ChinaTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Outcome Gone() => Outcome.Refused("没有这条通行提示。");
}
