using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Planning;

public sealed class ComparingRoutesTests(QuietPortal quiet) : IClassFixture<QuietPortal>
{
    private const string ToVientiane = "/planner?from=huaihua&to=vientiane&ready=2026-11-23T09:00&tonnes=20&containers=1";

    private static readonly string[] _fromHuaihua = ["ZL01", "ZL02", "ZL03"];

    private readonly Portal _portal = quiet.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_Huaihua_to_Vientiane_there_are_at_least_three_routes_of_which_none_beats_another_each_number_with_its_source()
    {
        var page = await _portal.Visit().OpenAsync(ToVientiane);

        var routes = Routes(page);
        Assert.True(routes.Count >= 3, routes.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var route in routes)
            Assert.DoesNotContain(routes, o => o != route && o.Minutes <= route.Minutes && o.Cents <= route.Cents && o.Grams <= route.Grams);
        Assert.Equal(routes.OrderBy(r => r.Minutes), routes);
        foreach (var card in page.QuerySelectorAll("[data-route-card]"))
        {
            var rides = card.QuerySelectorAll("[data-ride]").Select(r => r.GetAttribute("data-ride")!.Split('-')).ToList();
            Assert.Equal(rides.Select(r => r[1]).Prepend("huaihua").Distinct().Count(), rides.Count + 1);
            Assert.All(card.QuerySelectorAll("tbody tr"), row =>
            {
                Assert.Contains("示例：未查到任何区段的运价", row.TextContent, StringComparison.Ordinal);
                Assert.Contains("荷兰 2014 年平均值", row.TextContent, StringComparison.Ordinal);
                Assert.Contains("人民网英文版", row.TextContent, StringComparison.Ordinal);
            });
        }
        // 2,098 km × 11.3 g × 20 t
        Assert.All(routes, r => Assert.Equal(474_148, r.Grams));
    }

