using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>
/// 品牌类型 in 规格型号 against what the other elements say of a brand (mission D5 R-10; facts B5). A declaration has no field for the mark
/// itself, nor for the number or term of a recordation, so that neither can be looked at here.
/// </summary>
internal static class BrandRules
{
    private const char Bar = '|';
    private const string Mark = "品牌";
    private const string NoBrand = "0";

    private static readonly string[] _branded = ["1", "2", "3", "4"];
    private static readonly string[] _foreign = ["3", "4"];
    private static readonly string[] _none = ["无", "没有", "不", "/", "-"];

    private static readonly Rule _foreignMark = new Rule("BRAND-001", "境外品牌须报知识产权", Severity.Advice, new Basis(BasisKind.Law, "《中华人民共和国知识产权海关保护条例》", "第五条：如实申报知识产权状况"),
        "品牌类型是境外品牌的，发货人应如实申报知识产权状况。请备好商标权利人的授权等证明文件。", "mission D5 R-10; B5").ForDeclarations();

    private static readonly Rule _contradiction = new Rule("BRAND-002", "品牌类型与要素矛盾", Severity.Advice, Bases.Consistency("规格型号的品牌类型与其余要素"),
        "品牌类型填无品牌的，其余要素不应写品牌名称，反过来也一样。请核对后选择一种。", "mission D5 R-10; B5").ForDeclarations().AlsoForReturnDeclarations();

    private enum Said
    {
        Nothing,
        None,
        Named,
    }

    public static IReadOnlyList<Rule> All { get; } = [_foreignMark, _contradiction];

    public static void Check(Examination examination)
    {
        var foreign = new List<int>();
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            var elements = ModelRules.ElementsOf(examination.Reading[line, examination.Roles.Model].Text);
            if (_foreign.Contains(elements[0])) foreign.Add(line);
            CheckLine(examination, line, elements);
        }

        // one sentence for the whole document
        if (foreign is [var first, ..])
            examination.Add(_foreignMark, first, examination.Roles.Model, $"商品第 {Words.Numbers(foreign.ConvertAll(l => l + 1))}的品牌类型是境外品牌（3 贴牌生产或 4 其他）。请如实申报知识产权状况，备好权利人的授权。");
    }

    private static void CheckLine(Examination examination, int line, string[] elements)
    {
        var said = elements.Skip(2).Select(SaidBy).ToList();
        if (elements[0] == NoBrand && said.Contains(Said.Named)) Add(examination, line, elements, "品牌类型填的是 0 无品牌，其余要素却写了品牌。请核对后选择品牌类型。", _branded);
        else if (_branded.Contains(elements[0]) && said.Contains(Said.None) && !said.Contains(Said.Named)) Add(examination, line, elements, Invariant($"品牌类型填的是 {elements[0]}，其余要素却写了无品牌。请核对，确无品牌的填 0。"), NoBrand);
    }

    private static void Add(Examination examination, int line, string[] elements, string reason, params string[] types) =>
        examination.AddWithChoice(_contradiction, line, examination.Roles.Model, reason, types.Select(t => string.Join(Bar, [t, .. elements.Skip(1)])));

    private static Said SaidBy(string element)
    {
        if (element.Contains("无" + Mark, StringComparison.Ordinal)) return Said.None;
        var at = element.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return Said.Nothing;
        var rest = element[(at + Mark.Length)..].TrimStart('名', '称', '为', '是', '：', ':', ' ');
        if (rest.Length == 0 || rest.StartsWith("类型", StringComparison.Ordinal)) return Said.Nothing;
        return Array.Exists(_none, n => rest.StartsWith(n, StringComparison.Ordinal)) ? Said.None : Said.Named;
    }
}
