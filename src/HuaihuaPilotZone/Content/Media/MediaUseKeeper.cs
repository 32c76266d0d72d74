using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>Notes which pictures and attachments a text shows, in the transaction of whoever saves the text.</summary>
internal sealed class MediaUseKeeper : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        Changed(eventData.Context).Count == 0 ? result : throw new InvalidOperationException("Texts are saved with SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            foreach (var text in Changed(context)) await RefreshAsync(context, text, cancellationToken);
        }

        return result;
    }

    private static async Task RefreshAsync(DbContext context, EntityEntry text, CancellationToken cancellation)
    {
        var keys = text.State == EntityState.Deleted ? [] : MediaAddress.KeysIn((string)text.Property(nameof(NewsItem.Body)).CurrentValue!);
        var shown = keys.Count == 0 ? [] : await context.Set<MediaFile>().Where(m => keys.Contains(m.Key)).Select(m => m.Id).ToListAsync(cancellation);
        var known = text.State == EntityState.Added ? [] : await UsesOf(context, text.Entity).ToListAsync(cancellation);
        context.RemoveRange(known.Where(u => !shown.Contains(u.MediaFileId)));
        foreach (var id in shown.Except(known.Select(u => u.MediaFileId)))
        {
            context.Add(new MediaUse
            {
                MediaFileId = id,
                NewsItem = text.Entity as NewsItem,
                PolicyDocument = text.Entity as PolicyDocument,
                EnglishVersion = text.Entity as EnglishVersion,
            });
        }
    }

    private static IQueryable<MediaUse> UsesOf(DbContext context, object text) => text switch
    {
        NewsItem news => context.Set<MediaUse>().Where(u => u.NewsItemId == news.Id),
        PolicyDocument policy => context.Set<MediaUse>().Where(u => u.PolicyDocumentId == policy.Id),
        EnglishVersion english => context.Set<MediaUse>().Where(u => u.EnglishVersionId == english.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(text), text.GetType().Name, "This is no text of the site."),
    };

    private static List<EntityEntry> Changed(DbContext? context) => context is null ? [] :
    [
        .. context.ChangeTracker.Seen().Where(e => e.Entity is NewsItem or PolicyDocument or EnglishVersion
            && (e.State is EntityState.Added or EntityState.Deleted || (e.State == EntityState.Modified && e.Property(nameof(NewsItem.Body)).IsModified))),
    ];
}
