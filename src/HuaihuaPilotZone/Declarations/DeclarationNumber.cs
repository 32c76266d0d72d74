using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HuaihuaPilotZone.Declarations;

/// <summary>The number people know a pre-declaration by: HH-20261122-000007. The day is the civil day in China; six digits are written, more are read.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeclarationNumber(DateOnly Day, int Sequence) : IParsable<DeclarationNumber>
{
    public const int MaxLength = 24;

    private const string Prefix = "HH";

    /// <summary>企业唯一编号 of the messages: the same without hyphens, at most 30 characters.</summary>
    public string CopNo => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Day:yyyyMMdd}{Sequence:D6}");

    public static DeclarationNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"'{s}' is not a declaration number.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeclarationNumber result)
    {
        result = default;
        if (s is null || s.Length > MaxLength) return false;
        var parts = s.Split('-');
        if (parts.Length != 3 || !parts[0].Equals(Prefix, StringComparison.OrdinalIgnoreCase) || parts[2].Length < 6) return false;
        if (!DateOnly.TryParseExact(parts[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence == 0) return false;
        result = new DeclarationNumber(day, sequence);
        return true;
    }

    /// <summary>Reads <see cref="CopNo"/> back.</summary>
    public static bool TryParseCopNo(string? copNo, out DeclarationNumber result)
    {
        result = default;
        return copNo?.Length >= Prefix.Length + 14 && TryParse($"{copNo[..Prefix.Length]}-{copNo[Prefix.Length..(Prefix.Length + 8)]}-{copNo[(Prefix.Length + 8)..]}", null, out result);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Day:yyyyMMdd}-{Sequence:D6}");
}
