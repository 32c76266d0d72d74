using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>How numbers and days are written.</summary>
internal static class NumberRules
{
    /// <summary>Days back from today after which an export date deserves a second look.</summary>
    private const int LongAgoDays = 365;

    /// <summary>Days ahead of today after which an export date deserves a second look.</summary>
    private const int FarAheadDays = 180;

    private static readonly Basis _decimal = Bases.Specification("数值元素 N19,5：整数最多 14 位，小数最多 5 位");

    private static readonly Basis _declared = Bases.DecMessage("数值元素 N19,5：整数最多 14 位，小数最多 5 位");

    private static readonly Rule _notANumber = new Rule("NUMBER-001", "不是可识别的数字", Severity.MustFix, _decimal,
        "数量、金额和重量只能填数字，不带单位和货币符号。请改为数字。", "A4 N19,5; int").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return | DocumentScope.Totals).AlsoForReturnDeclarations();

    private static readonly Rule _negative = new Rule("NUMBER-002", "数字不能为负", Severity.MustFix, _decimal,
        "数量、金额和重量没有负数，只有报关单的杂费可以为负。请核对后改正。", "mission D5 R-15; B2 #30").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return | DocumentScope.Totals).AlsoForReturnDeclarations();

    private static readonly Rule _tooManyDecimals = new Rule("NUMBER-003", "小数超过五位", Severity.MustFix, _decimal,
        "报文最多保留 5 位小数。可以采用四舍五入后的数字，也可以自行改写。", "A4 N19,5").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return | DocumentScope.Totals).AlsoForReturnDeclarations();

    private static readonly Rule _tooManyDigits = new Rule("NUMBER-004", "整数超过十四位", Severity.MustFix, _decimal,
        "报文的整数部分最多 14 位。请核对是否多输了数字。", "A4 N19,5").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return | DocumentScope.Totals).AlsoForReturnDeclarations();

    private static readonly Rule _numberForm = new Rule("NUMBER-005", "数字的写法不规范", Severity.MustFix, _decimal,
        "数字应为半角，不带千位分隔符、空格和加号。可以直接采用整理后的写法。", "A4 N19,5; B2 (half-width)").AlsoForDeclarations(_declared).AlsoForApplications(DocumentScope.Return | DocumentScope.Totals).AlsoForReturnDeclarations();

    private static readonly Rule _fourDecimals = new Rule("NUMBER-006", "小数超过四位", Severity.MustFix, Bases.DecMessage("DecList/DeclPrice、DeclTotal：小数最多 4 位"),
        "报关单的单价和总价最多保留 4 位小数。可以采用四舍五入后的数字，也可以自行改写。", "B3 DecList DeclPrice, DeclTotal (current)").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _badDate = new("DATE-001", "日期不是有效日期", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 17 项 ieDate"),
        "出口日期按“年-月-日”填写，例如 2026-07-01。请改为存在的日期。", "A4 CEB603 #17; A1.11");

    private static readonly Rule _longAgo = new("DATE-002", "出口日期早于一年前", Severity.Advice, Bases.Experience("日期录入错误的常见情形"),
        "出口日期在一年以前，多半是年份填错。请核对。", "A4 CEB603 #17");

    private static readonly Rule _farAhead = new("DATE-003", "出口日期过于靠后", Severity.Advice, Bases.Experience("日期录入错误的常见情形"),
        "出口日期在 180 天以后，多半是年份或月份填错。请核对。", "A4 CEB603 #17");

    private static readonly Rule _dateOfDeclaration = new Rule("DATE-004", "出口日期应为空", Severity.MustFix, Bases.Filling("进出口日期：出口申报时免予填报"),
        "报关单申报出口时不填出口日期，由海关按离境情况确定。请清空。", "B2 #5; B6 R9").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_notANumber, _negative, _tooManyDecimals, _tooManyDigits, _numberForm, _fourDecimals, _badDate, _longAgo, _farAhead, _dateOfDeclaration];

    public static void Check(Examination examination)
    {
        foreach (var field in examination.Schema.Header) CheckNumber(examination, field, line: 0);
        foreach (var (collection, fields) in examination.Schema.Collections)
        {
            examination.ForEachLine(collection, (all, line) =>
            {
                foreach (var field in fields) CheckNumber(all, field, line);
            });
        }

        if (examination.IsList) CheckDate(examination);
        else if (examination.IsDeclaration && !examination.Reading[examination.Roles.ExportDate].IsEmpty) examination.AddEmptying(_dateOfDeclaration, examination.Roles.ExportDate, 0, $"出口日期填的是{Words.Quote(examination.Reading[examination.Roles.ExportDate].Raw)}。出口报关单申报时不填这一栏，请清空。");
    }

    private static void CheckNumber(Examination examination, Field field, int line)
    {
        if (field.Kind is not (FieldKind.Number or FieldKind.WholeNumber)) return;
        ref readonly var reading = ref examination.Reading[line, field];
        switch (reading.Number.Fault)
        {
            case NumberFault.NotANumber:
                examination.Add(_notANumber, line, field, $"{field.Label}填的是{Words.Quote(reading.Raw)}，不能当作数字读取。请只填数字。");
                break;
            case NumberFault.Negative when !field.MayBeNegative:
                examination.Add(_negative, line, field, $"{field.Label}填的是 {Words.Cut(reading.Text)}，不能小于 0。");
                break;
            case NumberFault.TooManyDigits:
                examination.Add(_tooManyDigits, line, field, Invariant($"{field.Label}的整数部分超过 {NumberReading.MostIntegerDigits} 位。"));
                break;
            case NumberFault.NeedsCleaning:
                examination.Add(_numberForm, line, field, $"{field.Label}填的是{Words.Quote(reading.Raw)}，应写作{Words.Quote(reading.Text)}。", reading.Text);
                break;
            case NumberFault.None or NumberFault.TooManyDecimals when field.Kind == FieldKind.Number && reading.Number.Decimals > field.MostDecimals:
                var rounded = Math.Round(reading.Number.Value, field.MostDecimals, MidpointRounding.AwayFromZero);
                examination.Add(field.MostDecimals == NumberReading.MostDecimals ? _tooManyDecimals : _fourDecimals, line, field,
                    Invariant($"{field.Label}有 {reading.Number.Decimals} 位小数，最多 {field.MostDecimals} 位。"), rounded == 0 ? null : NumberReading.Format(rounded));
                break;
            default:
                break;
        }
    }

    private static void CheckDate(Examination examination)
    {
        ref readonly var typed = ref examination.Reading[HeaderFields.IeDate];
        if (typed.IsEmpty) return;
        var reading = examination.Reading.ExportDate;
        if (reading.Value is not { } day)
        {
            examination.Add(_badDate, HeaderFields.IeDate, $"出口日期填的是{Words.Quote(typed.Raw)}，不是有效日期。请按“年-月-日”填写。");
            return;
        }

        var text = DateReading.Format(day);
        if (reading.NeedsCleaning) examination.Add(_badDate, HeaderFields.IeDate, $"出口日期填的是{Words.Quote(typed.Raw)}，应写作“{text}”。", text);
        var ahead = day.DayNumber - examination.Today.DayNumber;
        if (ahead < -LongAgoDays) examination.Add(_longAgo, HeaderFields.IeDate, Invariant($"出口日期 {text} 距今已有 {-ahead} 天。请核对年份。"));
        if (ahead > FarAheadDays) examination.Add(_farAhead, HeaderFields.IeDate, Invariant($"出口日期 {text} 在 {ahead} 天以后。请核对年月。"));
    }
}
