using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class PolicyMatchingCalls : ServiceCalls
{
    protected override void Describe()
    {
        var tree = new CriteriaGroup(GroupKind.All, [new Condition(EnterpriseFact.Filings, ConditionOperator.AtLeast, ["1"])]);
        Call<FactReader>(s => s.ReadAsync([1, 2], CancellationToken.None));
        foreach (var sort in Enum.GetValues<CriteriaSort>())
        {
            Call<CriteriaDesk>(s => s.ListAsync(new CriteriaFilter("示例", true, sort), new PageRequest(2), CancellationToken.None));
            Call<CriteriaDesk>(s => s.StreamAsync(new CriteriaFilter(Sort: sort, Descending: true)));
        }
        Call<CriteriaDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<CriteriaDesk>(s => s.HistoryAsync("HHPZ/2026-00001", new PageRequest(), CancellationToken.None));
        Call<CriteriaDesk>(s => s.SaveAsync(1, 0, new CriteriaData(tree, null, null), CancellationToken.None));
        Call<CriteriaDesk>(s => s.RemoveAsync(1, 1, CancellationToken.None));
        Call<ConditionNames>(s => s.ReadAsync(CancellationToken.None));
        Call<PolicyMatcher>(s => s.ForEnterpriseAsync(1, MatchStanding.Met, new PageRequest(), CancellationToken.None));
        Call<PolicyMatcher>(s => s.FindAsync(1, "hhpz-2026-00001", CancellationToken.None));
        Call<PolicyMatcher>(s => s.CriteriaAsync(1, CancellationToken.None));
        Call<PolicyMatcher>(s => s.ShowAsync(new PolicyCriteria { PolicyDocumentId = 1, Tree = CriteriaTrees.Write(tree), ChangedBy = "编辑", UpdatedAt = DateTime.UnixEpoch }, CancellationToken.None));
        Call<PolicyMatcher>(s => s.ExportForPolicyAsync(1, MatchStanding.Met, CancellationToken.None));
        Call<PolicyMatcher>(s => s.ForPolicyAsync(1, null, new PageRequest(), CancellationToken.None));
    }
}