    [Fact]
    public async Task No_more_questions_are_answered_than_one_address_may_ask_and_it_is_told_when_to_come_back()
    {
        await using var own = Portal.Own(("RateLimits:Planner", "3"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => own.Visit().GetAsync(ToVientiane)));

        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal((HttpStatusCode.TooManyRequests, true), (a.StatusCode, a.Headers.RetryAfter is not null)));
    }

    [Fact]
    public async Task A_question_with_more_ways_than_are_looked_at_is_given_up_with_a_sentence_at_its_field_and_never_half_an_answer()
    {
        await using var own = Portal.Own(("Planner:MostLabels", "3"));

        var page = await own.Visit().OpenAsync($"{ToVientiane}&latest=2026-12-20T09:00");
        var english = await own.Visit().OpenAsync($"/en{ToVientiane}");

        Assert.Contains("要比较的走法太多，没有算完", page.QuerySelector("#Latest-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("要比较的走法太多", page.QuerySelector("[data-error-summary] a[href='#Latest']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("too many ways to compare", english.QuerySelector("#Latest-error")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Routes(page));
        Assert.Equal(("20", "2026-12-20T09:00"), (page.Value("tonnes"), page.Value("latest")));
        // the same question always gets the same answer
        Assert.Empty(Routes(await own.Visit().OpenAsync(ToVientiane)));
    }

    [Theory]
    [InlineData("Fastest")]
    [InlineData("Cheapest")]
    [InlineData("Greenest")]
    public async Task The_preset_decides_the_order_and_the_best_of_each_is_named(string preset)
    {
        var routes = Routes(await _portal.Visit().OpenAsync($"{ToVientiane}&preset={preset}"));

        Assert.Equal(routes.OrderBy(r => preset switch { "Fastest" => r.Minutes, "Cheapest" => r.Cents, _ => r.Grams }), routes);
    }

    [Fact]
    public async Task A_corridor_that_does_not_run_regularly_is_left_out_until_it_is_asked_for()
    {
        const string question = "/planner?from=huaihua&to=hanoi&ready=2026-11-23T09:00&tonnes=5";
        var page = await _portal.Visit().OpenAsync(question);

        Assert.Empty(Routes(page));
        Assert.Contains("常态化通道中没有能走通的路线", page.Content(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-exclusion=NotRegular]"));
        var all = page.QuerySelector("main a[href*='all=true']")!.GetAttribute("href")!;
        Assert.NotEmpty(Routes(await _portal.Visit().OpenAsync(all)));
    }

    [Fact]
    public async Task Goods_that_must_stay_cold_go_only_by_what_keeps_them_cold_and_the_faster_train_is_explained()
    {
        // ready just too late for Tuesday's cold train, so that Monday's and Wednesday's plain trains would be faster
        var page = await _portal.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2026-11-24T09:00&tonnes=20&lowestTemperature=-18&highestTemperature=-10");

        Assert.NotEmpty(Routes(page));
        Assert.All(page.QuerySelectorAll("[data-route-card]:not([data-route-card='0']) [data-ride]"), r => Assert.Contains("冷链", r.TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("#excluded [data-exclusion=CutOffPassed], #excluded [data-exclusion=NoCooling]"));
        var warm = await _portal.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2026-11-24T09:00&tonnes=20&lowestTemperature=-40&highestTemperature=-30");
        Assert.Empty(Routes(warm));
        Assert.NotNull(warm.QuerySelector("#excluded [data-exclusion=NoCooling]"));
    }

    [Fact]
    public async Task A_service_suspended_from_a_day_on_is_not_planned_after_it_and_the_page_says_why()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            foreach (var code in _fromHuaihua)
            {
                var service = await s.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>().ScheduledServices.AsNoTracking().SingleAsync(x => x.Code == code, Cancellation);
                Assert.True((await s.GetRequiredService<ServiceDesk>().SuspendAsync(service.Id, service.Version, new DateOnly(2026, 11, 28), "演示停运", Cancellation)).IsDone);
            }
            return 0;
        });

        var before = Routes(await own.Visit().OpenAsync(ToVientiane));
        var after = await own.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2026-12-01T09:00&tonnes=20");

        Assert.NotEmpty(before);
        Assert.Empty(Routes(after));
        Assert.NotNull(after.QuerySelector("#excluded [data-exclusion=Suspended]"));
    }

    [Fact]
    public async Task A_corridor_whose_suspension_is_announced_is_planned_until_that_day_and_what_it_excludes_says_from_when()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            var (db, keeping, day) = (s.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>(), s.GetRequiredService<CorridorKeeping>(), new DateOnly(2026, 11, 28));
            foreach (var corridor in await db.Corridors.AsNoTracking().OrderBy(c => c.Id).ToListAsync(Cancellation))
            {
                var seen = await keeping.ForeseeAsync(corridor.Id, CorridorStatus.Suspended, day, Cancellation);
                Assert.True((await keeping.StandAsync(corridor.Id, corridor.Version, new StandingData(CorridorStatus.Suspended, "演示公告", day, seen), Cancellation)).IsDone);
            }
            return 0;
        });

        var before = Routes(await own.Visit().OpenAsync(ToVientiane));
        var after = await own.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2026-12-01T09:00&tonnes=20");
        var english = await own.Visit().OpenAsync("/en/planner?from=huaihua&to=vientiane&ready=2026-12-01T09:00&tonnes=20");

        Assert.NotEmpty(before);
        Assert.Empty(Routes(after));
        Assert.Equal("停运（2026-11-28 起）", after.QuerySelector("#excluded [data-exclusion=Suspended]")!.TextContent);
        Assert.Equal("Suspended from 2026-11-28", english.QuerySelector("#excluded [data-exclusion=Suspended]")!.TextContent);
    }

    [Fact]
    public async Task A_closed_border_post_is_not_passed_while_it_is_closed_and_its_notice_stands_on_every_corridor_that_uses_it()
    {
        await using var own = Portal.Own();
        var mohan = await own.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == "mohan").Select(n => n.Id).SingleAsync(Cancellation));
        var data = new NoticeData(mohan, null, NoticeKind.Closed, "演示关闭", null, "演示：口岸关闭。", null, new DateTime(2026, 11, 20), new DateTime(2026, 11, 30), "演示来源", null);
        Assert.True((await own.InScopeAsync(s => s.GetRequiredService<NoticeDesk>().AddAsync(data, Cancellation))).IsDone);

        var page = await own.Visit().OpenAsync(ToVientiane);

        // trains that pass it on the 24th and 25th are out; those that come to it from the 30th on are not
        Assert.NotEmpty(Routes(page));
        Assert.All(Routes(page), r => Assert.True(r.Minutes > 7 * 24 * 60, r.ToString()));
        Assert.NotNull(page.QuerySelector("#excluded [data-exclusion]"));
        Assert.Contains("演示关闭", (await own.Visit().OpenAsync("/corridors/china-laos")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("演示关闭", (await own.Visit().OpenAsync("/corridors/zhanjiang")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_is_counted_and_every_time_is_local()
    {
        var page = await _portal.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2026-11-22T20:00&tonnes=20&containers=1");

        // ready 14 hours before Monday's train, which has taken no goods since 10:00: Tuesday's cold train leaves at 20:00
        Assert.Equal((24 + 24 + 46) * 60, Routes(page)[0].Minutes);
        Assert.Contains("2026-11-24 周二 20:00 开，2026-11-26 周四 17:00 到（UTC+7）", page.QuerySelector("[data-route-card='1']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#excluded [data-exclusion=CutOffPassed]"));
        Assert.NotNull(page.QuerySelector("[data-route-card='1'] a[href='/enterprise/bookings/new?departure=ZL02-20261124&from=huaihua&to=vientiane']"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_question_is_said_at_once_at_its_field_in_both_languages_with_what_was_typed()
    {
        const string question = "/planner?from=atlantis&to=&ready=soon&latest=2026-99-01&tonnes=viel&containers=1.5&lowestTemperature=kalt";

        var chinese = await _portal.Visit().OpenAsync(question);
        var english = await _portal.Visit().OpenAsync("/en" + question);

        foreach (var field in new[] { "Ready", "Latest", "Tonnes", "Containers", "LowestTemperature" })
        {
            Assert.NotNull(chinese.QuerySelector($"#{field}[aria-invalid=true]"));
            Assert.NotNull(english.QuerySelector($"[data-error-summary] a[href='#{field}']"));
        }
        Assert.Equal("viel", chinese.Value("tonnes"));
        Assert.Contains("This is not a number.", english.Content(), StringComparison.Ordinal);

        var next = await _portal.Visit().OpenAsync("/planner?from=huaihua&to=huaihua&ready=2026-01-01T00:00&latest=2025-01-01T00:00&tonnes=-1&cubicMetres=0&containers=999&lowestTemperature=5");
        foreach (var field in new[] { "To", "Ready", "Latest", "Tonnes", "CubicMetres", "Containers", "HighestTemperature" }) Assert.NotNull(next.QuerySelector($"[data-error-summary] a[href='#{field}']"));
        Assert.Contains("60 天以内", (await _portal.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2027-09-01T00:00&tonnes=1")).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Containers_are_estimated_from_weight_and_volume_and_the_page_says_so()
    {
        var page = await _portal.Visit().OpenAsync("/planner?from=huaihua&to=vientiane&ready=2026-11-23T09:00&tonnes=30&cubicMetres=100");

        Assert.Contains("30 吨，4 箱", page.Content(), StringComparison.Ordinal);
        Assert.Contains("箱数估算", page.Content(), StringComparison.Ordinal);
    }

    private static List<(long Minutes, long Cents, long Grams)> Routes(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-route]").Select(r => (Number(r.GetAttribute("data-minutes")), Number(r.GetAttribute("data-cents")), Number(r.GetAttribute("data-grams"))))];

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);
}
