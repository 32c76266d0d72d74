using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.Returns;

namespace HuaihuaPilotZone.Customs.Taxes;

/// <summary>What the taxes of goods that come back would be: nothing where the exemption holds, those of an import where it does not.</summary>
public static class ReturnTaxEstimate
{
    /// <param name="value">Value of the returned goods in yuan, with freight and insurance to the place of entry.</param>
    /// <param name="exemption">The answer of <see cref="ReturnExemption.Check"/>.</param>
    /// <param name="duty">Tariff; null when not known.</param>
    public static TaxEstimate Run(decimal value, ReturnAnswer exemption, TaxRate? duty, TaxRate? valueAdded, TaxRate? consumption)
    {
        ArgumentNullException.ThrowIfNull(exemption);
        var texts = exemption.Conditions.Select(c => c.Basis).Distinct().Where(b => b.Kind == BasisKind.Announcement).ToArray();
        if (exemption.State == ConditionState.Met)
            return new TaxEstimate("符合免税条件：免征进口关税、进口环节增值税和消费税，出口时已征的出口关税可以退还。", IsCalculated: true, [new("税款合计", "免征", 0)], [], texts);
        var why = exemption.State == ConditionState.NotMet ? "不符合免税条件" : "还有条件没有确定";
        if (duty is null || valueAdded is null || consumption is null) return TaxEstimate.Refused($"{why}。填写关税、增值税和消费税税率后，可以估算按一般进口征税的税款。", texts);
        return new TaxEstimate($"{why}，按一般进口货物估算。", IsCalculated: true, FullTaxes.Steps(value, duty, consumption, valueAdded), [duty, valueAdded, consumption], [.. texts, FullTaxes.Basis]);
    }
}
