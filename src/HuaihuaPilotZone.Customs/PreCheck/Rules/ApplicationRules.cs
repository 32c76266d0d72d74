using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Applications that refer to lists which were filed before: numbers, times, and the lists they name.</summary>
internal static class ApplicationRules
{
    private const string ListNumber = "invtNo";
    private const DocumentScope WithWaybills = DocumentScope.Totals | DocumentScope.Arrival | DocumentScope.Departure;

    private static readonly Rule _listNumber = new Rule("INVT-001", "清单编号的写法不符", Severity.MustFix, Bases.Specification("invtNo：4 位关区、4 位年份、E、9 至 11 位流水号"),
        "清单编号由海关给出：4 位关区、4 位年份、字母 E、9 至 11 位流水号。请从回执抄录。", "A1.16").For(DocumentScope.Return | DocumentScope.Tally | DocumentScope.Withdrawal | DocumentScope.Totals | DocumentScope.Aggregation);

    private static readonly Rule _listTwice = new Rule("INVT-002", "清单或运单重复出现", Severity.MustFix, Bases.Consistency("明细各行"),
        "同一份清单或同一票运单在明细里只能出现一次。请删去重复的一行。", "A9 X13").For(WithWaybills | DocumentScope.Aggregation);

    private static readonly Rule _time = new Rule("TIME-001", "时间应为十四位数字", Severity.MustFix, Bases.Specification("leaveTime、startTime、endTime：yyyyMMddHHmmss"),
        "时间按年月日时分秒填 14 位数字，24 小时制。请改为存在的时间。", "A1.11").For(DocumentScope.Departure | DocumentScope.Aggregation);

    private static readonly Rule _notAccepted = new Rule("CANCEL-001", "清单尚无接受回执", Severity.Advice, Bases.Specification("CEB605 invtNo：须为海关已接受的清单"),
        "只有海关已接受的清单可以撤销，平台还没有收到这样的回执。请在单一窗口核对。", "A9 X9").For(DocumentScope.Withdrawal);

    private static readonly Rule _foreignWaybill = new Rule("WAYBILL-001", "运单不属于所选清单", Severity.MustFix, Bases.Experience("总分单、运抵单和离境单的运单应属于同一申报企业的清单"),
        "明细里的运单应来自生成本单时选中的清单。请核对运单编号，或重新选择清单。", "A9 X10").For(WithWaybills);

    private static readonly Rule _otherBill = new Rule("WAYBILL-002", "提运单号与清单不同", Severity.MustFix, Bases.Experience("总分单、运抵单和离境单只列同一提运单的清单"),
        "所选清单已填提运单号的，应与本单相同。请核对提运单号，或分开办理。", "A9 X10").For(WithWaybills);

    private static readonly Rule _otherParty = new Rule("SOURCE-001", "企业与原清单不同", Severity.MustFix, Bases.Specification("申报企业、收发货人与原清单一致"),
        "申报企业和收发货人应与所选清单相同。请核对企业代码。", "A9 X10, X11; A4 CEB213").For(DocumentScope.Withdrawal | DocumentScope.Totals | DocumentScope.Aggregation);

    private static readonly Rule _notForAggregation = new Rule("SUM-001", "清单不属汇总申报", Severity.MustFix, Bases.Experience("只有业务类型 B 的清单需要汇总申报"),
        "业务类型为 A（汇总统计）的清单不再汇总申报。请从明细中去掉。", "A9 X11").For(DocumentScope.Aggregation);

    private static readonly Rule _timePair = new Rule("SUM-002", "汇总起止时间不成对", Severity.MustFix, Bases.Specification("CEB701 startTime、endTime：成对填写，止不早于起"),
        "汇总开始时间和结束时间要么都填，要么都空，结束不早于开始。请补填或清空。", "A9 X11; A4 CEB701 #15, #16").For(DocumentScope.Aggregation);

    private static readonly Rule _nothingToSum = new Rule("SUM-003", "没有要汇总的清单", Severity.MustFix, Bases.Specification("CEB701 SummaryApplyList：只有填了起止时间才可为空"),
        "要么列出要汇总的清单编号，要么填写汇总的起止时间。请补填其中一种。", "A4 CEB701; A1.19").For(DocumentScope.Aggregation);

    private static readonly Rule _flag = new Rule("SUM-004", "汇总标志的取值不符", Severity.MustFix, Bases.Specification("CEB701 summaryFlag 为 1 或 2，itemNameFlag 为 1"),
        "收发货人汇总标志填 1 或 2，按商品名汇总标志填 1。请改填。", "A4 CEB701 #18, #19; A10").For(DocumentScope.Aggregation);

    private static readonly Rule _otherNumber = new Rule("INVT-003", "清单编号与回执不同", Severity.Advice, Bases.Consistency("填写的清单编号与海关回执"),
        "海关在回执里给出清单编号，填写的应与它相同。请核对，可以直接采用回执的编号。", "A1.16; A9 X9, X10, X11").For(DocumentScope.Return | DocumentScope.Withdrawal | DocumentScope.Totals | DocumentScope.Aggregation);

