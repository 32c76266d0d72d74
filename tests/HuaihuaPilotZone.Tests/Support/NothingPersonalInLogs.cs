using System.Text.RegularExpressions;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>
/// Looks through every line that a portal of the suite has logged, after its tests: no mobile number, number of an identity card, mail address, password or token may stand
/// there. All tests type such things, so whatever would log what people type is found by the suite as a whole.
/// </summary>
public static partial class NothingPersonalInLogs
{
    private const int Shown = 200;

    /// <exception cref="Xunit.Sdk.XunitException">Something personal was logged.</exception>
    public static void Check(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var found = Directory.EnumerateFiles(folder, "*.jsonl").SelectMany(File.ReadLines).SelectMany(line => Traces(line).Select(t => $"{t}: {Texts.Cut(line, Shown)}")).Take(10).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found.Prepend("Personal data was logged.")));
    }

    /// <summary>What a line says that it must not.</summary>
    public static IEnumerable<string> Traces(string line)
    {
        if (line.Contains(DemonstrationAccounts.Password, StringComparison.Ordinal)) yield return "password";
        if (Mobile().IsMatch(line)) yield return "mobile number";
        if (IdentityCard().IsMatch(line)) yield return "identity card";
        if (Mail().IsMatch(line)) yield return "mail address";
        if (Token().IsMatch(line)) yield return "token";
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z.\-])1[3-9]\d{9}(?![0-9A-Za-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+\.[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"CfDJ8[A-Za-z0-9_\-]{20,}|(?i:(?:password|token|__RequestVerificationToken)=[^\s&""]{6,})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
