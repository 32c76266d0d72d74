using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content.News;

/// <summary>The versions of news items.</summary>
public sealed class NewsHistory(PortalDbContext db, NewsService news) : TextHistory(db)
{
    private protected override string Subject => JournalSubjects.News;

    private protected override IReadOnlyList<EditedField> FieldsOf(string draft)
    {
        var kept = DraftJson.Read<NewsDraft>(draft);
        var item = new NewsItem { Slug = kept.Slug ?? "", Title = "", Summary = "", Body = "", Column = kept.Column, CreatedAt = default, UpdatedAt = default };
        NewsService.Write(item, kept, default);
        return NewsService.Fields(item);
    }

    private protected override async Task<IReadOnlyList<EditedField>?> FieldsNowAsync(int id, CancellationToken cancellation) =>
        await news.FindAsync(id, cancellation) is { } item ? NewsService.Fields(item) : null;

    private protected override Task<Outcome> SaveAsync(int id, int version, string draft, CancellationToken cancellation) =>
        news.UpdateAsync(id, version, DraftJson.Read<NewsDraft>(draft) with { Correction = null, Slug = null }, cancellation);
}
