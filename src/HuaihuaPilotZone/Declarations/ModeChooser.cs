using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Declarations;

/// <summary>To whom the goods go.</summary>
public enum Buyer
{
    /// <summary>境外个人消费者.</summary>
    Consumer,

    /// <summary>境外企业.</summary>
    Business,

    /// <summary>先运到海外仓再销售.</summary>
    OverseasWarehouse,
}

/// <summary>Answers to the chooser's questions.</summary>
/// <param name="AtMost5000">Whether one shipment is worth at most 5,000 CNY.</param>
/// <param name="NeedsPapers">Whether a licence, an inspection or a tax is involved (涉证、涉检、涉税).</param>
/// <param name="FromSpecialArea">Whether the goods leave from a special customs area.</param>
public sealed record ModeAnswers(Buyer Buyer, bool AtMost5000, bool NeedsPapers, bool FromSpecialArea);

/// <summary>What the chooser proposes and the rule that decided.</summary>
/// <param name="TradeMode">Four digits; null where this portal files nothing.</param>
public sealed record ModeProposal(string? TradeMode, DocumentKind Kind, string Reason, string Basis);

/// <summary>Three or four questions propose a supervision mode and say why. Facts: customs-facts E11-E13, E25; mission R-13.</summary>
public static class ModeChooser
{
    /// <summary>一般贸易, which is declared by 报关单 only.</summary>
    public const string GeneralTrade = "0110";

    /// <summary>保税电商, which is open while a special customs area is stated with its approval.</summary>
    public const string Bonded = "1210";

    /// <summary>Modes that a list is filed under everywhere.</summary>
    public static readonly IReadOnlyList<string> ListModes = ["9610", "9710", "9810"];

    /// <summary>Modes that a 报关单 is filed under.</summary>
    public static readonly IReadOnlyList<string> DeclarationModes = ["9710", "9810", GeneralTrade];

    /// <summary>All modes that something can be filed under.</summary>
    public static readonly IReadOnlyList<string> Modes = [.. ListModes, GeneralTrade, Bonded];

    private const string ListLimit = "海关总署公告 2020 年第 75 号及其解读（待核）：单票不超过 5,000 元且不涉证、不涉检、不涉税的，可用清单申报";

    /// <param name="areas">Special customs areas whose approval holds on the day.</param>
    public static ModeProposal Propose(ModeAnswers answers, IReadOnlyList<SpecialArea> areas) => answers switch
    {
        { FromSpecialArea: true } => new(areas.Count == 0 ? null : Bonded, DocumentKind.List, FromArea(areas), "海关总署公告 2014 年第 57 号（待核）"),
        { Buyer: Buyer.Consumer } => new("9610", DocumentKind.List, "卖给境外个人消费者的零售出口用 9610，按清单申报。", "海关总署公告 2014 年第 12 号（待核）"),
        { Buyer: Buyer.Business } => Direct("9710", "卖给境外企业的直接出口用 9710", answers),
        { Buyer: Buyer.OverseasWarehouse } => Direct("9810", "先运到海外仓再销售的用 9810", answers),
        _ => throw new ArgumentOutOfRangeException(nameof(answers), answers, null),
    };

    /// <summary>The modes that can be chosen.</summary>
    /// <param name="areas">Special customs areas whose approval holds on the day.</param>
    public static IReadOnlyList<string> OpenModes(IReadOnlyList<SpecialArea> areas) => areas.Count == 0 ? [.. Modes.Where(m => m != Bonded)] : Modes;

    /// <summary>Which document a mode needs under these answers, also when another mode than the proposed one is taken.</summary>
    public static DocumentKind KindOf(string tradeMode, ModeAnswers answers) =>
        tradeMode == GeneralTrade || (tradeMode is "9710" or "9810" && (!answers.AtMost5000 || answers.NeedsPapers)) ? DocumentKind.CustomsDeclaration : DocumentKind.List;

    /// <summary>Why a kind of document cannot be taken under a mode and these answers, with the rule that says so; null when it can.</summary>
    public static string? Refusal(DocumentKind kind, string tradeMode, ModeAnswers answers, IReadOnlyList<SpecialArea> areas)
    {
        if (!Allows(kind, tradeMode))
            return kind.Facts().Modes.Count == 0 ? "请选择清单或报关单。" : $"{tradeMode} 不能用{kind.Word()}，{kind.Word()}只用于 {string.Join('、', kind.Facts().Modes.Where(OpenModes(areas).Contains))}。请改选单证或监管方式。";
        return kind == DocumentKind.List && KindOf(tradeMode, answers) != kind
            ? $"{(answers.AtMost5000 ? "涉证、涉检或涉税" : "单票超过 5,000 元")}，{tradeMode} 须用报关单，不能选清单。依据：{ListLimit}。"
            : null;
    }

    /// <summary>Whether a mode can be filed by a kind of document at all.</summary>
    public static bool Allows(DocumentKind kind, string? tradeMode) => tradeMode is not null && kind.Facts().Modes.Contains(tradeMode);

    // the specification names the four elements; how an account book is kept and checked is in none of the sources at hand (facts A4, X16, E25)
    private static string FromArea(IReadOnlyList<SpecialArea> areas) => areas.Count == 0
        ? "从海关特殊监管区域出口走 1210。怀化的特殊区域与批准文件尚未录入，本平台暂不受理 1210。"
        : $"从海关特殊监管区域出口用 1210。已录入 {string.Join("；", areas.Select(a => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a.Name}（{a.Kind}，{a.ApprovalNumber}，{a.From:yyyy-MM-dd} 批准）")))}。"
            + "用清单申报，报文须有账册编号 emsNo、区内企业 iacCode 和 iacName、备案料号 itemRecordNo。账册编号和备案料号的结构、账册底账和核注清单的衔接、运输方式与申报地海关的填法，以及适用城市的范围均待核，请先向主管海关核对。";

    private static ModeProposal Direct(string mode, string why, ModeAnswers answers) => answers switch
    {
        { AtMost5000: false } => new(mode, DocumentKind.CustomsDeclaration, $"{why}。单票超过 5,000 元，须用报关单。", ListLimit),
        { NeedsPapers: true } => new(mode, DocumentKind.CustomsDeclaration, $"{why}。涉证、涉检或涉税，须用报关单。", ListLimit),
        _ => new(mode, DocumentKind.List, $"{why}。单票不超过 5,000 元且不涉证、不涉检、不涉税，可用清单。", ListLimit),
    };
}
