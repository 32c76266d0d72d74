using System.Security.Cryptography;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Files go from the folder into the database and back, whole or not at all.</summary>
public sealed class MovingFilesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_brought_there_and_back_and_a_second_run_brings_nothing_again()
    {
        await using var portal = Portal.Own();
        var (folder, database) = (portal.Services.GetRequiredService<FolderStorage>(), portal.Services.GetRequiredService<DatabaseStorage>());
        await KnowAllAsync(portal, folder);
        var large = await HasAsync(portal, folder, RandomNumberGenerator.GetBytes(700_000));
        await HasAsync(portal, folder, "示例内容"u8.ToArray());
        var all = folder.Hashes().Order(StringComparer.Ordinal).ToList();

        var first = await MoveAsync(portal, FileStorageKind.Database, removes: false);
        Assert.Equal((all.Count, 0, 0, true), (first.Copied, first.There, first.Removed, first.IsWhole));
        var second = await MoveAsync(portal, FileStorageKind.Database, removes: true);
        Assert.Equal((0, all.Count, all.Count, true), (second.Copied, second.There, second.Removed, second.IsWhole));
        Assert.Empty(folder.Hashes());
        Assert.Equal(all, database.Hashes().Order(StringComparer.Ordinal));
        await using (var content = database.OpenRead(large)) Assert.Equal(large, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancellation)));

        var back = await MoveAsync(portal, FileStorageKind.Folder, removes: true);

        Assert.Equal((all.Count, 0, all.Count, true), (back.Copied, back.There, back.Removed, back.IsWhole));
        Assert.Equal(all, folder.Hashes().Order(StringComparer.Ordinal));
        Assert.Empty(database.Hashes());
        await using (var content = folder.OpenRead(large)) Assert.Equal(large, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancellation)));
    }

    [Fact]
    public async Task What_is_damaged_is_named_and_stays_and_what_is_nowhere_is_told_of()
    {
        await using var portal = Portal.Own();
        var (folder, database) = (portal.Services.GetRequiredService<FolderStorage>(), portal.Services.GetRequiredService<DatabaseStorage>());
        await KnowAllAsync(portal, folder);
        var good = await HasAsync(portal, folder, "好的内容"u8.ToArray());
        var bad = await HasAsync(portal, folder, "会损坏的内容"u8.ToArray(), named: HashOf("另一份内容"u8.ToArray()));
        var lost = HashOf("哪里都没有"u8.ToArray());
        await KnowAsync(portal, lost);

        var moved = await MoveAsync(portal, FileStorageKind.Database, removes: true);

        Assert.False(moved.IsWhole);
        Assert.Equal([bad], moved.Damaged);
        Assert.Equal([lost], moved.Lost);
        Assert.Equal([bad], folder.Hashes());
        Assert.Contains(good, database.Hashes());
        Assert.DoesNotContain(bad, database.Hashes());
    }

    private static Task<MovedFiles> MoveAsync(Portal portal, FileStorageKind to, bool removes) =>
        portal.InScopeAsync(s => s.GetRequiredService<FileMover>().MoveAsync(to, removes, null, Cancellation));

    /// <summary>Demonstration records name files that are there; nothing else may be left over.</summary>
    private static Task<int> KnowAllAsync(Portal portal, FolderStorage folder) => portal.WithDatabaseAsync(async db =>
    {
        var known = await db.StoredFiles.Select(f => f.Hash).ToListAsync(Cancellation);
        Assert.Empty(known.Except(folder.Hashes(), StringComparer.Ordinal));
        return known.Count;
    });

    private static async Task<string> HasAsync(Portal portal, FolderStorage folder, byte[] content, string? named = null)
    {
        var hash = named ?? HashOf(content);
        await using var incoming = folder.Receive();
        await incoming.Stream.WriteAsync(content, Cancellation);
        await incoming.Stream.FlushAsync(Cancellation);
        await folder.KeepAsync(incoming, hash, Cancellation);
        await KnowAsync(portal, hash);
        return hash;
    }

    private static Task<int> KnowAsync(Portal portal, string hash) => portal.WithDatabaseAsync(db =>
    {
        db.StoredFiles.Add(new StoredFile { Name = "示例.txt", Size = 1, Hash = hash, Type = FileType.Text, StoredAt = portal.Clock.GetUtcNow().UtcDateTime, StoredBy = "示例" });
        return db.SaveChangesAsync(Cancellation);
    });

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
