using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Remarks, marks and the short coded fields in the head of a declaration.</summary>
internal static class HeadRules
{
    private const string CrossBorder = "跨境电子商务";
    private const string NoMarks = "N/M";
    private const int WarehousePosition = 3;

    private static readonly Rule _note = new Rule("NOTE-001", "备注缺跨境电子商务", Severity.MustFix, Bases.Filling("标记唛码及备注"),
        "9610、9710、9810 的报关单，备注中要有“跨境电子商务”。可以直接采用。", "B2 #32; B3 NoteS; B6 R10").ForDeclarations();

    private static readonly Rule _marks = new Rule("MARK-001", "没有唛码应填 N/M", Severity.Advice, Bases.Filling("标记唛码及备注"),
        "货物没有标记唛码时填“N/M”。可以直接采用，有唛码的请照填。", "B2 #32; B3 MarkNo").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _warehouse = new Rule("BUSINESS-001", "业务事项未标海外仓", Severity.Advice, Bases.DecMessage("DecHead/BusinessItems 第 3 位"),
        "9810 的业务事项第 3 位“跨境电商海外仓”应为 1，是否必填待核。可以采用整理后的值。", "B3 BusinessItems; B6 R11; F5").ForDeclarations();

    private static readonly Rule _businessShape = new Rule("BUSINESS-002", "业务事项应为五位", Severity.MustFix, Bases.DecMessage("DecHead/BusinessItems"),
        "业务事项为 5 位，每位填 0 或 1，也可以整栏不填。请改正。", "B3 BusinessItems").ForDeclarations();

    private static readonly Rule _promise = new Rule("PROMISE-001", "价格说明应为五位", Severity.MustFix, Bases.DecMessage("DecHead/PromiseItmes"),
        "价格说明为 5 位，每位填 0 否、1 是或 9 免予填报。出口一般填 99999，进口按实际填写。", "B2 #44-46; B3 PromiseItmes").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _manual = new Rule("MANUAL-001", "备案号结构待核对", Severity.Advice, Bases.Filling("备案号"),
        "备案号一般为 1 个字母加 11 位字符，共 12 位。请对照手册、账册或征免税证明。", "B3 ManualNo").ForDeclarations();

    private static readonly Rule _licence = new Rule("LICENSE-002", "许可证号结构待核对", Severity.Advice, Bases.Filling("许可证号"),
        "许可证号一般写作“2 位数字-2 位字符-其余各位”。请对照许可证。", "B3 LicenseNo").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_note, _marks, _warehouse, _businessShape, _promise, _manual, _licence];

    public static void Check(Examination examination)
    {
        CheckRemarks(examination);
        CheckBusinessItems(examination);
        CheckPriceAndMarks(examination, DeclarationFields.PromiseItems, DeclarationFields.MarkNo);
        var manual = examination.Reading[DeclarationFields.ManualNo].Text;
        if (manual.Length > 0 && !(manual.Length == 12 && char.IsAsciiLetter(manual[0]))) examination.Add(_manual, DeclarationFields.ManualNo, $"备案号填的是{Words.Quote(manual)}，一般为 1 个字母加 11 位。请核对。");
        var licence = examination.Reading[DeclarationFields.LicenseNo].Text;
        if (licence.Length > 0 && !IsLicence(licence)) examination.Add(_licence, DeclarationFields.LicenseNo, $"许可证号填的是{Words.Quote(licence)}，一般写作“2 位数字-2 位字符-其余各位”。请核对。");
    }

    /// <summary>What declarations of both directions say in the same way.</summary>
    internal static void CheckPriceAndMarks(Examination examination, Field promiseItems, Field marks)
    {
        var promise = examination.Reading[promiseItems].Text;
        if (promise.Length > 0 && !HasPositions(promise, "019")) examination.Add(_promise, promiseItems, $"价格说明填的是{Words.Quote(promise)}，应为 5 位，每位 0、1 或 9。");
        if (examination.Reading[marks].IsEmpty) examination.Add(_marks, marks, "标记唛码没有填写。没有唛码时填“N/M”。", NoMarks);
    }

    private static void CheckRemarks(Examination examination)
    {
        var note = examination.Reading[DeclarationFields.Note].Text;
        if (examination.ListMode is not (ListModes.None or ListModes.SpecialArea) && !note.Contains(CrossBorder, StringComparison.Ordinal))
        {
            var mended = note.Length == 0 ? CrossBorder : $"{CrossBorder}，{note}";
            var fits = TextCleaning.CodePoints(mended) <= DeclarationFields.Note.MaxLength;
            examination.Add(_note, DeclarationFields.Note, $"监管方式 {examination.Mode} 的报关单，备注中要有“{CrossBorder}”，现在{(note.Length == 0 ? "没有填写" : "没有这几个字")}。", fits ? mended : null);
        }

    }

    private static void CheckBusinessItems(Examination examination)
    {
        var items = examination.Reading[DeclarationFields.BusinessItems].Text;
        if (items.Length > 0 && !HasPositions(items, "01"))
        {
            examination.Add(_businessShape, DeclarationFields.BusinessItems, $"业务事项填的是{Words.Quote(items)}，应为 5 位，每位 0 或 1。");
        }
        else if (examination.ListMode == ListModes.OverseasWarehouse && (items.Length == 0 || items[WarehousePosition - 1] != '1'))
        {
            var mended = items.Length == 0 ? "00100" : string.Concat(items.AsSpan(0, WarehousePosition - 1), "1", items.AsSpan(WarehousePosition));
            examination.Add(_warehouse, DeclarationFields.BusinessItems, Invariant($"监管方式 9810 的业务事项第 {WarehousePosition} 位应为 1，填的是{Words.Quote(items)}。是否必填待核。"), mended);
        }
    }

    private static bool HasPositions(string text, string allowed) => text.Length == 5 && text.AsSpan().IndexOfAnyExcept(allowed) < 0;

    private static bool IsLicence(string text) =>
        text.Length > 6 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && text[2] == '-' && char.IsAsciiLetterOrDigit(text[3]) && char.IsAsciiLetterOrDigit(text[4]) && text[5] == '-';
}
