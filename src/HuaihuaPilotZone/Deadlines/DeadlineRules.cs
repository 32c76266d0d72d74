using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Customs.Returns;
using HuaihuaPilotZone.Customs.Terms;
using HuaihuaPilotZone.InformationRequests;
using static System.FormattableString;

namespace HuaihuaPilotZone.Deadlines;

/// <summary>The terms that this portal knows, each with the text it was read in (mission N11, D2, D3, D5; customs facts E8, E10, E18 to E20, E24).</summary>
public static class DeadlineRules
{
    private const string LawBook = "法规文本库 LawRefBook/Laws 的快照";
    private const string Secondary = "第三方资料所见，未核对公告原文";

    private static readonly DateOnly _lawBookDay = new(2025, 4, 19);
    private static readonly DateOnly _factsDay = new(2026, 11, 22);

    /// <summary>海关法 art. 24; the text says nothing of a last day that is no working day.</summary>
    public static DeadlineRule ImportDeclaration { get; } = Law("import-declaration", "进口货物申报", "Declare imported goods", "海关法（2021）第二十四条") with
    {
        Start = "运输工具申报进境之日",
        EnglishStart = "day on which the conveyance declared its entry",
        Term = Term.OfDays(14),
        LastDay = LastDayRule.NotStated,
    };

    public static DeadlineRule ExportDeclaration { get; } = Law("export-declaration", "出口货物申报（货物运抵监管区后）", "Declare exported goods (after arrival in the supervised area)", "海关法（2021）第二十四条") with
    {
        Start = "装货时间",
        EnglishStart = "time of loading",
        Term = Term.OfHours(24),
        Direction = TermDirection.Before,
    };

    public static DeadlineRule IpTerm { get; } = Law("ip-recordal", "知识产权海关保护备案有效期届满", "Customs recordal of intellectual property expires", "知识产权海关保护条例（2018）第十条") with
    {
        Start = "海关总署准予备案之日",
        EnglishStart = "day on which the recordal was granted",
        Term = Term.OfYears(10),
    };

    public static DeadlineRule IpRenewal { get; } = Law("ip-renewal", "知识产权海关保护备案可以申请续展", "Renewal of the recordal may be applied for from", "知识产权海关保护条例（2018）第十条") with
    {
        Start = "备案有效期届满之日",
        EnglishStart = "day on which the recordal expires",
        Term = Term.OfMonths(6),
        Direction = TermDirection.Before,
    };

    public static DeadlineRule IpChange { get; } = Law("ip-change", "知识产权备案情况变更或注销", "Record a change of the recordal", "知识产权海关保护条例（2018）第十一条") with
    {
        Start = "备案情况发生改变之日",
        EnglishStart = "day of the change",
        Term = Term.OfWorkingDays(30),
    };

    public static DeadlineRule RequestCorrection { get; } = Law("request-correction", "政府信息公开申请：告知补正", "Information request: tell what is missing", "政府信息公开条例（2019）第三十条") with
    {
        Start = "收到申请之日",
        EnglishStart = "day on which the request was received",
        Term = Term.OfWorkingDays(RequestTimes.Correction),
    };

    public static DeadlineRule RequestThirdParty { get; } = Law("request-third-party", "政府信息公开申请：第三方提出意见", "Information request: a third party answers", "政府信息公开条例（2019）第三十二条") with
    {
        Start = "第三方收到征求意见书之日",
        EnglishStart = "day on which the third party was asked",
        Term = Term.OfWorkingDays(RequestTimes.ThirdParty),
    };

    /// <summary>The days of a consultation are not counted; they are handed over as more days.</summary>
    public static DeadlineRule RequestAnswer { get; } = Law("request-answer", "政府信息公开申请：答复", "Information request: answer", "政府信息公开条例（2019）第三十三条") with
    {
        Start = "双方确认（收到申请）之日",
        EnglishStart = "day on which both sides confirmed the request",
        Term = Term.OfWorkingDays(RequestTimes.Answer),
        MostExtension = RequestTimes.MostExtension,
    };

    public static DeadlineRule PolicyPublication { get; } = Law("policy-publication", "主动公开政府信息", "Publish government information", "政府信息公开条例（2019）第二十六条") with
    {
        Start = "信息形成或者变更之日",
        EnglishStart = "day on which the information was made or changed",
        Term = Term.OfWorkingDays(20),
    };

    /// <summary>Facts E10; one of the few texts that say what happens on a day off.</summary>
    public static DeadlineRule Aggregation { get; } = Unverified("aggregation", "9610 清单汇总申报", "Aggregate 9610 lists into a declaration", "海关总署公告2018年第194号") with
    {
        Start = "清单放行之日",
        EnglishStart = "day on which the list was released",
        Term = Term.OfDayOfNextMonth(15),
        LastDay = LastDayRule.Moves,
    };

    public static DeadlineRule ExportReturn { get; } = Unverified("export-return", "出口商品退货（海关手续）", "Bring exported goods back (customs side)", "海关总署公告2020年第44号") with
    {
        Start = "出口放行之日",
        EnglishStart = "day on which the export was released",
        Term = ReturnTerms.CustomsSide,
        LastDay = LastDayRule.NotStated,
        EventsFrom = new DateOnly(2020, 3, 27),
    };

    /// <summary>Facts E8.</summary>
    public static DeadlineRule ImportReturnApplication { get; } = Unverified("import-return-application", "零售进口商品退货申请", "Apply to return a retail import", "海关总署公告2020年第45号") with
    {
        Start = "进口放行之日",
        EnglishStart = "day on which the import was released",
        Term = Term.OfDays(30),
        LastDay = LastDayRule.NotStated,
        EventsFrom = new DateOnly(2020, 3, 28),
    };

