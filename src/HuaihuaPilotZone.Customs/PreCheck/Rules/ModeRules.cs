using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Supervision mode, kind of business and licence.</summary>
internal static class ModeRules
{
    private const string GeneralTrade = "0110";
    private const string Bonded = "1210";

    private static readonly Basis _tradeMode = Bases.Specification("CEB603 InventoryHead 第 28 项 tradeMode");

    private static readonly Rule _unknown = new Rule("MODE-001", "监管方式代码不存在", Severity.MustFix, _tradeMode,
        "监管方式应在代码表内，清单只用 9610、9710、9810，登记特殊区域后也用 1210。请重新选择。", "A4 CEB603 #28; C1; B2 #14").AlsoForDeclarations(Bases.Filling("监管方式"));

    private static readonly Rule _notByList = new("MODE-002", "监管方式不适用清单", Severity.MustFix, _tradeMode,
        "一般贸易、市场采购等监管方式须用报关单申报，不能用清单。请改用报关单，或核对监管方式。", "A4 CEB603 #28; B1; mission D5 R-13");

    private static readonly Rule _specialArea = new Rule("MODE-003", "特殊区域模式未开放", Severity.MustFix, _tradeMode,
        "出口用 1210 须先由园区登记特殊区域和批准文件，并用清单申报。1239 和报关单不在此列，请通过原有渠道申报。", "A9 X16; B1; E25").AlsoForDeclarations(Bases.Filling("监管方式"));

    private static readonly Rule _bonded = new("MODE-007", "保税电商口径待核", Severity.Advice, Bases.Experience("1210 出口的账册、料号和核注清单"),
        "1210 的四个账册要素按报文规范检查。账册编号和备案料号的结构、账册底账和核注清单的衔接待核，请对照账册。", "A9 X16; E25");

    private static readonly Rule _notExamined = new Rule("MODE-006", "监管方式无专门规则", Severity.Advice, Bases.Experience("本平台已核对的报关单监管方式"),
        "本平台只为 0110、9610、9710 和 9810 的出口报关单备有专门规则。其他监管方式只做通用检查，专门要求请自行核对。", "B1; C1").ForDeclarations();

    private static readonly Rule _tooEarly = new Rule("MODE-004", "监管方式当时未启用", Severity.MustFix, new Basis(BasisKind.Announcement, "海关总署公告2014年第12号、2020年第75号", Verified: false),
        "9610 自 2014-02-10、9710 和 9810 自 2020-07-01 起使用。请核对出口日期或监管方式。", "C1; E12; E13").AlsoForDeclarations();

    private static readonly Rule _pilotOnly = new Rule("MODE-005", "当时仅在试点海关适用", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2020年第75号、2020年第92号、2021年第47号", ValidFrom: Bases.BusinessModesStart, ValidTo: new DateOnly(2021, 6, 30), Verified: false),
        "9710、9810 先在试点海关施行，长沙海关自 2020-09-01 起，全国自 2021-07-01 起。请核对申报地海关当时是否在试点内。", "E13").AlsoForDeclarations();

    private static readonly Rule _flag = new("FLAG-001", "业务类型应为 A 或 B", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 18 项 statisticsFlag"),
        "申报业务类型只有 A（汇总统计）和 B（汇总申报）。请重新选择。", "A4 CEB603 #18");

    private static readonly Rule _zoneOnly = new("FLAG-002", "汇总统计须综试区批复", Severity.MustFix,
        new Basis(BasisKind.Specification, "海关跨境统一版系统企业对接报文规范（202205版）", "CEB603 statisticsFlag 的适用范围；仅限综合试验区见第三方资料", Verified: false),
        "A（汇总统计）只适用于国务院批准的综合试验区。平台登记批复之前只能选 B。", "A4 CEB603 #18; E11");

    private static readonly Rule _noLicenseUnderA = new("FLAG-003", "汇总统计不能有许可证", Severity.MustFix, Bases.Specification("CEB603 InventoryHead 第 35 项 licenseNo"),
        "A（汇总统计）的商品不涉及许可证，许可证号应为空。需要许可证的商品请选 B。", "A4 CEB603 #18, #35; A9 X15; E11");

    private static readonly Rule _noLicenseForBusiness = new("LICENSE-001", "涉证商品不能用清单", Severity.MustFix, Bases.BusinessModes("以申报清单办理通关的条件"),
        "9710、9810 用清单申报的商品不得涉证、涉检、涉税。需要许可证的请改用报关单。", "E12; B1");

    public static IReadOnlyList<Rule> All { get; } =
        [_unknown, _notByList, _specialArea, _bonded, _notExamined, _tooEarly, _pilotOnly, _flag, _zoneOnly, _noLicenseUnderA, _noLicenseForBusiness];

    public static void Check(Examination examination)
    {
        if (examination.Mode.Length > 0) CheckMode(examination);
        if (examination.IsDeclaration) return;
        if (examination.Flag.Length > 0) CheckFlag(examination);
        CheckLicense(examination);
    }

