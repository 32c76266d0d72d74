using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Values out of code lists. Names and old numbers are understood and answered with the new code as a proposal.</summary>
internal static class CodeRules
{
    private static readonly Rule _transport = new("CODE-001", "运输方式不在代码表", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 29 项 trafMode"),
        "运输方式填一位代码，例如 3 铁路、4 公路、5 航空。请从代码表选择。", "A4 CEB603 #29; C2; mission D5 R-12");

    private static readonly Rule _country = new("CODE-002", "国别不在代码表", Severity.MustFix, Bases.Specification("国家（地区）代码"),
        "国别填三个字母的代码，例如 VNM 越南。请从代码表选择。", "A1.12; A4 CEB603 #36, list #9; C4");

    private static readonly Rule _currency = new("CODE-003", "币制不在代码表", Severity.MustFix, Bases.Specification("币制代码"),
        "币制填三个字母的代码，例如 CNY 人民币、USD 美元。请从代码表选择。", "A1.12; A4 CEB603 #39, #42, list #10; A4 CEB303 #13; C3");

    private static readonly Rule _unit = new("CODE-004", "计量单位不在代码表", Severity.MustFix, Bases.Specification("计量单位代码"),
        "计量单位填三位数字，例如 007 个、035 千克。请从代码表选择。", "A4 CEB603 list #14-16; C5");

    private static readonly Rule _packaging = new("CODE-005", "包装种类不在代码表", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 44 项 wrapType"),
        "包装种类填两位代码，例如 22 纸箱。请从代码表选择。", "A1.12; A4 CEB603 #44; C6");

    private static readonly Rule _noOldCode = new("CODE-006", "代码无法写入报文", Severity.MustFix, Bases.Specification("报文采用旧版代码"),
        "报文只能写旧版海关代码，这个新代码没有对应的旧代码。请改选相近的代码。", "A1.12; C6; F9");

    public static IReadOnlyList<Rule> All { get; } = [_transport, _country, _currency, _unit, _packaging, _noOldCode];

    public static void Check(Examination examination)
    {
        foreach (var field in FieldMap.Header) CheckField(examination, field, line: 0);
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            foreach (var field in FieldMap.Goods)
            {
                if (field.CodeList != CodeList.None) CheckField(examination, field, line);
            }
        }
    }

    private static void CheckField(Examination examination, Field field, int line)
    {
        var tables = examination.Tables;
        switch (field.CodeList)
        {
            case CodeList.TransportModes:
                CheckCode(examination, _transport, tables.TransportModes, field, line);
                break;
            case CodeList.Countries:
                CheckCode(examination, _country, tables.Countries, field, line);
                break;
            case CodeList.Currencies:
                CheckCode(examination, _currency, tables.Currencies, field, line);
                break;
            case CodeList.Units:
                CheckCode(examination, _unit, tables.Units, field, line);
                break;
            case CodeList.Packaging:
                CheckCode(examination, _packaging, tables.Packaging, field, line);
                break;
            default:
                break;
        }
    }

    private static void CheckCode<TRow>(Examination examination, Rule rule, CodeTable<TRow> table, Field field, int line)
        where TRow : CodeRow
    {
        var code = examination.ReadingOf(field, line).Text;
        if (code.Length == 0) return;
        if (table.Find(code) is { } row)
        {
            if (row.OldCode is null) examination.AddAt(_noOldCode, field, line, $"{field.Label}的代码 {code} {row.Name}没有对应的旧版代码，报文无法填写。请改选相近的代码。");
            return;
        }

        var proposal = Understand(table, code);
        var advice = proposal is null ? "请从代码表选择。" : $"可能是 {proposal} {table.Find(proposal)!.Name}。";
        examination.AddAt(rule, field, line, $"{field.Label}填的是{Words.Quote(code)}，不在代码表内。{advice}", proposal);
    }

    // An old number with one meaning, digits without their leading zeros, or the Chinese name.
    private static string? Understand<TRow>(CodeTable<TRow> table, string typed)
        where TRow : CodeRow
    {
        if (table.NewCodeOf(typed) is { } code && HasOldCode(table, code)) return code;
        if (typed.Length < 3 && HasOldCode(table, typed.PadLeft(3, '0'))) return typed.PadLeft(3, '0');
        return table.FindByName(typed) is { OldCode: not null } row ? row.Code : null;
    }

    private static bool HasOldCode<TRow>(CodeTable<TRow> table, string code)
        where TRow : CodeRow => table.Find(code)?.OldCode is not null;
}
