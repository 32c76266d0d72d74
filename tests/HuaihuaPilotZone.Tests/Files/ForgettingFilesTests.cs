using System.Text;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>Content without a record goes; content that comes in at that very moment stays. The same in a folder and in the database.</summary>
public sealed class ForgettingFilesTests
{
    public static TheoryData<string> Storages => ["Folder", "Database"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task What_was_kept_again_is_not_forgotten_and_what_nobody_wants_is(string place)
    {
        await using var portal = Portal.Own(("Files:Storage", place));
        var storage = portal.Services.GetRequiredService<IFileStorage>();
        var hash = await KeepAsync(portal, "内容一");
        var later = portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(1);
        Assert.False(await storage.ForgetAsync(hash, portal.Clock.GetUtcNow().UtcDateTime, Cancellation));

        // the same upload once more, before its record is saved
        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(2));
        await KeepAsync(portal, "内容一");
        Assert.False(await storage.ForgetAsync(hash, later, Cancellation));
        await using (storage.OpenRead(hash))
        {
        }

        Assert.True(await storage.ForgetAsync(hash, portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(1), Cancellation));
        Assert.Throws<FileNotFoundException>(() => storage.OpenRead(hash));
        Assert.False(await storage.ForgetAsync(hash, DateTime.MaxValue, Cancellation));
    }

    [Theory]
    [InlineData("Folder", 100)]
    [InlineData("Database", 20)]
    public async Task However_often_content_is_forgotten_while_it_comes_in_it_lies_there_in_the_end(string place, int rounds)
    {
        await using var portal = Portal.Own(("Files:Storage", place));
        var storage = portal.Services.GetRequiredService<IFileStorage>();
        var hash = await KeepAsync(portal, "抢着删的内容");
        // what is forgotten here was kept before this moment; every upload is marked with a later one
        var before = portal.Clock.GetUtcNow().UtcDateTime.AddSeconds(1);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(2));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var forgetting = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested) await storage.ForgetAsync(hash, before, Cancellation);
            },
            Cancellation);

        var (early, late) = (portal.Clock.GetUtcNow().AddDays(-2), portal.Clock.GetUtcNow());
        for (var i = 0; i < rounds; i++)
        {
            portal.Clock.Set(early);
            await KeepAsync(portal, "抢着删的内容");
            portal.Clock.Set(late);
            await KeepAsync(portal, "抢着删的内容");
            // it may lie aside for a moment
            Assert.True(SpinWait.SpinUntil(() => storage.Hashes().Contains(hash), TimeSpan.FromSeconds(10)));
        }

        await stop.CancelAsync();
        await forgetting;
        await using var kept = storage.OpenRead(hash);
        Assert.True(kept.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Content_without_a_record_is_swept_after_a_month_and_nothing_else(string place)
    {
        await using var portal = Portal.Own(("Files:Storage", place));
        var storage = portal.Services.GetRequiredService<IFileStorage>();
        var lost = await KeepAsync(portal, "没有记录的内容");
        var wanted = await KeepAsync(portal, "有记录的内容");
        await portal.WithDatabaseAsync(db =>
        {
            db.StoredFiles.Add(new StoredFile { Name = "a.txt", Size = 1, Hash = wanted, Type = FileType.Text, StoredAt = portal.Clock.GetUtcNow().UtcDateTime, StoredBy = "示例" });
            return db.SaveChangesAsync(Cancellation);
        });

        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(29));
        await SweepAsync(portal);
        Assert.Contains(lost, storage.Hashes());

        portal.Clock.Set(portal.Clock.GetUtcNow().AddDays(2));
        Assert.True(await SweepAsync(portal) >= 1);
        Assert.DoesNotContain(lost, storage.Hashes());
        Assert.Contains(wanted, storage.Hashes());
    }

    private static Task<int> SweepAsync(Portal portal) => portal.InScopeAsync(s => s.GetRequiredService<FileSweeper>().SweepAsync(Cancellation));

    private static async Task<string> KeepAsync(Portal portal, string text) =>
        (await portal.InScopeAsync(s => s.GetRequiredService<FileCabinet>().KeepAsync("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancellation))).Value.Hash;
}
