namespace HuaihuaPilotZone.Operations;

/// <summary>Work that a room does about every night, and that somebody has to know of when it was not done.</summary>
public interface IRegularWork
{
    /// <summary>What it is called, Chinese.</summary>
    string Name { get; }

    /// <summary>When it was done last, UTC; null where it never was.</summary>
    Task<DateTime?> LastAsync(CancellationToken cancellation);
}
