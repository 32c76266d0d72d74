using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>
/// What the tariff says of an export of the goods: 监管条件 and export duty (mission D5 R-06; facts E11, E12, C13). Only as far as staff have
/// imported a tariff with these columns; nothing is said of codes without them.
/// </summary>
internal static class ControlRules
{
    /// <summary>Papers for an export, or for both directions, are named so in their table.</summary>
    private const char Export = '出';

    private static readonly Rule _missing = new Rule("LICENSE-003", "监管条件缺随附单证", Severity.Advice, new Basis(BasisKind.Law, "《中华人民共和国海关法》", "第二十四条：国家限制进出口的货物，没有进出口许可证件的不予放行"),
        "平台载入的税则里，这个商品编码的监管条件包含出口用的证件，随附单证里没有。请补充，或核对商品编码。", "mission D5 R-06; C13").ForDeclarations();

    private static readonly Rule _notByList = new("LICENSE-004", "商品不合清单条件", Severity.Advice, Bases.BusinessModes("以申报清单办理通关的条件"),
        "用清单申报的 9710、9810 和汇总统计（A）商品不涉证、不涉税。请改用报关单，或核对商品编码。", "E11; E12; mission D5 R-06");

    public static IReadOnlyList<Rule> All { get; } = [_missing, _notByList];

    public static void Check(Examination examination)
    {
        var isExempt = examination.IsBusinessMode || examination.Flag == "A";
        if (!examination.IsDeclaration && !isExempt) return;
        examination.ForEachLine(CheckLine);
    }

    private static void CheckLine(Examination examination, int line)
    {
        if (examination.Tables.TariffLines.Find(examination.Reading[line, examination.Roles.TariffCode].Text, examination.Date) is not { More.Count: > 0 } listed) return;
        if (examination.IsDeclaration) CheckDocuments(examination, line, listed);
        else CheckList(examination, line, listed);
    }

    private static void CheckDocuments(Examination examination, int line, TariffLine listed)
    {
        var attached = Enumerable.Range(0, examination.Reading.Count(DeclarationDocuments.Lines)).Select(i => examination.Reading[i, DeclarationDocuments.Code].Text).ToHashSet(StringComparer.Ordinal);
        var missing = Papers(examination, listed).Where(p => !attached.Contains(p.Code)).ToList();
        if (missing.Count > 0) examination.Add(_missing, line, examination.Roles.TariffCode, $"商品编码 {listed.Code} 的监管条件有 {Named(missing)}，随附单证里没有。请补充，或核对商品编码。");
    }

    private static void CheckList(Examination examination, int line, TariffLine listed)
    {
        var papers = Papers(examination, listed);
        var rate = listed.More.GetValueOrDefault(TariffColumns.ExportRate);
        var isTaxed = rate is not null && rate.AsSpan().ContainsAnyInRange('1', '9');
        if (papers.Count == 0 && !isTaxed) return;
        var why = papers.Count == 0 ? $"出口税率是 {rate}" : $"监管条件有 {Named(papers)}{(isTaxed ? $"，出口税率是 {rate}" : "")}";
        examination.Add(_notByList, line, examination.Roles.TariffCode, $"商品编码 {listed.Code} 的{why}，不符合用清单申报的条件。请改用报关单，或核对商品编码。");
    }

    private static List<NamedCode> Papers(Examination examination, TariffLine listed) =>
        [.. (listed.More.GetValueOrDefault(TariffColumns.Supervision) ?? "").Distinct().Select(c => examination.Tables.ControlDocuments.Find(c.ToString())).OfType<NamedCode>().Where(p => p.Name.Contains(Export, StringComparison.Ordinal))];

    private static string Named(IEnumerable<NamedCode> papers) => string.Join('、', papers.Select(p => $"{p.Code} {p.Name}"));
}
