using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>
/// What a declaration says of preferential origin: the agreement of its document Y, 出口享惠情况 of its goods, and where they go
/// (facts E26; B5; C15). Who has joined an agreement, and from when, is a table that staff keep; nothing is said of agreements it does not have.
/// </summary>
internal static class OriginRules
{
    private const string Origin = "Y";
    private const string China = "CHN";
    private const string Enjoyed = "1";
    private const string Unsure = "2";

    /// <summary>First day on which the agreement whose members are shipped was in force for China.</summary>
    private static readonly DateOnly _start = new(2022, 1, 1);

    private static readonly Basis _members = new(BasisKind.Law, "《区域全面经济伙伴关系协定》（RCEP）", "对各成员国生效的日期", _start, Verified: false);

    private static readonly Rule _notMember = new Rule("ORIGIN-001", "目的国不是协定成员国", Severity.Advice, _members,
        "原产地单证的协定应对商品的最终目的国生效。请核对协定代码和目的国，成员国和生效日期见代码表。", "E26; B2 #31; C15").ForDeclarations();

    private static readonly Rule _noProof = new Rule("ORIGIN-002", "享惠商品无原产地单证", Severity.Advice, Bases.Consistency("规格型号的出口享惠情况与随附单证"),
        "规格型号写明在目的国享受优惠关税的，随附单证一般有原产地证明（代码 Y）。请补充，或核对享惠情况。", "B5; B2 #31").ForDeclarations();

    private static readonly Rule _couldClaim = new Rule("ORIGIN-003", "目的国可能给予优惠", Severity.Advice, _members,
        "享惠情况填了不能确定，而目的国是协定成员国。符合原产地规则的，可在申报前办理原产地证明。", "E26; B5; mission row 36").ForDeclarations();

    private static readonly Rule _foreignOrigin = new Rule("ORIGIN-004", "优惠原产地不是成员国", Severity.Advice, _members,
        "优惠贸易协定项下原产地应是所填协定的成员国。请核对，一般填 CHN。", "E26; B3 RcepOrigPlaceCode").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_notMember, _noProof, _couldClaim, _foreignOrigin];

    public static void Check(Examination examination)
    {
        if (DocumentAt(examination) is not { } at)
        {
            CheckWithoutProof(examination);
            return;
        }

        var number = examination.Reading[at, DeclarationDocuments.Number].Text;
        if (number.Length < 2 || examination.Tables.OriginAgreements.Find(number[..2]) is not { } agreement || !HasMembers(examination, agreement.Code)) return;
        CheckDestinations(examination, at, agreement);
        CheckOrigins(examination, agreement);
    }

    private static int? DocumentAt(Examination examination)
    {
        for (var line = 0; line < examination.Reading.Count(DeclarationDocuments.Lines); line++)
        {
            if (examination.Reading[line, DeclarationDocuments.Code].Text == Origin) return line;
        }

        return null;
    }

    private static bool HasMembers(Examination examination, string agreement) => examination.Tables.AgreementMembers.Rows.Any(r => r.Code.StartsWith(agreement, StringComparison.Ordinal));

    private static Codes.NamedCode? Member(Examination examination, string agreement, string country) =>
        examination.Tables.AgreementMembers.Find(agreement + country) is { } row && row.HoldsOn(examination.Date) ? row : null;

    // one of the goods is enough: a document need not be for all of them
    private static void CheckDestinations(Examination examination, int at, Codes.NamedCode agreement)
    {
        var countries = Enumerable.Range(0, examination.Reading.Lines).Select(line => examination.Reading[line, DeclarationGoods.DestinationCountry].Text)
            .Where(c => examination.Tables.Countries.Find(c) is not null).Distinct(StringComparer.Ordinal).ToList();
        if (countries.Count == 0 || countries.Exists(c => Member(examination, agreement.Code, c) is not null)) return;
        var named = string.Join('、', countries.Take(3).Select(c => Named(examination, agreement.Code, c)));
        examination.Add(_notMember, at, DeclarationDocuments.Number, $"原产地单证是 {agreement.Code} {agreement.Name}，最终目的国是{named}。请核对协定代码和目的国。");
    }

    private static string Named(Examination examination, string agreement, string country)
    {
        var name = $" {country} {examination.Tables.Countries.Find(country)?.Name}";
        return examination.Tables.AgreementMembers.Find(agreement + country)?.Validity().From is { } from && from > examination.Date
            ? $"{name}（{DateReading.Format(from)} 起才对其生效）"
            : $"{name}（不在成员国代码表内）";
    }

    private static void CheckOrigins(Examination examination, Codes.NamedCode agreement)
    {
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            var country = examination.Reading[line, DeclarationGoods.PreferentialOrigin].Text;
            if (country is "" or China || examination.Tables.Countries.Find(country) is null || Member(examination, agreement.Code, country) is not null) continue;
            examination.Add(_foreignOrigin, line, DeclarationGoods.PreferentialOrigin, $"优惠原产地填的是{Named(examination, agreement.Code, country)}，原产地单证是 {agreement.Code} {agreement.Name}。请核对。", China);
        }
    }

    private static void CheckWithoutProof(Examination examination)
    {
        var enjoyed = new List<int>();
        var hinted = new HashSet<string>(StringComparer.Ordinal);
        for (var line = 0; line < examination.Reading.Lines; line++)
        {
            var benefit = BenefitOf(examination, line);
            if (benefit == Enjoyed) enjoyed.Add(line + 1);
            // once for each country: the lines would repeat the sentence
            else if (benefit == Unsure && hinted.Add(examination.Reading[line, DeclarationGoods.DestinationCountry].Text)) AddHint(examination, line);
        }

        if (enjoyed.Count > 0) examination.AddForLines(_noProof, DeclarationDocuments.Lines, $"商品第 {Words.Numbers(enjoyed)}填了享受优惠关税，随附单证里没有原产地证明（代码 Y）。请补充，或核对享惠情况。");
    }

    private static void AddHint(Examination examination, int line)
    {
        var country = examination.Reading[line, DeclarationGoods.DestinationCountry].Text;
        if (country.Length == 0) return;
        var found = examination.Tables.OriginAgreements.Rows.Select(a => (Agreement: a, Member: Member(examination, a.Code, country))).FirstOrDefault(a => a.Member is not null);
        if (found.Member is not { } member) return;
        var since = member.Validity().From is { } from ? Invariant($"，{from:yyyy-MM-dd} 起生效") : "";
        examination.Add(_couldClaim, line, DeclarationGoods.Gmodel, $"目的国 {country} 是 {found.Agreement.Code} {found.Agreement.Name}的成员国{since}，享惠情况填了不能确定。符合原产地规则的，可以办理原产地证明（来源：{member.Source}）。");
    }

    private static string BenefitOf(Examination examination, int line) =>
        ModelRules.ElementsOf(examination.Reading[line, DeclarationGoods.Gmodel].Text) is [_, var benefit, ..] ? benefit : "";
}
