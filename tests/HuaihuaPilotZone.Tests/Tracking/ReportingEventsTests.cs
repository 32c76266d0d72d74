using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>Providers report events: each is kept once, in whatever order they come, and only of consignments that name them.</summary>
public sealed class ReportingEventsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_kept_once_however_often_it_comes()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        var departure = Transport(number, "DEPA", "怀化", Now.AddMinutes(-30));
        var changed = (JsonObject)departure.DeepClone();
        changed["location"] = "凭祥";

        var first = await carrier.ReportAsync(departure);
        var again = await carrier.ReportAsync(departure, departure);
        var other = await carrier.ReportAsync(changed);

        Assert.Equal((200, 1), (first.Status, first.Body.GetProperty("accepted").GetInt32()));
        Assert.Equal(["repeated", "repeated"], again.Answers());
        Assert.Equal(["refused"], other.Answers());
        Assert.Contains("更正请用新的事件号", other.FirstError(), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(number));
    }

    [Fact]
    public async Task Many_senders_of_the_same_events_leave_one_of_each()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        List<JsonObject> events = [.. Enumerable.Range(0, 40).Select(i => Transport(number, i % 2 == 0 ? "ARRI" : "DEPA", "凭祥", Now.AddMinutes(-100 + i)))];

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => carrier.ReportAsync(events)));
        var direct = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WriteAsync(number, "DIRECT-1")));

        Assert.All(replies, r => Assert.Equal(200, r.Status));
        Assert.Equal(40, replies.Sum(r => r.Body.GetProperty("accepted").GetInt32()));
        Assert.Equal(12 * 40, replies.Sum(r => r.Body.GetProperty("accepted").GetInt32() + r.Body.GetProperty("repeated").GetInt32()));
        // writers as of several instances, which do not share the intake: the index decides
        Assert.Single(direct, a => a == EventAnswer.Accepted);
        Assert.Equal(41, await CountAsync(number));
    }

    [Fact]
    public async Task Whatever_the_order_the_stops_tell_the_same()
    {
        var (forth, back) = (await portal.HasConsignmentAsync(), await portal.HasConsignmentAsync());
        var carrier = await portal.ProviderAsync();

        foreach (var item in Story(forth)) await carrier.ReportAsync(item);
        foreach (var item in Story(back).Reverse()) await carrier.ReportAsync(item);
        await portal.WatchAsync();

        var (one, other) = (await portal.StopsAsync(forth), await portal.StopsAsync(back));
        Assert.Equal(one.Select(s => (s.ArrivalEstimated, s.ArrivalActual, s.DepartureActual)), other.Select(s => (s.ArrivalEstimated, s.ArrivalActual, s.DepartureActual)));
        Assert.Equal(Now.AddHours(-3), one[0].DepartureActual);
        // of two estimates the one said later counts
        Assert.Equal(Now.AddHours(25), one[2].ArrivalEstimated);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_correction_takes_the_place_of_what_it_names_and_the_old_one_stays_to_be_seen(bool correctionFirst)
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        var wrong = Transport(number, "DEPA", "怀化", Now.AddHours(-2), said: Now.AddMinutes(-20));
        var right = Transport(number, "DEPA", "怀化", Now.AddHours(-1), replaces: (string)wrong["eventID"]!, said: Now.AddMinutes(-30));

        foreach (var item in correctionFirst ? new[] { right, wrong } : [wrong, right]) Assert.Equal(["accepted"], (await carrier.ReportAsync(item)).Answers());
        await portal.WatchAsync();

        Assert.Equal(Now.AddHours(-1), (await portal.StopsAsync(number))[0].DepartureActual);
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/consignments/{number}");
        var lines = page.QuerySelectorAll("[data-subject=Event]");
        Assert.Equal(2, lines.Length);
        Assert.Single(lines, l => l.QuerySelector("del") is not null && l.TextContent.Contains("已更正", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_named_provider_reports_and_learns_nothing_of_others()
    {
        var number = await portal.HasConsignmentAsync(Goods("别家的", "XXXU0000023"));
        var stranger = await portal.ProviderAsync(OtherCarrier);
        var owner = await portal.ProviderAsync(Luggage);
        var box = Equipment(number, "XXXU0000023");
        box.Remove("consignment");

        var refused = await stranger.ReportAsync(Transport(number, "DEPA", "怀化", Now), box);
        var nowhere = await stranger.ReportAsync(Transport("HY-20200101-9999", "DEPA", "怀化", Now));

        Assert.Equal(["refused", "refused"], refused.Answers());
        Assert.Equal(nowhere.FirstError(), refused.FirstError());
        Assert.StartsWith("/events/0/consignment 没有找到这份货运单", refused.FirstError(), StringComparison.Ordinal);
        Assert.Equal(["refused"], (await owner.ReportAsync(Transport(number, "DEPA", "怀化", Now))).Answers());
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task A_key_without_the_scope_is_refused_and_so_is_nobody()
    {
        var declarations = await portal.ProviderAsync(Carrier, ApiScopes.All);
        var nobody = new Api.ApiSystem(portal, null);

        Assert.Equal((403, "scope-missing"), (await declarations.ReportAsync(Transport("HY-1", "DEPA", "怀化", Now))) is var a ? (a.Status, a.Code) : default);
        Assert.Equal((401, "key-missing"), (await nobody.ReportAsync(Transport("HY-1", "DEPA", "怀化", Now))) is var b ? (b.Status, b.Code) : default);
        Assert.Equal(403, (await declarations.ReadAsync(Reading("HY-1", Now, 4m))).Status);
    }

    [Fact]
    public async Task Each_event_says_what_is_wrong_with_it_and_keeps_no_other_from_being_kept()
    {
        var number = await portal.HasConsignmentAsync();
        var carrier = await portal.ProviderAsync();
        var future = Transport(number, "DEPA", "怀化", Now.AddHours(3));
        var unknown = Transport(number, "FLYY", "怀化", Now);
        var zoneless = Transport(number, "ARRI", "凭祥", Now);
        zoneless["eventDateTime"] = "2026-11-22T10:00:00";
        var nameless = Transport(number, "ARRI", "凭祥", Now);
        nameless.Remove("consignment");
        nameless.Remove("location");
        nameless["eventClassifierCode"] = "MAYBE";
        var boxless = Equipment(number, "XXXU0000023");
        boxless["equipmentReference"] = "12";

        var reply = await carrier.ReportAsync(future, unknown, zoneless, nameless, boxless, Transport(number, "DEPA", "怀化", Now));

        Assert.Equal(["refused", "refused", "refused", "refused", "refused", "accepted"], reply.Answers());
        var errors = reply.Body.GetProperty("items").EnumerateArray().SelectMany(i => i.GetProperty("errors").EnumerateArray()).Select(e => $"{e.GetProperty("field")} {e.GetProperty("message")}").ToList();
        foreach (var (path, sentence) in new[]
        {
            ("/events/0/eventDateTime", "实际发生的时间在将来"), ("/events/1/transportEventTypeCode", "没有代码 FLYY"), ("/events/2/eventDateTime", "应带时区"), ("/events/3/consignment", "请写明货运单号"),
            ("/events/3/location", "运输事件要写明地点"), ("/events/3/eventClassifierCode", "应为 PLN、EST、ACT"), ("/events/4/equipmentReference", "集装箱号应为"),
        }) Assert.Contains(errors, e => e.StartsWith(path, StringComparison.Ordinal) && e.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_list_or_too_long_is_refused_whole()
    {
        var carrier = await portal.ProviderAsync();

        Assert.Equal(400, (await carrier.SendAsync(HttpMethod.Post, "/api/v1/events", "{")).Status);
        Assert.Equal(400, (await carrier.SendAsync(HttpMethod.Post, "/api/v1/events", "{\"events\": 3}")).Status);
        Assert.Equal(415, (await carrier.SendAsync(HttpMethod.Post, "/api/v1/events", "a", "text/plain")).Status);
        var many = await carrier.SendAsync(HttpMethod.Post, "/api/v1/events", $"[{string.Join(',', Enumerable.Repeat("{}", 501))}]");
        Assert.Equal((400, "invalid"), (many.Status, many.Code));
        Assert.Contains("一次最多 500 条", many.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(["refused"], (await carrier.SendAsync(HttpMethod.Post, "/api/v1/events", "[3]")).Answers());
    }

    [Fact]
    public async Task A_box_that_is_in_two_consignments_has_to_be_told_apart()
    {
        const string Box = "XXXU0000039";
        var (first, _) = (await portal.HasConsignmentAsync(Goods("甲", Box)), await portal.HasConsignmentAsync(Goods("乙", Box)));
        var carrier = await portal.ProviderAsync();
        var byBox = Equipment(first, Box);
        byBox.Remove("consignment");

        var refused = await carrier.ReportAsync(byBox);
        var named = await carrier.ReportAsync(Equipment(first, Box));

        Assert.Contains("请写明货运单号", refused.FirstError(), StringComparison.Ordinal);
        Assert.Equal(["accepted"], named.Answers());
    }

    [Fact]
    public async Task When_too_many_wait_the_sender_is_told_to_come_again()
    {
        await using var own = Portal.Own(("Events:MostWaiting", "3"));
        var number = await own.HasConsignmentAsync();
        var carrier = await own.ProviderAsync();

        var busy = await carrier.ReportAsync([.. Enumerable.Range(0, 4).Select(i => Transport(number, "DEPA", "怀化", Now.AddMinutes(-i)))]);
        var fine = await carrier.ReportAsync(Transport(number, "DEPA", "怀化", Now));

        Assert.Equal((429, "busy"), (busy.Status, busy.Code));
        Assert.Equal("1", busy.Raw.Headers.RetryAfter!.ToString());
        Assert.Equal(["accepted"], fine.Answers());
    }

    [Fact]
    public async Task A_file_reports_the_same_and_can_be_sent_again()
    {
        await using var own = Portal.Own();
        var number = await own.HasConsignmentAsync();
        await own.InScopeAsync(async s =>
        {
            // somebody of the demonstration carrier signs in
            var db = s.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>();
            var (carrier, luggage) = (await own.EnterpriseAsync(Carrier), await own.EnterpriseAsync(Luggage));
            await db.Memberships.Where(m => m.EnterpriseId == luggage && db.Users.Any(u => u.Id == m.UserId && u.UserName == "filer")).ExecuteUpdateAsync(set => set.SetProperty(m => m.EnterpriseId, carrier), Cancellation);
            return 0;
        });
        var visitor = await own.VisitAsAsync("filer");
        var file = $"事件号,类别,性质,事件,时间,货运单号,地点,运输方式\nF-1,运输,实际,离开,2026-11-22 09:30,{number},怀化,铁路\nF-2,运输,预计,到达,2026-11-23 09:30,{number},凭祥,\nF-3,运输,实际,飞走,2026-11-22 09:30,{number},怀化,";

        var first = (await UploadAsync(visitor, file, "events.csv")).Content();
        var again = (await UploadAsync(visitor, file, "events.csv")).Content();

        Assert.Contains("收下 2 个，重复 0 个，没有收下 1 个", first, StringComparison.Ordinal);
        Assert.Contains("第 4 行 transportEventTypeCode：没有代码 飞走", first, StringComparison.Ordinal);
        Assert.Contains("收下 0 个，重复 2 个，没有收下 1 个", again, StringComparison.Ordinal);
        var kept = await own.WithDatabaseAsync(db => db.TrackingEvents.SingleAsync(e => e.EventId == "F-1", Cancellation));
        Assert.Equal((EventSource.File, TransportMode.Rail, new DateTime(2026, 11, 22, 1, 30, 0, DateTimeKind.Utc)), (kept.Source, kept.Mode!.Value, kept.OccursAt));
        Assert.Contains("请上传 CSV 或 Excel 文件", (await UploadAsync(visitor, file, "events.pdf")).Content(), StringComparison.Ordinal);
        Assert.Contains("第一行缺少列", (await UploadAsync(visitor, "a,b\n1,2", "events.csv")).Content(), StringComparison.Ordinal);
        await (await visitor.ForgeAsync("/enterprise/carriage", "/enterprise/carriage", [])).RefusedWithAsync("请选择文件");
        Assert.NotNull((await visitor.OpenAsync("/enterprise/carriage?q=F-1&kind=Transport&classifier=Actual")).QuerySelector("[data-event='F-1']"));
        Assert.Contains("F-2", await (await visitor.GetAsync("/enterprise/carriage/export.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("更正的事件号", await (await visitor.GetAsync("/enterprise/carriage/template.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulated_events_say_so_and_touch_demonstrations_only()
    {
        await using var own = Portal.Own();
        var before = await own.WithDatabaseAsync(db => db.TrackingEvents.CountAsync(Cancellation));
        var demonstration = await own.WithDatabaseAsync(db => db.Consignments.Where(c => c.Enterprise!.CreditCode == "91431299MA0000023D").Select(c => c.Number).FirstAsync(Cancellation));

        var made = await own.InScopeAsync(s => s.GetRequiredService<EventSimulation>().StepAsync(Cancellation));
        var page = await (await own.VisitAsAsync("admin")).OpenAsync($"/park/consignments/{demonstration}");

        Assert.True(before > 0 && made > 0);
        Assert.All(page.QuerySelectorAll("[data-subject=Event]"), l => Assert.Contains("演示模拟", l.TextContent, StringComparison.Ordinal));
        Assert.False(await own.WithDatabaseAsync(db => db.TrackingEvents.AnyAsync(e => e.Source == EventSource.Simulation && !e.Consignment!.IsDemonstration, Cancellation)));
    }

    private async Task<EventAnswer> WriteAsync(string number, string id)
    {
        var carrier = await portal.EnterpriseAsync(Carrier);
        var reported = new ReportedEvent("/events/0", id, EventKind.Transport, EventClassifier.Actual, "DEPA", Now, Now, new ConsignmentReference(number, null, null, null), "怀化", null, null, null, null, null);
        var answers = await portal.InScopeAsync(s => s.GetRequiredService<EventWriter>().WriteAsync([new EventSubmission(carrier, EventSource.Interface, [reported])], Cancellation));
        return answers[0][0].Answer;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> UploadAsync(Visitor visitor, string text, string name)
    {
        var token = (await visitor.OpenAsync("/enterprise/carriage")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(content, "Upload", name);
        return await Visitor.ReadAsync(await visitor.Client.PostAsync(new Uri("/enterprise/carriage", UriKind.Relative), form, Cancellation));
    }

    private Task<int> CountAsync(string number) => portal.WithDatabaseAsync(db => db.TrackingEvents.CountAsync(e => e.Consignment!.Number == number, Cancellation));

    private static IReadOnlyList<JsonObject> Story(string number) =>
    [
        Transport(number, "DEPA", "huaihua", Now.AddHours(-3)),
        Transport(number, "ARRI", "凭祥", Now.AddHours(-1)),
        Transport(number, "ARRI", "河内", Now.AddHours(20), "EST", said: Now.AddHours(-3)),
        Transport(number, "ARRI", "河内", Now.AddHours(25), "EST", said: Now.AddHours(-1)),
        Transport(number, "DEPA", "凭祥", Now.AddMinutes(-5)),
    ];

    private static JsonObject Equipment(string number, string box) => new()
    {
        ["eventID"] = NewEventId(),
        ["eventType"] = "EQUIPMENT",
        ["eventClassifierCode"] = "ACT",
        ["equipmentEventTypeCode"] = "GTIN",
        ["eventDateTime"] = Now.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["consignment"] = number,
        ["equipmentReference"] = box,
        ["location"] = "怀化",
    };
}
