using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Parks;

/// <summary>A park in a list.</summary>
/// <param name="Occupancy">On the day of the list.</param>
public sealed record ParkRow(Park Park, Occupancy Occupancy);

/// <summary>A park as its page shows it.</summary>
/// <param name="Figures">Measured, wanted and planned ones; never to be mixed.</param>
/// <param name="On">Civil day of the occupancy.</param>
/// <param name="Vacant">A page of the units to let.</param>
public sealed record ParkView(Park Park, IReadOnlyList<Figure> Figures, DateOnly On, Occupancy Occupancy, Page<VacantUnit> Vacant)
{
    /// <summary>Whether units or leases of it were invented for the demonstration.</summary>
    public bool HasDemonstration => Vacant.Rows.Any(u => u.IsDemonstration) || Park.Buildings.Any(b => b.IsDemonstration);
}

/// <summary>Units to choose from.</summary>
/// <param name="Units">At most <see cref="ParkDirectory.MostVacant"/>.</param>
/// <param name="Total">How many can be asked for in all.</param>
public sealed record VacantChoice(IReadOnlyList<VacantUnit> Units, int Total)
{
    public static readonly VacantChoice None = new([], 0);

    public bool HasMore => Total > Units.Count;
}

/// <summary>A unit that can be asked for.</summary>
/// <param name="AreaHundredths">Hundredths of a square metre.</param>
public sealed record VacantUnit(int Id, string ParkName, string BuildingName, string Code, string? Floor, UnitUse Use, long AreaHundredths, bool IsDemonstration)
{
    /// <summary>Square metres.</summary>
    public decimal Area => AreaHundredths / 100m;

    /// <summary>Such as 示例园 1 号楼 A-203.</summary>
    public string Place => $"{ParkName} {BuildingName} {Code}";
}

/// <summary>What the list of units is narrowed to.</summary>
public enum UnitState
{
    /// <summary>空置: can be let.</summary>
    Vacant,

    /// <summary>在租.</summary>
    Let,

    /// <summary>已预定: let from a later day on.</summary>
    Promised,

    /// <summary>不可出租.</summary>
    NotLettable,
}

public enum UnitSort
{
    /// <summary>By park, building and code.</summary>
    Place,
    Area,

    /// <summary>By the last day of the running lease.</summary>
    Until,
}

/// <summary>What the list of units is narrowed to and how it is ordered.</summary>
public sealed record UnitFilter(
    string? Text = null, int? ParkId = null, UnitUse? Use = null, UnitState? State = null, UnitSort Sort = UnitSort.Place, bool Descending = false);

/// <summary>A unit in the list.</summary>
public sealed record UnitRow
{
    public int Id { get; init; }

    public string ParkName { get; init; } = "";

    public string BuildingName { get; init; } = "";

    public string Code { get; init; } = "";

    public string? Floor { get; init; }

    public UnitUse Use { get; init; }

    public long AreaHundredths { get; init; }

    public bool IsLettable { get; init; }

    public int? TenantId { get; init; }

    public string? TenantName { get; init; }

    /// <summary>First day of the running lease.</summary>
    public DateOnly? LetFrom { get; init; }

    public DateOnly? LetUntil { get; init; }

    public bool IsPromised { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>Square metres.</summary>
    public decimal Area => AreaHundredths / 100m;

    public UnitState State => TenantId is not null ? UnitState.Let : IsPromised ? UnitState.Promised : IsLettable ? UnitState.Vacant : UnitState.NotLettable;
}

public static class UnitStateWords
{
    public static string Word(this UnitState state) => state switch
    {
        UnitState.Vacant => "空置",
        UnitState.Let => "在租",
        UnitState.Promised => "已预定",
        UnitState.NotLettable => "不可出租",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
