using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Weights in kilograms and parcels.</summary>
internal static class WeightRules
{
    private const string Kilogram = "035";
    private const int MostParcelDigits = 9;

    /// <summary>Part of the net weight by which the sum of statutory kilograms may differ before somebody should look.</summary>
    private const decimal KilogramShare = 0.02m;

    /// <summary>Kilograms by which the two may differ in any case.</summary>
    private const decimal KilogramLeast = 0.05m;

    private static readonly Rule _zero = new("WEIGHT-001", "重量应大于零", Severity.MustFix, Bases.Consistency("毛重与净重"),
        "毛重和净重都要大于 0，单位是千克，不足 1 千克保留小数。", "A4 CEB603 #46, #47; A9 X7");

    private static readonly Rule _netAboveGross = new("WEIGHT-002", "净重大于毛重", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 46、47 项 grossWeight、netWeight"),
        "净重不能大于毛重。请核对两个重量，单位都是千克。", "A4 CEB603 #46, #47; A9 X7; mission D5 R-15");

    private static readonly Rule _kilograms = new("WEIGHT-003", "法定千克与净重不符", Severity.Advice, Bases.Consistency("以千克计的法定数量之和与净重"),
        "法定单位为千克的商品，法定数量之和应接近净重。请核对。", "B6 R6");

    private static readonly Rule _parcels = new("PACK-001", "件数应为正整数", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 45 项 packNo"),
        "件数是运输包装的件数，应为不小于 1 的整数，最多 9 位。", "A4 CEB603 #45; B6 R2");

    public static IReadOnlyList<Rule> All { get; } = [_zero, _netAboveGross, _kilograms, _parcels];

    public static void Check(Examination examination)
    {
        ref readonly var gross = ref examination.Reading[HeaderFields.GrossWeight];
        ref readonly var net = ref examination.Reading[HeaderFields.NetWeight];
        if (gross.Number is { HasValue: true, Value: 0 }) examination.Add(_zero, HeaderFields.GrossWeight, "毛重填的是 0，应大于 0。");
        if (net.Number is { HasValue: true, Value: 0 }) examination.Add(_zero, HeaderFields.NetWeight, "净重填的是 0，应大于 0。");
        if (gross.Number.HasValue && net.Number.HasValue && net.Number.Value > gross.Number.Value && gross.Number.Value > 0) CheckAgainstGross(examination, gross.Number.Value, net.Number.Value);
        if (net.Number is { HasValue: true, Value: > 0 }) CheckKilograms(examination, net.Number.Value);
        CheckParcels(examination);
    }

    // Which of the two is wrong nobody can know, except when the net weight was evidently typed in grams.
    private static void CheckAgainstGross(Examination examination, decimal gross, decimal net)
    {
        var inKilograms = net / 1000;
        var typedInGrams = inKilograms <= gross && inKilograms >= gross / 2 && Math.Round(inKilograms, NumberReading.MostDecimals) == inKilograms;
        var reason = $"净重 {NumberReading.Format(net)} 千克大于毛重 {NumberReading.Format(gross)} 千克，多出 {NumberReading.Format(net - gross)} 千克。";
        if (typedInGrams) examination.Add(_netAboveGross, HeaderFields.NetWeight, $"{reason}净重可能是按克填写的。", NumberReading.Format(inKilograms));
        else examination.Add(_netAboveGross, HeaderFields.NetWeight, $"{reason}请核对两个重量是否填反。");
    }

    private static void CheckKilograms(Examination examination, decimal net)
    {
        var sum = 0m;
        var known = 0;
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            var quantity = examination.Reading[line, GoodsFields.Unit1].Text == Kilogram ? GoodsFields.Qty1
                : examination.Reading[line, GoodsFields.Unit2].Text == Kilogram ? GoodsFields.Qty2
                : null;
            if (quantity is null || !examination.Reading[line, quantity].Number.HasValue) continue;
            sum += examination.Reading[line, quantity].Number.Value;
            known++;
        }

        if (known == 0) return;
        var margin = Math.Max(KilogramLeast, net * KilogramShare);

        // lines in other units weigh something too: then only too many kilograms are worth a word
        var isOff = known == examination.Reading.Lines ? Math.Abs(sum - net) > margin : sum - net > margin;
        if (isOff) examination.Add(_kilograms, HeaderFields.NetWeight, Invariant($"{known} 项商品以千克计的法定数量合计 {NumberReading.Format(sum)} 千克，净重填的是 {NumberReading.Format(net)} 千克。请核对。"));
    }

    private static void CheckParcels(Examination examination)
    {
        ref readonly var parcels = ref examination.Reading[HeaderFields.PackNo];
        if (!parcels.Number.HasValue && parcels.Number.Fault != NumberFault.TooManyDigits) return;
        if (parcels.Number.Decimals > 0) examination.Add(_parcels, HeaderFields.PackNo, $"件数填的是 {Words.Cut(parcels.Text)}，应为整数。");
        else if (parcels.Text.Length > MostParcelDigits) examination.Add(_parcels, HeaderFields.PackNo, Invariant($"件数有 {parcels.Text.Length} 位，最多 {MostParcelDigits} 位。"));
        else if (parcels.Number.Value == 0) examination.Add(_parcels, HeaderFields.PackNo, "件数填的是 0，至少为 1。");
    }
}
