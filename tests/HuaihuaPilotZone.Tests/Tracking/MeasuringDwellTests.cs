using System.Globalization;
using System.Runtime.InteropServices;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>Dwell times come from the events alone, and whoever takes those along gets the same numbers.</summary>
public sealed class MeasuringDwellTests
{
    private static readonly DateTime _day = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(new[] { 7 }, 7, 7)]
    [InlineData(new[] { 1, 9 }, 1, 9)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5, 9)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 6, 10)]
    public void Median_and_p90_are_values_that_happened(int[] sorted, int median, int p90) =>
        Assert.Equal((median, p90), (DwellTimes.Quantile(sorted, 50), DwellTimes.Quantile(sorted, 90)));

    [Fact]
    public void A_stay_a_yard_and_a_leg_are_measured_and_what_was_said_later_counts()
    {
        var rows = DwellTimes.Of(
        [
            Event("A", "DEPA", "怀化", 0), Event("A", "ARRI", "凭祥", 600), Event("A", "ARRI", "凭祥", 610, saidAfter: 1), Event("A", "DEPA", "凭祥", 700),
            Event("A", "GTIN", "凭祥", 615, box: "X"), Event("A", "GTOT", "凭祥", 690, box: "X"), Event("A", "GTIN", "凭祥", 616, box: "Y"), Event("B", "DEPA", "凭祥", 5),
        ]);

        Assert.Equal([(DwellKind.Stay, "凭祥", 90), (DwellKind.Yard, "凭祥", 75), (DwellKind.Leg, "怀化 → 凭祥", 610)], rows.Select(r => (r.Kind, r.Step, r.Minutes)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Times_are_those_that_the_plain_way_gives_in_whatever_order_the_events_come(int seed)
    {
        var random = new Random(seed);
        string[] codes = ["ARRI", "DEPA", "GTIN", "GTOT"];
        // few places, boxes and moments, so that reports of the same thing, of the same moment and said at once are many
        var events = Enumerable.Range(0, 600).Select(_ => new DwellEvent(
            $"C{random.Next(12)}", codes[random.Next(codes.Length)], $"P{random.Next(4)}", random.Next(3) is var box and > 0 ? $"BOX{box}" : null, _day.AddMinutes(random.Next(40) * 10), _day.AddMinutes(500 + random.Next(4)))).ToList();

        var rows = DwellTimes.Of(events);

        Assert.Equal(3, rows.Select(r => r.Kind).Distinct().Count());
        Assert.Equal(Plainly(events), rows);
        for (var i = 0; i < 5; i++)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(events));
            Assert.Equal(rows, DwellTimes.Of(events));
        }
    }

    [Fact]
    public void The_error_is_that_of_the_last_estimate_before_the_arrival()
    {
        var rows = DwellTimes.Errors(
            [Event("A", "ARRI", "凭祥", 500, saidAfter: -600), Event("A", "ARRI", "凭祥", 580, saidAfter: -100), Event("A", "ARRI", "凭祥", 600, saidAfter: 300)],
            [Event("A", "ARRI", "凭祥", 600)]);

        Assert.Equal(("凭祥", 1, 20, 1), (rows.Single().Place, rows.Single().Count, rows.Single().Median, rows.Single().LateCount));
    }

    [Fact]
    public async Task The_page_and_a_computation_from_its_file_say_the_same()
    {
        await using var own = Portal.Own();
        var carrier = await own.ProviderAsync();
        for (var i = 1; i <= 5; i++)
        {
            var number = await own.HasConsignmentAsync();
            var wrong = Transport(number, "DEPA", "凭祥", Now.AddDays(-3).AddHours(9));
            await carrier.ReportAsync(
                Transport(number, "DEPA", "怀化", Now.AddDays(-4)), Transport(number, "ARRI", "凭祥", Now.AddDays(-3).AddMinutes(-90), "EST", said: Now.AddDays(-4)), Transport(number, "ARRI", "凭祥", Now.AddDays(-3)), wrong,
                Transport(number, "DEPA", "凭祥", Now.AddDays(-3).AddHours(i), replaces: (string)wrong["eventID"]!));
        }
        var admin = await own.VisitAsAsync("admin");
        const string Days = "from=2026-11-01&to=2026-11-22";

        var page = await admin.OpenAsync($"/park/dwell?{Days}");
        var report = await own.InScopeAsync(s => s.GetRequiredService<DwellTimes>().ReportAsync(new(2026, 11, 1), new(2026, 11, 22), Cancellation));
        var computed = DwellTimes.Of(Parse(await (await admin.GetAsync($"/park/dwell/events.csv?{Days}")).Content.ReadAsStringAsync(Cancellation)));

        Assert.Equal(report.Rows, computed);
        var stay = report.Rows.Single(r => r.Kind == DwellKind.Stay && r.Step == "凭祥");
        Assert.Equal((5, 180, 300), (stay.Count, stay.Minutes, stay.P90));
        Assert.Contains("3 小时", page.QuerySelector("[data-dwell] [data-step='凭祥']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.5 小时", page.QuerySelector("[data-errors] [data-place='凭祥']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有可以计算的事件", (await admin.OpenAsync("/park/dwell?from=2020-01-01&to=2020-02-01")).Content(), StringComparison.Ordinal);
        await admin.OpenAsync("/park/dwell?from=junk&to=1900-01-01");
    }

    /// <summary>Every beginning against every end.</summary>
    private static List<DwellRow> Plainly(List<DwellEvent> events)
    {
        var last = events.Where(e => !events.Any(o => IsSameThing(o, e) && (o.SaidAt > e.SaidAt || (o.SaidAt == e.SaidAt && o.OccursAt > e.OccursAt))))
            .DistinctBy(e => (e.Consignment, e.Code, e.Place, e.Code is "GTIN" or "GTOT" ? e.Container : null)).ToList();
        List<(DwellKind Kind, string Step, int Minutes)> measured = [];
        foreach (var (begin, end) in last.SelectMany(b => last.Where(e => e.Consignment == b.Consignment).Select(e => (b, e))))
        {
            var minutes = (int)(end.OccursAt - begin.OccursAt).TotalMinutes;
            if (begin.Place == end.Place && minutes >= 0 && (begin.Code, end.Code) == ("ARRI", "DEPA")) measured.Add((DwellKind.Stay, begin.Place, minutes));
            if (begin.Place == end.Place && minutes >= 0 && (begin.Code, end.Code) == ("GTIN", "GTOT") && begin.Container == end.Container) measured.Add((DwellKind.Yard, begin.Place, minutes));
        }
        foreach (var one in last.Select(e => e.Consignment).Distinct())
        {
            var moves = last.Where(e => e.Consignment == one && (e.Code is "ARRI" or "DEPA")).OrderBy(e => e.OccursAt).ThenBy(e => e.Code, StringComparer.Ordinal).ThenBy(e => e.Place, StringComparer.Ordinal).ToList();
            for (var i = 1; i < moves.Count; i++)
            {
                if ((moves[i - 1].Code, moves[i].Code) == ("DEPA", "ARRI") && moves[i - 1].Place != moves[i].Place)
                    measured.Add((DwellKind.Leg, $"{moves[i - 1].Place} → {moves[i].Place}", (int)(moves[i].OccursAt - moves[i - 1].OccursAt).TotalMinutes));
            }
        }
        return [.. measured.GroupBy(m => (m.Kind, m.Step)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Step, StringComparer.Ordinal).Select(g =>
        {
            int[] minutes = [.. g.Select(m => m.Minutes).Order()];
            return new DwellRow(g.Key.Kind, g.Key.Step, minutes.Length, DwellTimes.Quantile(minutes, 50), DwellTimes.Quantile(minutes, 90));
        })];
    }

    private static bool IsSameThing(DwellEvent one, DwellEvent other) =>
        (one.Consignment, one.Code, one.Place) == (other.Consignment, other.Code, other.Place) && (one.Code is "ARRI" or "DEPA" || one.Container == other.Container);

    private static DwellEvent Event(string consignment, string code, string place, int minutes, string? box = null, int saidAfter = 0) =>
        new(consignment, code, place, box, _day.AddMinutes(minutes), _day.AddMinutes(minutes + saidAfter));

    /// <summary>As somebody with a spreadsheet would: actual events that nothing replaces.</summary>
    private static IEnumerable<DwellEvent> Parse(string file)
    {
        var rows = file.Trim('\uFEFF', '\r', '\n').Split('\n').Select(l => l.TrimEnd('\r').Split(',')).ToList();
        var at = rows[0].Index().ToDictionary(c => c.Item, c => c.Index);
        return rows.Skip(1).Where(r => r[at["性质"]] == "实际" && r[at["已被更正"]] == "否" && r[at["地点"]].Length > 0)
            .Where(r => r[at["事件代码"]] is "ARRI" or "DEPA" or "GTIN" or "GTOT")
            .Select(r => new DwellEvent(r[at["货运单号"]], r[at["事件代码"]], r[at["地点"]], r[at["箱号"]] is { Length: > 0 } box ? box : null, Time(r[at["时间"]]), Time(r[at["报告时间"]])));
    }

    private static DateTime Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
