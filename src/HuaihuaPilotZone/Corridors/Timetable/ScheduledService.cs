using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>A train, ship or lorry that runs by a calendar. Its departures are made from it some weeks ahead; a change of it reaches those that nobody has changed or booked.</summary>
public sealed class ScheduledService : IVersioned
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 60;
    public const int EnglishNameMaxLength = 100;
    public const int CarrierMaxLength = 60;
    public const int SourceMaxLength = 300;
    public const int ReasonMaxLength = 200;

    public int Id { get; init; }

    /// <summary>What a departure's number begins with, such as ZL01.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    /// <summary>The corridor it runs on; null for one that belongs to none.</summary>
    public int? CorridorId { get; set; }

    public Corridor? Corridor { get; init; }

    /// <summary>Who runs it; null while nobody is named.</summary>
    public string? Carrier { get; set; }

    /// <summary>On which days it leaves its first stop.</summary>
    public required Weekdays Days { get; set; }

    /// <summary>Local time at the first stop.</summary>
    public required TimeOnly LeavesAt { get; set; }

    /// <summary>Minutes before it leaves in which it takes no more goods.</summary>
    public required int CutOffMinutes { get; set; }

    /// <summary>Containers that a departure carries.</summary>
    public required int Capacity { get; set; }

    /// <summary>The first day on which it runs.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day; null while no end is set.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The first day from which it is suspended; null while it runs.</summary>
    public DateOnly? SuspendedFrom { get; set; }

    public string? SuspensionReason { get; set; }

    /// <summary>Lowest and highest temperature that it can keep, in °C; null where it has no cooling.</summary>
    public decimal? LowestTemperature { get; set; }

    public decimal? HighestTemperature { get; set; }

    public bool TakesDangerousGoods { get; set; }

    /// <summary>Who gives the calendar and the times.</summary>
    public required string Source { get; set; }

    public required FigureStatus SourceStatus { get; set; }

    /// <summary>Who gives the prices of its stops; null while it has none of its own, and then those of the legs count.</summary>
    public string? PriceSource { get; set; }

    public FigureStatus? PriceStatus { get; set; }

    public List<ServiceStop> Stops { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Whether it leaves on a day by its calendar; a day from which it is suspended is none.</summary>
    public bool RunsOn(DateOnly day) => day >= From && (Until is null || day <= Until) && (SuspendedFrom is null || day < SuspendedFrom) && Days.Holds(day.DayOfWeek);
}

/// <summary>A stop of a service. The first one is where it starts.</summary>
public sealed class ServiceStop
{
    public int ServiceId { get; init; }

    /// <summary>0 for the first stop.</summary>
    public required int Position { get; init; }

    public required int NodeId { get; init; }

    public Node? Node { get; init; }

    /// <summary>The leg that leads here; null at the first stop.</summary>
    public int? LegId { get; init; }

    public Leg? Leg { get; init; }

    /// <summary>Minutes after it left its first stop; 0 there.</summary>
    public required int ArrivesAfter { get; init; }

    /// <summary>Minutes after it left its first stop; at the last stop the same as its arrival.</summary>
    public required int LeavesAfter { get; init; }

    /// <summary>Yuan for a container from the stop before to here; null where the leg's price counts.</summary>
    public decimal? YuanPerContainer { get; init; }
}

/// <summary>Days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}

public static class WeekdayWords
{
    private static readonly (Weekdays Day, string Word)[] _words =
        [(Weekdays.Monday, "一"), (Weekdays.Tuesday, "二"), (Weekdays.Wednesday, "三"), (Weekdays.Thursday, "四"), (Weekdays.Friday, "五"), (Weekdays.Saturday, "六"), (Weekdays.Sunday, "日")];

    /// <summary>Such as 每周二、五; 每天 for all seven.</summary>
    public static string Word(this Weekdays days) => days switch
    {
        Weekdays.All => "每天",
        Weekdays.None => "不开行",
        _ => $"每周{string.Join("、", _words.Where(w => days.HasFlag(w.Day)).Select(w => w.Word))}",
    };

    /// <summary>Reads what <see cref="Word"/> writes, and shorter forms such as 周一三五 or 1、3、5.</summary>
    /// <returns>Null for anything else.</returns>
    public static Weekdays? Read(string text)
    {
        if (text is "每天" or "每日") return Weekdays.All;
        var days = Weekdays.None;
        foreach (var sign in text.Where(c => !"每周星期逢、，,；;/ ".Contains(c, StringComparison.Ordinal)))
        {
            var place = "一二三四五六日".IndexOf(sign, StringComparison.Ordinal);
            if (place < 0) place = "1234567".IndexOf(sign, StringComparison.Ordinal);
            if (sign == '天') place = 6;
            if (place < 0) return null;
            days |= (Weekdays)(1 << place);
        }
        return days == Weekdays.None ? null : days;
    }

    public static bool Holds(this Weekdays days, DayOfWeek day) => days.HasFlag((Weekdays)(1 << (((int)day + 6) % 7)));
}
