using HuaihuaPilotZone.Parks;

namespace HuaihuaPilotZone.Investment.Costs;

/// <summary>What somebody wants to settle with.</summary>
/// <param name="Area">Square metres.</param>
/// <param name="People">How many live in the dormitory.</param>
/// <param name="PowerAMonth">Kilowatt-hours a month.</param>
/// <param name="WaterAMonth">Tonnes a month.</param>
public sealed record SettlementAsk(int? ParkId, UnitUse? Use, decimal Area, int Months, int People, decimal PowerAMonth, decimal WaterAMonth);

/// <summary>Whether money goes every month, comes back, or goes once.</summary>
public enum CostKind
{
    /// <summary>经常性费用.</summary>
    Running,

    /// <summary>押金: comes back.</summary>
    Deposit,

    /// <summary>一次性费用.</summary>
    Once,
}

/// <summary>A number that a line multiplies, in the unit of <paramref name="Of"/>.</summary>
public sealed record CostFactor(CostFactorKind Of, decimal Value);

public enum CostFactorKind
{
    /// <summary>Square metres.</summary>
    Area,

    Months,
    People,

    /// <summary>Kilowatt-hours a month.</summary>
    Power,

    /// <summary>Tonnes a month.</summary>
    Water,

    /// <summary>CNY for a square metre and month; what a deposit of so many months is counted by.</summary>
    Rent,
}

/// <summary>One line of the estimate: the rate times its factors, rounded to a fen.</summary>
/// <param name="Rate">Null where none is published: the line then has no amount.</param>
/// <param name="Amount">CNY.</param>
public sealed record CostLine(CostItem Item, CostKind Kind, CostRate? Rate, IReadOnlyList<CostFactor> Factors, decimal? Amount);

/// <summary>What settling costs, line by line.</summary>
public sealed record SettlementEstimate(IReadOnlyList<CostLine> Lines)
{
    /// <summary>Whether a line has no published rate, so that no sum is the whole.</summary>
    public bool HasGaps => Lines.Any(l => l.Amount is null);

    /// <summary>CNY; of the lines that have an amount.</summary>
    public decimal Total => Lines.Sum(l => l.Amount ?? 0);

    /// <summary>CNY; of the lines of a kind that have an amount.</summary>
    public decimal Sum(CostKind kind) => Lines.Where(l => l.Kind == kind).Sum(l => l.Amount ?? 0);
}

/// <summary>Adds up what settling costs: pure, so that the same question always gets the same answer.</summary>
public static class SettlementCost
{
    /// <summary>Whether an item is counted every month, comes back or is paid once.</summary>
    public static CostKind KindOf(CostItem item) => item switch
    {
        CostItem.RentDeposit or CostItem.FittingDeposit => CostKind.Deposit,
        CostItem.Entry => CostKind.Once,
        _ => CostKind.Running,
    };

    /// <param name="rates">Those in force on the day of the question, of all parks and uses.</param>
    public static SettlementEstimate Estimate(SettlementAsk ask, IReadOnlyList<CostRate> rates)
    {
        var rent = Find(rates, CostItem.Rent, ask);
        var lines = new List<CostLine>
        {
            Line(CostItem.Rent, rent, new(CostFactorKind.Area, ask.Area), new(CostFactorKind.Months, ask.Months)),
            Line(CostItem.PropertyFee, Find(rates, CostItem.PropertyFee, ask), new(CostFactorKind.Area, ask.Area), new(CostFactorKind.Months, ask.Months)),
        };
        if (ask.PowerAMonth > 0) lines.Add(Line(CostItem.Power, Find(rates, CostItem.Power, ask), new(CostFactorKind.Power, ask.PowerAMonth), new(CostFactorKind.Months, ask.Months)));
        if (ask.WaterAMonth > 0) lines.Add(Line(CostItem.Water, Find(rates, CostItem.Water, ask), new(CostFactorKind.Water, ask.WaterAMonth), new(CostFactorKind.Months, ask.Months)));
        if (ask.People > 0) lines.Add(Line(CostItem.Dormitory, Find(rates, CostItem.Dormitory, ask), new(CostFactorKind.People, ask.People), new(CostFactorKind.Months, ask.Months)));
        var deposit = Find(rates, CostItem.RentDeposit, ask);
        // so many months of a rent that nobody has published are no amount either
        lines.Add(rent is null ? new CostLine(CostItem.RentDeposit, CostKind.Deposit, null, [], null)
            : Line(CostItem.RentDeposit, deposit, new(CostFactorKind.Rent, rent.Value), new(CostFactorKind.Area, ask.Area)));
        lines.Add(Line(CostItem.FittingDeposit, Find(rates, CostItem.FittingDeposit, ask), new CostFactor(CostFactorKind.Area, ask.Area)));
        lines.Add(Line(CostItem.Entry, Find(rates, CostItem.Entry, ask)));
        return new SettlementEstimate(lines);
    }

    private static CostLine Line(CostItem item, CostRate? rate, params IReadOnlyList<CostFactor> factors) => new(
        item, KindOf(item), rate, factors, rate is null ? null : decimal.Round(factors.Aggregate(rate.Value, (amount, factor) => amount * factor.Value), 2, MidpointRounding.AwayFromZero));

    /// <summary>The rate that fits best: of the park before all parks, of the use before all uses, the latest first.</summary>
    private static CostRate? Find(IReadOnlyList<CostRate> rates, CostItem item, SettlementAsk ask) => rates
        .Where(r => r.Item == item && (r.ParkId is null || r.ParkId == ask.ParkId) && (r.Use is null || r.Use == ask.Use))
        .OrderByDescending(r => r.ParkId is not null).ThenByDescending(r => r.Use is not null).ThenByDescending(r => r.From).FirstOrDefault();
}

public static class CostWords
{
    public static string Word(this CostItem item) => item switch
    {
        CostItem.Rent => "租金",
        CostItem.PropertyFee => "物业费",
        CostItem.Power => "电费",
        CostItem.Water => "水费",
        CostItem.Dormitory => "员工宿舍",
        CostItem.RentDeposit => "租赁押金",
        CostItem.FittingDeposit => "装修押金",
        CostItem.Entry => "入驻一次性费用",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };

    /// <summary>What a rate of the item is counted in.</summary>
    public static string Unit(this CostItem item) => item switch
    {
        CostItem.Rent or CostItem.PropertyFee => "元/m²·月",
        CostItem.Power => "元/kWh",
        CostItem.Water => "元/t",
        CostItem.Dormitory => "元/人·月",
        CostItem.RentDeposit => "个月租金",
        CostItem.FittingDeposit => "元/m²",
        CostItem.Entry => "元",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };
}
