namespace HuaihuaPilotZone.Common;

/// <summary>A record that two people may edit. Its version is counted by us on every save, the same on both databases.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