    private static void CheckMode(Examination examination)
    {
        var (mode, field) = (examination.Mode, examination.Roles.TradeMode);
        var row = examination.Tables.Modes.Find(mode);
        if (mode == "1239" || (mode == Bonded && (examination.IsDeclaration || AreaOf(examination) is null))) examination.Add(_specialArea, field, $"监管方式 {mode} 属特殊区域业务，{WhyClosed(examination, mode)}");
        else if (mode == Bonded) examination.Add(_bonded, field, $"{DayWord(examination)}当日已登记{AreaOf(examination)!.Name}（{AreaOf(examination)!.ApprovalNumber}）。账册编号和备案料号的结构、账册底账和核注清单的衔接待核，请对照账册。");
        else if (row is null) examination.Add(_unknown, field, $"监管方式{Words.Quote(mode)}不在代码表内。{examination.Schema.Noun}可选 {Offered(examination)}。", ProposalFor(mode));
        else if (examination.ListMode == ListModes.None) CheckOther(examination, field, mode, row.Name);
        else if (row.From is { } from && examination.Date < from) examination.Add(_tooEarly, field, $"监管方式 {mode} 自 {DateReading.Format(from)} 起使用，{DayWord(examination)}是 {DateReading.Format(examination.Date)}。");
        else if (examination.IsBusinessMode) examination.Add(_pilotOnly, field, $"{DayWord(examination)} {DateReading.Format(examination.Date)} 在全国推广（2021-07-01）之前，{mode} 只在试点海关适用。请核对申报地海关。");
    }

    private static Codes.SpecialArea? AreaOf(Examination examination) => examination.Tables.SpecialAreas.FirstOrDefault(a => a.HoldsOn(examination.Date));

    // 1239 is a mode of imports; an area of the zone says nothing of it
    private static string WhyClosed(Examination examination, string mode) =>
        mode != Bonded ? "是进口用的方式，本平台不受理。请通过原有渠道申报。"
        : examination.IsDeclaration ? "本平台只用清单申报，报关单的口径待核。"
        : $"{DayWord(examination)}当日没有已登记的特殊区域，本平台暂不受理。请通过原有渠道申报，或请园区登记区域和批准文件。";

    private static void CheckOther(Examination examination, Field field, string mode, string name)
    {
        if (!examination.IsDeclaration) examination.Add(_notByList, field, $"监管方式 {mode} {name}不能用清单申报，请改用报关单。清单可选 {Offered(examination)}。");
        else if (mode != GeneralTrade) examination.Add(_notExamined, field, $"监管方式 {mode} {name}只做通用检查，专门要求请自行核对。");
    }

    private static string Offered(Examination examination) => examination.IsDeclaration ? "0110、9710 或 9810" : "9610、9710 或 9810";

    private static string DayWord(Examination examination) => examination.IsDeclaration ? "申报日期" : "出口日期";

    // Somebody typed the name instead of the code.
    private static string? ProposalFor(string typed) => typed switch
    {
        "一般贸易" => GeneralTrade,
        "电子商务" or "跨境电子商务零售出口" => "9610",
        "跨境电商B2B直接出口" => "9710",
        "跨境电商出口海外仓" => "9810",
        _ => null,
    };

    private static void CheckFlag(Examination examination)
    {
        if (examination.Flag is not ("A" or "B"))
        {
            examination.Add(_flag, HeaderFields.StatisticsFlag, $"申报业务类型填的是{Words.Quote(examination.Flag)}，只能是 A（汇总统计）或 B（汇总申报）。");
        }
        else if (examination.Flag == "A" && !examination.Tables.IsApprovedZone(examination.Date))
        {
            var reason = examination.Tables.ZoneApproval is { } approval
                ? $"综合试验区批复（{approval.Number}）自 {DateReading.Format(approval.Date)} 起，出口日期是 {DateReading.Format(examination.Date)}，当时还不能选 A（汇总统计）。请选 B（汇总申报）。"
                : "平台还没有登记国务院设立综合试验区的批复，不能选 A（汇总统计）。请选 B（汇总申报），或请管理员登记批复文号。";
            examination.Add(_zoneOnly, HeaderFields.StatisticsFlag, reason);
        }
    }

    private static void CheckLicense(Examination examination)
    {
        ref readonly var license = ref examination.Reading[HeaderFields.LicenseNo];
        if (license.IsEmpty) return;
        if (examination.IsBusinessMode)
        {
            examination.Add(_noLicenseForBusiness, HeaderFields.LicenseNo, $"监管方式 {examination.Mode} 用清单申报时不得涉及许可证，填的许可证号是{Words.Quote(license.Text)}。请改用报关单，或核对后清空。");
        }
        else if (examination.Flag == "A")
        {
            examination.Add(_noLicenseUnderA, HeaderFields.LicenseNo, $"业务类型 A 的商品不涉及许可证，填的许可证号是{Words.Quote(license.Text)}。请改选 B，或核对后清空。");
        }
    }
}
