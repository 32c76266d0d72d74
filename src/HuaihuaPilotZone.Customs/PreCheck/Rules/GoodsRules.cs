using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Item numbers, bar codes and descriptions.</summary>
internal static class GoodsRules
{
    /// <summary>What the specification wants in the place of a bar code that does not exist.</summary>
    private const string NoBarCode = "无";

    private static readonly Rule _itemNoTooLong = new("ITEM-001", "货号超过二十位", Severity.MustFix, Bases.Specification("CEB603 InventoryList 第 2 项 itemNo"),
        "订单的货号可到 30 位，清单只能写 20 位。请改用较短的货号，两处一致。", "A4 CEB603 list #2; A10 itemNo");

    private static readonly Rule _itemNoTwice = new("ITEM-002", "货号重复出现", Severity.Advice, Bases.Consistency("各项商品的货号"),
        "同一货号出现在几项商品里。如果是同一商品可以合并，不是请改货号。", "A9 X13");

    private static readonly Rule _noBarCode = new("BARCODE-001", "条形码为空应填无", Severity.MustFix, Bases.Specification("CEB603 InventoryList 第 8 项 barCode"),
        "清单的条形码不能为空，没有条形码时填“无”。", "A4 CEB603 list #8");

    private static readonly Rule _barCodeWrong = new("BARCODE-002", "条形码校验不符", Severity.Advice, Bases.Consistency("条形码的校验位（GTIN）"),
        "条形码的末位与前面各位不符，多半有一位填错。请对照包装核对。", "D6");

    private static readonly Rule _modelIsName = new("MODEL-001", "规格型号未写明细", Severity.Advice, Bases.Specification("CEB603 InventoryList 第 7 项 gmodel"),
        "规格型号应写明品牌、规格、型号、成分等，满足归类需要，不能只重复商品名称。请补充。", "A4 CEB603 list #7");

    public static IReadOnlyList<Rule> All { get; } = [_itemNoTooLong, _itemNoTwice, _noBarCode, _barCodeWrong, _modelIsName];

    public static void Check(Examination examination)
    {
        var seen = new Dictionary<string, int>(examination.Reading.Lines, StringComparer.Ordinal);
        examination.ForEachLine((all, line) =>
        {
            CheckItemNo(all, line, seen);
            CheckBarCode(all, line);
            CheckModel(all, line);
        });
    }

    private static void CheckItemNo(Examination examination, int line, Dictionary<string, int> seen)
    {
        var itemNo = examination.Reading[line, GoodsFields.ItemNo].Text;
        if (itemNo.Length == 0) return;
        var length = TextCleaning.CodePoints(itemNo);
        if (length > GoodsFields.ItemNo.MaxLength)
        {
            examination.Add(_itemNoTooLong, line, GoodsFields.ItemNo, Invariant($"货号有 {length} 位，清单最多 {GoodsFields.ItemNo.MaxLength} 位，多出 {length - GoodsFields.ItemNo.MaxLength} 位。"));
        }

        if (!seen.TryAdd(itemNo, line)) examination.Add(_itemNoTwice, line, GoodsFields.ItemNo, Invariant($"货号{Words.Quote(itemNo)}已用于第 {seen[itemNo] + 1} 项商品。请确认是否同一商品。"));
    }

    private static void CheckBarCode(Examination examination, int line)
    {
        var barCode = examination.Reading[line, GoodsFields.BarCode].Text;
        if (barCode.Length == 0)
        {
            examination.Add(_noBarCode, line, GoodsFields.BarCode, "条形码没有填写。没有条形码时填“无”。", NoBarCode);
        }
        else if (Gtin.Check(barCode) is { } problem && (Gtin.HasShape(barCode) || problem.Repair is not null))
        {
            examination.AddWithChoice(_barCodeWrong, line, GoodsFields.BarCode, problem.Message, [problem.Repair]);
        }
    }

    private static void CheckModel(Examination examination, int line)
    {
        var model = examination.Reading[line, GoodsFields.Gmodel].Text;
        if (model.Length > 0 && model == examination.Reading[line, GoodsFields.Gname].Text)
        {
            examination.Add(_modelIsName, line, GoodsFields.Gmodel, "规格型号与商品名称完全相同。请写明品牌、规格、型号、成分等。");
        }
    }
}
