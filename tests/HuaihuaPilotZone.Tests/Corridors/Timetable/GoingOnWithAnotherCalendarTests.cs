using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

/// <summary>The next timetable of a service is made while the present one runs.</summary>
[Collection(NetworkPortal.Name)]
public sealed class GoingOnWithAnotherCalendarTests(NetworkPortal network)
{
    private const string Home = "/park/timetable/services";

    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_ends_the_day_before_and_another_one_goes_on_with_its_stops()
    {
        var (id, data) = await HasServiceAsync();
        var (address, admin, code) = ($"{Home}/{id}", await _portal.VisitAsAsync("admin"), NewCode());

        var answer = await admin.SubmitAsync(address, new() { ["NextFrom"] = "2026-12-10", ["NextCode"] = code }, $"{address}/next");

        var made = answer.LedTo();
        Assert.Contains("新班次已建好", await admin.NoticeAfterAsync(answer), StringComparison.Ordinal);
        var (old, next) = ((await _portal.ServiceAsync(id))!, (await _portal.ServiceAsync(IdOf(made)))!);
        Assert.Equal((new DateOnly(2026, 12, 9), code, new DateOnly(2026, 12, 10), null), (old.Until, next.Code, next.From, next.Until));
        Assert.Equal((data.Name, data.Capacity, data.Days, data.CutOffMinutes), (next.Name, next.Capacity, next.Days, next.CutOffMinutes));
        Assert.Equal(old.Stops.Select(s => (s.NodeId, s.LegId, s.ArrivesAfter, s.LeavesAfter)), next.Stops.Select(s => (s.NodeId, s.LegId, s.ArrivesAfter, s.LeavesAfter)));
        // every day has one departure, of the old one until the change and of the new one from then on
        var (before, after) = (await _portal.DeparturesAsync(id), await _portal.DeparturesAsync(next.Id));
        Assert.Equal((new DateOnly(2026, 12, 9), new DateOnly(2026, 12, 10)), (before[^1].Day, after[0].Day));
        Assert.Equal($"{code}-20261210", after[0].Number);
        Assert.Equal([NetworkActs.ServiceAdded, NetworkActs.ServiceChanged], await _portal.ActsAsync(JournalSubjects.ScheduledService, id.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains($"2026-12-10 起由 {code} 接着开行", (await admin.OpenAsync(address)).QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("末日：2026-12-09", (await admin.OpenAsync(address)).QuerySelector("[data-turn='2026-11-22']")!.TextContent, StringComparison.Ordinal);
        // and is changed for its own days alone
        Assert.Equal(made, (await admin.SubmitAsync(made, new() { ["Capacity"] = "77" }, made)).LedTo());
        Assert.All(await _portal.DeparturesAsync(next.Id), d => Assert.Equal(77, d.Capacity));
        Assert.All(await _portal.DeparturesAsync(id), d => Assert.Equal(data.Capacity, d.Capacity));
    }

    [Fact]
    public async Task A_last_day_goes_over_to_the_new_one_and_booked_departures_stay_with_the_old_one()
    {
        var (id, data) = await HasServiceAsync();
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().UpdateAsync(id, 1, data with { Until = new DateOnly(2027, 3, 31) }, Cancellation))).IsDone);
        var booked = (await _portal.DeparturesAsync(id)).Single(d => d.Day == new DateOnly(2026, 12, 12));
        await _portal.HasBookedAsync(booked.Id, 2);

        var made = await _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().ContinueAsync(id, 2, new DateOnly(2026, 12, 10), NewCode(), Cancellation));

