using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ChainsCalls : ServiceCalls
{
    protected override void Describe()
    {
        var chain = new ChainData("trial", "产业", null, true, "简介", null, "来源", null, FigureStatus.Government, "2026");
        var node = new NodeData(ChainTier.Upstream, "环节", null, 1, null, FigureStatus.Government);
        // the enterprise that acts is another one than the one that stated the relation
        var others = Row(("StatedById", 2), ("OtherId", 1), ("State", nameof(RelationState.Stated)), ("Sight", nameof(RelationSight.Both)));
        var own = Row(("StatedById", 1), ("Sight", nameof(RelationSight.Both)), ("State", nameof(RelationState.Stated)), ("Stage", "Operating"));
        Call<ChainMap>(s => s.ListAsync(CancellationToken.None));
        Call<ChainMap>(s => s.FindAsync(1, CancellationToken.None));
        Call<ChainMap>(s => s.GapsAsync(CancellationToken.None));
        Call<ChainMap>(s => s.NodesAsync(CancellationToken.None));
        Call<ChainMap>(s => s.OfEnterpriseAsync(1, CancellationToken.None));
        Call<ChainMap>(s => s.PublicAsync(CancellationToken.None));
        Call<ChainMap>(s => s.PublicAsync("trial", CancellationToken.None));
        Call<ChainKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<ChainKeeping>(s => s.FindNodeAsync(1, CancellationToken.None));
        Call<ChainKeeping>(s => s.AddAsync(chain, CancellationToken.None));
        Call<ChainKeeping>(s => s.UpdateAsync(1, 1, chain, CancellationToken.None));
        Call<ChainKeeping>(s => s.AddNodeAsync(1, node, CancellationToken.None));
        Call<ChainKeeping>(s => s.UpdateNodeAsync(1, 1, node, CancellationToken.None));
        Call<ChainKeeping>(s => s.RemoveNodeAsync(1, 1, CancellationToken.None));
        Call<ChainMembership>(s => s.ConfirmAsync(1, 1, null, CancellationToken.None));
        Call<ChainMembership>(s => s.AnswerAsync(1, 1, true, null, CancellationToken.None), Row(("State", nameof(MemberState.Proposed))));
        Call<ChainMembership>(s => s.RemoveAsync(1, 1, CancellationToken.None));
        Call<ChainMembership>(s => s.ProposeAsync(1, 1, "说明", CancellationToken.None), Row(("State", nameof(MemberState.Refused))));
        Call<ChainMembership>(s => s.WithdrawAsync(1, 1, CancellationToken.None));
        Call<ChainPolicies>(s => s.ListAsync(1, CancellationToken.None));
        Call<ChainPolicies>(s => s.AddAsync(1, "HHPZ/2026-00001", CancellationToken.None));
        Call<ChainPolicies>(s => s.RemoveAsync(1, 1, CancellationToken.None));
        Call<ChainShelf>(s => s.OfAsync(1, CancellationToken.None));
        Call<RelationBook>(s => s.OfEnterpriseAsync(1, CancellationToken.None));
        Call<RelationBook>(s => s.KnowsAsync(1, 1, CancellationToken.None));
        Call<RelationBook>(s => s.ForParkAsync(1, CancellationToken.None));
        Call<RelationBook>(s => s.ForPublicAsync(1, CancellationToken.None));
        Call<RelationBook>(s => s.StateAsync(1, new RelationData(true, "企业", "货物", RelationSight.Both), CancellationToken.None), own);
        Call<RelationBook>(s => s.AnswerAsync(1, 1, 1, RelationSight.Both, null, CancellationToken.None), others);
        Call<RelationBook>(s => s.ChooseAsync(1, 1, 1, RelationSight.Park, CancellationToken.None), own);
        Call<RelationBook>(s => s.RemoveAsync(1, 1, 1, CancellationToken.None));
    }
}
