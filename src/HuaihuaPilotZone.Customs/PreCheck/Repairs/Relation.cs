using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Repairs;

/// <summary>Numbers of a document that must fit together. A number is named by its place in the array of values.</summary>
internal abstract class Relation(string ruleId, params int[] numbers)
{
    private const decimal TooLarge = 100_000_000_000_000m;

    /// <summary>The rule that finds it broken.</summary>
    public string RuleId { get; } = ruleId;

    public IReadOnlyList<int> Numbers { get; } = numbers;

    public abstract bool Holds(decimal[] values);

    /// <summary>Values of one number with which the relation holds while all others stay; empty when no value that can be sent does.</summary>
    public IEnumerable<decimal> Solve(int number, decimal[] values)
    {
        var before = values[number];
        var found = new List<decimal>();
        foreach (var value in Propose(number, values))
        {
            if (value is <= 0 or >= TooLarge || value == before || decimal.Round(value, NumberReading.MostDecimals) != value) continue;
            values[number] = value;
            if (Holds(values)) found.Add(value);
            values[number] = before;
        }

        return found;
    }

    protected abstract IEnumerable<decimal> Propose(int number, decimal[] values);

    protected static int Decimals(decimal value)
    {
        var decimals = 0;
        while (decimals < NumberReading.MostDecimals && decimal.Round(value, decimals) != value) decimals++;
        return decimals;
    }
}

/// <summary>Quantity × price is the total, but for the rounding of the price.</summary>
internal sealed class ProductRelation(int quantity, int price, int total, Tolerances tolerances) : Relation(Rules.AmountRules.TotalRule, quantity, price, total)
{
    public override bool Holds(decimal[] values) => Fits(values[quantity], values[price], values[total]);

    protected override IEnumerable<decimal> Propose(int number, decimal[] values)
    {
        if (number == total) return [Math.Round(values[quantity] * values[price], 2, MidpointRounding.AwayFromZero)];

        if (number == price) return Shortest(values[total] / values[quantity], 2, v => Fits(values[quantity], v, values[total]));

        // pieces stay whole
        var decimals = Decimals(values[quantity]);
        return decimals == 0
            ? [Math.Round(values[total] / values[price], MidpointRounding.AwayFromZero)]
            : Shortest(values[total] / values[price], decimals, v => Fits(v, values[price], values[total]));
    }

    // with as few digits as the number needs: 12.5 before 12.50001
    private static IEnumerable<decimal> Shortest(decimal value, int leastDecimals, Func<decimal, bool> fits) =>
        Enumerable.Range(leastDecimals, NumberReading.MostDecimals + 1 - leastDecimals).Select(d => Math.Round(value, d, MidpointRounding.AwayFromZero)).Where(fits).Take(1);

    private bool Fits(decimal pieces, decimal each, decimal sum) => Math.Abs((pieces * each) - sum) <= tolerances.AllowedTotalDifference(pieces, Decimals(each));
}

/// <summary>The totals of the lines add up to the value of the order.</summary>
internal sealed class SumRelation(int sum, int[] parts, Tolerances tolerances) : Relation(Rules.OrderRules.ValueRule, [sum, .. parts])
{
    public override bool Holds(decimal[] values) => Math.Abs(values[sum] - Sum(values)) <= tolerances.Amount;

    protected override IEnumerable<decimal> Propose(int number, decimal[] values) =>
        [number == sum ? Math.Round(Sum(values), NumberReading.MostDecimals, MidpointRounding.AwayFromZero) : values[sum] - Sum(values) + values[number]];

    private decimal Sum(decimal[] values)
    {
        var total = 0m;
        foreach (var part in parts) total += values[part];
        return total;
    }
}

/// <summary>Two quantities counted in the same unit are equal.</summary>
internal sealed class EqualRelation(int traded, int statutory) : Relation(Rules.QuantityRules.SameUnitRule, traded, statutory)
{
    public override bool Holds(decimal[] values) => values[traded] == values[statutory];

    protected override IEnumerable<decimal> Propose(int number, decimal[] values) => [values[number == traded ? statutory : traded]];
}

/// <summary>The net weight is not above the gross weight.</summary>
internal sealed class WeightRelation(int net, int gross) : Relation(Rules.WeightRules.NetRule, net, gross)
{
    private const decimal GramsPerKilogram = 1000m;

    public override bool Holds(decimal[] values) => values[net] <= values[gross];

    protected override IEnumerable<decimal> Propose(int number, decimal[] values)
    {
        yield return number == net ? values[gross] : values[net];

        // one typed in grams, the other in kilograms: then they come near each other
        var inGrams = number == net ? values[net] / GramsPerKilogram : values[gross] * GramsPerKilogram;
        if (number == net ? inGrams >= values[gross] / 2 : inGrams <= values[net] * 2) yield return inGrams;
    }
}

/// <summary>Statutory kilograms add up to the net weight; where some lines count otherwise, they do not exceed it.</summary>
internal sealed class KilogramRelation(int net, int[] parts, bool isWhole, Tolerances tolerances) : Relation(Rules.WeightRules.KilogramRule, [net, .. parts])
{
    public override bool Holds(decimal[] values)
    {
        var surplus = Sum(values) - values[net];
        return (isWhole ? Math.Abs(surplus) : surplus) <= tolerances.AllowedKilograms(values[net]);
    }

    protected override IEnumerable<decimal> Propose(int number, decimal[] values) =>
        [number == net ? Sum(values) : values[net] - Sum(values) + values[number]];

    private decimal Sum(decimal[] values)
    {
        var total = 0m;
        foreach (var part in parts) total += values[part];
        return total;
    }
}
