using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content.News;

/// <summary>The versions of news items.</summary>
public sealed class NewsHistory(PortalDbContext db, NewsService news, NewsColumns columns) : TextHistory(db)
{
    private protected override string Subject => JournalSubjects.News;

    private protected override async Task<IReadOnlyList<EditedField>> FieldsOfAsync(string draft, CancellationToken cancellation)
    {
        var kept = DraftJson.Read<NewsDraft>(draft);
        var item = new NewsItem { Slug = kept.Slug ?? "", Title = "", Summary = "", Body = "", Column = kept.Column, CreatedAt = default, UpdatedAt = default };
        NewsService.Write(item, kept, default);
        return NewsService.Fields(item, await columns.ReadAsync(cancellation));
    }

    private protected override async Task<IReadOnlyList<EditedField>?> FieldsNowAsync(int id, CancellationToken cancellation) =>
        await news.FindAsync(id, cancellation) is { } item ? NewsService.Fields(item, await columns.ReadAsync(cancellation)) : null;

    private protected override Task<Outcome> SaveAsync(int id, int version, string draft, CancellationToken cancellation) =>
        news.UpdateAsync(id, version, DraftJson.Read<NewsDraft>(draft) with { Correction = null, Slug = null }, cancellation);
}
