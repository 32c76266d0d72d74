using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Weights in kilograms and parcels.</summary>
internal static class WeightRules
{
    internal const string NetRule = "WEIGHT-002";
    internal const string KilogramRule = "WEIGHT-003";
    private const string Kilogram = "035";
    private const int MostParcelDigits = 9;

    private static readonly Rule _zero = new Rule("WEIGHT-001", "重量应大于零", Severity.MustFix, Bases.Consistency("毛重与净重"),
        "毛重和净重都要大于 0，单位是千克，不足 1 千克保留小数。", "A4 CEB603 #46, #47; A9 X7; B6 R1").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _netAboveGross = new Rule(NetRule, "净重大于毛重", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 46、47 项 grossWeight、netWeight"),
        "净重不能大于毛重。请核对两个重量，单位都是千克。", "A4 CEB603 #46, #47; A9 X7; B6 R1; mission D5 R-15").AlsoForDeclarations(Bases.Filling("毛重（千克）、净重（千克）")).AlsoForReturnDeclarations();

    private static readonly Rule _kilograms = new Rule(KilogramRule, "法定千克与净重不符", Severity.Advice, Bases.Consistency("以千克计的法定数量之和与净重"),
        "法定单位为千克的商品，法定数量之和应接近净重。请核对。", "B6 R6").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _parcels = new Rule("PACK-001", "件数应为正整数", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 45 项 packNo"),
        "件数是运输包装的件数，应为不小于 1 的整数，最多 9 位。", "A4 CEB603 #45; B6 R2").AlsoForDeclarations(Bases.Filling("件数")).AlsoForReturnDeclarations();

