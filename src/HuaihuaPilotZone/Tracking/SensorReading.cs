using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Tracking;

/// <summary>A device that travels with a consignment, and what it said last.</summary>
public sealed class Sensor
{
    public const int DeviceMaxLength = 40;

    public int Id { get; init; }

    public required int ConsignmentId { get; init; }

    public Consignment? Consignment { get; init; }

    /// <summary>The provider's name of the device.</summary>
    public required string Device { get; init; }

    /// <summary>
    /// Whose device it is: the provider's that spoke for it first; no other one reads or reports it. Null for one that has not spoken yet, and for one from before
    /// it was written down: those are the goods' owner's and the park's.
    /// </summary>
    public int? ProviderId { get; set; }

    public Enterprise? Provider { get; init; }

    /// <summary>UTC; when the consignment's owner said that it travels along. Null for one that is known by its readings only.</summary>
    public DateTime? AnnouncedAt { get; set; }

    /// <summary>UTC; time of the newest reading.</summary>
    public DateTime? LastAt { get; set; }

    /// <summary>Hundredths of a degree Celsius, of the newest reading that has a temperature.</summary>
    public int? LastTemperature { get; set; }

    /// <summary>Degrees north, of the newest reading that has a position.</summary>
    public decimal? LastLatitude { get; set; }

    /// <summary>Degrees east.</summary>
    public decimal? LastLongitude { get; set; }
}

/// <summary>What a sensor said at one moment: temperature, position or both.</summary>
public sealed class SensorReading
{
    public long Id { get; init; }

    public required int SensorId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Minutes since 1970-01-01 UTC: what charts are thinned by, the same on both databases.</summary>
    public required int Minute { get; init; }

    /// <summary>Hundredths of a degree Celsius.</summary>
    public int? Temperature { get; init; }

    /// <summary>Degrees north (WGS 84).</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east (WGS 84).</summary>
    public decimal? Longitude { get; init; }
}
