using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Papers of the enterprise's vault that go with the document, and whether they are valid on the day (mission D5 ).</summary>
internal static class PaperRules
{
    private static readonly Rule _lapsed = new Rule("PAPER-001", "所附文件不在有效期", Severity.Advice, Bases.Consistency("所附文件的有效期与申报日期"),
        "单证附了文件库的文件，其中有的已过期或还没有生效。请换上有效的版本，或核对文件的有效期。", "mission D5 R-18").AlsoForDeclarations();

    private static readonly Rule _proxy = new Rule("PROXY-001", "委托书不在有效期内", Severity.Advice, new Basis(BasisKind.Law, "《中华人民共和国海关法》", "第十条：报关企业以委托人的名义办理的，应提交委托人签署的授权委托书"),
        "申报单位与收发货人不是同一家，所附的代理报关委托已过期或还没有生效。请附上申报当日有效的委托书。", "mission D5 R-02").AlsoForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_lapsed, _proxy];

    public static void Check(Examination examination)
    {
        var isByAgent = IsByAgent(examination);
        foreach (var paper in examination.Lookups.Lapsed)
        {
            var state = paper.ValidTo is { } to && to < examination.Today ? $"有效期到 {DateReading.Format(to)} 为止，已过期"
                : paper.ValidFrom is { } from && from > examination.Today ? $"自 {DateReading.Format(from)} 起有效，还没有生效"
                : null;
            if (state is null) continue;
            examination.AddForDocument(isByAgent && paper.IsProxy ? _proxy : _lapsed, $"所附{paper.Kind}{Words.Quote(paper.Title)}{state}，检查日期是 {DateReading.Format(examination.Today)}。请换上有效的文件。");
        }
    }

    private static bool IsByAgent(Examination examination)
    {
        var (agent, trader) = examination.IsDeclaration
            ? (examination.Reading[DeclarationFields.AgentCodeScc].Text, examination.Reading[DeclarationFields.TradeCoScc].Text)
            : (examination.Reading[HeaderFields.AgentCode].Text, examination.Reading[HeaderFields.EbcCode].Text);
        return agent.Length > 0 && trader.Length > 0 && agent != trader;
    }
}
