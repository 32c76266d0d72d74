using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>随附单证 and 随附单据 of a declaration.</summary>
internal static class AttachmentRules
{
    private const string Origin = "Y";

    private static readonly string[] _usual = ["00000001", "00000002", "00000004"];
    private static readonly string[] _agency = ["10000001", "00000008"];

    private static readonly Rule _missing = new Rule("EDOC-001", "常用随附单据不全", Severity.Advice, Bases.Experience("发票、装箱单和合同一般都要随附"),
        "报关单一般随附发票、装箱单和合同，必附的单据清单待核。请补充，或确认不需要。", "B6 R14; C14; F6").ForDeclarations();

    private static readonly Rule _noAgency = new Rule("EDOC-002", "缺代理报关委托协议", Severity.Advice, Bases.Experience("代理报关一般附委托协议"),
        "申报单位不是境内发货人时，一般要附代理报关委托协议。请补充，或确认不需要。", "B6 R14; C14").ForDeclarations();

    private static readonly Rule _name = new Rule("EDOC-003", "单据编号结构待核对", Severity.Advice, Bases.DecMessage("EdocRealation/EdocID"),
        "单据编号由申报口岸、单据类别代码、IM 和 18 位流水号组成，可带 .pdf。请核对。", "B3 EdocID").ForDeclarations();

    private static readonly Rule _originForm = new Rule("DOCUMENT-001", "原产地单证编号待核对", Severity.Advice, Bases.Filling("随附单证及编号：优惠贸易协定"),
        "代码 Y 的单证编号写作协定代码、C 或 D、再接证书或声明编号。请对照原产地证明。", "B2 #31; B3 CertCode; C15").ForDeclarations();

    private static readonly Rule _originTwice = new Rule("DOCUMENT-002", "原产地单证只能一份", Severity.MustFix, Bases.Filling("随附单证及编号：一份报关单对应一份原产地证明"),
        "一份报关单只能填一份原产地证明（代码 Y）。请删去多余的，或分成几份报关单。", "B2 #31").ForDeclarations();

    private static readonly Rule _pack = new Rule("PACK-002", "其他包装重复出现", Severity.Advice, Bases.Consistency("其他包装的材料种类"),
        "同一种包装材料填了几行。如果是同一种包装可以合并，请核对。", "B2 #23; B3 DecOtherPack").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_missing, _noAgency, _name, _originForm, _originTwice, _pack];

    public static void Check(Examination examination)
    {
        CheckKinds(examination);
        for (var line = 0; line < examination.Reading.Count(DeclarationEdocs.Lines); line++) CheckName(examination, line);
        CheckOrigins(examination);
        CheckPacks(examination);
    }

    private static void CheckKinds(Examination examination)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var line = 0; line < examination.Reading.Count(DeclarationEdocs.Lines); line++) kinds.Add(examination.Reading[line, DeclarationEdocs.Code].Text);
        var absent = _usual.Where(c => !kinds.Contains(c)).Select(c => $"{c} {examination.Tables.AttachedDocuments.Find(c)?.Name}").ToList();
        if (absent.Count > 0) examination.AddForLines(_missing, DeclarationEdocs.Lines, $"随附单据里没有 {string.Join('、', absent)}。请补充，或确认不需要。");
        var agent = examination.Reading[DeclarationFields.AgentCodeScc].Text;
        var trader = examination.Reading[DeclarationFields.TradeCoScc].Text;
        if (agent.Length > 0 && trader.Length > 0 && agent != trader && !_agency.Any(kinds.Contains))
        {
            examination.AddForLines(_noAgency, DeclarationEdocs.Lines, "申报单位与境内发货人不是同一家，随附单据里没有代理报关委托协议。请补充，或确认不需要。");
        }
    }

    private static void CheckName(Examination examination, int line)
    {
        var name = examination.Reading[line, DeclarationEdocs.Id].Text;
        var code = examination.Reading[line, DeclarationEdocs.Code].Text;
        if (name.Length == 0 || code.Length == 0) return;
        var bare = name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        var middle = code + "IM";
        var isRight = bare.Length == 4 + middle.Length + 18 && bare.AsSpan(4, middle.Length).SequenceEqual(middle)
            && bare.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && bare.AsSpan(4 + middle.Length).IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isRight) examination.Add(_name, line, DeclarationEdocs.Id, $"单据编号填的是{Words.Quote(name)}，一般为 4 位关区、{middle} 和 18 位流水号。请核对。");
    }

    private static void CheckOrigins(Examination examination)
    {
        var first = -1;
        for (var line = 0; line < examination.Reading.Count(DeclarationDocuments.Lines); line++)
        {
            if (examination.Reading[line, DeclarationDocuments.Code].Text != Origin) continue;
            if (first >= 0) examination.Add(_originTwice, line, DeclarationDocuments.Code, Invariant($"第 {first + 1} 行已经填了原产地证明，一份报关单只能一份。"));
            else first = line;
            var number = examination.Reading[line, DeclarationDocuments.Number].Text;
            if (number.Length > 0 && !IsOrigin(examination, number)) examination.Add(_originForm, line, DeclarationDocuments.Number, $"原产地单证编号填的是{Words.Quote(number)}，一般以两位协定代码加 C 或 D 开头。请核对。");
        }
    }

    private static bool IsOrigin(Examination examination, string number) =>
        number.Length > 3 && examination.Tables.OriginAgreements.Find(number[..2]) is not null && number[2] is 'C' or 'D';

    private static void CheckPacks(Examination examination)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 0; line < examination.Reading.Count(DeclarationPacks.Lines); line++)
        {
            var type = examination.Reading[line, DeclarationPacks.Type].Text;
            if (type.Length > 0 && !seen.TryAdd(type, line)) examination.Add(_pack, line, DeclarationPacks.Type, Invariant($"包装材料 {Words.Cut(type)} 已填在第 {seen[type] + 1} 行。请核对。"));
        }
    }
}
