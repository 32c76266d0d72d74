using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>商品条码 GTIN-8, -12 (UPC-A), -13 (EAN) and -14. The CEB field is free text, so a failing check is only a warning.</summary>
public static class Gtin
{
    /// <summary>Trimmed, half-width, without spaces and hyphens.</summary>
    public static string Normalize(string? text) => text is null ? "" : TextCleaning.Code(text, FieldKind.Party);

    /// <summary>Whether the text has the shape of a GTIN, right or wrong.</summary>
    public static bool HasShape(string text) => text.Length is 8 or 12 or 13 or 14 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Null when the code is right. The text is normalised first.</summary>
    public static IdentifierProblem? Check(string? text)
    {
        var code = Normalize(text);
        var problem = Judge(code);
        return problem is not null && code.Length is 8 or 12 or 13 or 14 ? problem with { Repair = SlipRepair.Only(code, static c => Judge(c) is null) } : problem;
    }

    private static IdentifierProblem? Judge(string code)
    {
        if (code.Length == 0) return new IdentifierProblem(IdentifierFault.Missing, "没有填写条形码。");
        var letter = code.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (letter >= 0) return new IdentifierProblem(IdentifierFault.Character, Invariant($"条形码第 {letter + 1} 位应为数字，填的是“{code[letter]}”。"), letter + 1);
        if (!HasShape(code)) return new IdentifierProblem(IdentifierFault.Length, Invariant($"条形码应为 8、12、13 或 14 位数字，填了 {code.Length} 位。"));
        var expected = ExpectedCheck(code);
        return code[^1] == expected
            ? null
            : new IdentifierProblem(IdentifierFault.CheckCharacter, $"条形码的校验位不符：按前面各位推算，末位应为 {expected}，填的是 {code[^1]}。", code.Length);
    }

    private static char ExpectedCheck(string code)
    {
        var sum = 0;
        var weight = 3;
        for (var i = code.Length - 2; i >= 0; i--)
        {
            sum += (code[i] - '0') * weight;
            weight = 4 - weight;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
