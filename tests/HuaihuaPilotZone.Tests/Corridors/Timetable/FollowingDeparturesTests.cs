using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Timetable;

/// <summary>Departures are made from the calendar and follow it until somebody books or changes one. It is Sunday 2026-11-22, 10:00.</summary>
[Collection(NetworkPortal.Name)]
public sealed class FollowingDeparturesTests(NetworkPortal network)
{
    private readonly Portal _portal = network.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Departures_are_made_sixty_days_ahead_on_the_days_of_the_calendar_with_times_and_a_number_of_their_own()
    {
        var data = await DataAsync(3, Weekdays.Tuesday | Weekdays.Friday);
        var service = await _portal.HasServiceAsync(data with { From = new DateOnly(2026, 11, 25), Until = new DateOnly(2027, 1, 5) });

        var departures = await _portal.DeparturesAsync(service);

        Assert.Equal((new DateOnly(2026, 11, 27), new DateOnly(2027, 1, 5), 12), (departures[0].Day, departures[^1].Day, departures.Count));
        Assert.All(departures, d => Assert.True(d.Day.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Friday));
        var first = departures[0];
        Assert.Equal(($"{data.Code}-20261127", NetworkScenes.At(11, 27, 20), NetworkScenes.At(11, 26, 20), NetworkScenes.At(11, 28, 16), 10), (first.Number, first.LeavesAt, first.CutOffAt, first.ArrivesAt, first.Capacity));
        Assert.Equal([NetworkScenes.At(11, 28, 6), NetworkScenes.At(11, 28, 16)], first.Stops.Skip(1).Select(s => s.ArrivesAt));
        Assert.Equal(data.Stops.Select(s => s.NodeId), first.Stops.Select(s => s.NodeId));
        Assert.Equal([true, false, false], first.Stops.Select(s => s.LegId is null));
    }

