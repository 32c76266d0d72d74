namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Keys of personal columns for tests: the same everywhere, so that all portals of a run share one model.</summary>
internal static class TestKeys
{
    public static string Encrypting { get; } = Make(1);

    public static string Marking { get; } = Make(2);

    public static string Make(byte seed) => Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7 + seed))]);
}
