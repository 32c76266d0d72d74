namespace HuaihuaPilotZone.Tests.Support;

/// <summary>How a rule of the house fails: with every place that breaks it, whole and one per line.</summary>
internal static class Rule
{
    public static void HoldsEverywhere(IEnumerable<string> offences)
    {
        var found = offences.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (found.Count > 0) Assert.Fail($"{found.Count}:\n{string.Join('\n', found)}");
    }
}
