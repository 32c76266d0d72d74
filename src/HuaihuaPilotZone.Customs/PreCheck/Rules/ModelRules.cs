using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>规格型号 of a declaration: element values split by vertical bars, of which the first two are the same for every goods (facts B5).</summary>
internal static class ModelRules
{
    private const char Bar = '|';
    private const string Brands = "01234";
    private const string Benefits = "012";
    private const string BenefitOnReturn = "3";
    private const string BrandWords = "0 无品牌、1 境内自主、2 境内收购、3 境外贴牌、4 境外其他";
    private const string BenefitWords = "0 不享受、1 享受、2 不能确定";

    private static readonly char[] _separators = [';', '；', Bar, '\n'];
    private static readonly char[] _numbering = [.. "0123456789:：.、 "];

    private static readonly Basis _item = Bases.Filling("商品名称及规格型号");

    private static readonly Rule _brand = new Rule("GMODEL-001", "规格型号缺品牌类型", Severity.MustFix, _item,
        "规格型号的第一个要素是品牌类型，填 0 至 4。例如“1|0|其余要素”。", "B2 #35; B5").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _benefit = new Rule("GMODEL-002", "规格型号缺享惠情况", Severity.MustFix, _item,
        "规格型号的第二个要素是出口享惠情况，出口填 0、1 或 2，3 只用于进口。请改正。", "B2 #35; B5").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _rest = new Rule("GMODEL-003", "规格型号没有其他要素", Severity.Advice, _item,
        "品牌类型和享惠情况之后，还要按商品编码的申报要素逐项填写，中间用“|”分隔。请补充。", "B5").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _separator = new Rule("GMODEL-004", "要素分隔符应为半角", Severity.MustFix, _item,
        "各要素之间用半角竖线“|”分隔。可以直接采用整理后的写法。", "B2 (half-width); B5").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _count = new Rule("GMODEL-005", "要素个数与税则不符", Severity.Advice, _item,
        "平台载入的税则写明了这个编码的申报要素，应逐项填写，没有内容的保留分隔符。请核对要素的个数和次序。", "B5; mission D5 R-09").ForDeclarations().AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_brand, _benefit, _rest, _separator, _count];

    public static void Check(Examination examination)
    {
        for (var line = 0; line < examination.Reading.Lines; line++) CheckLine(examination, line);
    }

    private static void CheckLine(Examination examination, int line)
    {
        var field = examination.Roles.Model;
        var text = examination.Reading[line, field].Text;
        var bars = WithBars(text);
        if (bars != text)
        {
            examination.Add(_separator, line, field, $"规格型号填的是{Words.Quote(text)}，分隔符应为半角竖线。", bars);
        }

        var elements = bars.Split(Bar);
        if (!IsOneOf(elements[0], Brands)) examination.Add(_brand, line, field, $"规格型号的第一个要素是{Words.Quote(elements[0].Trim())}，应为品牌类型：{BrandWords}。");
        else if (elements.Length < 2 || !IsOneOf(elements[1], examination.IsDeclaration ? Benefits : BenefitOnReturn)) AddBenefit(examination, line, field, elements);
        else if (!elements.Skip(2).Any(e => e.Trim().Length > 0)) examination.Add(_rest, line, field, "规格型号只有品牌类型和享惠情况。请按商品编码的申报要素补充其余各项。");
        else CheckCount(examination, line, field, elements.Length);
    }

    private static void CheckCount(Examination examination, int line, Field field, int typed)
    {
        if (examination.Tables.TariffLines.Find(examination.Reading[line, examination.Roles.TariffCode].Text, examination.Date)?.More.GetValueOrDefault(TariffColumns.Elements) is not { } listed) return;
        var names = NamesOf(listed);
        // a text that does not tell its elements apart says nothing of their number
        if (names.Length < 3 || names.Length == typed) return;
        var which = typed < names.Length ? $"缺少 {string.Join('、', names[typed..].Take(5))}" : Invariant($"多出 {typed - names.Length} 项");
        examination.Add(_count, line, field, Invariant($"规格型号有 {typed} 个要素，税则的申报要素有 {names.Length} 个，{which}。请核对，没有内容的保留分隔符。"));
    }

    // tariffs write "0:品牌类型;1:出口享惠情况;2:材质"
    private static string[] NamesOf(string listed) =>
        [.. listed.Split(_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => n.TrimStart(_numbering)).Where(n => n.Length > 0)];

    private static void AddBenefit(Examination examination, int line, Field field, string[] elements)
    {
        var typed = Words.Quote(elements.Length < 2 ? null : elements[1].Trim());
        if (examination.IsDeclaration) examination.Add(_benefit, line, field, $"规格型号的第二个要素是{typed}，应为出口享惠情况：{BenefitWords}。");
        else examination.Add(_benefit, line, field, $"规格型号的第二个要素是{typed}，进口报关单的出口享惠情况应为 3 不适用。", string.Join(Bar, [elements[0], BenefitOnReturn, .. elements.Skip(2)]));
    }

    /// <summary>The elements, at least one; separators of another width are read as what they stand for.</summary>
    internal static string[] ElementsOf(string text) => [.. WithBars(text).Split(Bar).Select(e => e.Trim())];

    private static string WithBars(string text) => text.Replace('｜', Bar).Replace('¦', Bar);

    private static bool IsOneOf(string element, string allowed) => element.Length == 1 && allowed.Contains(element[0], StringComparison.Ordinal);
}
