using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Quantities and their units.</summary>
internal static class QuantityRules
{
    internal const string SameUnitRule = "QTY-004";

    private static readonly Basis _declared = Bases.Filling("数量及单位");

    private static readonly Rule _zero = new Rule("QTY-001", "数量应大于零", Severity.MustFix, Bases.Specification("CEB603 InventoryList 第 11 至 13 项 qty、qty1、qty2"),
        "数量、法定数量和第二数量都要大于 0。请填实际数量。", "A4 CEB603 list #11-13; A4 CEB303 list #8; A9 X12; B3 DecList").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return, Bases.Specification("CEB213 InvtRefundList 数量与单位")).AlsoForReturnDeclarations();

    private static readonly Rule _unitWithoutQuantity = new Rule("QTY-002", "第二数量没有填写", Severity.MustFix, Bases.Specification("CEB603 InventoryList 第 13、16 项 qty2、unit2"),
        "第二单位和第二数量要么都填，要么都空。请补填第二数量，或清空第二单位。", "A9 X12; A4 CEB603 list #13, #16; B2 #36").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return, Bases.Specification("CEB213 InvtRefundList 数量与单位")).AlsoForReturnDeclarations();

    private static readonly Rule _quantityWithoutUnit = new Rule("QTY-003", "第二单位没有填写", Severity.MustFix, Bases.Specification("CEB603 InventoryList 第 13、16 项 qty2、unit2"),
        "第二单位和第二数量要么都填，要么都空。请补填第二单位，或清空第二数量。", "A9 X12; A4 CEB603 list #13, #16; B2 #36").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return, Bases.Specification("CEB213 InvtRefundList 数量与单位")).AlsoForReturnDeclarations();

    private static readonly Rule _sameUnit = new Rule(SameUnitRule, "同一单位数量不同", Severity.MustFix, Bases.Consistency("成交数量与法定数量"),
        "成交单位与法定单位相同时，两个数量应当相等。请核对后统一。", "B6 R6").AlsoForDeclarations().AlsoForApplications(DocumentScope.Return).AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_zero, _unitWithoutQuantity, _quantityWithoutUnit, _sameUnit];

    public static void Check(Examination examination)
    {
        if (examination.Schema.Keys.Quantities is not { } fields) return;
        examination.ForEachLine((all, line) => CheckLine(all, fields, line));
    }

    private static void CheckLine(Examination examination, QuantityFields fields, int line)
    {
        CheckZero(examination, line, fields.Quantity);
        CheckZero(examination, line, fields.Quantity1);
        CheckZero(examination, line, fields.Quantity2);
        CheckPair(examination, fields, line);
        CheckSameUnit(examination, fields, line, fields.Unit1, fields.Quantity1);
        CheckSameUnit(examination, fields, line, fields.Unit2, fields.Quantity2);
    }

    private static void CheckZero(Examination examination, int line, Field field)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        if (reading.Number.HasValue && reading.Number.Value == 0) examination.Add(_zero, line, field, $"{field.Label}填的是 0，应大于 0。");
    }

    private static void CheckPair(Examination examination, QuantityFields fields, int line)
    {
        ref readonly var quantity = ref examination.Reading[line, fields.Quantity2];
        ref readonly var unit = ref examination.Reading[line, fields.Unit2];
        if (quantity.IsEmpty == unit.IsEmpty) return;
        if (quantity.IsEmpty) examination.Add(_unitWithoutQuantity, line, fields.Quantity2, $"第二单位填了 {Words.Quote(unit.Text)}，第二数量没有填写。请补填，或清空第二单位。");
        else examination.Add(_quantityWithoutUnit, line, fields.Unit2, $"第二数量填了 {Words.Cut(quantity.Text)}，第二单位没有填写。请补填，或清空第二数量。");
    }

    private static void CheckSameUnit(Examination examination, QuantityFields fields, int line, Field unit, Field quantity)
    {
        ref readonly var traded = ref examination.Reading[line, fields.Quantity];
        ref readonly var statutory = ref examination.Reading[line, quantity];
        var unitCode = examination.Reading[line, unit].Text;
        if (unitCode.Length == 0 || unitCode != examination.Reading[line, fields.Unit].Text) return;
        if (!traded.Number.HasValue || !statutory.Number.HasValue || traded.Number.Value == statutory.Number.Value) return;

        // a zero or an over-long number has its own finding, and copying it would only move the fault
        var proposal = traded.Number.Value > 0 && traded.Number.Decimals <= NumberReading.MostDecimals ? traded.Text : null;
        examination.Add(_sameUnit, line, quantity, $"成交单位与{unit.Label}都是 {unitCode}，数量却不同：成交 {Words.Cut(traded.Text)}，{quantity.Label} {Words.Cut(statutory.Text)}。", proposal);
    }
}
