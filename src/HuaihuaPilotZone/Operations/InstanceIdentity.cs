using System.Reflection;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Operations;

/// <summary>Which instance this is.</summary>
public sealed class InstanceIdentity(TimeProvider clock)
{
    /// <summary>Characters of the instance in its leases.</summary>
    public const int LeaseHead = 8;

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public string Name { get; } = Texts.Cut($"{Environment.MachineName}/{Environment.ProcessId}", PortalInstance.NameMaxLength);

    public string Version { get; } = Texts.Cut(
        typeof(InstanceIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "", PortalInstance.VersionMaxLength);

    /// <summary>A lease that nobody else has; its first characters are those of the instance, so that it can be seen whose it is.</summary>
    public string NewLease() => string.Concat(Id.AsSpan(0, LeaseHead), Guid.NewGuid().ToString("N").AsSpan(LeaseHead));

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; } = clock.GetUtcNow().UtcDateTime;
}
