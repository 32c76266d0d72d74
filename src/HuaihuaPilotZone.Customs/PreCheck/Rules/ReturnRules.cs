using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Returns;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>出口退货申请单: against the list that the goods left with, and against what has come back of it already.</summary>
internal static class ReturnRules
{
    private const string Ordinary = "9661";
    private const string SpecialArea = "1261";
    private const string China = "CHN";
    private const string Retail = "9610";

    /// <summary>公告2024年第167号.</summary>
    private static readonly DateOnly _districtsStart = new(2024, 12, 15);

    /// <summary>Announced for the whole country (facts E17).</summary>
    private static readonly DateOnly _districtsEverywhere = new(2026, 3, 13);

    /// <summary>What every return has to say as the original list said it, line by line.</summary>
    private static readonly (Field Return, Field List)[] _same =
    [
        (ReturnApplication.Gcode, GoodsFields.Gcode), (ReturnApplication.Gname, GoodsFields.Gname), (ReturnApplication.Gmodel, GoodsFields.Gmodel),
        (ReturnApplication.Unit, GoodsFields.Unit), (ReturnApplication.Unit1, GoodsFields.Unit1), (ReturnApplication.Unit2, GoodsFields.Unit2),
    ];

    private static readonly Rule _mode = New("RETURN-001", "退货监管方式不符", Severity.MustFix, Bases.Specification("CEB213 InvtRefundHead 第 17 项 tradeMode"),
        "一般出口退货的监管方式是 9661，特殊区域退货是 1261。请改填。", "A4 CEB213 #17; B1");

    private static readonly Rule _area = New("RETURN-002", "特殊区域退货未开放", Severity.MustFix, Bases.Specification("CEB213 InvtRefundHead 第 17 项 tradeMode"),
        "1261 用于海关特殊监管区域的退货，园区登记区域和批准文件之前本平台不受理。请通过原有渠道办理。", "A4 CEB213 #17; E25");

    private static readonly Rule _noLine = New("RETURN-003", "原清单没有这一项", Severity.MustFix, Bases.Specification("CEB213 InvtRefundList 第 1 项 gnum：原清单的商品序号"),
        "退货商品填原清单的项号，不重新编号。请对照原清单改填。", "A4 CEB213 list #1; A7 -625209");

    private static readonly Rule _differs = New("RETURN-004", "商品与原清单不一致", Severity.MustFix, Bases.Specification("CEB213 InvtRefundList 第 2 至 4、7、8、10 项：与原清单一致"),
        "商品编码、名称、规格型号和计量单位应与原清单的同一项相同。可以直接采用原清单的内容。", "A4 CEB213 list #2-4, #7, #8, #10");

    private static readonly Rule _tooMuch = New("RETURN-005", "退货数量超过可退", Severity.MustFix, Bases.Specification("CEB213 InvtRefundList 第 5、6、9 项：不大于原申报数量"),
        "退货数量不能大于原清单数量减去已申请退货的数量。请核对后改小。", "A9 X8; A4 CEB213 list #5, #6, #9");

    private static readonly Rule _lineTwice = New("RETURN-006", "同一项号重复退货", Severity.MustFix, Bases.Consistency("退货商品各行"),
        "原清单的一项在退货申请单里只列一行。请合并数量，删去重复的一行。", "A9 X13");

    private static readonly Rule _fromChina = New("RETURN-007", "启运国不能是中国", Severity.MustFix, Bases.Specification("CEB213 InvtRefundHead 第 26 项 country"),
        "启运国是货物退回时启运的国家，不能是中国。请改填。", "A4 CEB213 #26");

    private static readonly Rule _otherParty = New("RETURN-008", "平台或企业与原单不同", Severity.MustFix, Bases.Specification("CEB213 InvtRefundHead 第 7、9 项：与原清单一致"),
        "电商平台和电商企业应与原清单相同。可以直接采用原清单的代码。", "A4 CEB213 #7, #9");

    private static readonly Rule _late = New("RETURN-009", "距出口已满一年", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2020年第44号", "出口之日起 1 年内", new DateOnly(2020, 3, 28), Verified: false),
        "出口商品退货应在出口放行之日起一年内办理，平台按出口日期估计。请核对放行日期。", "E18");

