using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.ServiceHall;

/// <summary>Editors draw up services, publish them whole and withdraw them.</summary>
public sealed class ServiceItemDesk(PortalDbContext db, ServiceCatalogue catalogue, FileCabinet cabinet, PortalJournal journal, ChinaTime time)
{
    private const string Stale = "您打开之后，他人已修改这个事项。请核对最新内容后再操作。";

    /// <summary>All services in the wanted order.</summary>
    public Task<Page<ServiceDeskRow>> ListAsync(ServiceDeskFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<ServiceDeskRow> StreamAsync(ServiceDeskFilter filter) => Rows(filter).AsAsyncEnumerable();

    private IQueryable<ServiceDeskRow> Rows(ServiceDeskFilter filter)
    {
        var items = db.ServiceItems.AsNoTracking();
        if (filter.State is { } state) items = items.Where(s => s.State == state);
        if (SearchWord.Of(filter.Text) is { } word) items = items.Where(s => s.Title.Contains(word) || s.Slug.Contains(word));
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (ServiceDeskSort.Title, false) => items.OrderBy(s => s.Title),
            (ServiceDeskSort.Title, true) => items.OrderByDescending(s => s.Title),
            (ServiceDeskSort.State, false) => items.OrderBy(s => s.State),
            (ServiceDeskSort.State, true) => items.OrderByDescending(s => s.State),
            (ServiceDeskSort.Published, false) => items.OrderBy(s => s.PublishedAt),
            (ServiceDeskSort.Published, true) => items.OrderByDescending(s => s.PublishedAt),
            (_, false) => items.OrderBy(s => s.UpdatedAt),
            _ => items.OrderByDescending(s => s.UpdatedAt),
        };
        return ordered.ThenByDescending(s => s.Id).Select(s => new ServiceDeskRow(s.Id, s.Slug, s.Title, s.StageMarks, s.State, s.PublishedAt, s.UpdatedAt, s.IsDemonstration));
    }

    public Task<ServiceItem?> FindAsync(int id, CancellationToken cancellation) => Whole().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <returns>The id of the new draft.</returns>
    public async Task<Outcome<int>> CreateAsync(ServiceItemDraft draft, CancellationToken cancellation)
    {
        if (ServiceItemRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var item = new ServiceItem { Slug = draft.Slug ?? NewSlug(), Title = draft.Title, UpdatedAt = time.UtcNow };
        Write(item, draft);
        db.ServiceItems.Add(item);
        journal.Write(JournalSubjects.Service, item.Slug, "service.created", changes: Fields(item).Select(f => new FieldChange(f.Label, null, f.Value)));
        if (await SaveAsync(item.Slug, item.Id, cancellation) is { IsDone: false } refused) return refused;
        return item.Id;
    }

    /// <summary>Saves an edited service. What is published stays whole; the second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, ServiceItemDraft draft, CancellationToken cancellation)
    {
        if (ServiceItemRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var item = await Whole().SingleOrDefaultAsync(s => s.Id == id, cancellation);
        if (item is null) return Gone();
        if (item.PublishedAt is not null && draft.Slug is not null && draft.Slug != item.Slug) return Outcome.Refused(nameof(draft.Slug), $"这个事项发布过，网址短名不能再改，仍为 {item.Slug}。");
        var before = Fields(item);
        db.Expect(item, version);
        if (draft.Slug is not null) item.Slug = draft.Slug;
        Write(item, draft);
        var typed = Fields(item);
        if (item.State == PublicationState.Published && ServiceItemRules.Missing(item, catalogue.HallContact) is { Count: > 0 } missing)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(missing);
        }
        journal.Write(JournalSubjects.Service, item.Slug, "service.edited", changes: Edits.Changes(before, typed));
        try
        {
            return await SaveAsync(item.Slug, id, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(id, cancellation) is { } saved ? Edits.Conflict(Fields(saved), typed) : Gone();
        }
    }

    /// <summary>Adds a paper, with its blank form if there is one.</summary>
    public Task<Outcome> AddMaterialAsync(int id, int version, ServiceMaterialDraft draft, KeptFile? form, CancellationToken cancellation) => ActAsync(id, version, "service.material-added", draft.Name, item =>
    {
        if (item.Materials.Count >= ServiceMaterial.Most) return [new Refusal("", $"一个事项最多列 {ServiceMaterial.Most} 份材料。")];
        item.Materials.Add(new ServiceMaterial { Name = draft.Name, Note = draft.Note, IsRequired = draft.IsRequired, File = form is null ? null : cabinet.Record(form, null) });
        item.NeedsNoMaterials = false;
        return [];
    }, cancellation);

    /// <summary>Takes a paper out again; the last one of a published service stays.</summary>
    public Task<Outcome> RemoveMaterialAsync(int id, int version, int materialId, CancellationToken cancellation) => ActAsync(id, version, "service.material-removed", note: null, item =>
    {
        if (item.Materials.Find(m => m.Id == materialId) is not { } material) return [new Refusal("", "没有这份材料。")];
        if (item is { State: PublicationState.Published, Materials.Count: 1 }) return [new Refusal("", "已发布的事项至少要有一份材料。不需要材料的，请先撤回再改。")];
        item.Materials.Remove(material);
        db.Remove(material);
        return [];
    }, cancellation);

    /// <summary>Shows a service to the public, if nothing is missing. The first time sets the publication time for good.</summary>
    public Task<Outcome> PublishAsync(int id, int version, CancellationToken cancellation) => ActAsync(id, version, "service.published", note: null, item =>
    {
        if (item.State == PublicationState.Published) return [new Refusal("", "这个事项已经发布。")];
        if (ServiceItemRules.Missing(item, catalogue.HallContact) is { Count: > 0 } missing) return missing;
        item.PublishedAt ??= time.UtcNow;
        item.State = PublicationState.Published;
        item.WithdrawalReason = null;
        return [];
    }, cancellation);

    /// <summary>Takes a service off the public pages.</summary>
    public Task<Outcome> WithdrawAsync(int id, int version, string reason, CancellationToken cancellation) => ActAsync(id, version, "service.withdrawn", reason, item =>
    {
        if (item.State != PublicationState.Published) return [new Refusal("", "这个事项没有发布，不用撤回。")];
        item.State = PublicationState.Withdrawn;
        item.WithdrawalReason = reason;
        return [];
    }, cancellation);

    private async Task<Outcome> ActAsync(int id, int version, string act, string? note, Func<ServiceItem, IReadOnlyList<Refusal>> change, CancellationToken cancellation)
    {
        var item = await Whole().SingleOrDefaultAsync(s => s.Id == id, cancellation);
        if (item is null) return Gone();
        db.Expect(item, version);
        if (change(item) is { Count: > 0 } refusals)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(refusals);
        }
        item.UpdatedAt = time.UtcNow;
        journal.Write(JournalSubjects.Service, item.Slug, act, note);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    private async Task<Outcome> SaveAsync(string slug, int id, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await db.ServiceItems.AnyAsync(s => s.Slug == slug && s.Id != id, cancellation)) return Outcome.Refused(nameof(ServiceItemDraft.Slug), $"网址短名 {slug} 已有另一个事项使用，请换一个。");
            throw;
        }
    }

