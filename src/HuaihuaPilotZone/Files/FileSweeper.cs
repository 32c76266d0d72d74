using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Files;

/// <summary>Removes content to which no record refers: uploads that came to nothing, and what was deleted.</summary>
public sealed class FileSweeper(PortalDbContext db, IFileStorage storage, ChinaTime time)
{
    /// <summary>How long content is left alone after it was kept, so that the record that refers to it can be saved.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>How long content without a record lies here; long enough to notice a database that was set back.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    private const int Batch = 200;

    /// <returns>How many files were removed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        // a database that knows no file at all is more likely the wrong one
        if (!await db.StoredFiles.AnyAsync(cancellation)) return 0;
        var (before, removed) = (time.UtcNow - Patience, 0);
        foreach (var hashes in storage.Hashes().Chunk(Batch))
        {
            var known = await db.StoredFiles.Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(cancellation);
            foreach (var hash in hashes.Except(known, StringComparer.Ordinal))
            {
                if (await storage.ForgetAsync(hash, before, cancellation)) removed++;
            }
        }

        return removed;
    }

    /// <summary>Removes the content of a record that was deleted, unless another record has the same or somebody kept it just now.</summary>
    internal async Task ForgetAsync(string hash, CancellationToken cancellation)
    {
        var before = time.UtcNow - Grace;
        if (!await db.StoredFiles.AnyAsync(f => f.Hash == hash, cancellation)) await storage.ForgetAsync(hash, before, cancellation);
    }
}

/// <summary>Sweeps once a day.</summary>
internal sealed class FileSweepWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<FileSweepWorker> logger) : RoundWorker(start, TimeSpan.FromHours(6), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        if (!isNewDay) return false;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FileSweeper>().SweepAsync(cancellation);
        return false;
    }
}
