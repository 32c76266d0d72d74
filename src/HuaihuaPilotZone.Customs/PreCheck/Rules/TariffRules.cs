using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>
/// Tariff codes. The tables carry the zone's goods only, so a code they do not know is doubted, not refused,
/// unless its chapter does not exist or its heading is carried completely.
/// </summary>
internal static class TariffRules
{
    private const int MostOffered = 8;

    private static readonly Basis _gcode = Bases.Specification("CEB603 InventoryList 第 5 项 gcode");

    // the padding of simplified codes is in no source that could be read
    private static readonly Basis _simplified = new(BasisKind.Specification, "海关跨境统一版系统企业对接报文规范（202205版）", "CEB603 statisticsFlag、gcode；简化归类仅限综合试验区见第三方资料", Verified: false);

    private static readonly Basis _declared = Bases.Filling("商品编号");

    private static readonly Rule _shape = new Rule("HS-001", "商品编码应为十位数字", Severity.MustFix, _gcode,
        "商品编码为 10 位数字。请补全或改正。", "A4 CEB603 list #5; A10 gcode; D4; B2 #34").AlsoForDeclarations(_declared).AlsoForReturnDeclarations();

    private static readonly Rule _noChapter = new Rule("HS-002", "商品编码章号不存在", Severity.MustFix, new Basis(BasisKind.Law, "《商品名称及编码协调制度》", "章目"),
        "商品编码前两位是章号，没有第 00 章和第 77 章。请核对。", "D4").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _headingNotCarried = new Rule("HS-003", "品目未载入待核", Severity.Advice, Bases.Consistency("平台载入的商品编码表（园区常见商品）"),
        "平台只载入园区常见商品的编码，查不到这个编码。请在海关税则中核对。", "D4; mission D5 R-08").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _noSubheading = new Rule("HS-004", "品目下没有该子目", Severity.MustFix,
        new Basis(BasisKind.Law, "《商品名称及编码协调制度》（2022 年版）", "六位子目", new DateOnly(2022, 1, 1), new DateOnly(2027, 12, 31), Verified: false),
        "平台载入了这个品目的全部六位子目，其中没有所填的子目。请改正前六位。", "D4; mission D5 R-08").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _fourDigits = new Rule("HS-005", "四位简化编码不可用", Severity.MustFix, _simplified,
        "只有经批准的综合试验区、9610 汇总统计（A）才按前四位归类。其他情形请填完整的 10 位编码。", "E11; A4 CEB603 list #5; A10 gcode; F2").AlsoForDeclarations(_declared).AlsoForReturnDeclarations();

    private static readonly Rule _sixDigits = new Rule("HS-006", "可能是六位简化编码", Severity.Advice, _simplified,
        "末四位全为零，可能是补零的六位编码。综合试验区获批前请填完整的 10 位编码，确为税则原有编码的可以保留。", "E12; A4 CEB603 list #5; A10 gcode; F2").AlsoForDeclarations(_declared).AlsoForReturnDeclarations();

    private static readonly Rule _unit1 = new Rule("HS-007", "法定单位与税则不符", Severity.MustFix, Bases.Consistency("平台登记的税则法定单位"),
        "法定计量单位由商品编码决定。请采用税则规定的单位，并按该单位重填法定数量。", "A4 CEB603 list #15; B6 R6").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _unit2 = new Rule("HS-008", "第二单位与税则不符", Severity.MustFix, Bases.Consistency("平台登记的税则法定单位"),
        "税则规定了第二法定单位的要填，没有规定的应为空。请改正。", "A4 CEB603 list #13, #16; B6 R6").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _notListed = new Rule("HS-009", "十位编码待核", Severity.Advice, Bases.Consistency("平台登记的十位税则"),
        "前六位属于已载入的子目，但平台没有登记这个十位编码。请在海关税则中核对后四位和法定单位。", "D4; C16").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _specialChapter = new Rule("HS-010", "特殊章编码待核", Severity.Advice, Bases.Experience("第 98、99 章由各国自行使用"),
        "第 98、99 章是特殊用途的章，一般商品不用。请核对。", "D4").AlsoForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _notInForce = new Rule("HS-011", "商品编码当日无效", Severity.MustFix, Bases.Consistency("平台登记的十位税则及其有效期"),
        "税则按年调整，这个编码在所用的日期不在有效期内。请改用当日有效的编码。", "D4; mission D5 R-08").AlsoForDeclarations().AlsoForReturnDeclarations();

