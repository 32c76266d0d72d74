using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.WorkingDays;

/// <summary>The arrangement of 2026, as the General Office of the State Council published it on 2025-11-04.</summary>
internal sealed class WorkingDaysSeed(PortalDbContext db, NumberGiver numbers, Actor actor, ChinaTime time) : RoomSeed
{
    private const int Year = 2026;

    // each holiday with its days off, first and last, and the days worked for it
    private static readonly (string Name, string From, string To, string[] MakeUp)[] _holidays =
    [
        ("元旦", "01-01", "01-03", ["01-04"]),
        ("春节", "02-15", "02-23", ["02-14", "02-28"]),
        ("清明节", "04-04", "04-06", []),
        ("劳动节", "05-01", "05-05", ["05-09"]),
        ("端午节", "06-19", "06-21", []),
        ("中秋节", "09-25", "09-27", []),
        ("国庆节", "10-01", "10-07", ["09-20", "10-10"]),
    ];

    public override int Order => 5;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        if (await db.WorkingYears.AnyAsync(y => y.Year == Year, cancellation)) return;
        await numbers.EnsureAsync(WorkingCalendarSource.Stamp, cancellation);
        await db.InTransactionAsync(
            async token =>
            {
                db.WorkingYears.Add(new WorkingYear
                {
                    Year = Year,
                    SourceTitle = "国务院办公厅关于2026年部分节假日安排的通知",
                    SourceAddress = "https://politics.gmw.cn/2025-11/04/content_38391083.htm",
                    SourceDate = new DateOnly(2025, 11, 4),
                    UpdatedBy = actor.Name,
                    UpdatedAt = time.UtcNow,
                    Days = [.. _holidays.SelectMany(h => Days(h.Name, h.From, h.To, h.MakeUp))],
                });
                await db.SaveChangesAsync(token);
                await numbers.NextAsync(WorkingCalendarSource.Stamp, token);
                return Outcome.Done;
            },
            cancellation);
    }

    private static IEnumerable<SpecialDay> Days(string name, string from, string to, IEnumerable<string> makeUp)
    {
        for (var day = Day(from); day <= Day(to); day = day.AddDays(1)) yield return new SpecialDay { Day = day, Kind = DayKind.Off, Name = name };
        foreach (var day in makeUp) yield return new SpecialDay { Day = Day(day), Kind = DayKind.MakeUp, Name = name };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact($"{Year}-{text}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
