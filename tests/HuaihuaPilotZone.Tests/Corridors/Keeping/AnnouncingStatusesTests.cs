using System.Globalization;
using System.Net;
using System.Text;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Corridors.NetworkScenes;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>A status that begins on a day to come is announced at once and holds from that day on, without anybody's act.</summary>
public sealed class AnnouncingStatusesTests
{
    private const string Day = "2026-12-10";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_reads_the_old_status_until_that_day_and_the_new_one_from_it()
    {
        await using var portal = Portal.Own();
        var (id, slug, _) = await portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        Assert.Equal(AddressOf(id), await StandAsync(portal, id, "Suspended", Day));

        await ReadsAsync(portal, slug, "试运行", "Trial");
        Assert.Equal(CorridorStatus.Trial, await StatusAsync(portal, id));
        var announced = (await portal.Visit().OpenAsync($"/corridors/{slug}")).QuerySelector($"[data-announced='{Day}']")!;
        Assert.Equal($"{Day} 起：停运", announced.TextContent);

        // the last minute before it
        portal.Clock.Set(new DateTimeOffset(At(12, 9, 23, 59)));
        await ReadsAsync(portal, slug, "试运行", "Trial");
        portal.Clock.Set(new DateTimeOffset(At(12, 10, 0)));
        await ReadsAsync(portal, slug, "停运", "Suspended");
        Assert.Null((await portal.Visit().OpenAsync($"/corridors/{slug}")).QuerySelector("[data-announced]"));
    }

    [Fact]
    public async Task Lists_and_the_search_follow_on_that_day_once()
    {
        await using var portal = Portal.Own();
        var (id, slug, _) = await portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        await StandAsync(portal, id, "Suspended", Day);
        Assert.Equal(0, await FollowAsync(portal));

        portal.Clock.Set(new DateTimeOffset(At(12, 10, 0)));
        portal.ForgetVisitors();

        Assert.Equal(1, await FollowAsync(portal));
        Assert.Equal(0, await FollowAsync(portal));
        Assert.Equal(CorridorStatus.Suspended, await StatusAsync(portal, id));
        Assert.NotNull((await (await portal.VisitAsAsync("admin")).OpenAsync("/park/network/corridors?status=Suspended")).QuerySelector($"[data-corridor='{slug}']"));
        Assert.True(await portal.WithDatabaseAsync(db => db.SearchEntries.AnyAsync(e => e.Address == $"/corridors/{slug}" && e.Text.Contains("停运"), Cancellation)));
    }

    [Fact]
    public async Task What_was_announced_is_changed_on_its_day_and_the_status_of_now_before_it()
    {
        await using var portal = Portal.Own();
        var (id, slug, _) = await portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        await StandAsync(portal, id, "Suspended", Day);

        Assert.Equal(AddressOf(id), await StandAsync(portal, id, "Cooperation", Day));
        Assert.Equal(AddressOf(id), await StandAsync(portal, id, "Running", null));

        Assert.Equal(CorridorStatus.Running, await StatusAsync(portal, id));
        var page = await (await portal.VisitAsAsync("admin")).OpenAsync(AddressOf(id));
        Assert.Equal([("next", "Cooperation"), ("now", "Running"), ("done", "Trial")], page.QuerySelectorAll("[data-standing]").Select(s => (s.ClassName!, s.GetAttribute("data-standing")!)));
        Assert.Contains("状态（2026-12-10 起）", page.QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
        await ReadsAsync(portal, slug, "已开行", "Running");
        portal.Clock.Set(new DateTimeOffset(At(12, 10, 0)));
        await ReadsAsync(portal, slug, "合作", "In cooperation");
    }

    [Fact]
    public async Task What_was_announced_is_taken_back_until_its_day_and_once()
    {
        await using var portal = Portal.Own();
        var (id, slug, _) = await portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        await StandAsync(portal, id, "Suspended", Day);
        var (admin, address) = (await portal.VisitAsAsync("admin"), $"{AddressOf(id)}/standings/withdraw");
        async Task<HttpResponseMessage> WithdrawAsync(string from, int version) => await admin.ForgeAsync(AddressOf(id), address, new() { ["From"] = from, ["Version"] = $"{version}" });
        var version = await portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Cancellation));

        await (await WithdrawAsync(Day, version - 1)).RefusedWithAsync("他人已修改这条通道");
        await (await WithdrawAsync("2026-11-01", version)).RefusedWithAsync("没有这个以后的状态");
        Assert.Equal(AddressOf(id), (await admin.SubmitAsync(AddressOf(id), [], address)).LedTo());
        await (await WithdrawAsync(Day, version + 1)).RefusedWithAsync("没有这个以后的状态");

        Assert.Contains("撤销以后的通道状态", (await admin.OpenAsync(AddressOf(id))).QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
        portal.Clock.Set(new DateTimeOffset(At(12, 10, 0)));
        await ReadsAsync(portal, slug, "试运行", "Trial");
    }

    [Fact]
    public async Task A_file_announces_statuses_too()
    {
        await using var portal = Portal.Own();
        var (_, slug, _) = await portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        const string Import = "/park/network/corridors/standings/import";

        var file = Encoding.UTF8.GetBytes($"网址短名,起始日,状态,状态依据\n{slug},2026-11-22,常态化,示例公告\n{slug},{Day},停运,示例公告\n");
        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.VisitAsAsync("admin")).UploadAsync(Import, Import, [], ("a.csv", file))).StatusCode);

        await ReadsAsync(portal, slug, "常态化", "Regular");
        portal.Clock.Set(new DateTimeOffset(At(12, 10, 0)));
        await ReadsAsync(portal, slug, "停运", "Suspended");
    }

    private static string AddressOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/park/network/corridors/{id}");

    private static async Task<string?> StandAsync(Portal portal, int id, string status, string? from) =>
        (await (await portal.VisitAsAsync("admin")).SubmitAsync(AddressOf(id), new() { ["Status"] = status, ["StatusSource"] = "测试公告", ["From"] = from }, $"{AddressOf(id)}/standings")).LedTo();

    private static async Task ReadsAsync(Portal portal, string slug, string chinese, string english)
    {
        Assert.Equal(chinese, (await portal.Visit().OpenAsync($"/corridors/{slug}")).QuerySelector("[data-status]")!.TextContent);
        Assert.Equal(english, (await portal.Visit().OpenAsync($"/en/corridors/{slug}")).QuerySelector("[data-status]")!.TextContent);
        foreach (var page in new[] { "/corridors", "/" })
            Assert.Contains(chinese, (await portal.Visit().OpenAsync(page)).QuerySelector($"a[href='/corridors/{slug}']")!.TextContent, StringComparison.Ordinal);
    }

    private static Task<int> FollowAsync(Portal portal) => portal.InScopeAsync(s => s.GetRequiredService<StandingTurn>().FollowAsync(Cancellation));

    private static Task<CorridorStatus> StatusAsync(Portal portal, int id) => portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Id == id).Select(c => c.Status).SingleAsync(Cancellation));
}
