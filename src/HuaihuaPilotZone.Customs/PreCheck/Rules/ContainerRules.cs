using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Containers of a declaration, and every list of item numbers.</summary>
internal static class ContainerRules
{
    private static readonly Rule _number = new Rule("CONTAINER-001", "集装箱号请核对", Severity.Advice, new Basis(BasisKind.Law, "国际标准 ISO 6346", "箱号的结构与校验位"),
        "集装箱号为 4 个字母加 7 位数字，末位是校验位。确有不符合标准的箱子，请对照箱体，无误即可提交。", "B6 R8; D3").ForDeclarations();

    private static readonly Rule _twice = new Rule("CONTAINER-002", "集装箱号重复出现", Severity.MustFix, Bases.Consistency("各集装箱的箱号"),
        "同一个集装箱只填一行，装了几项商品就在商品项号里写几项。请合并或改正。", "B6 R8").ForDeclarations();

    private static readonly Rule _noSuchItem = new Rule("CONTAINER-003", "商品项号不存在", Severity.MustFix, Bases.Consistency("商品项号与商品明细"),
        "商品项号填商品明细里的序号，几项之间用半角逗号分隔。请改正。", "B3 GoodsNo, GNoStr; B6 R8").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_number, _twice, _noSuchItem];

    public static void Check(Examination examination)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 0; line < examination.Reading.Count(DeclarationContainers.Lines); line++)
        {
            CheckNumber(examination, line, seen);
            CheckItems(examination, line, DeclarationContainers.GoodsNumbers);
        }

        for (var line = 0; line < examination.Reading.Count(DeclarationEdocs.Lines); line++) CheckItems(examination, line, DeclarationEdocs.GoodsNumbers);
    }

    private static void CheckNumber(Examination examination, int line, Dictionary<string, int> seen)
    {
        var number = examination.Reading[line, DeclarationContainers.ContainerId].Text;
        if (number.Length == 0) return;
        if (!seen.TryAdd(number, line)) examination.Add(_twice, line, DeclarationContainers.ContainerId, Invariant($"集装箱号 {Words.Cut(number)} 已填在第 {seen[number] + 1} 行。"));
        else if (ContainerNumber.Check(number) is { } problem) examination.AddWithChoice(_number, line, DeclarationContainers.ContainerId, problem.Message, [problem.Repair]);
    }

    private static void CheckItems(Examination examination, int line, Field field)
    {
        var text = examination.Reading[line, field].Text;
        if (text.Length == 0) return;
        foreach (var item in text.Split(','))
        {
            if (int.TryParse(item, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= examination.Reading.Lines) continue;
            examination.Add(_noSuchItem, line, field, Invariant($"商品项号填的是{Words.Quote(text)}，其中{Words.Quote(item)}不是 1 至 {examination.Reading.Lines} 的序号。"), Mended(text, examination.Reading.Lines));
            return;
        }
    }

    // Chinese commas, blanks and leading zeros are a matter of writing; anything else a person must look at.
    private static string? Mended(string text, int lines)
    {
        var numbers = new List<int>();
        foreach (var item in text.Split([',', '、', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(item, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number < 1 || number > lines) return null;
            numbers.Add(number);
        }

        return numbers.Count == 0 ? null : string.Join(',', numbers);
    }
}