    public static IReadOnlyList<Rule> All { get; } =
        [_shape, _noChapter, _headingNotCarried, _noSubheading, _fourDigits, _sixDigits, _unit1, _unit2, _notListed, _specialChapter, _notInForce];

    public static void Check(Examination examination)
    {
        var notListed = new List<int>();
        var firstCode = "";
        examination.ForEachLine((all, line) =>
        {
            var code = all.Reading[line, all.Roles.TariffCode].Text;
            if (code.Length > 0 && HasShape(all, line, code)) CheckExistence(all, line, code, notListed);
            if (firstCode.Length == 0 && notListed.Count > 0) firstCode = code;
        });
        examination.AfterLines(() =>
        {
            if (notListed.Count > 0) AddNotListed(examination, firstCode, notListed);
        });
    }

    // one sentence for the whole document: while the ten-digit tariff is not loaded, every line would repeat it
    private static void AddNotListed(Examination examination, string firstCode, List<int> lines)
    {
        var which = lines.Count == 1 ? "" : Invariant($"，共 {lines.Count} 项：第 {Words.Numbers([.. lines.Select(i => i + 1)])}");
        examination.Add(_notListed, lines[0], examination.Roles.TariffCode, $"平台没有登记十位编码 {firstCode}{which}。前六位存在，后四位和法定单位待核。");
    }

    private static bool HasShape(Examination examination, int line, string code)
    {
        var isDigits = code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        if (isDigits && code.Length == HsCode.FullLength) return true;
        var reason = isDigits
            ? Invariant($"商品编码填了 {code.Length} 位，应为 {HsCode.FullLength} 位。")
            : $"商品编码填的是{Words.Quote(code)}，应为 10 位数字。";
        examination.Add(_shape, line, examination.Roles.TariffCode, reason);
        return false;
    }

    private static void CheckExistence(Examination examination, int line, string code, List<int> notListed)
    {
        if (!HsCode.ChapterExists(code))
        {
            examination.Add(_noChapter, line, examination.Roles.TariffCode, $"商品编码 {code} 的章号是 {code[..2]}，协调制度没有这一章。");
        }
        else if (HsCode.IsSpecialChapter(code))
        {
            examination.Add(_specialChapter, line, examination.Roles.TariffCode, $"商品编码 {code} 属第 {code[..2]} 章，一般商品不用这一章。请核对。");
        }
        else if (examination.Tables.TariffLines.Find(code, examination.Date) is { } listed)
        {
            CheckUnits(examination, line, listed);
        }
        else if (examination.Tables.TariffLines.FindAll(code) is [var other, ..])
        {
            AddNotInForce(examination, line, other);
        }
        else
        {
            CheckStem(examination, line, code, notListed);
        }
    }

    private static void AddNotInForce(Examination examination, int line, Codes.TariffLine other)
    {
        var when = other.From is { } from && from > examination.Date ? $"自 {DateReading.Format(from)} 起有效" : $"有效至 {DateReading.Format(other.To ?? examination.Date)}";
        var choice = examination.Tables.TariffLines.On(examination.Date).Where(l => l.Code.StartsWith(other.Code[..6], StringComparison.Ordinal)).Select(l => l.Code).Take(MostOffered);
        examination.AddWithChoice(_notInForce, line, examination.Roles.TariffCode, $"商品编码 {other.Code} {other.Name}{when}，{DateReading.Format(examination.Date)} 不能使用。请改用当日有效的编码。", choice);
    }

