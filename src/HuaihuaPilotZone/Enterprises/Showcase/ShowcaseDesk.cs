using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Showcase;

/// <summary>
/// What enterprises show in public: they write, the park looks at it, and only then everybody sees it. Whatever is changed waits for the park again.
/// </summary>
public sealed class ShowcaseDesk(PortalDbContext db, RefusedAccess refused, PortalJournal journal, Outbox outbox, ChinaTime time)
{
    /// <summary>So many things one enterprise may show.</summary>
    public const int Most = 60;

    private const string Gone = "没有这项内容，可能已被删除。";
    private const string Taken = "同类内容里已有这个名称。";
    private const string Moved = "您打开之后，这项内容已有变动。请核对最新内容后再操作。";

    public Task<Page<ShowcaseRow>> ListAsync(ShowcaseFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<ShowcaseRow> StreamAsync(ShowcaseFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>What the public sees of an enterprise today.</summary>
    public async Task<IReadOnlyList<ShowcaseRow>> ShownAsync(int enterpriseId, CancellationToken cancellation)
    {
        var today = time.Today;
        return await Select(db.ShowcaseItems.AsNoTracking().Where(i => i.EnterpriseId == enterpriseId && i.State == ShowcaseState.Public && (i.ValidTo == null || i.ValidTo >= today))
            .OrderBy(i => i.Kind).ThenBy(i => i.Id).Take(Most)).ToListAsync(cancellation);
    }

    /// <summary>One thing of an enterprise. Asking for somebody else's gives null and leaves a line in the journal.</summary>
    public async Task<ShowcaseItem?> FindAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        var item = await db.ShowcaseItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.EnterpriseId == enterpriseId, cancellation);
        if (item is null && await db.ShowcaseItems.AnyAsync(i => i.Id == id, cancellation)) await refused.NoteAsync(JournalSubjects.Showcase, Key(id), cancellation);
        return item;
    }

    public async Task<Outcome<int>> AddAsync(int enterpriseId, ShowcaseData data, CancellationToken cancellation)
    {
        data = data.Tidied();
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.ShowcaseItems.CountAsync(i => i.EnterpriseId == enterpriseId, cancellation) >= Most) return Outcome.Refused($"最多展示 {Most} 项，请先删除不再需要的。");
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var item = new ShowcaseItem
                    {
                        EnterpriseId = enterpriseId,
                        Kind = data.Kind,
                        Name = data.Name,
                        State = ShowcaseState.Waiting,
                        MovedAt = time.UtcNow,
                    };
                    data.WriteTo(item);
                    db.ShowcaseItems.Add(item);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Showcase, Key(item.Id), ShowcaseActs.Added, data.Name);
                    await AskAsync(data, token);
                    await db.SaveChangesAsync(token);
                    return item.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused(nameof(ShowcaseData.Name), Taken);
        }
    }

    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> ChangeAsync(int enterpriseId, int id, int version, ShowcaseData data, CancellationToken cancellation)
    {
        data = data.Tidied();
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.ShowcaseItems.SingleOrDefaultAsync(i => i.Id == id && i.EnterpriseId == enterpriseId, cancellation) is not { } item) return Outcome.Refused(Gone);
        if (ShowcaseData.Of(item).Changes(data) is not { Count: > 0 } changes) return Outcome.Done;
        db.Expect(item, version);
        data.WriteTo(item);
        (item.State, item.Reason, item.MovedAt) = (ShowcaseState.Waiting, null, time.UtcNow);
        journal.Write(JournalSubjects.Showcase, Key(id), ShowcaseActs.Changed, changes: changes);
        await AskAsync(data, cancellation);
        return await SaveAsync(cancellation);
    }

    public async Task<Outcome> RemoveAsync(int enterpriseId, int id, int version, CancellationToken cancellation)
    {
        if (await db.ShowcaseItems.SingleOrDefaultAsync(i => i.Id == id && i.EnterpriseId == enterpriseId, cancellation) is not { } item) return Outcome.Refused(Gone);
        db.Expect(item, version);
        db.ShowcaseItems.Remove(item);
        journal.Write(JournalSubjects.Showcase, Key(id), ShowcaseActs.Removed, item.Name);
        return await SaveAsync(cancellation);
    }

    /// <summary>The park lets the public see something, or says why not. Of two people at once the first one counts.</summary>
    /// <param name="reason">Null to accept.</param>
    public async Task<Outcome> DecideAsync(int id, int version, bool isAccepted, string? reason, CancellationToken cancellation)
    {
        reason = Texts.Tidy(reason);
        if (!isAccepted && reason is null) return Outcome.Refused("Reason", "请写明为什么不能公开，企业会看到。");
        if (await db.ShowcaseItems.SingleOrDefaultAsync(i => i.Id == id, cancellation) is not { } item) return Outcome.Refused(Gone);
        var state = isAccepted ? ShowcaseState.Public : ShowcaseState.Refused;
        if (item.State == state) return Outcome.Refused(Moved);
        db.Expect(item, version);
        (item.State, item.Reason, item.MovedAt) = (state, isAccepted ? null : reason, time.UtcNow);
        journal.Write(JournalSubjects.Showcase, Key(id), isAccepted ? ShowcaseActs.Accepted : ShowcaseActs.Refused, reason);
        var title = isAccepted ? $"“{item.Name}”已公开展示" : $"“{item.Name}”没有公开";
        await outbox.NotifyAsync(
            Audience.Enterprise(item.EnterpriseId), new NoticeDraft(MessageKind.ShowcaseMoved, title, reason ?? "内容已在企业的公开页面上。", "/enterprise/showcase", item.EnterpriseId), cancellation);
        return await SaveAsync(cancellation);
    }

    private static List<Refusal> Refuse(ShowcaseData data) =>
        data is { Kind: ShowcaseKind.Certificate, Number: null } ? [new Refusal(nameof(ShowcaseData.Number), "证书要有编号，公众才能核对。")] : [];

    private Task AskAsync(ShowcaseData data, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.ShowcaseMoved, $"有{data.Kind.Word()}等待公开：{data.Name}", data.Text ?? data.Name, "/park/showcase?state=Waiting"), cancellation);

    private async Task<Outcome> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Moved);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(nameof(ShowcaseData.Name), Taken);
        }
    }

    private IQueryable<ShowcaseRow> Rows(ShowcaseFilter filter)
    {
        var items = db.ShowcaseItems.AsNoTracking();
        if (filter.EnterpriseId is { } enterprise) items = items.Where(i => i.EnterpriseId == enterprise);
        if (filter.Kind is { } kind) items = items.Where(i => i.Kind == kind);
        if (filter.State is { } state) items = items.Where(i => i.State == state);
        if (SearchWord.Of(filter.Text) is { } word) items = items.Where(i => i.Name.Contains(word) || i.Number!.Contains(word) || i.Enterprise!.Name.Contains(word));
        return Select(filter.OldestFirst ? items.OrderBy(i => i.MovedAt).ThenBy(i => i.Id) : items.OrderByDescending(i => i.MovedAt).ThenBy(i => i.Id));
    }

    private static IQueryable<ShowcaseRow> Select(IQueryable<ShowcaseItem> items) => items.Select(i => new ShowcaseRow(
        i.Id, i.EnterpriseId, i.Enterprise!.Name, i.Kind, i.Name, i.EnglishName, i.Text, i.Number, i.ValidTo, i.State, i.Reason, i.MovedAt, i.IsDemonstration, i.Version));

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
