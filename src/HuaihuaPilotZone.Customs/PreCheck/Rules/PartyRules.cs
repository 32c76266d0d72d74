using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Codes and names of the five parties.</summary>
internal static class PartyRules
{
    private const string None = "无";
    private const string NotRegistered = "NO";

    private static readonly Basis _creditCode = new(BasisKind.Law, "《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）", "校验码");

    private static readonly Rule _length = new("PARTY-001", "代码应为十位或十八位", Severity.MustFix, Bases.Specification("企业代码：10 位海关注册编码或 18 位统一社会信用代码"),
        "企业代码填 10 位海关注册编码或 18 位统一社会信用代码。境外平台可填“无”，未注册的生产销售单位填“NO”。", "A1.13; A4 CEB603 #6, #9, #19, #21, #23");

    private static readonly Rule _creditShape = new("PARTY-002", "信用代码含不当字符", Severity.MustFix, new Basis(BasisKind.Law, "《法人和其他组织统一社会信用代码编码规则》（GB 32100-2015）", "代码构成"),
        "统一社会信用代码只用数字和部分大写字母，不用 I、O、S、V、Z，第 3 至 8 位是数字。请对照营业执照。", "D1");

    private static readonly Rule _creditWrong = new("PARTY-003", "信用代码校验不符", Severity.MustFix, _creditCode,
        "统一社会信用代码的两个校验位都不符，其中有一位填错。请对照营业执照。", "D1; mission D5 R-16");

    private static readonly Rule _creditDoubtful = new("PARTY-004", "信用代码校验存疑", Severity.Advice, _creditCode,
        "统一社会信用代码的末位校验不符。少数早期代码确有这种情况，请对照营业执照，无误即可提交。", "D1");

    private static readonly Rule _customsShape = new("PARTY-005", "海关编码结构不符", Severity.MustFix, Bases.Experience("海关注册编码的构成"),
        "海关注册编码为 10 位，第 1 至 4 位和第 6、7 位是数字，其余为数字或大写字母。请对照海关备案信息。", "D2");

    private static readonly Rule _twoNames = new("PARTY-006", "同一代码名称不一致", Severity.Advice, Bases.Consistency("各参与方的代码与名称"),
        "同一个企业代码在这份单证里对应了不同的名称。请核对后统一。", "mission D5 R-17");

    private static readonly (HeaderField Code, HeaderField Name)[] _parties =
    [
        (HeaderFields.EbpCode, HeaderFields.EbpName),
        (HeaderFields.EbcCode, HeaderFields.EbcName),
        (HeaderFields.AgentCode, HeaderFields.AgentName),
        (HeaderFields.OwnerCode, HeaderFields.OwnerName),
        (HeaderFields.LogisticsCode, HeaderFields.LogisticsName),
    ];

    public static IReadOnlyList<Rule> All { get; } = [_length, _creditShape, _creditWrong, _creditDoubtful, _customsShape, _twoNames];

    public static void Check(Examination examination)
    {
        for (var i = 0; i < _parties.Length; i++)
        {
            CheckCode(examination, _parties[i].Code);
            CheckNames(examination, i);
        }
    }

    private static void CheckCode(Examination examination, HeaderField field)
    {
        var code = examination.Reading[field].Text;
        if (code.Length == 0) return;
        if ((code == None && ReferenceEquals(field, HeaderFields.EbpCode)) || (code == NotRegistered && ReferenceEquals(field, HeaderFields.OwnerCode))) return;
        switch (code.Length)
        {
            case CustomsRegistrationCode.Length:
                if (CustomsRegistrationCode.Check(code) is { } customs) examination.Add(_customsShape, field, $"{field.Label}：{customs.Message}");
                break;
            case UnifiedSocialCreditCode.Length:
                if (UnifiedSocialCreditCode.Check(code) is { } credit) examination.Add(RuleFor(credit.Fault), field, $"{field.Label}：{credit.Message}");
                break;
            default:
                examination.Add(_length, field, LengthReason(field, code));
                break;
        }
    }

    private static Rule RuleFor(IdentifierFault fault) => fault switch
    {
        IdentifierFault.BothChecks => _creditWrong,
        IdentifierFault.CheckCharacter => _creditDoubtful,
        _ => _creditShape,
    };

    private static string LengthReason(HeaderField field, string code)
    {
        if (code == None) return $"{field.Label}不能填“无”，只有境外电商平台可以。请填 10 位海关注册编码或 18 位统一社会信用代码。";
        if (code == NotRegistered) return $"{field.Label}不能填“NO”，只有生产销售单位可以。请填 10 位海关注册编码或 18 位统一社会信用代码。";
        return Invariant($"{field.Label}填了 {TextCleaning.CodePoints(code)} 位，应为 10 位海关注册编码或 18 位统一社会信用代码。");
    }

    // Said once for each later party, against the first one that carries the code.
    private static void CheckNames(Examination examination, int index)
    {
        var code = examination.Reading[_parties[index].Code].Text;
        var name = examination.Reading[_parties[index].Name].Text;
        if (code.Length == 0 || name.Length == 0 || code is None or NotRegistered) return;
        for (var earlier = 0; earlier < index; earlier++)
        {
            var other = examination.Reading[_parties[earlier].Name].Text;
            if (examination.Reading[_parties[earlier].Code].Text != code || other.Length == 0 || other == name) continue;
            examination.Add(_twoNames, _parties[index].Name, $"代码 {code} 在{_parties[earlier].Name.Label}处是{Words.Quote(other)}，在这里是{Words.Quote(name)}。请核对后统一。");
            return;
        }
    }
}
