using System.Security.Cryptography;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Content comes back as it was kept, wherever it lies: in one piece, in many, from the middle.</summary>
public sealed class StoringInTheDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Folder")]
    [InlineData("Database")]
    public async Task Content_comes_back_whole_and_from_anywhere_in_it(string place)
    {
        await using var portal = Portal.Own(("Files:Storage", place));
        var storage = portal.Services.GetRequiredService<IFileStorage>();
        foreach (var length in new[] { 1, ContentPiece.Length - 1, ContentPiece.Length, ContentPiece.Length + 1, (3 * ContentPiece.Length) + 17 })
        {
            var content = RandomNumberGenerator.GetBytes(length);
            var hash = await KeepAsync(storage, content);

            await using var read = storage.OpenRead(hash);
            Assert.Equal(length, read.Length);
            var whole = new MemoryStream();
            await read.CopyToAsync(whole, Cancellation);
            Assert.Equal(content, whole.ToArray());

            // as an archive is read: the end first, then somewhere before
            var end = new byte[Math.Min(10, length)];
            read.Seek(-end.Length, SeekOrigin.End);
            read.ReadExactly(end);
            Assert.Equal(content[^end.Length..], end);
            read.Position = length / 2;
            Assert.Equal(content[length / 2], read.ReadByte());
        }
    }

    [Fact]
    public async Task The_same_content_that_comes_in_many_times_at_once_is_kept_once()
    {
        await using var portal = Portal.Own(("Files:Storage", "Database"));
        var storage = portal.Services.GetRequiredService<IFileStorage>();
        var content = RandomNumberGenerator.GetBytes(2 * ContentPiece.Length);

        var hashes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => KeepAsync(storage, content)));

        var hash = Assert.Single(hashes.Distinct(StringComparer.Ordinal));
        Assert.Equal(2, await portal.WithDatabaseAsync(db => db.ContentPieces.CountAsync(p => p.Hash == hash, Cancellation)));
        await using var read = storage.OpenRead(hash);
        Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(read, Cancellation)));
    }

    [Fact]
    public async Task A_file_that_an_enterprise_hands_in_is_read_again_out_of_the_database()
    {
        await using var portal = Portal.Own(("Files:Storage", "Database"));
        var kept = (await portal.InScopeAsync(s => s.GetRequiredService<FileCabinet>().KeepAsync("说明.pdf", new MemoryStream(SampleFiles.Pdf()), Cancellation))).Value;

        var again = await portal.InScopeAsync(async s =>
        {
            var cabinet = s.GetRequiredService<FileCabinet>();
            await using var content = cabinet.Open(cabinet.Record(kept, enterpriseId: null));
            var read = new MemoryStream();
            await content.CopyToAsync(read, Cancellation);
            return read.ToArray();
        });

        Assert.Equal(SampleFiles.Pdf(), again);
    }

    private static async Task<string> KeepAsync(IFileStorage storage, byte[] content)
    {
        await using var incoming = storage.Receive();
        await incoming.Stream.WriteAsync(content, Cancellation);
        await incoming.Stream.FlushAsync(Cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        await storage.KeepAsync(incoming, hash, Cancellation);
        return hash;
    }
}
