using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Enterprises.Merging;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class MergingCalls : ServiceCalls
{
    private static readonly EnterpriseData _data = new() { Name = "示例分出公司", CreditCode = "91431299MA0000015J", Type = EnterpriseType.Logistics };

    protected override void Describe()
    {
        Call<SimilarEnterprises>(s => s.OthersAsync(1, "示例箱包有限公司", 5, CancellationToken.None));
        Call<MembershipService>(s => s.FindChosenAsync(1, 2, CancellationToken.None));
        Call<MergeObstacles>(s => s.FindAsync([1, 2], CancellationToken.None));
        Call<MergeCandidates>(s => s.SuggestAsync(1, "示例箱包有限公司", "4313961001", CancellationToken.None));
        Call<MergeCandidates>(s => s.SearchAsync(1, "示例", CancellationToken.None));
        Call<MergedRecords>(s => s.FindHeirAsync(1, CancellationToken.None));
        Call<MergedRecords>(s => s.FindAsync(1, CancellationToken.None));
        Call<MergedRecords>(s => s.OfAsync(1, CancellationToken.None));
        Call<MergeService>(s => s.PreviewAsync(1, 2, CancellationToken.None));
        Call<MergeService>(s => s.MergeAsync(1, 2, new MergeChoice(1, 1, ["Name"], [1], "示例"), CancellationToken.None));
        Call<MergeUndo>(s => s.FindObstacleAsync(Merge(), CancellationToken.None));
        Call<MergeUndo>(s => s.UndoAsync(1, CancellationToken.None));
        Call<MergeLists>(s => s.ListAsync(new MergeFilter(MergeKind.Merge, MergeState.Done, "示例", MergeSort.Kept, true), new PageRequest(), CancellationToken.None));
        Call<MergeLists>(s => s.ListAsync(new MergeFilter(Sort: MergeSort.Moved), new PageRequest(), CancellationToken.None));
        Call<MergeLists>(s => s.ExportAsync(new MergeFilter(Word: "示例"), CancellationToken.None));
        Call<MergeLists>(s => s.FindAsync(1, CancellationToken.None));
        Call<MergeSweep>(s => s.FollowAsync(CancellationToken.None));
        Call<MergeSweep>(s => s.ForgetAsync(CancellationToken.None));
        Call<MergeSweep>(s => s.RenewRelationsAsync(CancellationToken.None));
        Call<SplitService>(s => s.KindsAsync(1, CancellationToken.None));
        Call<SplitService>(s => s.ObstaclesAsync(1, CancellationToken.None));
        Call<SplitService>(s => s.SplitAsync(1, new SplitChoice(1, new DateOnly(2026, 11, 1), _data, EnterpriseStage.Signed, new DateOnly(2026, 6, 1), [new SplitPart("Declaration.EnterpriseId", SplitTake.All, [], new DateOnly(2026, 1, 1))], "示例"), CancellationToken.None));
    }

    private static RosterMerge Merge() => new()
    {
        Id = 1,
        Kind = MergeKind.Merge,
        KeptId = 1,
        OtherId = 2,
        KeptName = "示例甲",
        OtherName = "示例乙",
        OtherCode = "91431299MA0000015J",
        Reason = "示例",
        OwnerName = "示例",
        At = DateTime.MaxValue,
        KeptVersion = 1,
    };
}
