using System.Buffers;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>
/// 统一社会信用代码 (GB 32100-2015): 18 characters; two checks, that of the whole (mod 31, position 18)
/// and that of the organisation code inside (GB 11714, position 17).
/// The first decides, because no single slip gets past it. The second tells how to read a failure: when it fails too
/// (<see cref="IdentifierFault.BothChecks"/>) somebody mistyped; when it fits (<see cref="IdentifierFault.CheckCharacter"/>)
/// the code may be one of the few early ones that fail mod 31, and callers may let it pass with a reason.
/// </summary>
public static class UnifiedSocialCreditCode
{
    public const int Length = 18;

    /// <summary>The 31 symbols in the order of their values; I, O, S, V and Z are left out.</summary>
    private const string Symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int OrganisationStart = 8;
    private const int OrganisationCheckAt = 16;

    private static readonly SearchValues<char> _symbols = SearchValues.Create(Symbols);
    private static readonly int[] _weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] _organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    // pairs that eyes and keyboards mix up, both of them allowed symbols
    private static readonly string[] _lookalikes = ["0D", "0Q", "1L", "17", "8B", "6G", "38", "UY", "WX", "MN", "EF", "PR"];

    /// <summary>Trimmed, upper case, half-width, without spaces and hyphens.</summary>
    public static string Normalize(string? text) => text is null ? "" : TextCleaning.Code(text, FieldKind.Party);

    /// <summary>Null when the code is right. The text is normalised first.</summary>
    public static IdentifierProblem? Check(string? text)
    {
        var code = Normalize(text);
        return Judge(code) is { } problem ? problem with { Repair = problem.Repair ?? RepairOf(code, problem.Fault) } : null;
    }

    private static IdentifierProblem? Judge(string code)
    {
        if (code.Length == 0) return new IdentifierProblem(IdentifierFault.Missing, "没有填写统一社会信用代码。");
        if (WrongCharacter(code) is { } wrong) return wrong;
        if (code.Length != Length)
        {
            var difference = code.Length < Length ? Invariant($"还差 {Length - code.Length} 位") : Invariant($"多了 {code.Length - Length} 位");
            return new IdentifierProblem(IdentifierFault.Length, $"统一社会信用代码应为 18 位，{difference}。");
        }

        for (var i = 2; i < OrganisationStart; i++)
        {
            if (!char.IsAsciiDigit(code[i])) return new IdentifierProblem(IdentifierFault.Character, Invariant($"统一社会信用代码第 3 至 8 位是行政区划，应为数字，第 {i + 1} 位是“{code[i]}”。"), i + 1);
        }

        return CheckCharacters(code);
    }

    /// <summary>Whether the organisation code in positions 9 to 17 carries its own right check character; false for anything that is no credit code.</summary>
    public static bool HasRightOrganisationCode(string? text) =>
        Normalize(text) is { Length: Length } code && code.AsSpan().IndexOfAnyExcept(_symbols) < 0 && OrganisationFits(code);

    /// <summary>The code that begins with these 16 characters, with both check characters that fit; for invented codes of demonstrations and trials.</summary>
    /// <exception cref="ArgumentException">There are not 16 symbols of a code.</exception>
    public static string Complete(string beginning)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        if (beginning.Length != OrganisationCheckAt || beginning.AsSpan().IndexOfAnyExcept(_symbols) >= 0) throw new ArgumentException("A code begins with 16 of its symbols.", nameof(beginning));
        var head = beginning + ExpectedOrganisationCheck(beginning);
        return head + ExpectedCheck(head);
    }

    // a failing check has been looked into with more look-alikes than those of other numbers: see LikelySlip
    private static string? RepairOf(string code, IdentifierFault fault) =>
        fault == IdentifierFault.Character && code.Length == Length ? SlipRepair.Only(code, static c => Judge(c) is null) : null;

    /// <summary>The check character that the first 17 characters ask for.</summary>
    private static char ExpectedCheck(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < _weights.Length; i++) sum += Symbols.IndexOf(code[i]) * _weights[i];
        return Symbols[(31 - (sum % 31)) % 31];
    }

    private static IdentifierProblem? WrongCharacter(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (Symbols.Contains(code[i])) continue;
            var likely = code[i] switch { 'O' => "0", 'I' => "1", 'Z' => "2", 'S' => "5", 'V' => "U", _ => null };
            var advice = likely is null ? "" : $"，可能应为“{likely}”";
            return new IdentifierProblem(IdentifierFault.Character, Invariant($"统一社会信用代码第 {i + 1} 位是“{code[i]}”，代码中不使用这个字符{advice}。"), i + 1);
        }

        return null;
    }

    private static IdentifierProblem? CheckCharacters(string code)
    {
        var expected = ExpectedCheck(code);
        if (expected == code[^1]) return null;
        var fault = OrganisationFits(code) ? IdentifierFault.CheckCharacter : IdentifierFault.BothChecks;
        if (LikelySlip(code) is { } slip) return slip with { Fault = fault };
        return fault == IdentifierFault.CheckCharacter
            ? new IdentifierProblem(fault, $"统一社会信用代码的校验位不符：按前 17 位推算，第 18 位应为“{expected}”，填的是“{code[^1]}”。请对照营业执照。", Length)
            : new IdentifierProblem(fault, "统一社会信用代码的两个校验位都不符，其中有一位填错。请对照营业执照。");
    }

    private static bool OrganisationFits(ReadOnlySpan<char> code) => code[OrganisationCheckAt] == ExpectedOrganisationCheck(code);

    private static char ExpectedOrganisationCheck(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < _organisationWeights.Length; i++) sum += OrganisationValue(code[OrganisationStart + i]) * _organisationWeights[i];
        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static int OrganisationValue(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    // One pair of neighbours swapped, or one look-alike: worth saying only when exactly one such slip explains everything.
    private static IdentifierProblem? LikelySlip(string code)
    {
        IdentifierProblem? found = null;
        var candidate = code.ToCharArray();
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var pair in _lookalikes)
            {
                var at = pair.IndexOf(code[i], StringComparison.Ordinal);
                if (at < 0) continue;
                candidate[i] = pair[1 - at];
                if (IsRight(candidate))
                {
                    if (found is not null) return null;
                    found = new IdentifierProblem(IdentifierFault.BothChecks, Invariant($"统一社会信用代码的校验位不符，第 {i + 1} 位“{code[i]}”可能应为“{candidate[i]}”。请对照营业执照。"), i + 1)
                    {
                        Repair = SlipRepair.Lookalike(code[i]) == candidate[i] ? new string(candidate) : null,
                    };
                }

                candidate[i] = code[i];
            }

            if (i + 1 == code.Length || code[i] == code[i + 1]) continue;
            (candidate[i], candidate[i + 1]) = (code[i + 1], code[i]);
            if (IsRight(candidate))
            {
                if (found is not null) return null;
                found = new IdentifierProblem(IdentifierFault.BothChecks, Invariant($"统一社会信用代码的校验位不符，第 {i + 1}、{i + 2} 位可能颠倒，应为“{candidate[i]}{candidate[i + 1]}”。请对照营业执照。"), i + 1) { Repair = new string(candidate) };
            }

            (candidate[i], candidate[i + 1]) = (code[i], code[i + 1]);
        }

        return found;
    }

    private static bool IsRight(ReadOnlySpan<char> code)
    {
        for (var i = 2; i < OrganisationStart; i++)
        {
            if (!char.IsAsciiDigit(code[i])) return false;
        }

        return OrganisationFits(code) && ExpectedCheck(code) == code[^1];
    }
}