    public static IReadOnlyList<Rule> All { get; } =
        [_listNumber, _otherNumber, _listTwice, _time, _notAccepted, _foreignWaybill, _otherBill, _otherParty, _notForAggregation, _timePair, _nothingToSum, _flag];

    public static void Check(Examination examination)
    {
        foreach (var (line, field) in Places(examination))
        {
            if (field.Name == ListNumber) CheckListNumber(examination, line, field);
            else if (field.Name.EndsWith("Time", StringComparison.Ordinal)) CheckTime(examination, field);
        }

        if (examination.Schema.Collections is [var lines, ..] && lines.Collection.Name != GoodsFields.Lines.Name) CheckTwice(examination, lines);
        CheckSources(examination);
        if (examination.Schema.Scope == DocumentScope.Aggregation) CheckAggregation(examination);
    }

    private static IEnumerable<(int Line, Field Field)> Places(Examination examination) =>
    [
        .. examination.Schema.Header.Select(f => (0, f)),
        .. examination.Schema.Collections.SelectMany(c => Enumerable.Range(0, examination.Reading.Count(c.Collection)).SelectMany(i => c.Fields.Select(f => (i, f)))),
    ];

    /// <summary>Whether a text can be compared: it is there, and nothing else is said of it.</summary>
    internal static bool IsSound(in FieldReading reading, Field field) =>
        !reading.IsEmpty && TextCleaning.CodePoints(reading.Text) <= field.MaxLength && TextCleaning.IsXmlText(reading.Text);

