using System.Globalization;
using System.Security.Cryptography;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.News;

/// <summary>News and notices: what the public reads and what editors do.</summary>
public sealed class NewsService(PortalDbContext db, PortalJournal journal, PolicyWriter policies, NewsColumns columns, Actor actor, ChinaTime time, IMapper mapper)
{
    private const int MostYears = 50;

    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<NewsItem?>>> _published = new(() => EF.CompileAsyncQuery((PortalDbContext db, string slug, CancellationToken _) =>
        db.News.AsNoTracking().SingleOrDefault(n => n.Slug == slug && n.State == PublicationState.Published)));

    /// <summary>The published items, the latest first.</summary>
    public Task<Page<NewsRow>> ListAsync(NewsFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var items = Published(filter.Column);
        if (filter.Year is { } year)
        {
            var start = year.ToString("0000", CultureInfo.InvariantCulture);
            items = items.Where(n => n.EventDate != null ? n.EventDate.StartsWith(start) : n.PublishedAt!.Value.AddHours(8).Year == year);
        }
        return Latest(items).ProjectTo<NewsRow>(mapper.ConfigurationProvider).ToPageAsync(page, cancellation);
    }

    /// <summary>The latest published items of a column, or of all.</summary>
    public async Task<IReadOnlyList<NewsRow>> LatestAsync(string? column, int count, CancellationToken cancellation) =>
        await Latest(Published(column)).Take(count).ProjectTo<NewsRow>(mapper.ConfigurationProvider).ToListAsync(cancellation);

    /// <summary>The years that the public list can be narrowed to, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation)
    {
        var ofEvents = await Published(column: null).Where(n => n.EventDate != null).Select(n => n.EventDate!.Substring(0, 4)).Distinct().OrderByDescending(y => y).Take(MostYears).ToListAsync(cancellation);
        var ofPublication = await Published(column: null).Where(n => n.EventDate == null).Select(n => n.PublishedAt!.Value.AddHours(8).Year).Distinct().OrderByDescending(y => y).Take(MostYears).ToListAsync(cancellation);
        return [.. ofEvents.Select(y => int.Parse(y, CultureInfo.InvariantCulture)).Concat(ofPublication).Distinct().OrderDescending()];
    }

    /// <summary>A published item; null for anything that the public must not see.</summary>
    public Task<NewsItem?> FindPublishedAsync(string slug, CancellationToken cancellation) => _published.For(db)(db, slug, cancellation);

    /// <summary>All items for the editors in the wanted order.</summary>
    public Task<Page<NewsDeskRow>> ListForDeskAsync(NewsDeskFilter filter, PageRequest page, CancellationToken cancellation) => DeskRows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of the editors' list, for a file.</summary>
    public IAsyncEnumerable<NewsDeskRow> StreamForDeskAsync(NewsDeskFilter filter) => DeskRows(filter).AsAsyncEnumerable();

    private IQueryable<NewsDeskRow> DeskRows(NewsDeskFilter filter)
    {
        var items = db.News.AsNoTracking();
        if (filter.State is { } state) items = items.Where(n => n.State == state);
        if (filter.Column is { } column) items = items.Where(n => n.Column == column);
        if (SearchWord.Upper(filter.Text) is { } text) items = items.Where(n => n.SearchText.Contains(text));
        return items.InOrder(filter.Sort, filter.Descending).ProjectTo<NewsDeskRow>(mapper.ConfigurationProvider);
    }