        Assert.Equal(new DateOnly(2027, 3, 31), (await _portal.ServiceAsync(made.Value))!.Until);
        Assert.Equal([booked.Id], (await _portal.DeparturesAsync(id)).Where(d => d.Day >= new DateOnly(2026, 12, 10)).Select(d => d.Id));
    }

    [Theory]
    [InlineData("2026-11-22", "N1", "新班期应在今天以后开始")]
    [InlineData("", "N1", "请填写新班期从哪一天开始")]
    [InlineData("2300-01-01", "N1", "新班期首日应在 2000 至 2200 年之间")]
    [InlineData("2026-12-10", "", "请填写新班次代码")]
    [InlineData("2026-12-10", "n 1", "班次代码用大写字母和数字")]
    [InlineData("2026-12-10", "ZL01", "已有班次使用这个代码")]
    public async Task What_cannot_go_on_is_refused_with_what_was_typed(string from, string code, string refusal)
    {
        var (id, _) = await HasServiceAsync();
        var (address, admin) = ($"{Home}/{id}", await _portal.VisitAsAsync("admin"));

        var page = await (await admin.SubmitAsync(address, new() { ["NextFrom"] = from, ["NextCode"] = code }, $"{address}/next")).RefusedWithAsync(refusal);

        Assert.Equal((from, code), (page.Value("NextFrom"), page.Value("NextCode")));
        Assert.Null((await _portal.ServiceAsync(id))!.Until);
        Assert.False(await _portal.WithDatabaseAsync(db => db.ScheduledServices.AnyAsync(s => s.Code == "N1" || s.Code == "n 1", Cancellation)));
    }

    [Fact]
    public async Task One_that_ends_before_begins_later_is_suspended_or_was_changed_meanwhile_does_not_go_on()
    {
        var (id, data) = await HasServiceAsync();
        async Task<string> RefusedAsync(int version, DateOnly from) =>
            (await _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().ContinueAsync(id, version, from, NewCode(), Cancellation))).Refusals[0].Message;
        async Task SaveAsync(int version, ServiceData changed) => Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().UpdateAsync(id, version, changed, Cancellation))).IsDone);

        await SaveAsync(1, data with { Until = new DateOnly(2026, 12, 5) });
        Assert.Contains("这个班次开到 2026-12-05 为止", await RefusedAsync(2, new DateOnly(2026, 12, 6)), StringComparison.Ordinal);
        await SaveAsync(2, data with { From = new DateOnly(2026, 12, 20) });
        Assert.Contains("新班期应晚于这个班次的首日 2026-12-20", await RefusedAsync(3, new DateOnly(2026, 12, 20)), StringComparison.Ordinal);
        Assert.Contains("他人已修改这个班次", await RefusedAsync(1, new DateOnly(2026, 12, 25)), StringComparison.Ordinal);
        Assert.True((await _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().SuspendAsync(id, 3, new DateOnly(2026, 12, 21), "施工", Cancellation))).IsDone);
        Assert.Contains("班次已停运", await RefusedAsync(4, new DateOnly(2026, 12, 25)), StringComparison.Ordinal);
        Assert.Null((await (await _portal.VisitAsAsync("admin")).OpenAsync($"{Home}/{id}")).QuerySelector("#next"));
    }

    [Fact]
    public async Task Of_many_at_once_one_makes_the_next_timetable()
    {
        var (id, _) = await HasServiceAsync();
        var codes = Enumerable.Range(0, 8).Select(_ => NewCode()).ToList();

        var outcomes = await Task.WhenAll(codes.Select(c => _portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().ContinueAsync(id, 1, new DateOnly(2026, 12, 10), c, Cancellation))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Contains("他人已修改这个班次", o.Refusals[0].Message, StringComparison.Ordinal));
        Assert.Equal(1, await _portal.WithDatabaseAsync(db => db.ScheduledServices.CountAsync(s => codes.Contains(s.Code), Cancellation)));
        Assert.Equal(new DateOnly(2026, 12, 9), (await _portal.ServiceAsync(id))!.Until);
    }

    private async Task<(int Id, ServiceData Data)> HasServiceAsync()
    {
        var data = NetworkScenes.ServiceOf([.. (await _portal.HasLineAsync(2)).Select(n => n.Id)]);
        return (await _portal.HasServiceAsync(data), data);
    }

    private static string NewCode() => string.Create(CultureInfo.InvariantCulture, $"N{NetworkScenes.Next()}X");

    private static int IdOf(string address) => int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
}
