using System.Net;
using System.Text;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>Anybody with a number sees steps and places, and nothing else.</summary>
public sealed class FollowingConsignmentsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_of_its_numbers_leads_to_steps_and_places_and_to_nothing_of_enterprise_or_goods()
    {
        var number = await portal.HasConsignmentAsync(Goods("不给外人看的货物", "CSQU3054383") with { WaybillNo = "wb-follow-1", BookingNo = "bk-follow-1" });
        await (await portal.ProviderAsync()).ReportAsync(Transport(number, "DEPA", "怀化", Now.AddMinutes(-7)));
        await portal.WatchAsync();

        foreach (var typed in new[] { number, "WB-follow-1", "bk-FOLLOW-1", "csqu 305438-3" })
        {
            var answer = await portal.Visit().GetAsync($"/tracking?numbers={Uri.EscapeDataString(typed.Replace(" ", "", StringComparison.Ordinal))}");
            Assert.Equal("no-store, private", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
            Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
            var page = await Visitor.ReadAsync(answer);
            Assert.Equal(["怀化", "前往 凭祥", "凭祥", "河内"], page.QuerySelectorAll("[data-track] [data-place]").Take(4).Select(t => t.TextContent.Trim()));
            Assert.Contains("2026-11-22 09:53", page.QuerySelector("[data-track]")!.TextContent, StringComparison.Ordinal);
            foreach (var secret in new[] { "不给外人看的货物", "示例箱包", "示例国际货运" }) Assert.DoesNotContain(secret, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        var english = await portal.Visit().OpenAsync($"/en/tracking?numbers={number}");
        Assert.Equal(["Huaihua", "to Pingxiang", "Pingxiang", "Hanoi"], english.QuerySelectorAll("[data-track] [data-place]").Select(t => t.TextContent.Trim()));
        Assert.Equal(["/", "/corridors"], (await portal.Visit().OpenAsync("/tracking")).QuerySelectorAll(".hh-crumbs a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_steps_stand_in_their_order_and_where_the_goods_are_is_what_was_reported()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        Assert.Equal(("Waiting", "第 1 步，共 4 步", "now next next next"), await ShownAsync(number));

        await carrier.ReportAsync(Transport(number, "DEPA", "怀化", Now.AddMinutes(-9)), Transport(number, "ARRI", "河内", Now.AddHours(50), "EST"));
        await portal.WatchAsync();
        Assert.Equal(("Moving", "第 2 步，共 4 步", "done now next next"), await ShownAsync(number));
        var page = await portal.Visit().OpenAsync($"/tracking?numbers={number}");
        Assert.Contains("较计划晚 10 小时", page.QuerySelector("[data-late]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("前往 凭祥", page.QuerySelector("ol.hh-timeline [aria-current='step']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 h later than planned", (await portal.Visit().OpenAsync($"/en/tracking?numbers={number}")).QuerySelector("[data-late]")!.TextContent, StringComparison.Ordinal);

        await carrier.ReportAsync(Transport(number, "ARRI", "凭祥", Now.AddMinutes(-6)));
        await portal.WatchAsync();
        Assert.Equal(("Stopped", "第 3 步，共 4 步", "done done now next"), await ShownAsync(number));

        // the departure from there was never reported
        await carrier.ReportAsync(Transport(number, "ARRI", "河内", Now.AddMinutes(-1)));
        await portal.WatchAsync();
        Assert.Equal(("Arrived", "第 4 步，共 4 步", "done done done done"), await ShownAsync(number));
        page = await portal.Visit().OpenAsync($"/tracking?numbers={number}");
        Assert.Equal("已到达", page.QuerySelector("[data-stage]")!.TextContent.Trim());
        Assert.Equal(1, page.QuerySelectorAll("[data-step]").Count(s => s.TextContent.Contains("未收到报告", StringComparison.Ordinal)));
        Assert.Null(page.QuerySelector("[data-late]"));

        var owner = await portal.VisitAsAsync("luggage");
        Assert.Contains("河内", (await owner.OpenAsync($"/enterprise/consignments/{number}")).QuerySelector("[data-arrived]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("已到达", (await owner.OpenAsync($"/enterprise/consignments?q={number}")).QuerySelector($"[data-consignment='{number}'] [data-stage]")!.TextContent);
        var desk = $"/enterprise/consignments/{number}";
        Assert.Equal(desk, (await owner.SubmitAsync(desk, [], desk, "Step=Deliver")).LedTo());
        Assert.Equal(("Delivered", "第 4 步，共 4 步", "done done done done"), await ShownAsync(number));
    }

    [Fact]
    public async Task What_was_done_with_containers_stands_beside_its_step_and_nothing_of_inspections()
    {
        var number = await portal.HasConsignmentAsync(Goods("两箱货", "CSQU3054383", "MWCU6059784"));
        var reply = await (await portal.ProviderAsync()).ReportAsync(
            Handled(number, "GTIN", "怀化", Now.AddMinutes(-30), "CSQU3054383"), Handled(number, "GTIN", "怀化", Now.AddMinutes(-20), "MWCU6059784"), Handled(number, "INSP", "怀化", Now.AddMinutes(-15), "CSQU3054383"),
            Handled(number, "LOAD", "怀化", Now.AddMinutes(-10), "CSQU3054383"), Transport(number, "DEPA", "怀化", Now.AddMinutes(-9)), Transport(number, "ARRI", "凭祥", Now.AddMinutes(-3)),
            Handled(number, "LOAD", "凭祥", Now.AddMinutes(-1), "CSQU3054383"), Handled(number, "DISC", "凭祥", Now.AddMinutes(-2), "CSQU3054383"), Handled(number, "DISC", "别处", Now.AddMinutes(-2), "CSQU3054383"));
        Assert.All(reply.Answers(), a => Assert.Equal("accepted", a));
        await portal.WatchAsync();

        var page = await portal.Visit().OpenAsync($"/tracking?numbers={number}");
        var english = await portal.Visit().OpenAsync($"/en/tracking?numbers={number}");

        Assert.Equal(["GTIN LOAD", "DISC", "LOAD", ""], page.QuerySelectorAll("[data-step]").Select(s => string.Join(' ', s.QuerySelectorAll("[data-handling]").Select(h => h.GetAttribute("data-handling")))));
        Assert.Equal("进场 2026-11-22 09:40（2 箱）", page.QuerySelector("[data-handling=GTIN]")!.TextContent);
        Assert.Equal("Gate in 2026-11-22 09:40 (2 containers)", english.QuerySelector("[data-handling=GTIN]")!.TextContent);
    }

    private async Task<(string? Stage, string Number, string Steps)> ShownAsync(string number)
    {
        var track = (await portal.Visit().OpenAsync($"/tracking?numbers={number}")).QuerySelector("[data-track]")!;
        return (track.GetAttribute("data-track"), track.QuerySelector("[data-step-number]")!.TextContent, string.Join(' ', track.QuerySelectorAll("ol > [data-step]").Select(s => s.ClassName)));
    }

    [Fact]
    public async Task A_wrong_check_digit_is_named_with_the_character_that_is_probably_wrong()
    {
        var page = await portal.Visit().OpenAsync("/tracking?numbers=MWCU6095784+CSQU3054384+%E6%B2%A1%E6%9C%89");
        var english = await portal.Visit().OpenAsync("/en/tracking?numbers=MWCU6095784");

        Assert.Contains("校验位不符", page.QuerySelector("[data-number='MWCU6095784'] [data-fault]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("MWCU6059784", page.QuerySelector("[data-number='MWCU6095784'] [data-fault]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第 7 位、第 8 位", page.QuerySelector("[data-number='MWCU6095784'] [data-fault]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-number='CSQU3054384'] [data-fault]"));
        Assert.NotNull(page.QuerySelector("[data-number='没有'] [data-missing]"));
        Assert.Null(page.QuerySelector("[data-number='没有'] [data-fault]"));
        Assert.Contains("character 7 and character 8", english.QuerySelector("[data-fault]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_numbers_are_looked_up_and_more_are_said()
    {
        var page = await portal.Visit().OpenAsync($"/tracking?numbers={string.Join("%0A", Enumerable.Range(1, 25).Select(i => $"N{i}"))}");

        Assert.Equal(20, page.QuerySelectorAll("[data-number]").Length);
        Assert.Contains("填了 25 个", page.QuerySelector("[data-cut]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_owner_does_not_open_is_not_found()
    {
        var number = await portal.HasConsignmentAsync(Goods() with { IsTrackable = false });

        var page = await portal.Visit().OpenAsync($"/tracking?numbers={number}");

        var way = page.QuerySelector("[data-missing] a")!.GetAttribute("href")!;
        Assert.NotNull((await (await portal.VisitAsAsync("luggage")).OpenAsync(way)).QuerySelector($"[data-consignment='{number}']"));
        Assert.Null((await (await portal.VisitAsAsync("tea")).OpenAsync(way)).QuerySelector($"[data-consignment='{number}']"));
        Assert.Equal(HttpStatusCode.NoContent, (await portal.Visit().GetAsync($"/tracking/stream?numbers={number}")).StatusCode);
    }

    [Fact]
    public async Task A_live_view_says_that_something_was_reported()
    {
        // the stream waits on the machine's clock here, since the tests' clock stands still
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var carrier = await own.ProviderAsync();
        await own.WatchAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/tracking/stream?numbers={number}", UriKind.Relative));
        using var answer = await own.Visit().Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation), Encoding.UTF8);

        Assert.Equal("retry: 5000", await reader.ReadLineAsync(Cancellation));
        own.Clock.Set(new DateTimeOffset(Now.AddSeconds(30)));
        await carrier.ReportAsync(Transport(number, "DEPA", "怀化", Now.AddMinutes(-7)));

        string? line;
        do line = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        while (line != "event: changed");
    }

    [Fact]
    public async Task The_page_of_its_owner_and_of_the_park_learns_of_a_report_and_nobody_elses_does()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var carrier = await own.ProviderAsync();
        await own.WatchAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await own.VisitAsAsync("tea")).GetAsync($"/enterprise/consignments/{number}/stream")).StatusCode);
        var moment = Now;
        foreach (var (person, desk) in new[] { ("luggage", "enterprise"), ("auditor", "park") })
        {
            var visitor = await own.VisitAsAsync(person);
            var shown = (await visitor.OpenAsync($"/{desk}/consignments/{number}")).QuerySelector("[data-tracking]")!;
            Assert.NotNull(shown.QuerySelector($"a[href='/{desk}/consignments/{number}']"));
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shown.GetAttribute("data-tracking")!, UriKind.Relative));
            using var answer = await visitor.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            Assert.Equal(("text/event-stream", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation), Encoding.UTF8);
            Assert.Equal("retry: 5000", await reader.ReadLineAsync(Cancellation));

            moment = moment.AddSeconds(30);
            own.Clock.Set(new DateTimeOffset(moment));
            await carrier.ReportAsync(Transport(number, "DEPA", "怀化", Now.AddMinutes(-7)));

            string? line;
            do line = await reader.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
            while (line != "event: changed");
        }
    }

    [Fact]
    public async Task A_page_that_is_left_open_does_not_keep_a_sign_in_alive()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        var owner = await own.VisitAsAsync("luggage");
        await owner.OpenAsync($"/enterprise/consignments/{number}");
        var before = await SeenAsync(own);
        own.Clock.Set(new DateTimeOffset(Now.AddMinutes(30)));

        foreach (var (header, value) in new[] { ("X-Unattended", "1"), ("Accept", "text/event-stream") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/enterprise/consignments/{number}", UriKind.Relative));
            request.Headers.Add(header, value);
            Assert.Equal(HttpStatusCode.OK, (await owner.Client.SendAsync(request, Cancellation)).StatusCode);
            Assert.Equal(before, await SeenAsync(own));
        }

        await owner.OpenAsync($"/enterprise/consignments/{number}");
        Assert.Equal(Now.AddMinutes(30), await SeenAsync(own));
    }

    private static Task<DateTime> SeenAsync(Portal own) => own.WithDatabaseAsync(db => db.SignInSessions.Where(s => s.User!.UserName == "luggage").OrderByDescending(s => s.Id).Select(s => s.LastSeenAt).FirstAsync(Cancellation));

    [Fact]
    public async Task No_more_live_views_are_opened_than_are_allowed_and_no_more_questions_than_that()
    {
        await using var own = Portal.Own(("Tracking:MostStreams", "0"), ("RateLimits:Tracking", "3"));
        var number = await own.HasConsignmentAsync();

        var full = await own.Visit().GetAsync($"/tracking/stream?numbers={number}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => own.Visit().GetAsync("/tracking?numbers=x")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal((HttpStatusCode.TooManyRequests, true), (a.StatusCode, a.Headers.RetryAfter is not null)));
    }
}
