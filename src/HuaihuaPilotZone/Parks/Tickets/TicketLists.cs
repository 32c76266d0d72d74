namespace HuaihuaPilotZone.Parks.Tickets;

/// <summary>What a tenant writes.</summary>
public sealed record TicketData(int UnitId, string Title, string Text, bool IsUrgent);

/// <summary>What somebody does with a repair.</summary>
public enum TicketStep
{
    /// <summary>受理, by the park.</summary>
    Accept,

    /// <summary>不予受理, by the park, with a reason.</summary>
    Refuse,

    /// <summary>完成, by the park.</summary>
    Finish,

    /// <summary>确认办结, by the tenant.</summary>
    Confirm,

    /// <summary>没有修好, by the tenant, with a reason.</summary>
    Reopen,
}

/// <summary>A unit that an enterprise rents today.</summary>
public sealed record RentedUnit(int UnitId, string ParkName, string BuildingName, string Code, UnitUse Use, long AreaHundredths, DateOnly From, DateOnly? Until, bool IsDemonstration)
{
    /// <summary>Square metres.</summary>
    public decimal Area => AreaHundredths / 100m;

    public string Place => $"{ParkName} {BuildingName} {Code}";
}

/// <summary>What the list is narrowed to and how it is ordered.</summary>
/// <param name="EnterpriseId">Only those of one tenant.</param>
/// <param name="OldestFirst">What has waited longest first.</param>
public sealed record TicketFilter(string? Text = null, TicketState? State = null, int? EnterpriseId = null, bool OldestFirst = false);

/// <summary>A repair in a list.</summary>
public sealed record TicketRow(
    int Id, string Number, string Title, bool IsUrgent, TicketState State, string ParkName, string BuildingName, string UnitCode, int EnterpriseId, string EnterpriseName, DateTime ReportedAt, DateTime MovedAt);
