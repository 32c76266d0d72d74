namespace HuaihuaPilotZone.Backups;

/// <summary>What the journal says of backups.</summary>
public static class BackupActs
{
    public const string Made = "backup.made";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act == Made ? "完成备份" : act;
}
