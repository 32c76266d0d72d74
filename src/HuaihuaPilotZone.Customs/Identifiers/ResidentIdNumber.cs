using System.Collections.Frozen;
using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>公民身份号码 (GB 11643): six digits of division, birth date, three digits, check character.</summary>
public static class ResidentIdNumber
{
    public const int Length = 18;

    private const string CheckCharacters = "10X98765432";

    private static readonly DateOnly _earliest = new(1900, 1, 1);

    private static readonly FrozenSet<string> _provinces = new[]
    {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
        "65", "71", "81", "82", "83",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly int[] _weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Trimmed, upper case, half-width, without spaces and hyphens.</summary>
    public static string Normalize(string? text) => text is null ? "" : TextCleaning.Code(text, FieldKind.Party);

    /// <summary>
    /// Whether a number begins with a province, region or municipality of GB/T 2260, or with one of 81 to 83 (residence permits of people from
    /// Hong Kong, Macao and Taiwan; facts D5).
    /// </summary>
    public static bool IsOfKnownProvince(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length >= 2 && _provinces.Contains(number[..2]);
    }

    /// <summary>Null when the number is right. The text is normalised first.</summary>
    /// <param name="today">Nobody is born later.</param>
    public static IdentifierProblem? Check(string? text, DateOnly today)
    {
        var number = Normalize(text);
        var problem = Judge(number, today);
        return problem is not null && number.Length == Length ? problem with { Repair = SlipRepair.Only(number, n => Judge(n, today) is null) } : problem;
    }

    private static IdentifierProblem? Judge(string number, DateOnly today)
    {
        if (number.Length == 0) return new IdentifierProblem(IdentifierFault.Missing, "没有填写身份证号。");
        if (number.Length != Length)
        {
            var difference = number.Length < Length ? Invariant($"还差 {Length - number.Length} 位") : Invariant($"多了 {number.Length - Length} 位");
            return new IdentifierProblem(IdentifierFault.Length, $"身份证号应为 18 位，{difference}。");
        }

        for (var i = 0; i < Length; i++)
        {
            if (char.IsAsciiDigit(number[i]) || (i == Length - 1 && number[i] == 'X')) continue;
            return new IdentifierProblem(IdentifierFault.Character, Invariant($"身份证号第 {i + 1} 位应为数字{(i == Length - 1 ? "或 X" : "")}。"), i + 1);
        }

        return CheckBirth(number, today) ?? CheckCharacter(number);
    }

    private static IdentifierProblem? CheckBirth(string number, DateOnly today)
    {
        var isDay = DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth);
        if (!isDay) return new IdentifierProblem(IdentifierFault.Structure, "身份证号第 7 至 14 位是出生日期，这一天不存在。", 7);
        return birth < _earliest || birth > today
            ? new IdentifierProblem(IdentifierFault.Structure, "身份证号第 7 至 14 位是出生日期，应在 1900 年至今天之间。", 7)
            : null;
    }

    // The expected character is not told: it would help to complete a number that somebody does not have.
    private static IdentifierProblem? CheckCharacter(string number)
    {
        var sum = 0;
        for (var i = 0; i < _weights.Length; i++) sum += (number[i] - '0') * _weights[i];
        return CheckCharacters[sum % 11] == number[^1]
            ? null
            : new IdentifierProblem(IdentifierFault.CheckCharacter, "身份证号的校验位不符，其中有一位填错。请对照证件。");
    }
}
