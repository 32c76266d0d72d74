using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Books;

/// <summary>Quantities of trade as statutory quantities, with the calculation as people read it.</summary>
public static class Conversion
{
    private const int MostDecimals = 5;

    /// <summary>First number that no longer fits into decimal(19,5).</summary>
    private const decimal Most = 100_000_000_000_000m;

    /// <summary>A product of quantity and factor; null where it no longer fits into a field.</summary>
    public static decimal? Of(decimal quantity, decimal factor, int decimals = MostDecimals)
    {
        // numbers of 14 digits at most, so that the product fits into a decimal
        if (quantity >= Most || factor >= Most || quantity * factor >= Most) return null;
        return decimal.Round(quantity * factor, Math.Min(decimals, MostDecimals), MidpointRounding.AwayFromZero);
    }

    /// <summary>每 个 2.85 千克.</summary>
    public static string PerOne(CustomsTables tables, string? unit, decimal factor, string? statutory) => $"每 {UnitName(tables, unit)} {Write(factor)} {UnitName(tables, statutory)}";

    /// <summary>24 个 × 2.85 = 68.4 千克.</summary>
    public static string Calculation(CustomsTables tables, decimal quantity, string? unit, decimal factor, decimal result, string? statutory) =>
        $"{Write(quantity)} {UnitName(tables, unit)} × {Write(factor)} = {Write(result)} {UnitName(tables, statutory)}";

    /// <summary>The shortest text of a number, as documents carry it.</summary>
    public static string Write(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    internal static string? Write(string? code, decimal? number) => (code, number) switch
    {
        (null, null) => null,
        (null, { } n) => Write(n),
        ({ } c, null) => c,
        ({ } c, { } n) => $"{Write(n)} {c}",
    };

    internal static bool Fits(decimal? value) => value is null || (value is >= 0 and < Most && decimal.Round(value.Value, MostDecimals) == value);

    private static string UnitName(CustomsTables tables, string? unit) => tables.Units.Find(unit)?.Name ?? unit ?? "";
}