    private static readonly Rule _twoDecimals = new Rule("WEIGHT-004", "不足一千克保留两位", Severity.MustFix, Bases.FillingOf2024("毛重、净重不足 1 千克的，保留两位小数"),
        "毛重或净重不足 1 千克时，按两位小数填写。可以采用四舍五入后的数字。", "B2 #25, #26; B3 GrossWet, NetWt").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _atLeastOne = new Rule("WEIGHT-005", "不足一千克应填一", Severity.MustFix,
        new Basis(BasisKind.Announcement, "海关总署公告2019年第18号", "毛重、净重不足 1 千克的填报为 1", Bases.FillingStart, Bases.FillingChange.AddDays(-1), Verified: false),
        "2024-04-10 以前，毛重或净重不足 1 千克的填报为 1。可以直接采用。", "B2 #25, #26").ForDeclarations().AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_zero, _netAboveGross, _kilograms, _parcels, _twoDecimals, _atLeastOne];

    public static void Check(Examination examination)
    {
        ref readonly var gross = ref examination.Reading[examination.Roles.GrossWeight];
        ref readonly var net = ref examination.Reading[examination.Roles.NetWeight];
        if (gross.Number is { HasValue: true, Value: 0 }) examination.Add(_zero, examination.Roles.GrossWeight, "毛重填的是 0，应大于 0。");
        if (net.Number is { HasValue: true, Value: 0 }) examination.Add(_zero, examination.Roles.NetWeight, "净重填的是 0，应大于 0。");
        if (gross.Number.HasValue && net.Number.HasValue && net.Number.Value > gross.Number.Value && gross.Number.Value > 0) CheckAgainstGross(examination, gross.Number.Value, net.Number.Value);
        if (net.Number is { HasValue: true, Value: > 0 }) CheckKilograms(examination, net.Number.Value);
        CheckParcels(examination);
        if (!examination.IsDeclared) return;
        CheckBelowOne(examination, examination.Roles.GrossWeight);
        CheckBelowOne(examination, examination.Roles.NetWeight);
    }

    // Which of the two holds is decided by the day: the one began on the day after the other ended.
    private static void CheckBelowOne(Examination examination, Field field)
    {
        ref readonly var weight = ref examination.Reading[field];
        if (weight.Number is not { HasValue: true, Value: > 0 and < 1 }) return;
        examination.Add(_atLeastOne, field, $"{field.Label}填的是 {Words.Cut(weight.Text)}，不足 1 千克，当时应填 1。", "1");
        if (weight.Number.Decimals <= 2) return;
        var rounded = Math.Round(weight.Number.Value, 2, MidpointRounding.AwayFromZero);
        examination.Add(_twoDecimals, field, Invariant($"{field.Label}填的是 {Words.Cut(weight.Text)}，有 {weight.Number.Decimals} 位小数，不足 1 千克时保留两位。"), rounded == 0 ? null : NumberReading.Format(rounded));
    }

    // Which of the two is wrong nobody can know, except when the net weight was evidently typed in grams.
    private static void CheckAgainstGross(Examination examination, decimal gross, decimal net)
    {
        var inKilograms = net / 1000;
        var typedInGrams = inKilograms <= gross && inKilograms >= gross / 2 && Math.Round(inKilograms, NumberReading.MostDecimals) == inKilograms;
        var reason = $"净重 {NumberReading.Format(net)} 千克大于毛重 {NumberReading.Format(gross)} 千克，多出 {NumberReading.Format(net - gross)} 千克。";
        if (typedInGrams) examination.Add(_netAboveGross, examination.Roles.NetWeight, $"{reason}净重可能是按克填写的。", NumberReading.Format(inKilograms));
        else examination.Add(_netAboveGross, examination.Roles.NetWeight, $"{reason}请核对两个重量是否填反。");
    }

    /// <summary>The statutory quantity of a line that counts kilograms, or null.</summary>
    internal static Field? KilogramsOf(DocumentReading reading, int line)
    {
        var roles = reading.Document.Schema.Roles;
        return reading[line, roles.Unit1].Text == Kilogram ? roles.Quantity1
            : reading[line, roles.Unit2].Text == Kilogram ? roles.Quantity2
            : null;
    }

    private static void CheckKilograms(Examination examination, decimal net)
    {
        var sum = 0m;
        var known = 0;
        examination.ForEachLine((all, line) =>
        {
            if (KilogramsOf(all.Reading, line) is not { } quantity || !all.Reading[line, quantity].Number.HasValue) return;
            sum += all.Reading[line, quantity].Number.Value;
            known++;
        });
        examination.AfterLines(() => CompareKilograms(examination, net, sum, known));
    }

    private static void CompareKilograms(Examination examination, decimal net, decimal sum, int known)
    {
        if (known == 0) return;
        var margin = examination.Tables.Tolerances.AllowedKilograms(net);

        // lines in other units weigh something too: then only too many kilograms are worth a word
        var isOff = known == examination.Reading.Lines ? Math.Abs(sum - net) > margin : sum - net > margin;
        if (isOff) examination.Add(_kilograms, examination.Roles.NetWeight, Invariant($"{known} 项商品以千克计的法定数量合计 {NumberReading.Format(sum)} 千克，净重填的是 {NumberReading.Format(net)} 千克。请核对。"));
    }

    private static void CheckParcels(Examination examination)
    {
        ref readonly var parcels = ref examination.Reading[examination.Roles.Parcels];
        if (!parcels.Number.HasValue && parcels.Number.Fault != NumberFault.TooManyDigits) return;
        if (parcels.Number.Decimals > 0) examination.Add(_parcels, examination.Roles.Parcels, $"件数填的是 {Words.Cut(parcels.Text)}，应为整数。");
        else if (parcels.Text.Length > MostParcelDigits) examination.Add(_parcels, examination.Roles.Parcels, Invariant($"件数有 {parcels.Text.Length} 位，最多 {MostParcelDigits} 位。"));
        else if (parcels.Number.Value == 0) examination.Add(_parcels, examination.Roles.Parcels, "件数填的是 0，至少为 1。");
    }
}
