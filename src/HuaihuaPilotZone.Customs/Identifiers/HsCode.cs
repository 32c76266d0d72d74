using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>
/// 商品编码: 4, 6, 8 or 10 digits. There is no check digit; whether a code exists is for the tariff tables to say.
/// </summary>
public static class HsCode
{
    /// <summary>Digits of the code that customs documents carry.</summary>
    public const int FullLength = 10;

    /// <summary>Half-width, without dots and spaces.</summary>
    public static string Normalize(string? text) => text is null ? "" : TextCleaning.Code(text, FieldKind.HsCode);

    /// <summary>Null when a chapter of that number exists and the length is even. The text is normalised first.</summary>
    public static IdentifierProblem? Check(string? text)
    {
        var code = Normalize(text);
        if (code.Length == 0) return new IdentifierProblem(IdentifierFault.Missing, "没有填写商品编码。");
        var letter = code.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (letter >= 0) return new IdentifierProblem(IdentifierFault.Character, Invariant($"商品编码第 {letter + 1} 位应为数字，填的是“{code[letter]}”。"), letter + 1);
        if (code.Length is not (4 or 6 or 8 or FullLength)) return new IdentifierProblem(IdentifierFault.Length, Invariant($"商品编码应为 4、6、8 或 10 位数字，填了 {code.Length} 位。"));
        return ChapterExists(code) ? null : new IdentifierProblem(IdentifierFault.Structure, $"商品编码以 {code[..2]} 开头，协调制度没有第 {code[..2]} 章。", 1);
    }

    /// <summary>Chapters 01 to 97 without 77 exist; 98 and 99 are national special chapters.</summary>
    internal static bool ChapterExists(ReadOnlySpan<char> code)
    {
        var chapter = ((code[0] - '0') * 10) + (code[1] - '0');
        return chapter is not (0 or 77);
    }

    /// <summary>Chapters 98 and 99.</summary>
    internal static bool IsSpecialChapter(ReadOnlySpan<char> code) => code[0] == '9' && code[1] >= '8';
}
