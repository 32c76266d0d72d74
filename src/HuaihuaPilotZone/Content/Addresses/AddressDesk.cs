using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Addresses;

/// <summary>Pages whose address people choose. Policies have the one of their index number for ever.</summary>
public enum AddressedKind
{
    News,
    Service,
}

/// <summary>A page whose address may be changed.</summary>
/// <param name="Old">Addresses it had before, the latest first; they lead here.</param>
public sealed record AddressedPage(AddressedKind Kind, int Id, string Title, string Slug, int Version, IReadOnlyList<string> Old);

/// <summary>Editors give a page that was published another address. The old one leads to it for ever.</summary>
public sealed class AddressDesk(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    public const string MovedAct = "address.changed";
    public const string SlugField = "Slug";

    private const int MostShown = 20;
    private const string Stale = "您打开之后，他人已修改。请核对最新内容后再操作。";

    /// <summary>One page that was published; null where there is none, or its address may still be changed where it is written.</summary>
    public async Task<AddressedPage?> FindAsync(AddressedKind kind, int id, CancellationToken cancellation)
    {
        if (await ReadAsync(kind, id, cancellation) is not { } page) return null;
        db.ChangeTracker.Clear();
        var path = PathOf(kind, page.Slug);
        var old = await db.MovedAddresses.AsNoTracking().Where(m => m.Target == path).OrderByDescending(m => m.Id).Take(MostShown).Select(m => m.Path).ToListAsync(cancellation);
        return new AddressedPage(kind, id, page.Title, page.Slug, page.Record.Version, old);
    }

    /// <summary>Moves a page. Addresses that led to the old one lead to the new one at once, so that nobody is sent twice.</summary>
    public async Task<Outcome> ChangeAsync(AddressedKind kind, int id, int version, string slug, CancellationToken cancellation)
    {
        if (!NewsRules.IsSlug(slug) || slug.Length > NewsItem.ChosenSlugMaxLength) return Outcome.Refused(SlugField, $"网址短名只用小写字母、数字和连字符，最多 {NewsItem.ChosenSlugMaxLength} 个字符。");
        try
        {
            return await db.InTransactionAsync(token => MoveAsync(kind, id, version, slug, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await IsTakenAsync(kind, id, slug, cancellation)) return Outcome.Refused(SlugField, $"网址短名 {slug} 已有另一页使用，请换一个。");
            throw;
        }
    }

    private async Task<Outcome> MoveAsync(AddressedKind kind, int id, int version, string slug, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await ReadAsync(kind, id, cancellation) is not { } page) return Outcome.Refused("没有找到这一页，或者它还没有发布过。");
        var (from, to) = (PathOf(kind, page.Slug), PathOf(kind, slug));
        if (from == to) return Outcome.Refused(SlugField, "新网址和现在的一样。");
        if (await db.MovedAddresses.Where(m => m.Path == to).Select(m => m.Target).SingleOrDefaultAsync(cancellation) is { } target && target != from) return Outcome.Refused(SlugField, $"{to} 是另一页用过的网址，仍在跳转，请换一个。");
        db.Expect(page.Record, version);
        page.Move(slug, time.UtcNow);
        await db.MovedAddresses.Where(m => m.Path == to).ExecuteDeleteAsync(cancellation);
        await db.MovedAddresses.Where(m => m.Target == from).ExecuteUpdateAsync(set => set.SetProperty(m => m.Target, to), cancellation);
        db.MovedAddresses.Add(new MovedAddress { Path = from, Target = to, MovedAt = time.UtcNow });
        // the journal knows a page by its short name: both find the move
        foreach (var key in new[] { page.Slug, slug }) journal.Write(page.Subject, key, MovedAct, changes: [new FieldChange("网址", from, to)]);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private async Task<Addressed?> ReadAsync(AddressedKind kind, int id, CancellationToken cancellation) => kind switch
    {
        AddressedKind.News => await db.News.SingleOrDefaultAsync(n => n.Id == id && n.PublishedAt != null, cancellation) is { } news
            ? new Addressed(news, news.Title, news.Slug, JournalSubjects.News, (slug, now) => (news.Slug, news.UpdatedAt) = (slug, now)) : null,
        _ => await db.ServiceItems.SingleOrDefaultAsync(s => s.Id == id && s.PublishedAt != null, cancellation) is { } service
            ? new Addressed(service, service.Title, service.Slug, JournalSubjects.Service, (slug, now) => (service.Slug, service.UpdatedAt) = (slug, now)) : null,
    };

    private Task<bool> IsTakenAsync(AddressedKind kind, int id, string slug, CancellationToken cancellation) => kind == AddressedKind.News
        ? db.News.AnyAsync(n => n.Slug == slug && n.Id != id, cancellation)
        : db.ServiceItems.AnyAsync(s => s.Slug == slug && s.Id != id, cancellation);

    private static string PathOf(AddressedKind kind, string slug) => (kind == AddressedKind.News ? "/news/" : "/services/") + slug;

    private sealed record Addressed(IVersioned Record, string Title, string Slug, string Subject, Action<string, DateTime> Move);
}
