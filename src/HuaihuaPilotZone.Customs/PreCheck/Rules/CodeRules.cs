using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Values out of code lists. Names and old numbers are understood and answered with the new code as a proposal.</summary>
internal static class CodeRules
{
    private static readonly Rule _transport = new Rule("CODE-001", "运输方式不在代码表", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 29 项 trafMode"),
        "运输方式填一位代码，例如 3 铁路、4 公路、5 航空。请从代码表选择。", "A4 CEB603 #29; C2; B2 #9; mission D5 R-12").AlsoForDeclarations(Bases.Filling("运输方式")).AlsoForApplications(DocumentScope.Return | DocumentScope.Tally | DocumentScope.Totals | DocumentScope.Arrival | DocumentScope.Departure, Bases.Specification("各报文的 trafMode")).AlsoForReturnDeclarations();

    private static readonly Rule _country = new Rule("CODE-002", "国别不在代码表", Severity.MustFix, Bases.Specification("国家（地区）代码"),
        "国别填三个字母的代码，例如 VNM 越南。请从代码表选择。", "A1.12; A4 CEB603 #36, list #9; C4").AlsoForDeclarations(Bases.Filling("国别（地区）代码")).AlsoForApplications(DocumentScope.Return).AlsoForReturnDeclarations();

    private static readonly Rule _currency = new Rule("CODE-003", "币制不在代码表", Severity.MustFix, Bases.Specification("币制代码"),
        "币制填三个字母的代码，例如 CNY 人民币、USD 美元。请从代码表选择。", "A1.12; A4 CEB603 #39, #42, list #10; A4 CEB303 #13; C3; B2 #39").AlsoForDeclarations(Bases.Filling("币制")).AlsoForReturnDeclarations();

    private static readonly Rule _unit = new Rule("CODE-004", "计量单位不在代码表", Severity.MustFix, Bases.Specification("计量单位代码"),
        "计量单位填三位数字，例如 007 个、035 千克。请从代码表选择。", "A4 CEB603 list #14-16; C5; B2 #36").AlsoForDeclarations(Bases.Filling("数量及单位")).AlsoForApplications(DocumentScope.Return).AlsoForReturnDeclarations();

    private static readonly Rule _packaging = new Rule("CODE-005", "包装种类不在代码表", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 44 项 wrapType"),
        "包装种类填两位代码，例如 22 纸箱。请从代码表选择。", "A1.12; A4 CEB603 #44; C6; B2 #23").AlsoForDeclarations(Bases.Filling("包装种类")).AlsoForReturnDeclarations();

    private static readonly Rule _noOldCode = new Rule("CODE-006", "代码无法写入报文", Severity.MustFix, Bases.Specification("报文采用旧版代码"),
        "清单报文只能写旧版海关代码，这个新代码没有对应的旧代码。请改选相近的代码。", "A1.12; C6; F9");

    private static readonly Rule _taxNature = new Rule("CODE-007", "征免性质不在代码表", Severity.MustFix, Bases.Filling("征免性质"),
        "征免性质填三位代码，例如 101 一般征税。请从代码表选择。", "B2 #15; C7").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _tradeTerms = new Rule("CODE-008", "成交方式不在代码表", Severity.MustFix, Bases.Filling("成交方式"),
        "成交方式填一位代码，例如 1 CIF、2 C&F、3 FOB。请从代码表选择。", "B2 #27; C8").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _dutyMode = new Rule("CODE-009", "征免方式不在代码表", Severity.MustFix, Bases.Filling("征免"),
        "征免填一位代码，例如 1 照章征税、3 全免。请从代码表选择。", "B2 #43; C8b").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _containerType = new Rule("CODE-010", "箱规格不在代码表", Severity.MustFix, Bases.DecMessage("Container/ContainerMd"),
        "集装箱规格填两位代码，例如 11 普通 40 尺箱、21 普通 20 尺箱。请从代码表选择。", "C11").ForDeclarations();

