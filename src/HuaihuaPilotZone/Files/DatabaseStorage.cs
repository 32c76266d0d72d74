using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Content in the database, for instances that share no folder. What comes in lies in a file of this machine while it is looked into; what is
/// kept goes piece by piece, each in a scope of its own, so that neither reading nor writing holds a file in memory.
/// </summary>
public sealed class DatabaseStorage(IServiceScopeFactory scopes, TimeProvider clock) : IFileStorage
{
    private const int HashesAtOnce = 500;
    private const int BufferSize = 64 * 1024;

    public bool IsInDatabase => true;

    public IncomingContent Receive() => new(new FileStream(
        Path.Combine(Path.GetTempPath(), $"pilotzone-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous));

    public async Task KeepAsync(IncomingContent content, string hash, CancellationToken cancellation)
    {
        if (await MarkAsync(hash, cancellation)) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = Database(scope);
        // where the same content came in twice at once, the other one has kept it
        if (!await db.TryOnceAsync(token => WriteAsync(db, content.Stream, hash, token), cancellation)) await MarkAsync(hash, cancellation);
    }

    public Stream OpenRead(string hash)
    {
        using var scope = scopes.CreateScope();
        var size = Database(scope).StoredContents.Where(c => c.Hash == hash).Select(c => (long?)c.Size).SingleOrDefault();
        return size is { } length ? new PiecesStream(scopes, hash, length) : throw new FileNotFoundException("There is no such content.", hash);
    }

    public async Task<bool> ForgetAsync(string hash, DateTime keptBefore, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Database(scope);
        return (await db.InTransactionAsync(
            async token =>
            {
                // takes the row first: whoever keeps the same content meanwhile waits, and brings their own afterwards
                var taken = await db.StoredContents.Where(c => c.Hash == hash && c.KeptAt < keptBefore).ExecuteUpdateAsync(set => set.SetProperty(c => c.KeptAt, c => c.KeptAt), token);
                if (taken == 0) return Outcome.Refused("kept");
                await db.ContentPieces.Where(p => p.Hash == hash).ExecuteDeleteAsync(token);
                await db.StoredContents.Where(c => c.Hash == hash).ExecuteDeleteAsync(token);
                return Outcome.Done;
            },
            cancellation)).IsDone;
    }

    public IEnumerable<string> Hashes()
    {
        for (var last = ""; ;)
        {
            List<string> next;
            using (var scope = scopes.CreateScope())
            {
#pragma warning disable CA1309 // becomes SQL: the column compares by its own binary collation
                next = [.. Database(scope).StoredContents.Where(c => string.Compare(c.Hash, last) > 0).OrderBy(c => c.Hash).Select(c => c.Hash).Take(HashesAtOnce)];
#pragma warning restore CA1309
            }

            foreach (var hash in next) yield return hash;
            if (next.Count < HashesAtOnce) yield break;
            last = next[^1];
        }
    }

    private static PortalDbContext Database(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalDbContext>();

    private async Task<Outcome> WriteAsync(PortalDbContext db, FileStream content, string hash, CancellationToken cancellation)
    {
        content.Position = 0;
        db.StoredContents.Add(new StoredContent
        {
            Hash = hash,
            Size = content.Length,
            KeptAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        var buffer = new byte[ContentPiece.Length];
        for (var number = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is > 0 and var read; number++)
        {
            db.ContentPieces.Add(new ContentPiece
            {
                Hash = hash,
                Number = number,
                Bytes = read == buffer.Length ? buffer : buffer[..read],
            });
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        return Outcome.Done;
    }

    /// <summary>Notes that content which lies here was kept again just now.</summary>
    /// <returns>False where there is none.</returns>
    private async Task<bool> MarkAsync(string hash, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        return await Database(scope).StoredContents.Where(c => c.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(c => c.KeptAt, now), cancellation) == 1;
    }
}
