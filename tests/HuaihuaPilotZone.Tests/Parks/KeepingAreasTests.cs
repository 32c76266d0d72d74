using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Parks;

public sealed class KeepingAreasTests
{
    private const string Home = "/park/areas";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Areas_make_a_tree_without_circles_whose_counts_hold_those_of_their_parts()
    {
        await using var portal = Portal.Own();
        var (admin, visitor) = (await portal.VisitAsAsync("admin"), portal.Visit());
        await visitor.OpenAsync("/parks");
        await (await admin.SubmitAsync(Home, new() { ["Name"] = "没有来源" }, Home)).RefusedWithAsync("请写明名称的来源");
        await (await admin.SubmitAsync(Home, Area("主港区"), Home)).RefusedWithAsync("已有同名片区");
        (await admin.SubmitAsync(Home, Area("测试总片区"), Home)).LedTo();
        var (top, east, chenxi) = (await IdAsync("测试总片区"), await IdAsync("城东片区"), await IdAsync("辰溪片区"));
        var before = await TreeAsync();

        (await admin.SubmitAsync($"{Home}/{east}", new() { ["ParentId"] = $"{top}" }, $"{Home}/{east}")).LedTo();
        (await admin.SubmitAsync($"{Home}/{chenxi}", new() { ["ParentId"] = $"{east}" }, $"{Home}/{chenxi}")).LedTo();

        var tree = await TreeAsync();
        Assert.Equal(before[east].Enterprises + before[chenxi].Enterprises, tree[top].Enterprises);
        Assert.True(tree[top].Enterprises > 0);
        Assert.Equal((0, 1, 2), (tree[top].Depth, tree[east].Depth, tree[chenxi].Depth));
        await (await admin.ForgeAsync(Home, $"{Home}/{top}", new() { ["Version"] = $"{tree[top].Area.Version}", ["Name"] = "测试总片区", ["Source"] = "测试", ["ParentId"] = $"{chenxi}" })).RefusedWithAsync("不能是它自己或它的下级");
        await (await admin.ForgeAsync(Home, Home, new() { ["Name"] = "第四级", ["Source"] = "测试", ["ParentId"] = $"{chenxi}" })).RefusedWithAsync("最多分 3 级");
        var other = await IdAsync("主港区");
        await (await admin.ForgeAsync(Home, $"{Home}/{top}", new() { ["Version"] = $"{tree[top].Area.Version}", ["Name"] = "测试总片区", ["Source"] = "测试", ["ParentId"] = $"{other}" })).RefusedWithAsync("最多分 3 级");
        Assert.Equal(["测试总片区", "城东片区", "辰溪片区"], (await visitor.OpenAsync("/parks")).QuerySelectorAll("[data-areas] tr[data-area]").Select(r => r.QuerySelector("b")!.TextContent).SkipWhile(n => n != "测试总片区").Take(3));
        await (await admin.SubmitAsync($"{Home}/{east}", new() { ["Version"] = "0", ["Name"] = "城东" }, $"{Home}/{east}")).RefusedWithAsync("他人已保存了修改", "他人已改为：城东片区");
        Assert.Contains("上级片区：（空）→测试总片区", Close((await admin.OpenAsync($"{Home}/{east}")).Content()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("editor")).GetAsync($"{Home}/{east}")).StatusCode);

        Task<int> IdAsync(string name) => portal.WithDatabaseAsync(db => db.Set<ParkArea>().Where(a => a.Name == name).Select(a => a.Id).SingleAsync(Cancellation));
        async Task<Dictionary<int, AreaRow>> TreeAsync() => (await portal.InScopeAsync(s => s.GetRequiredService<AreaKeeping>().TreeAsync(Cancellation))).ToDictionary(r => r.Area.Id);
    }

    [Fact]
    public async Task Of_two_moves_at_once_that_would_make_a_circle_one_is_refused()
    {
        await using var portal = Portal.Own();
        var ids = await portal.WithDatabaseAsync(db => db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync(Cancellation));
        Task<bool> MoveAsync(int id, int under) => portal.InScopeAsync(async s =>
        {
            var areas = s.GetRequiredService<AreaKeeping>();
            var area = (await areas.FindAsync(id, Cancellation))!;
            return (await areas.UpdateAsync(id, area.Version, new AreaData(area.Name, area.Source, under), Cancellation)).IsDone;
        });

        var moved = await Task.WhenAll(MoveAsync(ids[0], ids[1]), MoveAsync(ids[1], ids[0]));

        Assert.Equal(1, moved.Count(m => m));
        Assert.Equal(4, (await portal.InScopeAsync(s => s.GetRequiredService<AreaKeeping>().TreeAsync(Cancellation))).Count);
    }

    [Fact]
    public async Task The_history_of_a_park_names_its_area_and_more_vacant_units_than_a_page_holds_are_not_lost()
    {
        await using var portal = Portal.Own();
        var admin = await portal.VisitAsAsync("admin");
        var park = await portal.WithDatabaseAsync(db => db.Parks.Where(p => p.Slug == ParkScenes.Shown).Select(p => p.Id).SingleAsync(Cancellation));
        var area = await portal.WithDatabaseAsync(db => db.Set<ParkArea>().Where(a => a.Name == "主港区").Select(a => a.Id).SingleAsync(Cancellation));
        (await admin.SubmitAsync($"/park/parks/{park}", new() { ["ParkAreaId"] = $"{area}" }, $"/park/parks/{park}")).LedTo();
        Assert.Contains("片区：（空）→主港区", Close((await admin.OpenAsync($"/park/parks/{park}")).Content()), StringComparison.Ordinal);

        var building = await portal.HasBuildingAsync();
        await portal.WithDatabaseAsync(db =>
        {
            db.Units.AddRange(Enumerable.Range(1, 220).Select(i => new Unit { BuildingId = building, Code = $"Z-{i:D3}", Use = UnitUse.Office, AreaHundredths = 1000, LettableFrom = new DateOnly(2026, 1, 1) }));
            return db.SaveChangesAsync(Cancellation);
        });
        var last = await portal.WithDatabaseAsync(db => db.Units.Where(u => u.Code == "Z-220").Select(u => u.Id).SingleAsync(Cancellation));
        var visitor = portal.Visit();

        Assert.Null((await visitor.OpenAsync($"/parks/{ParkScenes.Shown}")).QuerySelector($"[data-unit='{last}']"));
        Assert.NotNull((await visitor.OpenAsync($"/parks/{ParkScenes.Shown}?page=3")).QuerySelector($"[data-unit='{last}']"));
        var form = await visitor.OpenAsync($"/enterprises/apply?unit={last}");
        Assert.Equal($"{last}", form.QuerySelector("#UnitId option[selected]")!.GetAttribute("value"));
        Assert.Contains("这里列出 200 个", form.QuerySelector("#UnitId-hint")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Without the blanks between the elements of a page.</summary>
    private static string Close(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Dictionary<string, string?> Area(string name) => new() { ["Name"] = name, ["Source"] = "测试来源", ["ParentId"] = "" };
}