    private static void CheckStem(Examination examination, int line, string code, List<int> notListed)
    {
        var zone = !examination.IsDeclared && examination.Tables.IsApprovedZone(examination.Date);
        var fourEnough = zone && examination.ListMode == ListModes.Retail && examination.Flag == "A";
        var sixEnough = fourEnough || (zone && examination.IsBusinessMode);
        var heading = examination.Tables.Headings.Find(code[..4], examination.Date);
        var stem = examination.Tables.Subheadings.Find(code[..6]);
        if (heading is null)
        {
            examination.Add(_headingNotCarried, line, examination.Roles.TariffCode, $"平台只载入园区常见商品，没有品目 {code[..4]} 的资料，商品编码 {code} 待核。");
        }
        else if (stem is null && code.AsSpan(4).IndexOfAnyExcept('0') < 0)
        {
            if (!fourEnough) examination.Add(_fourDigits, line, examination.Roles.TariffCode, $"商品编码 {code} 是品目 {code[..4]} 补零的简化写法，{SimplifiedReason(examination, zone)}请填完整的 10 位编码。");
        }
        else if (stem is null)
        {
            AddMissingStem(examination, line, code, heading);
        }
        else if (code.AsSpan(6).IndexOfAnyExcept('0') < 0)
        {
            if (!sixEnough) examination.Add(_sixDigits, line, examination.Roles.TariffCode, $"商品编码 {code} 末四位全为零，可能是子目 {code[..6]} {stem.Name}补零的写法。请核对是否应填具体的 10 位编码。");
        }
        else
        {
            notListed.Add(line);
        }
    }

    private static void AddMissingStem(Examination examination, int line, string code, Codes.TariffHeading heading)
    {
        if (heading.IsComplete) examination.Add(_noSubheading, line, examination.Roles.TariffCode, $"品目 {heading.Code} {heading.Name}下没有子目 {code[..6]}。请核对商品编码 {code} 的前六位。");
        else examination.Add(_headingNotCarried, line, examination.Roles.TariffCode, $"平台只载入品目 {heading.Code} {heading.Name}的部分子目，其中没有 {code[..6]}，商品编码 {code} 待核。");
    }

    private static string SimplifiedReason(Examination examination, bool zone) =>
        examination.IsDeclared ? "报关单不能使用，"
        : zone ? "只有 9610 汇总统计（A）可以使用，"
        : "综合试验区获批并登记后、9610 汇总统计（A）才可以使用，";

    private static void CheckUnits(Examination examination, int line, Codes.TariffLine listed)
    {
        var unit1 = examination.Reading[line, examination.Roles.Unit1].Text;
        if (unit1.Length > 0 && unit1 != listed.Unit1)
        {
            examination.Add(_unit1, line, examination.Roles.Unit1, $"商品编码 {listed.Code} 的法定单位是 {Named(examination, listed.Unit1)}，填的是 {Named(examination, unit1)}。改单位后请一并核对法定数量。", listed.Unit1);
        }

        var unit2 = examination.Reading[line, examination.Roles.Unit2].Text;
        if (unit2 == (listed.Unit2 ?? "")) return;
        if (listed.Unit2 is null) examination.AddEmptying(_unit2, examination.Roles.Unit2, line, $"商品编码 {listed.Code} 没有第二法定单位，填的是 {Named(examination, unit2)}。请清空第二单位和第二数量。");
        else examination.Add(_unit2, line, examination.Roles.Unit2, $"商品编码 {listed.Code} 的第二法定单位是 {Named(examination, listed.Unit2)}，填的是{(unit2.Length == 0 ? "空" : " " + Named(examination, unit2))}。", listed.Unit2);
    }

    private static string Named(Examination examination, string unit) =>
        examination.Tables.Units.Find(unit) is { } row ? $"{row.Code} {row.Name}" : Words.Quote(unit);
}