    public static DeadlineRule ImportReturnArrival { get; } = Unverified("import-return-arrival", "零售进口退货商品运抵监管场所", "A returned retail import is back in the supervised place", "海关总署公告2020年第45号") with
    {
        Start = "进口放行之日",
        EnglishStart = "day on which the import was released",
        Term = Term.OfDays(45),
        LastDay = LastDayRule.NotStated,
        EventsFrom = new DateOnly(2020, 3, 28),
    };

    /// <summary>Facts E24; it may begin in the month after the refund.</summary>
    public static DeadlineRule WarehouseRefund { get; } = Unverified("warehouse-refund", "9810 离境即退税的核算", "Account for a 9810 refund on departure", "税务总局公告2025年第3号") with
    {
        Start = "预退税之日（自次月起可以核算）",
        EnglishStart = "day of the refund (accounting begins in the month after)",
        Term = Term.OfMonthOfNextYear(4),
        LastDay = LastDayRule.NotStated,
        EventsFrom = new DateOnly(2025, 1, 27),
    };

    /// <summary>The exemptions of returned exports, one for each announcement, out of the table that the checker uses.</summary>
    public static IReadOnlyList<DeadlineRule> Exemptions { get; } = [.. ReturnExemptionRule.All.Select(Exemption)];

    public static DeadlineRule LetterConsultation { get; } = LetterPromise("letter-consultation", "答复咨询来信", "Answer an inquiry", 5);

    public static DeadlineRule LetterOther { get; } = LetterPromise("letter-other", "答复建议、投诉和举报", "Answer suggestions, complaints and reports", 15);

    /// <summary>What the form proposes; whoever asks may give another day.</summary>
    public static DeadlineRule QuoteAnswer { get; } = Promise("quote-answer", "服务商答复询价", "Providers answer a request for quotes", "询价表单预填的期限，询价企业可以另定") with
    {
        Start = "发出询价之日",
        EnglishStart = "day on which the request was sent",
        Term = Term.OfWorkingDays(3),
    };

    /// <summary>At the cut-off of the departure at the latest.</summary>
    public static DeadlineRule SharingAnswer { get; } = Promise("sharing-answer", "答复拼箱方案", "Answer a proposal to share a container", "拼箱的设定，最迟到所选车次截单") with
    {
        Start = "方案提出的时刻",
        EnglishStart = "time of the proposal",
        Term = Term.OfHours(SharingDesk.AnswerHours),
    };

    /// <summary>In the order in which pages show them; the promises with their usual length.</summary>
    public static IReadOnlyList<DeadlineRule> All { get; } =
    [
        ImportDeclaration, ExportDeclaration, Aggregation, .. Exemptions, ExportReturn, ImportReturnApplication, ImportReturnArrival, WarehouseRefund, IpTerm, IpRenewal, IpChange,
        RequestCorrection, RequestAnswer, RequestThirdParty, PolicyPublication, LetterConsultation, LetterOther, QuoteAnswer, SharingAnswer,
    ];

    /// <summary>A request about somebody's own data, with the term that was set on the day it came.</summary>
    public static DeadlineRule PersonalRequest(int days) => LetterOther with
    {
        Key = "personal-request",
        Name = "答复个人信息请求",
        EnglishName = "Answer a request about personal data",
        Term = Term.OfWorkingDays(days),
    };

    /// <summary>The term of a letter that was promised so many working days.</summary>
    public static DeadlineRule Letter(int days) => LetterOther with { Term = Term.OfWorkingDays(days) };

    private static DeadlineRule Exemption(ReturnExemptionRule rule) => Unverified(
        Invariant($"return-exemption-{rule.From.Year}"), "出口退运商品免税复运进境", "Bring exported goods back free of duty", rule.Basis.Article is { } article ? $"{rule.Basis.Document}，{article}" : rule.Basis.Document) with
    {
        Start = "出口之日（1210 为出区之日）",
        EnglishStart = "day of export (1210: day of leaving the area)",
        Term = rule.Term,
        LastDay = LastDayRule.NotStated,
        EventsFrom = rule.From,
        EventsTo = rule.To,
        Source = rule.Source,
        Status = rule.Basis.Verified ? DeadlineStatus.InLaw : DeadlineStatus.ToVerify,
    };

    private static DeadlineRule Law(string key, string name, string englishName, string basis) => Make(key, name, englishName, basis, LawBook, _lawBookDay, DeadlineStatus.InLaw);

    private static DeadlineRule Unverified(string key, string name, string englishName, string basis) => Make(key, name, englishName, basis, Secondary, _factsDay, DeadlineStatus.ToVerify);

    private static DeadlineRule LetterPromise(string key, string name, string englishName, int days) => Promise(key, name, englishName, "本平台的默认设置，以提交来信后显示的期限为准") with
    {
        Start = "收到来信之日",
        EnglishStart = "day on which the letter was received",
        Term = Term.OfWorkingDays(days),
    };

    private static DeadlineRule Promise(string key, string name, string englishName, string source) => Make(key, name, englishName, "本平台设置", source, _factsDay, DeadlineStatus.OwnPromise);

    private static DeadlineRule Make(string key, string name, string englishName, string basis, string source, DateOnly day, DeadlineStatus status) => new()
    {
        Key = key,
        Name = name,
        EnglishName = englishName,
        Start = "",
        EnglishStart = "",
        Term = Term.OfDays(0),
        Basis = basis,
        Source = source,
        SourceDate = day,
        Status = status,
    };
}
