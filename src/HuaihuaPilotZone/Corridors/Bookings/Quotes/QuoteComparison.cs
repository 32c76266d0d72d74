using System.Globalization;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>A quote on equal units. What the request does not say is left out and said, never guessed.</summary>
/// <param name="TotalCents">Hundredths of a yuan for all; null where the request lacks the quantity of the price.</param>
/// <param name="PerTeuCents">For a twenty-foot equivalent.</param>
/// <param name="Arithmetic">How the total comes about, or what is missing for it.</param>
public sealed record EqualUnits(long? TotalCents, long? PerTeuCents, long? PerCubicMetreCents, long? PerTonneCents, string Arithmetic);

/// <summary>Brings quotes of different bases to the same units. Pure.</summary>
public static class QuoteComparison
{
    /// <param name="cents">Hundredths of a yuan for one unit of the basis.</param>
    public static EqualUnits Of(QuoteRequest request, QuoteBasis basis, long cents)
    {
        var (cubicMetres, tonnes) = (request.Litres / 1000m, request.Kilograms / 1000m);
        (decimal? Quantity, string Unit, string Missing) by = basis switch
        {
            QuoteBasis.PerTeu => (request.Teu > 0 ? request.Teu : null, "标箱", "询价没有写箱量，不能折算"),
            QuoteBasis.PerCubicMetre => (cubicMetres, "m³", "询价没有写体积，不能折算"),
            QuoteBasis.PerTonne => (tonnes, "吨", "询价没有写重量，不能折算"),
            _ => (1m, "", ""),
        };
        var own = basis == QuoteBasis.Total ? null : (long?)cents;
        if (by.Quantity is not { } quantity)
        {
            return new EqualUnits(
                null, basis == QuoteBasis.PerTeu ? own : null, basis == QuoteBasis.PerCubicMetre ? own : null, basis == QuoteBasis.PerTonne ? own : null, by.Missing);
        }
        var total = Round(cents * quantity);
        var arithmetic = basis == QuoteBasis.Total ? "整单价" : $"{Yuan(cents)} × {quantity.ToString("0.###", CultureInfo.InvariantCulture)} {by.Unit} = {Yuan(total)} 元";
        return new EqualUnits(
            total,
            basis == QuoteBasis.PerTeu ? cents : request.Teu > 0 ? Round(total / (decimal)request.Teu) : null,
            basis == QuoteBasis.PerCubicMetre ? cents : Divide(total, cubicMetres),
            basis == QuoteBasis.PerTonne ? cents : Divide(total, tonnes),
            arithmetic);
    }

    /// <summary>Hundredths of a yuan, such as 5,300.00.</summary>
    public static string Yuan(long cents) => (cents / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    private static long? Divide(long total, decimal? quantity) => quantity is > 0m ? Round(total / quantity.Value) : null;

    private static long Round(decimal cents) => (long)Math.Round(cents, MidpointRounding.AwayFromZero);
}
