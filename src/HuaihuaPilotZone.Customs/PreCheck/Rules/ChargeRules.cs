using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Freight, insurance and other charges of a declaration against its terms of trade.</summary>
internal static class ChargeRules
{
    private static readonly Basis _terms = Bases.Filling("成交方式、运费、保费");

    private static readonly Rule _notWanted = new Rule("FEE-001", "费用与成交方式不符", Severity.Advice, _terms,
        "出口按 FOB 成交的不填运费和保费，C&F 只填运费，C&I 只填保费。请核对成交方式或费用。", "B6 R5").ForDeclarations();

    private static readonly Rule _missing = new Rule("FEE-002", "缺少成交方式的费用", Severity.Advice, _terms,
        "出口按 CIF 成交的填运费和保费，C&F 填运费，C&I 填保费。请补填，或核对成交方式。", "B6 R5").ForDeclarations();

    private static readonly Rule _incomplete = new Rule("FEE-003", "费用三栏没有填齐", Severity.MustFix, Bases.Filling("运费、保费、杂费"),
        "填了费用就要填标记，填了标记就要填费用，按单价或总价填的还要填币制。请补填，或整组清空。", "B2 #28-30; B3 FeeMark, InsurMark, OtherMark").ForDeclarations();

    private static readonly (Field Mark, Field Rate, Field Currency)[] _charges =
    [
        (DeclarationFields.FeeMark, DeclarationFields.FeeRate, DeclarationFields.FeeCurrency),
        (DeclarationFields.InsuranceMark, DeclarationFields.InsuranceRate, DeclarationFields.InsuranceCurrency),
        (DeclarationFields.OtherMark, DeclarationFields.OtherRate, DeclarationFields.OtherCurrency),
    ];

    public static IReadOnlyList<Rule> All { get; } = [_notWanted, _missing, _incomplete];

    public static void Check(Examination examination)
    {
        foreach (var (mark, rate, currency) in _charges) CheckComplete(examination, mark, rate, currency);
        var terms = examination.Reading[DeclarationFields.TransMode].Text;
        if (Expected(terms) is not { } expected) return;
        CheckAgainstTerms(examination, DeclarationFields.FeeRate, expected.Freight, terms);
        CheckAgainstTerms(examination, DeclarationFields.InsuranceRate, expected.Insurance, terms);
    }

    // Market price, bare bottom and EXW say nothing about who pays the way of an export.
    private static (bool Freight, bool Insurance)? Expected(string terms) => terms switch
    {
        "1" => (true, true),
        "2" => (true, false),
        "3" => (false, false),
        "4" => (false, true),
        _ => null,
    };

    private static void CheckComplete(Examination examination, Field mark, Field rate, Field currency)
    {
        var marked = examination.Reading[mark].Text;
        var isPaid = !examination.Reading[rate].IsEmpty;
        if (isPaid && marked.Length == 0) examination.Add(_incomplete, mark, $"{rate.Label}填了 {Words.Cut(examination.Reading[rate].Text)}，{mark.Label}没有填写。");
        if (!isPaid && marked.Length > 0) examination.Add(_incomplete, rate, $"{mark.Label}填了 {Words.Quote(marked)}，{rate.Label}没有填写。");
        if (isPaid && marked is "2" or "3" && examination.Reading[currency].IsEmpty) examination.Add(_incomplete, currency, $"{rate.Label}按{(marked == "2" ? "单价" : "总价")}填写，{currency.Label}没有填写。");
    }

    private static void CheckAgainstTerms(Examination examination, Field rate, bool isExpected, string terms)
    {
        ref readonly var paid = ref examination.Reading[rate];
        var isPaid = !paid.IsEmpty && paid.Number is not { HasValue: true, Value: 0 };
        if (isPaid == isExpected) return;
        var name = examination.Tables.TradeTerms.Find(terms)?.Name;
        examination.Add(isPaid ? _notWanted : _missing, rate, isPaid
            ? $"成交方式是 {terms} {name}，一般不填{rate.Label}，填的是 {Words.Cut(paid.Text)}。请核对。"
            : $"成交方式是 {terms} {name}，一般要填{rate.Label}，现在没有填写。请核对。");
    }
}
