using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Operations;

/// <summary>One run of the portal's program. While it lives it says so every few seconds; a new start is a new record.</summary>
public sealed class PortalInstance
{
    public const int IdLength = 32;
    public const int NameMaxLength = 100;
    public const int VersionMaxLength = 60;

    public required string Id { get; init; }

    /// <summary>Name of the machine and number of the process.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the build.</summary>
    public required string Version { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC; its last sign of life.</summary>
    public required DateTime SeenAt { get; init; }

    /// <summary>UTC; when it was stopped in order. One that is gone without it has died.</summary>
    public DateTime? StoppedAt { get; init; }

    /// <summary>Room left where it keeps its log, as last seen.</summary>
    public required long FreeMegabytes { get; init; }

    /// <summary>Memory that it holds, as last seen.</summary>
    public required long MemoryMegabytes { get; init; }
}

/// <summary>How an instance is.</summary>
public enum InstanceState
{
    /// <summary>运行中.</summary>
    Alive,

    /// <summary>已停止: in order.</summary>
    Stopped,

    /// <summary>失联: no sign of life, and no word that it stops.</summary>
    Lost,
}

public static class InstanceStates
{
    public static string Word(this InstanceState state) => state switch
    {
        InstanceState.Alive => "运行中",
        InstanceState.Stopped => "已停止",
        InstanceState.Lost => "失联",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>How long pages of one route take on one instance, over the last hour.</summary>
public sealed class RouteTiming
{
    public const int RouteMaxLength = 200;

    public required string InstanceId { get; init; }

    public PortalInstance? Instance { get; init; }

    /// <summary>Method and route pattern, never an address.</summary>
    public required string Route { get; init; }

    public required int Count { get; init; }

    /// <summary>Milliseconds that half of the requests did not exceed.</summary>
    public required int P50 { get; init; }

    public required int P95 { get; init; }

    public required int Most { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class PortalInstanceTable : IEntityTypeConfiguration<PortalInstance>
{
    public void Configure(EntityTypeBuilder<PortalInstance> builder)
    {
        builder.ToTable("PortalInstances");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).HasMaxLength(PortalInstance.IdLength);
        builder.Property(i => i.Name).HasMaxLength(PortalInstance.NameMaxLength);
        builder.Property(i => i.Version).HasMaxLength(PortalInstance.VersionMaxLength);
        builder.HasIndex(i => i.SeenAt);
    }
}

internal sealed class RouteTimingTable : IEntityTypeConfiguration<RouteTiming>
{
    public void Configure(EntityTypeBuilder<RouteTiming> builder)
    {
        builder.ToTable("RouteTimings");
        builder.HasKey(t => new { t.InstanceId, t.Route });
        builder.Property(t => t.InstanceId).HasMaxLength(PortalInstance.IdLength);
        builder.Property(t => t.Route).HasMaxLength(RouteTiming.RouteMaxLength);
        builder.HasOne(t => t.Instance).WithMany().HasForeignKey(t => t.InstanceId);
        builder.HasIndex(t => t.P95);
    }
}
