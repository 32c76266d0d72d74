using System.Globalization;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Fresh credit codes of the unallocated division 431299 whose check characters fit (GB 32100-2015, GB 11714).</summary>
internal static class CreditCode
{
    private const string Symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] _weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] _organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    private static int _last = 1000;

    /// <summary>A code that no other test has.</summary>
    public static string Next()
    {
        var code = "91431299MA" + Interlocked.Increment(ref _last).ToString("D6", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(code[8 + i]) ? code[8 + i] - '0' : code[8 + i] - 'A' + 10) * _organisationWeights[i];
        code += (11 - (sum % 11)) switch { 10 => "X", 11 => "0", var digit => digit.ToString(CultureInfo.InvariantCulture) };
        sum = 0;
        for (var i = 0; i < _weights.Length; i++) sum += Symbols.IndexOf(code[i], StringComparison.Ordinal) * _weights[i];
        return code + Symbols[(31 - (sum % 31)) % 31];
    }
}
