using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Taxes;

/// <summary>The taxes of an ordinary import, by value. The formulas are general knowledge and marked so.</summary>
internal static class FullTaxes
{
    public static readonly Basis Basis = new(BasisKind.Experience, "一般进口货物从价计税公式（关税、消费税、增值税依次计算）", Verified: false);

    public static IReadOnlyList<EstimateStep> Steps(decimal value, TaxRate duty, TaxRate consumption, TaxRate valueAdded)
    {
        var (d, c, v) = (duty.Factor, consumption.Factor, valueAdded.Factor);
        var dutyAmount = value * d;
        var consumptionAmount = (value + dutyAmount) / (1 - c) * c;
        var vatAmount = (value + dutyAmount + consumptionAmount) * v;
        var (val, dut, con) = (TaxEstimate.Number(value), TaxEstimate.Number(dutyAmount), TaxEstimate.Number(consumptionAmount));
        return
        [
            new("关税", $"{val} × {TaxEstimate.Number(d)}", dutyAmount),
            new("消费税", $"({val} + {dut}) ÷ (1 − {TaxEstimate.Number(c)}) × {TaxEstimate.Number(c)}", consumptionAmount),
            new("增值税", $"({val} + {dut} + {con}) × {TaxEstimate.Number(v)}", vatAmount),
            new("税款合计", $"{dut} + {con} + {TaxEstimate.Number(vatAmount)}", dutyAmount + consumptionAmount + vatAmount),
        ];
    }
}
