using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.News;

/// <summary>Reported facts always; demonstration items where asked for. Both are published at the moment they are seeded, like anything else.</summary>
internal sealed class NewsSeed(PortalDbContext db, ChinaTime time) : RoomSeed
{
    public override int Order => 50;

    public override Task EnsureReferenceAsync(CancellationToken cancellation) => AddMissingAsync(NewsFacts.Reported, isDemonstration: false, cancellation);

    public override Task EnsureDemonstrationAsync(CancellationToken cancellation) => AddMissingAsync([.. NewsFacts.Demonstration()], isDemonstration: true, cancellation);

    private async Task AddMissingAsync(IReadOnlyList<NewsFact> facts, bool isDemonstration, CancellationToken cancellation)
    {
        var slugs = facts.Select(f => f.Slug).ToList();
        var present = await db.News.Where(n => slugs.Contains(n.Slug)).Select(n => n.Slug).ToListAsync(cancellation);
        var now = time.UtcNow;
        // all of one seeding counts as published at once, so that reported facts stand before samples
        var publishedAt = await db.News.Where(n => !n.IsDemonstration).MaxAsync(n => n.PublishedAt, cancellation) ?? now;
        foreach (var fact in facts.Where(f => !present.Contains(f.Slug)))
        {
            var item = new NewsItem
            {
                Slug = fact.Slug,
                Column = fact.Column,
                Title = fact.Title,
                Summary = fact.Summary,
                Body = fact.Body,
                EventDate = fact.EventDate,
                Source = fact.Source?.Text,
                SourceAddress = fact.Source?.Address,
                SourceDate = fact.Source?.Date,
                State = PublicationState.Published,
                PublishedAt = publishedAt,
                IsDemonstration = isDemonstration,
                CreatedAt = now,
                UpdatedAt = now,
            };
            item.RefreshSearchText();
            db.News.Add(item);
        }
        await db.SaveChangesAsync(cancellation);
    }
}