    private static readonly Rule _otherDistrict = New("RETURN-010", "跨关区退货只限 9610", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2024年第167号；2026-03-13 起推广到全国（文号待核）", "9610 跨关区退货", _districtsStart, Verified: false),
        "只有 9610 出口的商品可以退回另一个关区。其他方式请退回原申报的关区，或向海关核实。", "E16; E17");

    private static readonly Rule _pilotDistrict = New("RETURN-011", "跨关区退货当时限试点", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2024年第167号", "9610 跨关区退货，试点 20 个直属海关，含长沙", _districtsStart, _districtsEverywhere.AddDays(-1), Verified: false),
        "2026-03-13 以前，9610 跨关区退货只在 20 个直属海关试点，长沙海关在内。请核对退货的海关当时是否在试点内。", "E16; E17");

    private static readonly Rule _site = New("RETURN-012", "跨关区退货须回监管场所", Severity.Advice,
        new Basis(BasisKind.Announcement, "9610 跨关区退货推广到全国的措施（2026-03-13 公布，文号待核）", "退回 9610 监管场所", _districtsEverywhere, Verified: false),
        "9610 跨关区退货在全国施行，货物须退回 9610 监管场所，一个海关有几处场所的要填场所代码。请核对退货地点。", "E17; A4 CEB213 loctNo");

    public static IReadOnlyList<Rule> All { get; } =
        [_mode, _area, _noLine, _differs, _tooMuch, _lineTwice, _fromChina, _otherParty, _late, _otherDistrict, _pilotDistrict, _site];

    public static void Check(Examination examination)
    {
        if (examination.Schema.Scope != DocumentScope.Return) return;
        CheckMode(examination);
        if (examination.Reading[ReturnApplication.Country].Text == China) examination.Add(_fromChina, ReturnApplication.Country, "启运国（地区）填的是 CHN 中国。请填货物退回时启运的国家。");
        CheckTwice(examination);
        if (examination.Lookups.Sources is not [var source, ..] || source.Document.Schema.Scope != DocumentScope.List) return;
        CheckParty(examination, source, ReturnApplication.EbpCode, HeaderFields.EbpCode);
        CheckParty(examination, source, ReturnApplication.EbcCode, HeaderFields.EbcCode);
        CheckYear(examination, source);
        CheckDistrict(examination, source);
        for (var line = 0; line < examination.Reading.Lines; line++) CheckLine(examination, source, line);
    }

    private static Rule New(string id, string title, Severity severity, Basis basis, string explanation, string facts) =>
        new Rule(id, title, severity, basis, explanation, facts).For(DocumentScope.Return);

    private static void CheckMode(Examination examination)
    {
        var fromArea = examination.Lookups.Sources is [var source, ..] && FieldMap.ModeOf(source.Document.TradeMode) == ListModes.SpecialArea;
        var (wanted, what) = fromArea ? (SpecialArea, "1210 的退货") : (Ordinary, "一般退货");
        var isClosed = !examination.Tables.SpecialAreas.Any(a => a.HoldsOn(examination.Date));
        if (examination.Mode == SpecialArea && isClosed) examination.Add(_area, ReturnApplication.TradeMode, "监管方式 1261 用于特殊区域的退货，区域和批准文件尚未登记，本平台暂不受理。");
        else if (examination.Mode.Length > 0 && examination.Mode != wanted) examination.Add(_mode, ReturnApplication.TradeMode, $"监管方式填的是{Words.Quote(examination.Mode)}，{what}应为 {wanted}。", wanted);
    }

