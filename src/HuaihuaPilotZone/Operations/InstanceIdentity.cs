using System.Reflection;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Operations;

/// <summary>Which instance this is.</summary>
public sealed class InstanceIdentity(TimeProvider clock)
{
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public string Name { get; } = Texts.Cut($"{Environment.MachineName}/{Environment.ProcessId}", PortalInstance.NameMaxLength);

    public string Version { get; } = Texts.Cut(
        typeof(InstanceIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "", PortalInstance.VersionMaxLength);

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; } = clock.GetUtcNow().UtcDateTime;
}