    private static readonly Rule _choice = new Rule("CODE-011", "填的不是可选的值", Severity.MustFix, Bases.DecMessage("取值固定的元素"),
        "报关单类型、费用标记、拼箱标识和单据格式只有固定的几个值。请从列表选择。", "B3 EntryType, FeeMark, InsurMark, OtherMark, LclFlag, EdocFomatType").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _shape = new Rule("CODE-012", "代码的位数或字符不符", Severity.MustFix, Bases.DecMessage("国内地区、行政区划、国内口岸、监管证件和随附单据类别代码"),
        "国内地区 5 位，行政区划和国内口岸 6 位数字，监管证件 1 位，随附单据类别 8 位数字。请从代码表选择。", "B2 #22, #31, #42; C10; C13; C14").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _notLoaded = new Rule("CODE-013", "代码未载入待核", Severity.Advice, Bases.Consistency("平台载入的国内地区、口岸、证件和单据代码"),
        "平台只载入了部分代码，查不到所填的这个。请在单一窗口核对，无误即可提交。", "C10; C12; C13; C14; F1; F6").ForDeclarations().AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } =
        [_transport, _country, _currency, _unit, _packaging, _noOldCode, _taxNature, _tradeTerms, _dutyMode, _containerType, _choice, _shape, _notLoaded];

    public static void Check(Examination examination)
    {
        foreach (var field in examination.Schema.Header) CheckField(examination, field, line: 0);
        foreach (var (collection, fields) in examination.Schema.Collections)
        {
            examination.ForEachLine(collection, (all, line) =>
            {
                foreach (var field in fields) CheckField(all, field, line);
            });
        }
    }

    private static void CheckField(Examination examination, Field field, int line)
    {
        if (field.CodeList == CodeList.None) return;
        var code = examination.Reading[line, field].Text;
        if (code.Length == 0) return;
        if (RuleOf(field.CodeList) is { } rule) CheckListed(examination, rule, field, line, code);
        else if (IsPartial(field.CodeList)) CheckPartial(examination, field, line, code);
    }

    /// <summary>The rule of a list that is carried whole; null for lists that have rules of their own or are carried in part.</summary>
    private static Rule? RuleOf(CodeList list) => list switch
    {
        CodeList.TransportModes => _transport,
        CodeList.Countries => _country,
        CodeList.Currencies => _currency,
        CodeList.Units => _unit,
        CodeList.Packaging => _packaging,
        CodeList.TaxNatures => _taxNature,
        CodeList.TradeTerms => _tradeTerms,
        CodeList.DutyModes => _dutyMode,
        CodeList.ContainerTypes => _containerType,
        CodeList.EntryTypes or CodeList.FreightMarks or CodeList.ChargeMarks or CodeList.YesNo or CodeList.AttachmentFormats => _choice,
        _ => null,
    };

    private static bool IsPartial(CodeList list) =>
        list is CodeList.Districts or CodeList.Divisions or CodeList.DomesticPorts or CodeList.ControlDocuments or CodeList.AttachedDocuments or CodeList.DeclarationTypes;

    private static void CheckListed(Examination examination, Rule rule, Field field, int line, string code)
    {
        var table = CodeLists.TableOf(examination.Tables, field.CodeList)!;
        if (table.Find(code) is { } row)
        {
            if (!examination.IsDeclared && row.OldCode is null) examination.Add(_noOldCode, line, field, $"{field.Label}的代码 {code} {row.Name}没有对应的旧版代码，报文无法填写。请改选相近的代码。");
            return;
        }

        var proposal = Understand(examination, table, code);
        var advice = proposal is null ? "请从代码表选择。" : $"可能是 {proposal} {table.Find(proposal)!.Name}。";
        examination.Add(rule, line, field, $"{field.Label}填的是{Words.Quote(code)}，不在代码表内。{advice}", proposal);
    }

    // An old number with one meaning, digits without their leading zeros, or the Chinese name.
    private static string? Understand(Examination examination, ICodeTable table, string typed)
    {
        bool Fits(string? code) => table.Find(code) is { } row && (examination.IsDeclared || row.OldCode is not null);
        if (table.NewCodeOf(typed) is { } code && Fits(code)) return code;
        if (typed.Length < 3 && Fits(typed.PadLeft(3, '0'))) return typed.PadLeft(3, '0');
        return table.FindByName(typed) is { } named && Fits(named.Code) ? named.Code : null;
    }

    private static void CheckPartial(Examination examination, Field field, int line, string code)
    {
        var table = CodeLists.TableOf(examination.Tables, field.CodeList)!;
        if (table.Find(code) is not null) return;
        if (HasShape(field.CodeList, code))
        {
            examination.Add(_notLoaded, line, field, $"{field.Label}填的是{Words.Quote(code)}，平台没有载入这个代码，待核。");
        }
        else
        {
            var named = table.FindByName(code);
            examination.Add(_shape, line, field, $"{field.Label}填的是{Words.Quote(code)}，{ShapeOf(field.CodeList)}。", named?.Code);
        }
    }

    private static bool HasShape(CodeList list, string code) => list switch
    {
        CodeList.Districts => code.Length == 5 && IsDigits(code.AsSpan(0, 4)) && char.IsAsciiLetterOrDigit(code[4]),
        CodeList.Divisions or CodeList.DomesticPorts => code.Length == 6 && IsDigits(code),
        CodeList.ControlDocuments => code.Length == 1 && char.IsAsciiLetterOrDigit(code[0]),
        CodeList.AttachedDocuments => code.Length == 8 && IsDigits(code),
        _ => code.Length == 2,
    };

    private static string ShapeOf(CodeList list) => list switch
    {
        CodeList.Districts => "国内地区代码应为 5 位",
        CodeList.Divisions => "行政区划代码应为 6 位数字",
        CodeList.DomesticPorts => "国内口岸代码应为 6 位数字",
        CodeList.ControlDocuments => "监管证件代码应为 1 位",
        CodeList.AttachedDocuments => "随附单据类别代码应为 8 位数字",
        _ => "单据类型的代码应为 2 位",
    };

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