    [Fact]
    public async Task What_would_have_left_already_today_is_not_made()
    {
        var service = await _portal.HasServiceAsync(await DataAsync(2) with { LeavesAt = new TimeOnly(9, 0) });

        var departures = await _portal.DeparturesAsync(service);

        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2027, 1, 21)), (departures[0].Day, departures[^1].Day));
    }

    [Fact]
    public async Task Where_clocks_are_behind_those_of_Huaihua_it_is_still_yesterday()
    {
        // 2026-11-22 10:00 in Huaihua is 2026-11-21 18:00 in Los Angeles
        var service = await _portal.HasServiceAsync(await DataAsync(2, zone: "America/Los_Angeles"));

        var first = (await _portal.DeparturesAsync(service))[0];

        Assert.Equal((new DateOnly(2026, 11, 21), new DateTime(2026, 11, 22, 4, 0, 0, DateTimeKind.Utc)), (first.Day, first.LeavesAt));
    }

    [Fact]
    public async Task A_change_reaches_those_that_nobody_booked_or_changed()
    {
        var data = await DataAsync(2);
        var service = await _portal.HasServiceAsync(data);
        var before = await _portal.DeparturesAsync(service);
        await _portal.HasBookedAsync(before[1].Id, 3);
        await MoveAsync(before[2]);

        await UpdateAsync(service, data with { LeavesAt = new TimeOnly(22, 30), Capacity = 20, CutOffMinutes = 60 });

        var after = await _portal.DeparturesAsync(service);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal((before[0].LeavesAt.AddMinutes(150), before[0].LeavesAt.AddMinutes(90), 20), (after[0].LeavesAt, after[0].CutOffAt, after[0].Capacity));
        Assert.Equal((before[1].LeavesAt, 10, 3), (after[1].LeavesAt, after[1].Capacity, after[1].Booked));
        Assert.Equal((before[2].LeavesAt.AddHours(1), 9), (after[2].LeavesAt, after[2].Capacity));
        Assert.Equal(after[3].LeavesAt.AddHours(10), after[3].Stops[1].ArrivesAt);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    public async Task Stops_that_are_put_in_taken_out_or_reached_another_way_are_followed(int before, int shift)
    {
        var nodes = (await _portal.HasLineAsync(5)).Select(n => n.Id).ToList();
        await _portal.HasLegAsync(nodes[0], nodes[2]);
        var data = NetworkScenes.ServiceOf(nodes[..before]);
        var service = await _portal.HasServiceAsync(data);
        // 2 → more stops, 3 → two others, 4 → fewer and another way
        var wanted = shift switch { 3 => nodes, 2 => [nodes[0], nodes[2], nodes[3]], _ => [nodes[0], nodes[2]] };

        await UpdateAsync(service, data with { Stops = NetworkScenes.StopsOf(wanted) });

        var saved = (await _portal.ServiceAsync(service))!;
        Assert.Equal(wanted, saved.Stops.Select(s => s.NodeId));
        Assert.All(await _portal.DeparturesAsync(service), d => Assert.Equal(
            saved.Stops.Select(s => (s.Position, s.NodeId, s.LegId, d.LeavesAt.AddMinutes(s.ArrivesAfter))), d.Stops.Select(s => (s.Position, s.NodeId, s.LegId, s.ArrivesAt))));
    }

    [Fact]
    public async Task Another_calendar_takes_out_and_puts_in_what_nobody_booked()
    {
        var data = await DataAsync(2, Weekdays.Monday);
        var service = await _portal.HasServiceAsync(data);
        var booked = (await _portal.DeparturesAsync(service))[2];
        await _portal.HasBookedAsync(booked.Id, 1);

        await UpdateAsync(service, data with { Days = Weekdays.Wednesday });

        var after = await _portal.DeparturesAsync(service);
        Assert.Equal(booked.Id, Assert.Single(after, d => d.Day.DayOfWeek == DayOfWeek.Monday).Id);
        Assert.Equal(9, after.Count(d => d.Day.DayOfWeek == DayOfWeek.Wednesday));
    }

    [Fact]
    public async Task What_the_calendar_cancelled_comes_back_with_it_and_what_staff_cancelled_does_not()
    {
        var data = await DataAsync(2, Weekdays.Monday);
        var service = await _portal.HasServiceAsync(data);
        var before = await _portal.DeparturesAsync(service);
        var enterprise = await _portal.IdOfAsync("91431299MA0000015J");
        // drafts name three of them, so that they stay; staff cancel one and bring one back by hand
        foreach (var departure in before.Take(3)) await DraftAsync(departure, enterprise);
        Assert.True((await CancelAsync(before[1].Number)).IsDone);
        await UpdateAsync(service, data with { Days = Weekdays.Wednesday });
        var cancelled = (await _portal.DeparturesAsync(service)).Where(d => d.Day.DayOfWeek == DayOfWeek.Monday).ToList();
        Assert.Equal([(DepartureStatus.Cancelled, false), (DepartureStatus.Cancelled, true), (DepartureStatus.Cancelled, false)], cancelled.Select(d => (d.Status, d.IsChanged)));
        Assert.True((await RestoreAsync(before[2].Number)).IsDone);

        await UpdateAsync(service, data with { Days = Weekdays.Wednesday, Capacity = 12 });
        Assert.Equal(DepartureStatus.Planned, (await _portal.DeparturesAsync(service)).Single(d => d.Id == before[2].Id).Status);
        await UpdateAsync(service, data);

        var after = (await _portal.DeparturesAsync(service)).Where(d => before.Take(3).Any(b => b.Id == d.Id)).ToList();
        Assert.Equal([(DepartureStatus.Planned, null), (DepartureStatus.Cancelled, "没有机车"), (DepartureStatus.Planned, "照常开行")], after.Select(d => (d.Status, d.Reason)));
    }

    [Fact]
    public async Task A_suspended_service_leaves_only_what_is_booked_and_comes_back_whole()
    {
        var service = await _portal.HasServiceAsync(await DataAsync(2));
        var before = await _portal.DeparturesAsync(service);
        await _portal.HasBookedAsync(before[20].Id, 2);

        Assert.True((await ActAsync(service, (desk, version) => desk.SuspendAsync(service, version, new DateOnly(2026, 12, 1), "线路施工", Cancellation))).IsDone);
        var suspended = await _portal.DeparturesAsync(service);
        Assert.Equal([.. before.Take(9).Select(d => d.Id), before[20].Id], suspended.Select(d => d.Id));
        Assert.Equal(0, await MadeAsync());
        Assert.Equal(10, (await _portal.DeparturesAsync(service)).Count);

        Assert.True((await ActAsync(service, (desk, version) => desk.ResumeAsync(service, version, Cancellation))).IsDone);
        Assert.Equal(before.Select(d => d.Number), (await _portal.DeparturesAsync(service)).Select(d => d.Number));
    }

    [Fact]
    public async Task Todays_departure_goes_as_announced_when_its_new_time_has_passed()
    {
        var data = await DataAsync(2);
        var service = await _portal.HasServiceAsync(data);

        await UpdateAsync(service, data with { LeavesAt = new TimeOnly(6, 0) });

        var after = await _portal.DeparturesAsync(service);
        Assert.Equal((NetworkScenes.At(11, 22, 20), NetworkScenes.At(11, 23, 6)), (after[0].LeavesAt, after[1].LeavesAt));
    }

    [Fact]
    public async Task Several_instances_at_once_make_each_departure_once()
    {
        var service = await _portal.HasServiceAsync(await DataAsync(2));
        await _portal.WithDatabaseAsync(async db =>
        {
            await db.Set<DepartureStop>().Where(s => db.Departures.Any(d => d.Id == s.DepartureId && d.ServiceId == service)).ExecuteDeleteAsync(Cancellation);
            return await db.Departures.Where(d => d.ServiceId == service).ExecuteDeleteAsync(Cancellation);
        });

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MadeAsync()));

        Assert.Equal(61, made.Sum());
        Assert.Equal(61, (await _portal.DeparturesAsync(service)).Select(d => d.Day).Distinct().Count());
    }

    [Fact]
    public async Task The_next_day_has_one_more()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        var service = await own.HasServiceAsync(NetworkScenes.ServiceOf([.. (await own.HasLineAsync(2)).Select(n => n.Id)]));
        own.Clock.Set(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8)));

        await own.InScopeAsync(s => s.GetRequiredService<DepartureMaker>().MakeAsync(Cancellation));

        Assert.Equal(new DateOnly(2027, 1, 22), (await own.DeparturesAsync(service))[^1].Day);
    }

    [Theory]
    [InlineData("每天", "每天")]
    [InlineData("每周二、五", "每周二、五")]
    [InlineData("周一三五", "每周一、三、五")]
    [InlineData("星期六，星期日", "每周六、日")]
    [InlineData("1、3、7", "每周一、三、日")]
    [InlineData("周天", "每周日")]
    [InlineData("", null)]
    [InlineData("双日", null)]
    public void Days_of_the_week_are_read_as_people_write_them(string text, string? meant) => Assert.Equal(meant, WeekdayWords.Read(text)?.Word());

    [Theory]
    [InlineData("Asia/Shanghai", 2, "20:00", 1440)]
    [InlineData("Asia/Vientiane", 2, "19:00", 1440)]
    [InlineData("Asia/Yangon", 2, "18:30", 1440)]
    [InlineData("Asia/Yangon", 1, "18:00", -30)]
    [InlineData("Asia/Tokyo", 3, "00:30", 1650)]
    public void Times_of_a_stop_are_those_of_its_own_clocks(string zone, int day, string time, int minutes)
    {
        var (first, leaves, at) = (new DateOnly(2026, 12, 1), new TimeOnly(20, 0), TimeOnly.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(minutes, StopTimes.After(first, leaves, "Asia/Shanghai", day, at, zone));
        Assert.Equal((day, at), StopTimes.At(first, leaves, "Asia/Shanghai", minutes, zone));
    }

    private async Task<ServiceData> DataAsync(int stops, Weekdays days = Weekdays.All, string zone = "Asia/Shanghai") => NetworkScenes.ServiceOf([.. (await _portal.HasLineAsync(stops, zone)).Select(n => n.Id)], days);

    private Task<int> DraftAsync(Departure departure, int enterprise) => _portal.WithDatabaseAsync(db =>
    {
        db.Bookings.Add(new Booking
        {
            Number = $"DC-TEST-{NetworkScenes.Next()}",
            EnterpriseId = enterprise,
            DepartureId = departure.Id,
            FromId = departure.Stops[0].NodeId,
            ToId = departure.Stops[1].NodeId,
            Slots = 1,
            Goods = "货",
            GrossKilograms = 1,
            State = BookingState.Draft,
            CreatedAt = departure.CutOffAt,
            CreatedBy = "试验",
            MovedAt = departure.CutOffAt,
        });
        return db.SaveChangesAsync(Cancellation);
    });

    private Task<Outcome> CancelAsync(string number) => DecideAsync(number, (desk, version) => desk.CancelAsync(number, version, "没有机车", Cancellation));

    private Task<Outcome> RestoreAsync(string number) => DecideAsync(number, (desk, version) => desk.RestoreAsync(number, version, "照常开行", Cancellation));

    private Task<Outcome> DecideAsync(string number, Func<DepartureDesk, int, Task<Outcome>> act) => _portal.InScopeAsync(async s =>
    {
        var desk = s.GetRequiredService<DepartureDesk>();
        return await act(desk, (await desk.FindAsync(number, Cancellation))!.Version);
    });

    private Task<int> MadeAsync() => _portal.InScopeAsync(s => s.GetRequiredService<DepartureMaker>().MakeAsync(Cancellation));

    private async Task UpdateAsync(int service, ServiceData data) => Assert.True((await ActAsync(service, (desk, version) => desk.UpdateAsync(service, version, data, Cancellation))).IsDone);

    private async Task<Outcome> ActAsync(int service, Func<ServiceDesk, int, Task<Outcome>> act)
    {
        var version = (await _portal.ServiceAsync(service))!.Version;
        return await _portal.InScopeAsync(s => act(s.GetRequiredService<ServiceDesk>(), version));
    }

    /// <summary>An hour later, with room for nine.</summary>
    private async Task MoveAsync(Departure departure)
    {
        var leaves = ChinaTime.FromUtc(departure.LeavesAt).AddHours(1);
        var outcome = await _portal.InScopeAsync(s => s.GetRequiredService<DepartureDesk>().ChangeAsync(departure.Number, departure.Version, new DepartureData(leaves, leaves.AddHours(-24), 9, "测试"), Cancellation));
        Assert.True(outcome.IsDone);
    }
}
