using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Corridors;

/// <summary>Every list of the network is ordered and narrowed by its address, whatever stands in it, and its file is as the list.</summary>
public sealed class OrderingNetworkListsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/park/network/nodes", "Name", "data-node")]
    [InlineData("/park/network/legs", "Ends", "data-leg")]
    [InlineData("/park/network/corridors", "Name", "data-corridor")]
    [InlineData("/park/timetable/services", "Code", "data-service")]
    public async Task A_list_turns_round_and_shows_something_whatever_its_address_says(string address, string sort, string row)
    {
        var visitor = await portal.VisitAsAsync("auditor");
        async Task<IReadOnlyList<string>> ShownAsync(string query) => [.. (await visitor.OpenAsync(address + query)).QuerySelectorAll($"main tbody [{row}], main tbody tr").Select(r => r.TextContent.Trim())];

        var up = await ShownAsync($"?sort={sort}&dir=asc");
        var down = await ShownAsync($"?sort={sort}&dir=desc");

        Assert.NotEmpty(up);
        Assert.NotEqual(up[0], down[0]);
        Assert.NotEmpty(await ShownAsync("?sort=junk&dir=junk&page=-7"));
        Assert.Contains("没有符合条件", (await visitor.OpenAsync($"{address}?q=没有这样的东西")).Content(), StringComparison.Ordinal);
        var file = await (await visitor.GetAsync($"{address}/export.csv?sort={sort}&dir=desc")).Content.ReadAsStringAsync(Cancellation);
        Assert.True(file.Trim().Split('\n').Length > up.Count / 2);
    }

    [Fact]
    public async Task Corridors_are_narrowed_to_a_status_in_list_and_file()
    {
        var visitor = await portal.VisitAsAsync("auditor");

        var page = await visitor.OpenAsync("/park/network/corridors?status=Regular&q=china-laos");
        var file = await (await visitor.GetAsync("/park/network/corridors/export.csv?q=china-laos")).Content.ReadAsStringAsync(Cancellation);

        Assert.All(page.QuerySelectorAll("[data-corridor]"), r => Assert.Contains("常态化", r.TextContent, StringComparison.Ordinal));
        Assert.Contains("\nchina-laos,", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\nzhanjiang,", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warehouses_and_own_appointments_are_ordered_and_taken_along_by_an_enterprise()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        Assert.Contains("每日接收（立方米）", await (await visitor.GetAsync("/enterprise/warehouses/export.csv?sort=Name&dir=desc")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await visitor.GetAsync("/enterprise/warehouses/export.xlsx")).Content.Headers.ContentType!.MediaType);
        await visitor.OpenAsync("/enterprise/inspections?sort=Booked&dir=asc");
        Assert.Contains("预约时间", await (await visitor.GetAsync("/enterprise/inspections/export.csv?sort=junk")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await (await portal.VisitAsAsync("auditor")).OpenAsync("/park/network/notices?sort=Until&dir=asc");
    }

    [Fact]
    public async Task Who_chooses_a_container_is_told_that_no_price_of_a_large_one_is_known()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        Assert.Contains("40 英尺箱没有登记过有来源的箱价", (await visitor.OpenAsync("/enterprise/sharing/new")).QuerySelector("[data-forty]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("40 英尺箱没有有来源的运价", (await visitor.OpenAsync("/enterprise/bookings/new?departure=ZL01-20261207")).QuerySelector("[data-forty]")!.TextContent, StringComparison.Ordinal);
    }
}
