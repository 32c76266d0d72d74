using System.Globalization;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Taxes;

/// <summary>One step of an estimate, so that it can be followed by hand.</summary>
/// <param name="Label">What is calculated, Chinese.</param>
/// <param name="Formula">The formula with its numbers.</param>
/// <param name="Amount">Yuan, not rounded; for a rate its factor (0.13 for 13 %).</param>
/// <param name="IsRate">Whether the step gives a rate.</param>
public sealed record EstimateStep(string Label, string Formula, decimal Amount, bool IsRate = false);

/// <summary>An estimate of taxes: always an estimate (估算), never an assessment.</summary>
/// <param name="Verdict">What the limits or the exemption say, one or two Chinese sentences; null when there is nothing to say.</param>
/// <param name="IsCalculated">False where the answer is a refusal or where a rate is missing; then there are no steps.</param>
/// <param name="Steps">Every step with its numbers; the last one is the sum.</param>
/// <param name="Rates">The rates used, each with its source.</param>
/// <param name="Bases">The texts it rests on.</param>
public sealed record TaxEstimate(string? Verdict, bool IsCalculated, IReadOnlyList<EstimateStep> Steps, IReadOnlyList<TaxRate> Rates, IReadOnlyList<Basis> Bases)
{
    /// <summary>All taxes together in yuan, to the cent. How customs rounds within is in no text that could be read.</summary>
    public decimal Total => Steps is [.., var sum] ? decimal.Round(sum.Amount, 2, MidpointRounding.AwayFromZero) : 0;

    internal static TaxEstimate Refused(string verdict, params Basis[] bases) => new(verdict, IsCalculated: false, [], [], bases);

    internal static string Number(decimal value) => value.ToString("#,0.#####", CultureInfo.InvariantCulture);
}
