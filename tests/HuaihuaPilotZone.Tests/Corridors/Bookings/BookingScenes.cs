using System.Globalization;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings;

/// <summary>Makes the departures that a test books on, by the services that the pages use.</summary>
internal static class BookingScenes
{
    public const string Home = "/enterprise/bookings";

    private static int _services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A departure Huaihua – Kunming – Mohan – Vientiane of a service of its own, at 10:00 with a cut-off a day before.</summary>
    /// <param name="inDays">Days after today.</param>
    public static async Task<string> HasDepartureAsync(this Portal portal, int capacity, int inDays = 10, bool isCooled = false, bool takesDangerous = false, decimal? yuan = 3000m)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"TB{Interlocked.Increment(ref _services)}");
        var day = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime.AddHours(8)).AddDays(inDays);
        var nodes = await portal.WithDatabaseAsync(db => db.Nodes.ToDictionaryAsync(n => n.Slug, n => n.Id, Cancellation));
        var data = new ServiceData(
            code, $"试验班列 {code}", $"Trial {code}", null, null, Weekdays.All, new TimeOnly(10, 0), 24 * 60, capacity, day, day, isCooled ? -20m : null, isCooled ? 15m : null, takesDangerous,
            "试验来源", FigureStatus.Demonstration, yuan is null ? null : "试验运价", yuan is null ? null : FigureStatus.Demonstration,
            [
                new StopData(nodes["huaihua"], 0, 0, LegMode.Rail),
                new StopData(nodes["kunming"], 1800, 2040, LegMode.Rail, yuan),
                new StopData(nodes["mohan"], 3120, 3600, LegMode.Rail, yuan),
                new StopData(nodes["vientiane"], 4200, 4200, LegMode.Rail, yuan),
            ]);
        var made = await portal.InScopeAsync(s => s.GetRequiredService<ServiceDesk>().AddAsync(data, Cancellation));
        Assert.True(made.IsDone, made.IsDone ? "" : made.Refusals[0].Message);
        return string.Create(CultureInfo.InvariantCulture, $"{code}-{day:yyyyMMdd}");
    }

    /// <summary>What the form holds.</summary>
    public static Dictionary<string, string?> Form(int containers = 1, string goods = "试验箱包", params (string Key, string Value)[] others)
    {
        var values = new Dictionary<string, string?> { ["Standard20"] = $"{containers}", ["Goods"] = goods, ["GrossKilograms"] = "12000" };
        foreach (var (key, value) in others) values[key] = value;
        return values;
    }

    /// <summary>Books by the form; leads to the page of the booking.</summary>
    public static async Task<string> BookAsync(this Visitor visitor, string departure, Dictionary<string, string?> form) =>
        (await visitor.SubmitAsync($"{Home}/new?departure={departure}&from=huaihua&to=vientiane", form, $"{Home}/new", button: "Send=true")).LedTo();

    public static Task<Booking> BookingAsync(this Portal portal, string page) =>
        portal.WithDatabaseAsync(db => db.Bookings.AsNoTracking().Include(b => b.Departure).SingleAsync(b => b.Number == NumberOf(page), Cancellation));

    public static Task<int> BookedAsync(this Portal portal, string departure) => portal.WithDatabaseAsync(db => db.Departures.Where(d => d.Number == departure).Select(d => d.Booked).SingleAsync(Cancellation));

    public static string NumberOf(string page) => page[(page.LastIndexOf('/') + 1)..];

    /// <summary>Takes a step by the page of a side.</summary>
    public static async Task StepAsync(this Visitor visitor, string page, string step, string? note = null) =>
        Assert.Equal(page, (await visitor.SubmitAsync(page, new() { ["Note"] = note ?? "" }, page, button: $"Step={step}")).LedTo());

    /// <summary>Changes a departure by the staff's act.</summary>
    public static async Task ChangeAsync(this Portal portal, string number, Func<DepartureDesk, Departure, Task<HuaihuaPilotZone.Common.Outcome>> act)
    {
        var outcome = await portal.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<DepartureDesk>();
            return await act(desk, (await desk.FindAsync(number, Cancellation))!);
        });
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Refusals[0].Message);
    }
}
