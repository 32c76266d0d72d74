using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>Makes the smaller copies of pictures: when they come in, and later for those that have none yet.</summary>
public sealed class MediaVariants(PortalDbContext db, FileCabinet cabinet, ILogger<MediaVariants> logger)
{
    /// <summary>How many pictures one round takes.</summary>
    public const int Batch = 20;

    /// <summary>Makes the copies of pictures that came in before there were copies.</summary>
    /// <returns>How many pictures were looked at.</returns>
    public async Task<int> MakeMissingAsync(CancellationToken cancellation)
    {
        var waiting = await db.MediaFiles.Include(m => m.File).Where(m => m.Width > 0 && !m.AreVariantsMade).OrderBy(m => m.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var media in waiting)
        {
            try
            {
                await AddAsync(media, cancellation);
            }
            catch (FileNotFoundException e)
            {
                // one that is lost must not hold up the others
                logger.LogError(e, "The content of picture {Key} is not there, so no copies of it were made", media.Key);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // another instance has made them, or the picture was removed; the next round sees which
            db.ChangeTracker.Clear();
            return 0;
        }

        return waiting.Count;
    }

    /// <summary>Adds the copies to a picture, to be saved with it. What cannot be made smaller is served as it is.</summary>
    internal async Task AddAsync(MediaFile media, CancellationToken cancellation)
    {
        media.AreVariantsMade = true;
        var size = new PictureSize(media.Width, media.Height);
        foreach (var width in MediaVariant.For(media.Width))
        {
            if (await cabinet.KeepSmallerAsync(media.File, size, width, cancellation) is not { } kept) continue;
            media.Variants.Add(new MediaVariant { Width = width, File = cabinet.Record(kept, enterpriseId: null) });
        }
    }
}

/// <summary>Looks four times an hour for pictures without copies.</summary>
internal sealed class MediaVariantWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<MediaVariantWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(15), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MediaVariants>().MakeMissingAsync(cancellation) == MediaVariants.Batch;
    }
}
