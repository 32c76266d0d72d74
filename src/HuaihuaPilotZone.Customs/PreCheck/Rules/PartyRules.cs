using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Codes and names of the parties. A list takes either code in one field; a declaration has a field for each.</summary>
internal static class PartyRules
{
    private const string None = "无";
    private const string NotRegistered = "NO";

    private static readonly Basis _creditCode = new(BasisKind.Law, "《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）", "校验码");

    private static readonly Rule _length = new Rule("PARTY-001", "代码应为十位或十八位", Severity.MustFix, Bases.Specification("企业代码：10 位海关注册编码或 18 位统一社会信用代码"),
        "企业代码填 10 位海关注册编码或 18 位统一社会信用代码。境外平台可填“无”，未注册的生产销售单位填“NO”。", "A1.13; A4 CEB603 #6, #9, #19, #21, #23").AlsoForApplications(DocumentScope.Applications & ~DocumentScope.ReturnDeclaration);

    private static readonly Rule _creditShape = new Rule("PARTY-002", "信用代码含不当字符", Severity.MustFix, new Basis(BasisKind.Law, "《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）", "代码构成"),
        "统一社会信用代码只用数字和部分大写字母，不用 I、O、S、V、Z，第 3 至 8 位是数字。请对照营业执照。", "D1").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _creditWrong = new Rule("PARTY-003", "信用代码校验不符", Severity.MustFix, _creditCode,
        "统一社会信用代码的两个校验位都不符，其中有一位填错。请对照营业执照。", "D1; mission D5 R-16").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _creditDoubtful = new Rule("PARTY-004", "信用代码校验存疑", Severity.Advice, _creditCode,
        "统一社会信用代码的末位校验不符。少数早期代码确有这种情况，请对照营业执照，无误即可提交。", "D1").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _customsShape = new Rule("PARTY-005", "海关编码结构不符", Severity.MustFix, Bases.Experience("海关注册编码的构成"),
        "海关注册编码为 10 位，第 1 至 4 位和第 6、7 位是数字，其余为数字或大写字母。请对照海关备案信息。", "D2").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _twoNames = new Rule("PARTY-006", "同一代码名称不一致", Severity.Advice, Bases.Consistency("各参与方的代码与名称"),
        "同一个企业代码在这份单证里对应了不同的名称。请核对后统一。", "mission D5 R-17").AlsoForDeclarations().AlsoForApplications();

    private static readonly Rule _creditLength = new Rule("PARTY-007", "信用代码应为十八位", Severity.MustFix, Bases.Filling("境内收发货人、生产销售单位、申报单位"),
        "信用代码一栏填 18 位统一社会信用代码。生产销售或消费使用单位没有信用代码时填“NO”。", "B2 #3, #13, #48; B3 TradeCoScc, OwnerCodeScc, AgentCodeScc").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _customsLength = new Rule("PARTY-008", "海关编码应为十位", Severity.MustFix, Bases.DecMessage("DecHead/TradeCode、OwnerCode、AgentCode"),
        "海关编码一栏填 10 位海关注册编码。生产销售或消费使用单位未在海关注册时可填“NO”。", "B3 TradeCode, OwnerCode, AgentCode; D2").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _idWrong = new Rule("PARTY-009", "身份证号校验不符", Severity.MustFix, new Basis(BasisKind.Law, "《公民身份号码》（GB 11643）", "校验码"),
        "生产销售或消费使用单位是自然人时填身份证号，填的号码不符合编码规则。请对照证件，或在单一窗口填报。", "B2 #13; D5").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _idTyped = new Rule("PARTY-010", "预申报不必填身份证号", Severity.Advice, Bases.Experience("个人信息从少填写"),
        "平台的预检用不到身份证号。建议清空，等在单一窗口申报时再填。", "B2 #13").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _noBuyer = new Rule("PARTY-011", "境外收货人没有填写", Severity.Advice, Bases.Filling("境外收发货人"),
        "境外收货人填外文名称。没有境外收货人时，名称和代码都填“NO”。", "B2 #8").ForDeclarations();

    // declarations of both directions name them alike
    private static readonly string[] _creditFields = [DeclarationFields.TradeCoScc.Name, DeclarationFields.OwnerCodeScc.Name, DeclarationFields.AgentCodeScc.Name];

    public static IReadOnlyList<Rule> All { get; } =
        [_length, _creditShape, _creditWrong, _creditDoubtful, _customsShape, _twoNames, _creditLength, _customsLength, _idWrong, _idTyped, _noBuyer];

    public static void Check(Examination examination)
    {
        var parties = examination.Schema.Keys.Parties;
        for (var i = 0; i < parties.Count; i++)
        {
            if (examination.IsDeclared) CheckDeclared(examination, parties[i].Code);
            else CheckListed(examination, parties[i].Code);
            CheckNames(examination, i);
        }

        if (examination.IsDeclaration && examination.Reading[DeclarationFields.OverseasName].IsEmpty)
        {
            examination.Add(_noBuyer, DeclarationFields.OverseasName, "境外收货人没有填写。请填外文名称，没有境外收货人时填“NO”。");
        }
    }

