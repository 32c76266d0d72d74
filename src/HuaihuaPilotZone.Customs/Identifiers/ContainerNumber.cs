using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>
/// 集装箱号 (ISO 6346): three owner letters, U, J or Z, six digits and a check digit.
/// Boxes without a valid check digit exist, so callers should treat <see cref="IdentifierFault.CheckCharacter"/> as a warning.
/// </summary>
public static class ContainerNumber
{
    public const int Length = 11;

    /// <summary>Trimmed, upper case, half-width, without spaces and hyphens.</summary>
    public static string Normalize(string? text) => text is null ? "" : TextCleaning.Code(text, FieldKind.Party);

    /// <summary>Null when the number is right. The text is normalised first.</summary>
    public static IdentifierProblem? Check(string? text)
    {
        var number = Normalize(text);
        var problem = Judge(number);
        return problem is not null && number.Length == Length ? problem with { Repair = SlipRepair.Only(number, static n => Judge(n) is null) } : problem;
    }

    /// <summary>The same check in one answer for those who type a number: what is kept, what is wrong, and which character it probably is.</summary>
    public static ContainerNumberCheck Examine(string? text)
    {
        var number = Normalize(text);
        if (Check(number) is not { } problem) return new ContainerNumberCheck(number, true, null, null, null);
        var isCheckDigit = problem.Fault == IdentifierFault.CheckCharacter;
        // a check digit that does not fit says nothing of its place; only a repair does
        int? place = problem.Repair is { } repair ? FirstDifference(number, repair) : isCheckDigit ? null : problem.Position - 1;
        var hint = problem.Repair is null ? "" : Slip(number, problem.Repair, place!.Value);
        return new ContainerNumberCheck(number, false, problem.Message + hint, place, problem.Repair) { IsCheckDigitOnly = isCheckDigit };
    }

    private static int FirstDifference(string typed, string right)
    {
        var at = 0;
        while (typed[at] == right[at]) at++;
        return at;
    }

    private static string Slip(string typed, string right, int at) => at + 1 < Length && typed[at + 1] != right[at + 1]
        ? Invariant($"可能是第 {at + 1}、{at + 2} 位写反了，应为 {right}。")
        : Invariant($"可能是第 {at + 1} 位的“{typed[at]}”应为“{right[at]}”，即 {right}。");

    private static IdentifierProblem? Judge(string number)
    {
        if (number.Length == 0) return new IdentifierProblem(IdentifierFault.Missing, "没有填写集装箱号。");
        if (number.Length != Length)
        {
            var difference = number.Length < Length ? Invariant($"还差 {Length - number.Length} 位") : Invariant($"多了 {number.Length - Length} 位");
            return new IdentifierProblem(IdentifierFault.Length, $"集装箱号应为 4 个字母加 7 位数字，{difference}。");
        }

        for (var i = 0; i < Length; i++)
        {
            if (i < 4 ? char.IsAsciiLetterUpper(number[i]) : char.IsAsciiDigit(number[i])) continue;
            return new IdentifierProblem(IdentifierFault.Character, Invariant($"集装箱号第 {i + 1} 位应为{(i < 4 ? "字母" : "数字")}，填的是“{number[i]}”。"), i + 1);
        }

        if (number[3] is not ('U' or 'J' or 'Z')) return new IdentifierProblem(IdentifierFault.Structure, $"集装箱号第 4 位应为 U、J 或 Z，填的是“{number[3]}”。", 4);
        var expected = ExpectedCheck(number);
        return number[^1] == expected
            ? null
            : new IdentifierProblem(IdentifierFault.CheckCharacter, $"集装箱号的校验位不符：按前 10 位推算，末位应为 {expected}，填的是 {number[^1]}。请对照箱体核对。", Length);
    }

    private static char ExpectedCheck(string number)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++) sum += Value(number[i]) << i;
        return (char)('0' + (sum % 11 % 10));
    }

    // A is 10; the multiples of 11 (11, 22, 33) are left out.
    private static int Value(char c)
    {
        if (char.IsAsciiDigit(c)) return c - '0';
        return c switch
        {
            'A' => 10,
            <= 'K' => c - 'A' + 11,
            <= 'U' => c - 'A' + 12,
            _ => c - 'A' + 13,
        };
    }
}