    private static void CheckTwice(Examination examination)
    {
        var seen = new Dictionary<int, int>();
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            if (NumberOf(examination, line) is not { } number || seen.TryAdd(number, line)) continue;
            examination.Add(_lineTwice, line, ReturnApplication.Gnum, Invariant($"原清单第 {number} 项在第 {seen[number] + 1} 行已经列出。请合并成一行。"));
        }
    }

    private static int? NumberOf(Examination examination, int line) =>
        examination.Reading[line, ReturnApplication.Gnum].Number is { HasValue: true, Value: >= 0 and <= 99_999, Decimals: 0 } number ? (int)number.Value : null;

    private static void CheckParty(Examination examination, SourceDocument source, Field field, Field original)
    {
        ref readonly var reading = ref examination.Reading[field];
        var filed = FieldReading.Read(source.Document[original], FieldKind.Party).Text;
        if (!ApplicationRules.IsSound(reading, field) || filed.Length == 0 || filed == reading.Text) return;
        examination.Add(_otherParty, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，{source.Number} 上是{Words.Quote(filed)}。", filed);
    }

    private static void CheckYear(Examination examination, SourceDocument source)
    {
        if (DateReading.Read(source.Document[HeaderFields.IeDate]).Value is not { } exported || examination.Today <= ReturnTerms.CustomsSide.LastDay(exported)) return;
        examination.AddForDocument(_late, $"{source.Number} 的出口日期是 {DateReading.Format(exported)}，到今天已超过一年。请核对放行日期。");
    }

    // the first two digits of an office are its district (facts C9)
    private static void CheckDistrict(Examination examination, SourceDocument source)
    {
        ref readonly var office = ref examination.Reading[ReturnApplication.CustomsCode];
        var filed = FieldReading.Read(source.Document[HeaderFields.CustomsCode], FieldKind.Code).Text;
        if (!OfficeRules.HasShape(office.Text) || !OfficeRules.HasShape(filed) || office.Text[..2] == filed[..2]) return;
        var mode = FieldReading.Read(source.Document.TradeMode, FieldKind.Code).Text;
        var what = $"{source.Number} 在 {filed} 申报出口，退货填的申报地海关是 {office.Text}，属另一个关区。";
        if (mode != Retail)
        {
            examination.AddWithChoice(_otherDistrict, 0, ReturnApplication.CustomsCode, $"{what}监管方式 {mode} 不在跨关区退货的范围内，请核对。", [filed]);
            return;
        }

        examination.AddWithChoice(_pilotDistrict, 0, ReturnApplication.CustomsCode, $"{what}{DateReading.Format(examination.Today)} 时只在试点海关可以办理，请核对。", [filed]);
        if (examination.Reading[ReturnApplication.LoctNo].IsEmpty) examination.Add(_site, ReturnApplication.LoctNo, $"{what}跨关区退货须退回 9610 监管场所，监管场所代码没有填写，请核对。");
    }

    private static void CheckLine(Examination examination, SourceDocument source, int line)
    {
        ref readonly var typed = ref examination.Reading[line, ReturnApplication.Gnum];
        if (!typed.Number.HasValue) return;
        if (NumberOf(examination, line) is not { } number || number < 1 || number > source.Document.Goods.Count)
        {
            examination.Add(_noLine, line, ReturnApplication.Gnum, Invariant($"{source.Number} 有 {source.Document.Goods.Count} 项商品，没有第 {Words.Cut(typed.Text)} 项。"));
            return;
        }

        var goods = source.Document.Goods[number - 1];
        foreach (var (field, original) in _same) CheckSame(examination, goods, line, field, original);
        if (ReturnBalance.Left(source, number) is not { } left) return;
        CheckQuantity(examination, line, ReturnApplication.Qty, left.Quantity);
        CheckQuantity(examination, line, ReturnApplication.Qty1, left.Quantity1);
        CheckQuantity(examination, line, ReturnApplication.Qty2, left.Quantity2);
    }

    private static void CheckSame(Examination examination, DocumentLine goods, int line, Field field, Field original)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        var filed = FieldReading.Read(goods[original], original.Kind).Text;
        if (!ApplicationRules.IsSound(reading, field) || filed == reading.Text) return;
        // a unit that is in no table has its own finding
        if (field.CodeList == CodeList.Units && examination.Tables.Units.Find(reading.Text) is null) return;
        examination.Add(_differs, line, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，原清单上是{Words.Quote(filed)}。", filed.Length == 0 ? null : filed);
    }

    private static void CheckQuantity(Examination examination, int line, Field field, decimal left)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        if (!reading.Number.HasValue || reading.Number.Value <= left) return;
        var most = Math.Max(0, left);
        examination.Add(_tooMuch, line, field, $"{field.Label}填的是 {Words.Cut(reading.Text)}，原清单减去已申请退货的，最多还可退 {NumberReading.Format(most)}。", most > 0 ? NumberReading.Format(most) : null);
    }
}