    private static void CheckListed(Examination examination, Field field)
    {
        var code = examination.Reading[field].Text;
        if (code.Length == 0) return;
        if ((code == None && field.Name == HeaderFields.EbpCode.Name) || (code == NotRegistered && ReferenceEquals(field, HeaderFields.OwnerCode))) return;
        if (PersonNumbers.IsHidden(field, code)) examination.Add(_length, field, $"{field.Label}填的是证件号码，平台不保存，已遮盖。{(PersonNumbers.IsHiddenWrong(field, code) ? "号码的校验位不符，请对照证件。" : "")}未在海关注册的请填“NO”。");
        else if (code.Length == CustomsRegistrationCode.Length) CheckCustomsCode(examination, field, code);
        else if (code.Length == UnifiedSocialCreditCode.Length) CheckCreditCode(examination, field, code);
        else examination.Add(_length, field, LengthReason(field, code));
    }

    private static void CheckDeclared(Examination examination, Field field)
    {
        var code = examination.Reading[field].Text;
        if (code.Length == 0) return;
        var isOwner = field.Name == DeclarationFields.OwnerCodeScc.Name || field.Name == DeclarationFields.OwnerCode.Name;
        if (code == NotRegistered && isOwner) return;
        if (PersonNumbers.IsHidden(field, code))
        {
            if (PersonNumbers.IsHiddenWrong(field, code)) examination.Add(_idWrong, field, $"{field.Label}填的身份证号校验位不符。平台不保存号码，请对照证件重新填写，或在单一窗口填报。");
            examination.Add(_idTyped, field, $"{field.Label}填的是身份证号，平台不保存，已遮盖，报文里也不写。预检用不到，请在单一窗口申报时再填。");
            return;
        }

        var isCredit = _creditFields.Contains(field.Name);
        if (isCredit && isOwner && CheckPerson(examination, field, code)) return;
        var length = isCredit ? UnifiedSocialCreditCode.Length : CustomsRegistrationCode.Length;
        if (code.Length != length) examination.Add(isCredit ? _creditLength : _customsLength, field, Invariant($"{field.Label}填了 {TextCleaning.CodePoints(code)} 位，应为 {length} 位。"));
        else if (isCredit) CheckCreditCode(examination, field, code);
        else CheckCustomsCode(examination, field, code);
    }

    private static void CheckCustomsCode(Examination examination, Field field, string code)
    {
        if (CustomsRegistrationCode.Check(code) is { } problem) examination.Add(_customsShape, field, $"{field.Label}：{problem.Message}");
    }

    private static void CheckCreditCode(Examination examination, Field field, string code)
    {
        if (UnifiedSocialCreditCode.Check(code) is { } problem) examination.AddWithChoice(RuleFor(problem.Fault), 0, field, $"{field.Label}：{problem.Message}", [problem.Repair]);
    }

    // A person as producer is named by an identity number. A credit code is never taken for one: its digits 7 to 14 are no day.
    private static bool CheckPerson(Examination examination, Field field, string code)
    {
        if (code.Length != ResidentIdNumber.Length || code.AsSpan(0, ResidentIdNumber.Length - 1).IndexOfAnyExceptInRange('0', '9') >= 0) return false;
        if (UnifiedSocialCreditCode.Check(code) is null) return false;
        var problem = ResidentIdNumber.Check(code, examination.Today);
        if (problem is { Fault: IdentifierFault.Structure } or { Fault: IdentifierFault.Character }) return false;
        if (problem is null) examination.Add(_idTyped, field, $"{field.Label}填的是身份证号。预检用不到，建议清空，等在单一窗口申报时再填。");
        else examination.AddWithChoice(_idWrong, 0, field, $"{field.Label}：{problem.Message}", [problem.Repair]);
        return true;
    }

    private static Rule RuleFor(IdentifierFault fault) => fault switch
    {
        IdentifierFault.BothChecks => _creditWrong,
        IdentifierFault.CheckCharacter => _creditDoubtful,
        _ => _creditShape,
    };

    private static string LengthReason(Field field, string code)
    {
        if (code == None) return $"{field.Label}不能填“无”，只有境外电商平台可以。请填 10 位海关注册编码或 18 位统一社会信用代码。";
        if (code == NotRegistered) return $"{field.Label}不能填“NO”，只有生产销售单位可以。请填 10 位海关注册编码或 18 位统一社会信用代码。";
        return Invariant($"{field.Label}填了 {TextCleaning.CodePoints(code)} 位，应为 10 位海关注册编码或 18 位统一社会信用代码。");
    }

    // Said once for each later party, against the first one that carries the code.
    private static void CheckNames(Examination examination, int index)
    {
        var parties = examination.Schema.Keys.Parties;
        var code = examination.Reading[parties[index].Code].Text;
        var name = examination.Reading[parties[index].Name].Text;
        if (code.Length == 0 || name.Length == 0 || code is None or NotRegistered) return;
        for (var earlier = 0; earlier < index; earlier++)
        {
            var other = examination.Reading[parties[earlier].Name].Text;
            if (examination.Reading[parties[earlier].Code].Text != code || other.Length == 0 || other == name) continue;
            examination.Add(_twoNames, parties[index].Name, $"代码 {code} 在{parties[earlier].Name.Label}处是{Words.Quote(other)}，在这里是{Words.Quote(name)}。请核对后统一。");
            return;
        }
    }
}