    private IQueryable<ServiceItem> Whole() => db.ServiceItems.Include(s => s.Materials.OrderBy(m => m.Id)).ThenInclude(m => m.File);

    private void Write(ServiceItem item, ServiceItemDraft draft)
    {
        (item.Title, item.Summary, item.Basis, item.Conditions) = (draft.Title, draft.Summary, draft.Basis, draft.Conditions);
        (item.AudienceMarks, item.StageMarks) = (ServiceMarks.Write(draft.Audiences), ServiceMarks.Write(draft.Stages));
        (item.NeedsNoMaterials, item.PromisedDays, item.LegalDays, item.HasNoLegalLimit, item.LimitNote) = (draft.NeedsNoMaterials, draft.PromisedDays, draft.LegalDays, draft.HasNoLegalLimit, draft.LimitNote);
        (item.Fee, item.Steps, item.Contact, item.Desk, item.UpdatedAt) = (draft.Fee, draft.Steps, draft.Contact, draft.Desk, time.UtcNow);
    }

    private static IReadOnlyList<EditedField> Fields(ServiceItem item) =>
    [
        new(nameof(ServiceItemDraft.Title), "事项名称", item.Title),
        new(nameof(ServiceItemDraft.Slug), "网址短名", item.Slug),
        new(nameof(ServiceItemDraft.Summary), "一句话说明", item.Summary),
        new(nameof(ServiceItemDraft.Audiences), "服务对象", string.Join('、', item.Audiences.Select(a => a.Word()))),
        new(nameof(ServiceItemDraft.Stages), "企业所处阶段", string.Join('、', item.Stages.Select(s => s.Word()))),
        new(nameof(ServiceItemDraft.Basis), "设定依据", item.Basis),
        new(nameof(ServiceItemDraft.Conditions), "申请条件", item.Conditions),
        new(nameof(ServiceItemDraft.NeedsNoMaterials), "不需要材料", item.NeedsNoMaterials ? "是" : "否"),
        new(nameof(ServiceItemDraft.PromisedDays), "承诺时限", item.PromisedDays?.ToString(CultureInfo.InvariantCulture)),
        new(nameof(ServiceItemDraft.LegalDays), "法定时限", item.HasNoLegalLimit ? "没有" : item.LegalDays?.ToString(CultureInfo.InvariantCulture)),
        new(nameof(ServiceItemDraft.LimitNote), "时限说明", item.LimitNote),
        new(nameof(ServiceItemDraft.Fee), "费用", item.Fee),
        new(nameof(ServiceItemDraft.Steps), "办理流程", item.Steps),
        new(nameof(ServiceItemDraft.Contact), "联系方式", item.Contact),
        new(nameof(ServiceItemDraft.Desk), "在线办理", item.Desk.Word()),
    ];

    /// <summary>The day and five random letters: readable, and no counter to race for.</summary>
    private string NewSlug() => $"{time.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)}";

    private static Outcome Gone() => Outcome.Refused("这个事项不存在。");
}
