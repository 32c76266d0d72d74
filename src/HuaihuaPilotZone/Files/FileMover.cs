using System.Security.Cryptography;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Files;

/// <summary>What came of a move.</summary>
/// <param name="Copied">Contents that were not there before.</param>
/// <param name="There">Contents that lay there already, from an earlier run.</param>
/// <param name="Removed">Contents that were removed from the other place.</param>
/// <param name="Damaged">Hashes whose content is not what its name says, in either place; nothing of them was removed.</param>
/// <param name="Lost">Hashes that records name and that are in neither place, as far as they are shown.</param>
public sealed record MovedFiles(int Copied, int There, int Removed, IReadOnlyList<string> Damaged, IReadOnlyList<string> Lost)
{
    public bool IsWhole => Damaged.Count == 0 && Lost.Count == 0;
}

/// <summary>
/// Takes all content from the folder into the database, or out of it. Content is named by its hash, so what an earlier run has brought is seen and not brought
/// again; every content is read back at its new place and held against its name before it may be removed from the old one.
/// </summary>
public sealed class FileMover(FolderStorage folder, DatabaseStorage database, PortalDbContext db)
{
    private const int Batch = 500;
    private const int MostNamed = 20;

    /// <param name="to">Where the files are to lie.</param>
    /// <param name="removes">Whether they are removed from where they lay, once they are verified.</param>
    /// <param name="report">Told of each content how many are done.</param>
    public async Task<MovedFiles> MoveAsync(FileStorageKind to, bool removes, Action<int>? report, CancellationToken cancellation)
    {
        IFileStorage source = to == FileStorageKind.Database ? folder : database, target = to == FileStorageKind.Database ? database : folder;
        var (copied, there, removed, damaged) = (0, 0, 0, new List<string>());
        foreach (var hash in source.Hashes().ToList())
        {
            var isThere = IsThere(target, hash);
            if (!(isThere || await CopyAsync(source, target, hash, cancellation)) || !await IsWholeAsync(target, hash, cancellation)) damaged.Add(hash);
            else
            {
                if (isThere) there++;
                else copied++;
                // whatever was kept until now is meant
                if (removes && await source.ForgetAsync(hash, DateTime.MaxValue, cancellation)) removed++;
            }

            report?.Invoke(copied + there + damaged.Count);
        }

        return new MovedFiles(copied, there, removed, damaged, await LostAsync(source, target, cancellation));
    }

    /// <returns>False where the content is not what its name says.</returns>
    private static async Task<bool> CopyAsync(IFileStorage source, IFileStorage target, string hash, CancellationToken cancellation)
    {
        await using var incoming = target.Receive();
        await using (var content = source.OpenRead(hash)) await content.CopyToAsync(incoming.Stream, cancellation);
        await incoming.Stream.FlushAsync(cancellation);
        incoming.Stream.Position = 0;
        if (await HashAsync(incoming.Stream, cancellation) != hash) return false;
        await target.KeepAsync(incoming, hash, cancellation);
        return true;
    }

    private static bool IsThere(IFileStorage storage, string hash)
    {
        try
        {
            storage.OpenRead(hash).Dispose();
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static async Task<bool> IsWholeAsync(IFileStorage storage, string hash, CancellationToken cancellation)
    {
        await using var content = storage.OpenRead(hash);
        return await HashAsync(content, cancellation) == hash;
    }

    private static async Task<string> HashAsync(Stream content, CancellationToken cancellation) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));

    private async Task<IReadOnlyList<string>> LostAsync(IFileStorage source, IFileStorage target, CancellationToken cancellation)
    {
        var lost = new List<string>();
        for (var last = 0; lost.Count < MostNamed;)
        {
            var named = await db.StoredFiles.AsNoTracking().Where(f => f.Id > last).OrderBy(f => f.Id).Select(f => new { f.Id, f.Hash }).Take(Batch).ToListAsync(cancellation);
            if (named.Count == 0) break;
            last = named[^1].Id;
            lost.AddRange(named.Select(f => f.Hash).Distinct(StringComparer.Ordinal).Where(h => !lost.Contains(h) && !IsThere(target, h) && !IsThere(source, h)));
        }

        return [.. lost.Take(MostNamed)];
    }
}
