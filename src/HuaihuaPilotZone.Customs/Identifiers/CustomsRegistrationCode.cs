using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>
/// 海关注册编码: 10 characters, no check digit. Positions 1 to 4 place, 5 economic area, 6 kind of company, 7 to 10 serial;
/// live codes carry a letter in position 5 and letters in positions 8 to 10.
/// </summary>
public static class CustomsRegistrationCode
{
    public const int Length = 10;

    /// <summary>Trimmed, upper case, half-width, without spaces and hyphens.</summary>
    public static string Normalize(string? text) => text is null ? "" : TextCleaning.Code(text, FieldKind.Party);

    /// <summary>Null when the code has the right shape. The text is normalised first.</summary>
    public static IdentifierProblem? Check(string? text)
    {
        var code = Normalize(text);
        if (code.Length == 0) return new IdentifierProblem(IdentifierFault.Missing, "没有填写海关注册编码。");
        if (code.Length != Length)
        {
            var difference = code.Length < Length ? Invariant($"还差 {Length - code.Length} 位") : Invariant($"多了 {code.Length - Length} 位");
            return new IdentifierProblem(IdentifierFault.Length, $"海关注册编码应为 10 位，{difference}。");
        }

        for (var i = 0; i < code.Length; i++)
        {
            var mayBeLetter = i is 4 or > 6;
            if (char.IsAsciiDigit(code[i]) || (mayBeLetter && char.IsAsciiLetterUpper(code[i]))) continue;
            return new IdentifierProblem(IdentifierFault.Character, Invariant($"海关注册编码第 {i + 1} 位应为{(mayBeLetter ? "数字或字母" : "数字")}，填的是“{code[i]}”。"), i + 1);
        }

        return null;
    }
}