    private static void CheckListNumber(Examination examination, int line, Field field)
    {
        ref readonly var reading = ref examination.Reading[line, field];
        if (!IsSound(reading, field) || IsListNumber(reading.Text)) return;
        examination.Add(_listNumber, line, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，应为 4 位关区、4 位年份、字母 E、9 至 11 位流水号。");
    }

    private static bool IsListNumber(string text) =>
        text.Length is >= 18 and <= 20 && text[8] == 'E' && text.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(9).IndexOfAnyExceptInRange('0', '9') < 0;

    private static DateTime? TimeOf(in FieldReading reading) =>
        DateTime.TryParseExact(reading.Text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static void CheckTime(Examination examination, Field field)
    {
        ref readonly var reading = ref examination.Reading[field];
        if (IsSound(reading, field) && TimeOf(reading) is null) examination.Add(_time, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，应为 14 位数字，例如 20261122093000。");
    }

    private static void CheckTwice(Examination examination, LineSchema lines)
    {
        var field = lines.Fields[0];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 0; line < examination.Reading.Count(lines.Collection); line++)
        {
            ref readonly var reading = ref examination.Reading[line, field];
            if (reading.IsEmpty || seen.TryAdd(reading.Text, line)) continue;
            examination.Add(_listTwice, line, field, Invariant($"{field.Label}{Words.Quote(reading.Text)}在第 {seen[reading.Text] + 1} 项已经列出。"));
        }
    }

    private static void CheckSources(Examination examination)
    {
        if (examination.Lookups.Sources is not { Count: > 0 } sources) return;
        if (sources[0].IsAccepted != true && examination.Schema.FindHeader(ListNumber) is { } number) examination.Add(_notAccepted, number, $"{sources[0].Number} 还没有海关接受的回执。请在单一窗口核对清单的状态。");
        CheckParty(examination, sources, "agentCode");
        CheckParty(examination, sources, "ebcCode");
        CheckNumbers(examination, sources);
        CheckWaybills(examination, sources);
        CheckBill(examination, sources);
        var summed = sources.Where(s => Filed(s, HeaderFields.StatisticsFlag.Name) == "A").Select(s => s.Number).ToList();
        if (summed.Count > 0 && examination.Schema.Scope == DocumentScope.Aggregation) examination.AddForLines(_notForAggregation, AggregationApplication.Lines, $"{string.Join('、', summed.Take(10))} 的业务类型是 A（汇总统计），不用汇总申报。");
    }

    /// <summary>What a source says under a name, cleaned; empty where its kind has no such field.</summary>
    private static string Filed(SourceDocument source, string name) =>
        source.Document.Schema.FindHeader(name) is { } field ? FieldReading.Read(source.Document[field], field.Kind).Text : "";

    private static void CheckParty(Examination examination, IReadOnlyList<SourceDocument> sources, string name)
    {
        if (examination.Schema.FindHeader(name) is not { } field) return;
        ref readonly var reading = ref examination.Reading[field];
        if (!IsSound(reading, field)) return;
        foreach (var source in sources)
        {
            var filed = Filed(source, name);
            if (filed.Length == 0 || filed == reading.Text) continue;
            examination.Add(_otherParty, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，{source.Number} 上是{Words.Quote(filed)}。");
            return;
        }
    }

    /// <summary>What customs called the lists, as far as their receipts have told it.</summary>
    private static void CheckNumbers(Examination examination, IReadOnlyList<SourceDocument> sources)
    {
        if (examination.Schema.FindHeader(ListNumber) is { } own && sources is [{ InvtNo: { } given } only]) Compare(0, own, given, only.Number);
        if (examination.Schema.Collections is not [var lines, ..] || examination.Schema.FindField(lines, ListNumber) is not { } field) return;
        var waybill = examination.Schema.FindField(lines, "logisticsNo");
        for (var line = 0; line < examination.Reading.Count(lines.Collection); line++)
        {
            var ownWaybill = waybill is null ? "" : examination.Reading[line, waybill].Text;
            if (waybill is null) CompareWithAll(line, field);
            else if (sources.FirstOrDefault(s => Filed(s, HeaderFields.LogisticsNo.Name) == ownWaybill) is { InvtNo: { } told } source) Compare(line, field, told, source.Number);
        }

        void Compare(int line, Field at, string told, string number)
        {
            ref readonly var typed = ref examination.Reading[line, at];
            if (IsSound(typed, at) && IsListNumber(typed.Text) && typed.Text != told) examination.Add(_otherNumber, line, at, $"{at.Label}填的是{Words.Quote(typed.Text)}，{number} 的回执里是{Words.Quote(told)}。", told);
        }

        // where lists are named by their numbers alone, one that no receipt tells is doubtful once all receipts are there
        void CompareWithAll(int line, Field at)
        {
            ref readonly var typed = ref examination.Reading[line, at];
            if (!IsSound(typed, at) || !IsListNumber(typed.Text) || sources.Any(s => s.InvtNo is null)) return;
            var text = typed.Text;
            if (sources.All(s => s.InvtNo != text)) examination.Add(_otherNumber, line, at, $"{at.Label}{Words.Quote(text)}不在所选 {sources.Count} 份清单的回执里。请核对。");
        }
    }

    private static void CheckWaybills(Examination examination, IReadOnlyList<SourceDocument> sources)
    {
        if (examination.Schema.Collections is not [var lines, ..] || examination.Schema.FindField(lines, "logisticsNo") is not { } field) return;
        var filed = sources.Select(s => Filed(s, HeaderFields.LogisticsNo.Name)).ToHashSet(StringComparer.Ordinal);
        for (var line = 0; line < examination.Reading.Count(lines.Collection); line++)
        {
            ref readonly var reading = ref examination.Reading[line, field];
            if (IsSound(reading, field) && !filed.Contains(reading.Text)) examination.Add(_foreignWaybill, line, field, $"运单编号{Words.Quote(reading.Text)}不在所选的 {sources.Count} 份清单里。");
        }
    }

    private static void CheckBill(Examination examination, IReadOnlyList<SourceDocument> sources)
    {
        if (examination.Schema.FindHeader("billNo") is not { } field) return;
        ref readonly var reading = ref examination.Reading[field];
        if (!IsSound(reading, field)) return;
        foreach (var source in sources)
        {
            var filed = Filed(source, HeaderFields.BillNo.Name);
            if (filed.Length == 0 || filed == reading.Text) continue;
            examination.Add(_otherBill, field, $"提运单号填的是{Words.Quote(reading.Text)}，{source.Number} 上是{Words.Quote(filed)}。");
            return;
        }
    }

    private static void CheckAggregation(Examination examination)
    {
        var (start, end) = (examination.Reading[AggregationApplication.StartTime], examination.Reading[AggregationApplication.EndTime]);
        if (start.IsEmpty != end.IsEmpty) examination.Add(_timePair, start.IsEmpty ? AggregationApplication.StartTime : AggregationApplication.EndTime, "汇总开始时间和结束时间只填了一个。请补填，或都清空。");
        else if (TimeOf(start) is { } from && TimeOf(end) is { } to && to < from) examination.Add(_timePair, AggregationApplication.EndTime, "汇总结束时间早于开始时间。请核对。");
        if (start.IsEmpty && end.IsEmpty && examination.Reading.Lines == 0) examination.AddForLines(_nothingToSum, AggregationApplication.Lines, "没有列出清单，也没有填汇总的起止时间。请补填其中一种。");
        CheckFlag(examination, AggregationApplication.SummaryFlag, "1", "2");
        CheckFlag(examination, AggregationApplication.ItemNameFlag, "1");
    }

    private static void CheckFlag(Examination examination, Field field, params string[] allowed)
    {
        ref readonly var reading = ref examination.Reading[field];
        if (!reading.IsEmpty && !allowed.Contains(reading.Text)) examination.Add(_flag, field, $"{field.Label}填的是{Words.Quote(reading.Text)}，应为 {string.Join(" 或 ", allowed)}。", allowed.Length == 1 ? allowed[0] : null);
    }
}