    /// <summary>An item as its editors see it: with what was written after its publication.</summary>
    public async Task<NewsItem?> FindAsync(int id, CancellationToken cancellation)
    {
        var item = await db.News.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation);
        if (item?.Pending is null) return item;
        // a document that is gone meanwhile is named when the text is saved again
        _ = await InterpretAsync(WithChanges(item), cancellation);
        return item;
    }

    /// <returns>The id of the new draft.</returns>
    public async Task<Outcome<int>> CreateAsync(NewsDraft draft, CancellationToken cancellation)
    {
        if (NewsRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var known = await columns.ReadAsync(cancellation);
        if (AgainstColumn(known, draft.Column, before: null) is { IsDone: false } unfit) return unfit;
        var now = time.UtcNow;
        var item = new NewsItem
        {
            Slug = draft.Slug ?? NewSlug(),
            Title = draft.Title,
            Summary = draft.Summary,
            Body = draft.Body,
            Column = draft.Column,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Write(item, draft, now);
        if (await InterpretAsync(item, cancellation) is { IsDone: false } unknown) return unknown;
        item.Rewrite(actor.UserId);
        db.News.Add(item);
        journal.Write(JournalSubjects.News, item.Slug, "news.created", changes: Fields(item, known).Select(f => new FieldChange(f.Label, null, f.Value)));
        if (await SaveAsync(item.Slug, item.Id, cancellation) is { IsDone: false } refused) return refused;
        return item.Id;
    }

    /// <summary>Saves an edited text. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, NewsDraft draft, CancellationToken cancellation)
    {
        if (NewsRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var item = await db.News.SingleOrDefaultAsync(n => n.Id == id, cancellation);
        if (item is null) return Gone();
        if (item.PublishedAt is not null && draft.Slug is not null && draft.Slug != item.Slug)
            return Outcome.Refused(nameof(NewsDraft.Slug), $"这条资讯发布过，网址短名不能再改，仍为 {item.Slug}。");
        db.Expect(item, version);
        var edited = item.KeepsAside ? WithChanges((NewsItem)db.Entry(item).CurrentValues.ToObject()) : item;
        var known = await columns.ReadAsync(cancellation);
        var before = Fields(edited, known);
        if (AgainstColumn(known, draft.Column, edited.Column) is { IsDone: false } unfit)
        {
            db.ChangeTracker.Clear();
            return unfit;
        }
        if (draft.Slug is not null) edited.Slug = draft.Slug;
        Write(edited, draft, time.UtcNow);
        if (await InterpretAsync(edited, cancellation) is { IsDone: false } unknown)
        {
            db.ChangeTracker.Clear();
            return unknown;
        }
        if (edited != item) (item.Pending, item.UpdatedAt) = (DraftJson.Write(draft with { Slug = item.Slug }), edited.UpdatedAt);
        item.Rewrite(actor.UserId);
        var typed = Fields(edited, known);
        journal.Write(JournalSubjects.News, item.Slug, "news.edited", changes: Edits.Changes(before, typed));
        try
        {
            return await SaveAsync(item.Slug, id, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var saved = await FindAsync(id, cancellation);
            return saved is null ? Gone() : Edits.Conflict(Fields(saved, known), typed);
        }
    }

    /// <summary>Looks up the document that an item interprets.</summary>
    private async Task<Outcome> InterpretAsync(NewsItem item, CancellationToken cancellation)
    {
        item.InterpretsId = item.Interprets is { } text ? await policies.IdOfAsync(text, cancellation) : null;
        return item is { Interprets: not null, InterpretsId: null } ? Outcome.Refused(nameof(NewsDraft.Interprets), $"政策库里没有“{item.Interprets}”。请核对文号、索引号或标题。") : Outcome.Done;
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
            if (await db.News.AnyAsync(n => n.Slug == slug && n.Id != id, cancellation))
                return Outcome.Refused(nameof(NewsDraft.Slug), $"网址短名 {slug} 已有另一条资讯使用，请换一个。");
            throw;
        }
    }

    private IQueryable<NewsItem> Published(string? column)
    {
        var items = db.News.AsNoTracking().Where(n => n.State == PublicationState.Published);
        return column is null ? items : items.Where(n => n.Column == column);
    }

    private static IOrderedQueryable<NewsItem> Latest(IQueryable<NewsItem> items) =>
        items.OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.EventDate).ThenByDescending(n => n.Id);

    /// <summary>Puts what was written after the publication into an item that nothing tracks.</summary>
    internal static NewsItem WithChanges(NewsItem item)
    {
        if (item.Pending is { } pending) Write(item, DraftJson.Read<NewsDraft>(pending), item.UpdatedAt);
        return item;
    }

    internal static void Write(NewsItem item, NewsDraft draft, DateTime now)
    {
        item.Title = draft.Title;
        item.Summary = draft.Summary;
        item.Body = draft.Body;
        item.Column = draft.Column;
        item.EventDate = draft.EventDate;
        item.Source = draft.Source;
        item.SourceAddress = draft.SourceAddress;
        item.SourceDate = draft.SourceDate;
        item.Correction = draft.Correction;
        item.Interprets = draft.Interprets;
        item.UpdatedAt = now;
        item.RefreshSearchText();
    }

    /// <summary>A column that is not there takes nothing, a retired one only what stands in it already.</summary>
    private static Outcome AgainstColumn(ColumnList known, string code, string? before) => known.Find(code) switch
    {
        { IsRetired: true } retired when code != before => Outcome.Refused(nameof(NewsDraft.Column), $"栏目“{retired.Name}”已停用，请选择其他栏目。"),
        { } column when column.Code == code => Outcome.Done,
        _ => Outcome.Refused(nameof(NewsDraft.Column), "没有这个栏目，请重新选择。"),
    };

    internal static IReadOnlyList<EditedField> Fields(NewsItem item, ColumnList columns) =>
    [
        new(nameof(NewsDraft.Title), "标题", item.Title),
        new(nameof(NewsDraft.Column), "栏目", columns.NameOf(item.Column)),
        new(nameof(NewsDraft.Slug), "网址短名", item.Slug),
        new(nameof(NewsDraft.Summary), "摘要", item.Summary),
        new(nameof(NewsDraft.Body), "正文", item.Body),
        new(nameof(NewsDraft.EventDate), "事件日期", item.EventDate),
        new(nameof(NewsDraft.Source), "来源", item.Source),
        new(nameof(NewsDraft.SourceAddress), "来源网址", item.SourceAddress),
        new(nameof(NewsDraft.SourceDate), "来源日期", item.SourceDate),
        new(nameof(NewsDraft.Interprets), "解读的文件", item.Interprets),
        new(nameof(NewsDraft.Correction), "更正说明", item.Correction),
    ];

    /// <summary>The day and four random letters: readable, and no counter to race for.</summary>
    private string NewSlug() =>
        $"{time.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)}";

    private static Outcome Gone() => Outcome.Refused("这条资讯不存在。");
}
