using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Corridors.Timetable;

/// <summary>What a service was from a day on, with its stops, until a later one begins.</summary>
public sealed class ServiceState
{
    public int Id { get; init; }

    public required int ServiceId { get; init; }

    public ScheduledService? Service { get; init; }

    /// <summary>The first day on which the service was so; <see cref="DateOnly.MinValue"/> where it had always been.</summary>
    public required DateOnly Since { get; init; }

    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public int? CorridorId { get; init; }

    public Corridor? Corridor { get; init; }

    public string? Carrier { get; init; }

    public required Weekdays Days { get; init; }

    public required TimeOnly LeavesAt { get; init; }

    public required int CutOffMinutes { get; init; }

    public required int Capacity { get; init; }

    /// <summary>The first day of its calendar.</summary>
    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>The first day from which it is suspended, also one to come.</summary>
    public DateOnly? SuspendedFrom { get; init; }

    public string? SuspensionReason { get; init; }

    public decimal? LowestTemperature { get; init; }

    public decimal? HighestTemperature { get; init; }

    public bool TakesDangerousGoods { get; init; }

    public required string Source { get; init; }

    public required FigureStatus SourceStatus { get; init; }

    public string? PriceSource { get; init; }

    public FigureStatus? PriceStatus { get; init; }

    public List<ServiceStateStop> Stops { get; init; } = [];

    /// <summary>What a service is, from a day on.</summary>
    /// <param name="service">With its stops.</param>
    public static ServiceState Of(ScheduledService service, DateOnly since)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new ServiceState
        {
            ServiceId = service.Id,
            Since = since,
            Name = service.Name,
            EnglishName = service.EnglishName,
            CorridorId = service.CorridorId,
            Carrier = service.Carrier,
            Days = service.Days,
            LeavesAt = service.LeavesAt,
            CutOffMinutes = service.CutOffMinutes,
            Capacity = service.Capacity,
            From = service.From,
            Until = service.Until,
            SuspendedFrom = service.SuspendedFrom,
            SuspensionReason = service.SuspensionReason,
            LowestTemperature = service.LowestTemperature,
            HighestTemperature = service.HighestTemperature,
            TakesDangerousGoods = service.TakesDangerousGoods,
            Source = service.Source,
            SourceStatus = service.SourceStatus,
            PriceSource = service.PriceSource,
            PriceStatus = service.PriceStatus,
            Stops = [.. service.Stops.OrderBy(s => s.Position).Select(ServiceStateStop.Of)],
        };
    }

    /// <summary>The state as a service that has the same on its own columns.</summary>
    public ScheduledService ToService() => new()
    {
        Id = ServiceId,
        Code = Service!.Code,
        Name = Name,
        EnglishName = EnglishName,
        CorridorId = CorridorId,
        Corridor = Corridor,
        Carrier = Carrier,
        Days = Days,
        LeavesAt = LeavesAt,
        CutOffMinutes = CutOffMinutes,
        Capacity = Capacity,
        From = From,
        Until = Until,
        SuspendedFrom = SuspendedFrom,
        SuspensionReason = SuspensionReason,
        LowestTemperature = LowestTemperature,
        HighestTemperature = HighestTemperature,
        TakesDangerousGoods = TakesDangerousGoods,
        Source = Source,
        SourceStatus = SourceStatus,
        PriceSource = PriceSource,
        PriceStatus = PriceStatus,
        Stops = [.. Stops.OrderBy(s => s.Position).Select(s => s.ToStop(ServiceId))],
    };
}

/// <summary>A stop of a service as it was from a day on.</summary>
public sealed class ServiceStateStop
{
    public int StateId { get; init; }

    /// <summary>0 for the first stop.</summary>
    public required int Position { get; init; }

    public required int NodeId { get; init; }

    public Node? Node { get; init; }

    /// <summary>The leg that leads here; null at the first stop.</summary>
    public int? LegId { get; init; }

    public Leg? Leg { get; init; }

    /// <summary>Minutes after it left its first stop.</summary>
    public required int ArrivesAfter { get; init; }

    public required int LeavesAfter { get; init; }

    public decimal? YuanPerContainer { get; init; }

    internal static ServiceStateStop Of(ServiceStop stop) => new()
    {
        Position = stop.Position,
        NodeId = stop.NodeId,
        LegId = stop.LegId,
        ArrivesAfter = stop.ArrivesAfter,
        LeavesAfter = stop.LeavesAfter,
        YuanPerContainer = stop.YuanPerContainer,
    };

    internal ServiceStop ToStop(int service) => new()
    {
        ServiceId = service,
        Position = Position,
        NodeId = NodeId,
        Node = Node,
        LegId = LegId,
        Leg = Leg,
        ArrivesAfter = ArrivesAfter,
        LeavesAfter = LeavesAfter,
        YuanPerContainer = YuanPerContainer,
    };
}
