using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>The value up to which 9710 and 9810 may be declared by list.</summary>
internal static class ValueLimitRules
{
    /// <summary>Yuan per shipment.</summary>
    public const decimal Limit = 5_000m;

    private static readonly Rule _above = new("VALUE-001", "金额超过清单限值", Severity.MustFix, Bases.BusinessModes("单票金额 5000 元（含）以内可用申报清单"),
        "9710、9810 单票超过人民币 5000 元的，不能用清单，须用报关单申报。", "E12; B1");

    private static readonly Rule _noRate = new("VALUE-002", "未装载汇率待核限值", Severity.Advice, Bases.BusinessModes("单票金额 5000 元（含）以内可用申报清单"),
        "平台没有出口日期的汇率，无法判断是否超过 5000 元。平台不作估算，请自行核对，或请管理员装载汇率。", "E12");

    public static IReadOnlyList<Rule> All { get; } = [_above, _noRate];

    public static void Check(Examination examination)
    {
        if (!examination.IsBusinessMode) return;
        var total = 0m;
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        examination.ForEachLine((all, line) =>
        {
            var currency = all.Reading[line, GoodsFields.Currency].Text;
            ref readonly var price = ref all.Reading[line, GoodsFields.TotalPrice];
            if (!price.Number.HasValue || all.Tables.Currencies.Find(currency) is null) return;
            if (all.Tables.CnyPerUnit(currency, all.Date) is not { } rate) missing.Add(currency);
            else if (!TryAdd(ref total, price.Number.Value, rate)) total = decimal.MaxValue;
        });
        examination.AfterLines(() => Judge(examination, total, missing));
    }

    private static void Judge(Examination examination, decimal total, SortedSet<string> missing)
    {
        // what is known may already be too much, whatever the rest is worth
        if (total > Limit) examination.Add(_above, HeaderFields.OrderGoodsValue, AboveReason(examination, total, missing.Count > 0));
        else if (missing.Count > 0) examination.Add(_noRate, HeaderFields.OrderCurrency, $"平台没有 {DateReading.Format(examination.Date)} 的 {string.Join('、', missing)} 汇率，无法判断是否超过人民币 5000 元。请自行核对，或请管理员装载汇率。");
    }

    private static string AboveReason(Examination examination, decimal total, bool isPart)
    {
        var amount = total == decimal.MaxValue ? "远超" : $"{(isPart ? "仅已知汇率的部分就" : "")}折合人民币 {NumberReading.Format(Math.Round(total, 2, MidpointRounding.AwayFromZero))} 元，超过";
        return $"监管方式 {examination.Mode} 的商品总价{amount} 5000 元，不能用清单申报，须用报关单。";
    }

    // Any rate may stand in the table, so the product is allowed to be absurd.
    private static bool TryAdd(ref decimal total, decimal price, decimal rate)
    {
        try
        {
            total += price * rate;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
