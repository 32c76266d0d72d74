namespace HuaihuaPilotZone.Tests.Support;

/// <summary>A clock that tests can set; it starts on 2026-11-22 10:00 in Huaihua.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;
}
