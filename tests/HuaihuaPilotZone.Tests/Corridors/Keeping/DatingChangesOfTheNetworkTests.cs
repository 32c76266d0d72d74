using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Corridors.Keeping;

/// <summary>A change of a leg, a corridor, its status or a service that is written down later than it began.</summary>
[Collection(NetworkPortal.Name)]
public sealed class DatingChangesOfTheNetworkTests(NetworkPortal network)
{
    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leg")]
    [InlineData("corridor")]
    [InlineData("service")]
    public async Task A_change_holds_from_the_day_that_it_is_dated_back_to(string kind)
    {
        var (address, field, admin) = (await HasAsync(kind), FieldOf(kind), await _portal.VisitAsAsync("admin"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { [field] = "后来的样子", ["Since"] = "2026-11-20" }, address)).LedTo());

        Assert.DoesNotContain("后来的样子", (await admin.OpenAsync($"{address}?asOf=2026-11-19")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("后来的样子", (await admin.OpenAsync($"{address}?asOf=2026-11-20")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var page = await admin.OpenAsync(address);
        Assert.Contains("后来的样子", page.QuerySelector("[data-turn='2026-11-20']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-turn='2026-11-22']"));
        // the form of the next change is of today again
        Assert.Equal("", page.Value("Since"));
    }

    [Theory]
    [InlineData("leg", "2026-11-23", "起始日不能晚于今天。以后才停用的，请发布一条关闭的提示")]
    [InlineData("corridor", "2026-11-23", "起始日不能晚于今天。以后才变的，请到那天再改")]
    [InlineData("service", "2026-11-23", "起始日不能晚于今天。以后才换的班期，请用“以后换班期”")]
    [InlineData("leg", "2026-11-19", "2026-11-20 起已有一次变化，起始日不能更早")]
    [InlineData("corridor", "2026-11-19", "2026-11-20 起已有一次变化，起始日不能更早")]
    [InlineData("service", "2026-11-19", "2026-11-20 起已有一次变化，起始日不能更早")]
    [InlineData("leg", "1999-01-01", "起始日应在 2000 至 2200 年之间")]
    [InlineData("corridor", "1999-01-01", "起始日应在 2000 至 2200 年之间")]
    [InlineData("service", "1999-01-01", "起始日应在 2000 至 2200 年之间")]
    public async Task A_change_begins_neither_after_today_nor_before_the_one_that_is_there(string kind, string since, string refusal)
    {
        var (address, field, admin) = (await HasAsync(kind), FieldOf(kind), await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, new() { [field] = "第一次", ["Since"] = "2026-11-20" }, address);

        var page = await (await admin.SubmitAsync(address, new() { [field] = "第二次", ["Since"] = since }, address)).RefusedWithAsync(refusal);

        Assert.Equal((since, "第二次"), (page.Value("Since"), page.Value(field)));
        Assert.Equal("第一次", (await admin.OpenAsync(address)).Value(field));
    }

    [Fact]
    public async Task A_change_that_is_dated_back_to_the_day_of_the_last_one_takes_its_place()
    {
        var (address, admin) = (await HasAsync("leg"), await _portal.VisitAsAsync("admin"));
        await admin.SubmitAsync(address, new() { ["Via"] = "甲地", ["Since"] = "2026-11-20" }, address);

        await admin.SubmitAsync(address, new() { ["Via"] = "乙地", ["Since"] = "2026-11-20" }, address);

        var turn = (await admin.OpenAsync(address)).QuerySelector("[data-turn='2026-11-20']")!.TextContent;
        Assert.Contains("乙地", turn, StringComparison.Ordinal);
        Assert.DoesNotContain("甲地", turn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_holds_from_the_day_that_it_is_dated_back_to_and_not_before_the_one_that_is_there()
    {
        var (id, slug, _) = await _portal.HasCorridorAsync(new DateOnly(2026, 11, 1));
        var (address, admin) = ($"/park/network/corridors/{id}", await _portal.VisitAsAsync("admin"));
        async Task<HttpResponseMessage> StandAsync(string status, string from) =>
            await admin.SubmitAsync(address, new() { ["Status"] = status, ["StatusSource"] = "测试停运", ["From"] = from }, $"{address}/standings");

        Assert.Equal(address, (await StandAsync("Suspended", "2026-11-20")).LedTo());

        Assert.Contains("试运行", (await admin.OpenAsync($"{address}?asOf=2026-11-19")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("停运", (await admin.OpenAsync($"{address}?asOf=2026-11-20")).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("停运", (await _portal.Visit().OpenAsync($"/corridors/{slug}")).Content(), StringComparison.Ordinal);
        Assert.Contains("状态（2026-11-20 起）", (await admin.OpenAsync(address)).QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
        await (await StandAsync("Regular", "2026-11-19")).RefusedWithAsync("2026-11-20 起已有状态，起始日不能更早。要补以前的状态，请用“导入状态”");
        await (await StandAsync("Regular", "2027-11-24")).RefusedWithAsync("起始日最多提前 366 天");
        await (await StandAsync("Regular", "1999-12-31")).RefusedWithAsync("起始日应在 2000 至 2200 年之间");
        Assert.Equal(CorridorStatus.Suspended, await _portal.WithDatabaseAsync(db => db.Corridors.Where(c => c.Id == id).Select(c => c.Status).SingleAsync(Cancellation)));
        // of the same day, the later one counts
        Assert.Equal(address, (await StandAsync("Regular", "2026-11-20")).LedTo());
        Assert.Equal([CorridorStatus.Trial, CorridorStatus.Regular], await _portal.WithDatabaseAsync(db => db.Set<CorridorStanding>().Where(s => s.CorridorId == id).OrderBy(s => s.From).Select(s => s.Status).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Departures_follow_a_service_that_is_dated_back_from_now_on_only()
    {
        var address = await HasAsync("service");
        var (id, admin) = (int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture), await _portal.VisitAsAsync("admin"));

        Assert.Equal(address, (await admin.SubmitAsync(address, new() { ["Capacity"] = "44", ["Since"] = "2026-11-20" }, address)).LedTo());

        var departures = await _portal.DeparturesAsync(id);
        Assert.NotEmpty(departures);
        Assert.All(departures, d => Assert.True(d.Day >= new DateOnly(2026, 11, 21)));
        Assert.All(departures.Where(d => d.LeavesAt > NetworkScenes.At(11, 22, 23)), d => Assert.Equal(44, d.Capacity));
        Assert.Contains("舱位：10 → 44", (await admin.OpenAsync(address)).QuerySelector("[data-turn='2026-11-20']")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The address of one that has been there since 1 November, or always.</summary>
    private async Task<string> HasAsync(string kind) => kind switch
    {
        "leg" => $"/park/network/legs/{await _portal.HasLegAsync((await _portal.HasNodeAsync()).Id, (await _portal.HasNodeAsync()).Id)}",
        "corridor" => $"/park/network/corridors/{(await _portal.HasCorridorAsync(new DateOnly(2026, 11, 1))).Id}",
        _ => $"/park/timetable/services/{await _portal.HasServiceAsync(NetworkScenes.ServiceOf([.. (await _portal.HasLineAsync(2)).Select(n => n.Id)]))}",
    };

    /// <summary>A field of its form that holds any words.</summary>
    private static string FieldOf(string kind) => kind switch
    {
        "leg" => "Via",
        "corridor" => "Partners",
        _ => "Carrier",
    };
}
