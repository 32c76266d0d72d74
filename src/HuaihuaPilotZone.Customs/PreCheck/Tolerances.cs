namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>
/// How far numbers that belong together may differ. The specification states none, so these are the portal's settings;
/// they are part of the tables' snapshot, so that a stored check names them.
/// </summary>
/// <param name="Amount">Difference of an amount, in the currency of the line: a total and quantity × price, an order's value and the sum of the totals.</param>
/// <param name="KilogramShare">Share of the net weight by which the statutory kilograms may differ from it, 0 to 1.</param>
/// <param name="KilogramLeast">Kilograms by which the two may differ in any case.</param>
public sealed record Tolerances(decimal Amount, decimal KilogramShare, decimal KilogramLeast)
{
    /// <summary>0.01 of the currency (facts B6 R4), 2 % and 50 g.</summary>
    public static Tolerances Default { get; } = new(0.01m, 0.02m, 0.05m);

    /// <summary>
    /// The difference allowed between a total and quantity × price: half a unit of the last digit of the price over the quantity,
    /// so that a price rounded to the digits it is typed with never counts as a fault; at least <see cref="Amount"/>.
    /// </summary>
    public decimal AllowedTotalDifference(decimal quantity, int priceDecimals)
    {
        var halfUnit = Math.Clamp(priceDecimals, 2, Documents.NumberReading.MostDecimals) switch
        {
            2 => 0.005m,
            3 => 0.0005m,
            4 => 0.00005m,
            _ => 0.000005m,
        };
        return Math.Max(Amount, quantity * halfUnit);
    }

    /// <summary>The kilograms by which statutory quantities may differ from a net weight.</summary>
    public decimal AllowedKilograms(decimal net) => Math.Max(KilogramLeast, net * KilogramShare);
}
