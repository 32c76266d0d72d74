using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>Lists and files of legs and corridors as of a day, and what changed, page by page.</summary>
[Collection(NetworkPortal.Name)]
public sealed class ListingTheNetworkOfADayTests(NetworkPortal network)
{
    private const string Legs = "/park/network/legs";
    private const string Corridors = "/park/network/corridors";

    private static readonly DateOnly _made = new(2026, 11, 1);

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Legs_are_listed_with_what_was_said_of_them_and_the_values_of_that_day()
    {
        var (near, far) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        var id = await _portal.HasLegAsync(near.Id, far.Id);
        await RecordAsync(id, new LegValueData(LegQuantity.Hours, null, 8m, FigureStatus.Press, "测试日报"));
        await RecordAsync(id, new LegValueData(LegQuantity.Hours, new DateOnly(2026, 11, 22), 6m, FigureStatus.Press, "测试晚报"));
        var (admin, auditor) = (await _portal.VisitAsAsync("admin"), await _portal.VisitAsAsync("auditor"));
        await admin.SubmitAsync($"{Legs}/{id}", new() { ["Via"] = "测试途经", ["IsClosed"] = "true" }, $"{Legs}/{id}");

        var then = await auditor.OpenAsync($"{Legs}?q={near.Name}&asOf=2026-11-21");
        var row = then.QuerySelector("tr[data-leg]")!;
        Assert.Equal($"{Legs}/{id}?asOf=2026-11-21", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("8（媒体）", row.QuerySelector("[data-l='时间（小时）']")!.TextContent);
        Assert.Contains("在用", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("测试途经", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-11-21", then.QuerySelector("[data-as-of]")!.TextContent, StringComparison.Ordinal);
        var now = (await auditor.OpenAsync($"{Legs}?q={near.Name}")).QuerySelector("tr[data-leg]")!;
        foreach (var text in new[] { "测试途经", "6（媒体）", "停用" }) Assert.Contains(text, now.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Legs}/{id}", now.QuerySelector("a")!.GetAttribute("href"));
        // the files are of the same day, and the page leads to them
        Assert.NotNull(then.QuerySelector($"a[href^='{Legs}/values.xlsx?'][href$='asOf=2026-11-21']"));
        Assert.EndsWith(",否,否,,8,,,", (await LinesAsync(auditor, $"{Legs}/export.csv?q={near.Name}&asOf=2026-11-21"))[1], StringComparison.Ordinal);
        Assert.Contains(",测试途经,,否,是,,6,", (await LinesAsync(auditor, $"{Legs}/export.csv?q={near.Name}"))[1], StringComparison.Ordinal);
        Assert.Equal(2, (await LinesAsync(auditor, $"{Legs}/values.csv?q={near.Name}&asOf=2026-11-21")).Length);
        Assert.Equal(3, (await LinesAsync(auditor, $"{Legs}/values.csv?q={near.Name}")).Length);
    }

    [Fact]
    public async Task Legs_of_a_day_are_narrowed_and_ordered_as_those_of_now()
    {
        var (near, far) = (await _portal.HasNodeAsync(), await _portal.HasNodeAsync());
        await _portal.HasLegAsync(near.Id, far.Id);
        await _portal.HasLegAsync(near.Id, far.Id, LegMode.Sea);
        var admin = await _portal.VisitAsAsync("admin");
        async Task<string[]> ModesAsync(string query) => [.. (await admin.OpenAsync($"{Legs}?q={near.Name}&asOf=2026-11-22&{query}")).QuerySelectorAll("tr[data-leg] [data-l=运输方式]").Select(c => c.TextContent)];

        Assert.Equal(["海运"], await ModesAsync("mode=Sea"));
        foreach (var sort in new[] { "Mode", "Ends" })
        {
            Assert.Equal(["铁路", "海运"], await ModesAsync($"sort={sort}"));
            Assert.Equal(["海运", "铁路"], await ModesAsync($"sort={sort}&dir=desc"));
        }
    }

    [Fact]
    public async Task Corridors_are_listed_with_their_name_legs_and_status_of_that_day()
    {
        var (id, slug, first) = await _portal.HasCorridorAsync(_made);
        var (admin, auditor) = (await _portal.VisitAsAsync("admin"), await _portal.VisitAsAsync("auditor"));
        Assert.Equal($"{Corridors}/{id}", (await admin.SubmitAsync($"{Corridors}/{id}", new() { ["Name"] = $"新名{slug}", ["Partners"] = "测试伙伴" }, $"{Corridors}/{id}")).LedTo());
        Assert.Equal($"{Corridors}/{id}", (await admin.SubmitAsync($"{Corridors}/{id}", new() { ["Status"] = "Suspended", ["StatusSource"] = "测试停运" }, $"{Corridors}/{id}/standings")).LedTo());

        var row = (await auditor.OpenAsync($"{Corridors}?q={slug}&asOf=2026-11-21")).QuerySelector("tr[data-corridor]")!;
        foreach (var text in new[] { $"旧名{slug}", "试运行", "测试依据" }) Assert.Contains(text, row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("测试伙伴", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Corridors}/{id}?asOf=2026-11-21", row.QuerySelector("a")!.GetAttribute("href"));
        foreach (var query in new[] { "", "&asOf=2026-11-22" })
        {
            var now = (await auditor.OpenAsync($"{Corridors}?q={slug}{query}")).QuerySelector("tr[data-corridor]")!.TextContent;
            foreach (var text in new[] { $"新名{slug}", "停运", "测试停运", "测试伙伴" }) Assert.Contains(text, now, StringComparison.Ordinal);
        }
        // narrowed and ordered by the status that it had
        Assert.NotNull((await auditor.OpenAsync($"{Corridors}?q={slug}&asOf=2026-11-21&status=Trial&sort=Status")).QuerySelector("tr[data-corridor]"));
        Assert.Null((await auditor.OpenAsync($"{Corridors}?q={slug}&asOf=2026-11-21&status=Suspended")).QuerySelector("tr[data-corridor]"));
        Assert.NotNull((await auditor.OpenAsync($"{Corridors}?q={slug}&asOf=2026-11-22&status=Suspended&sort=Status&dir=desc")).QuerySelector("tr[data-corridor]"));
        var file = (await LinesAsync(auditor, $"{Corridors}/export.csv?q={slug}&asOf=2026-11-21"))[1];
        foreach (var text in new[] { $"旧名{slug}", "试运行", first }) Assert.Contains(text, file, StringComparison.Ordinal);
        Assert.Contains("停运", (await LinesAsync(auditor, $"{Corridors}/export.csv?q={slug}"))[1], StringComparison.Ordinal);
        // before it was made there was none
        Assert.Null((await auditor.OpenAsync($"{Corridors}?q={slug}&asOf=2026-10-31")).QuerySelector("tr[data-corridor]"));
        Assert.Single(await LinesAsync(auditor, $"{Corridors}/export.csv?q={slug}&asOf=2026-10-31"));
    }

    [Fact]
    public async Task A_corridor_whose_status_is_recorded_later_than_the_day_says_so_and_one_that_never_changed_has_always_had_it()
    {
        var (id, slug, _) = await _portal.HasCorridorAsync(_made, standsFrom: new DateOnly(2026, 11, 10));
        var auditor = await _portal.VisitAsAsync("auditor");
        async Task<string> StateAsync(string query) => (await auditor.OpenAsync($"{Corridors}?q={slug}&{query}")).QuerySelector("tr[data-corridor] [data-l=状态]")!.TextContent;

        Assert.Contains("没有记录", await StateAsync("asOf=2026-11-09"), StringComparison.Ordinal);
        Assert.Contains("没有记录", (await auditor.OpenAsync($"{Corridors}/{id}?asOf=2026-11-09")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("试运行", await StateAsync("asOf=2026-11-10"), StringComparison.Ordinal);
        await _portal.WithDatabaseAsync(db => db.Set<CorridorStanding>().Where(s => s.CorridorId == id).ExecuteDeleteAsync(Cancellation));
        Assert.Contains("试运行", await StateAsync("asOf=2026-11-09&status=Trial&sort=Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_long_history_the_newest_is_told_first_and_the_rest_page_by_page()
    {
        var (id, _) = await _portal.HasNodeAsync();
        await _portal.WithDatabaseAsync(async db =>
        {
            var first = await db.NodeStates.AsNoTracking().SingleAsync(s => s.NodeId == id, Cancellation);
            for (var day = 1; day <= 24; day++)
            {
                db.NodeStates.Add(new NodeState
                {
                    NodeId = id,
                    From = new DateOnly(2026, 10, day),
                    Name = first.Name,
                    EnglishName = string.Create(CultureInfo.InvariantCulture, $"Name {day}"),
                    Kind = first.Kind,
                    CountryCode = first.CountryCode,
                    TimeZone = first.TimeZone,
                });
            }
            return await db.SaveChangesAsync(Cancellation);
        });
        var auditor = await _portal.VisitAsAsync("auditor");

        var newest = await auditor.OpenAsync($"/park/network/nodes/{id}");
        var turns = newest.QuerySelectorAll("[data-turn]");
        Assert.Equal((20, "2026-10-24", "2026-10-05"), (turns.Length, turns[0].GetAttribute("data-turn"), turns[^1].GetAttribute("data-turn")));
        Assert.Contains("英文名称：Name 23 → Name 24", turns[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("英文名称：Name 4 → Name 5", turns[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("共 25 次", newest.QuerySelector("#turns footer")!.TextContent, StringComparison.Ordinal);
        var rest = (await auditor.OpenAsync(newest.QuerySelector("#turns footer a[rel=next]")!.GetAttribute("href")!)).QuerySelectorAll("[data-turn]");
        Assert.Equal(["2026-10-04", "2026-10-03", "2026-10-02", "2026-10-01", "0001-01-01"], rest.Select(t => t.GetAttribute("data-turn")));
        // the first state says all that there was
        Assert.Contains("时区", rest[^1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("时区", rest[^2].TextContent, StringComparison.Ordinal);
    }

    private async Task RecordAsync(int leg, LegValueData data)
    {
        var version = await _portal.WithDatabaseAsync(db => db.Legs.Where(l => l.Id == leg).Select(l => l.Version).SingleAsync(Cancellation));
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<LegKeeping>().RecordAsync(leg, version, data, Cancellation))).IsDone);
    }

    private static async Task<string[]> LinesAsync(Visitor visitor, string address) =>
        (await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
