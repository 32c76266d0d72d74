using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Enterprises.Views;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class RosterCalls : ServiceCalls
{
    private static readonly BulkSelection _chosen = new([1, 2], null);
    private static readonly RosterQuery _whole = new("示例", EnterpriseType.Logistics, EnterpriseStage.Operating, 1, 1, RosterSort.Updated)
    {
        Market = TargetMarket.Asean,
        Completeness = RosterCompleteness.Partial,
        Papers = RosterPapers.Expiring,
        ParkId = 1,
        IsSuspended = true,
    };

    private static readonly RosterQuery _directory = new(Type: EnterpriseType.Logistics, AreaId: 1, Sort: RosterSort.Name) { IsShown = true };

    private static readonly KeptCounts _all = new(new Dictionary<RosterCell, int>(), null);

    protected override void Describe()
    {
        Call<RosterFinder>(s => s.ListAsync(_whole, new RosterPlace(2), 20, CancellationToken.None));
        Call<RosterFinder>(s => s.ListAsync(new RosterQuery("示例 hhxb", Sort: RosterSort.Name), new RosterPlace(AfterId: 3), 20, CancellationToken.None));
        Call<RosterFinder>(s => s.ListAsync(new RosterQuery("箱", Sort: RosterSort.Oldest), new RosterPlace(BeforeId: 3), 20, CancellationToken.None));
        Call<RosterFinder>(s => s.ListAsync(new RosterQuery(Type: EnterpriseType.Logistics, AreaId: 1), new RosterPlace(), 20, CancellationToken.None));
        Call<RosterFinder>(s => s.ListAsync(new RosterQuery(TagId: 1), new RosterPlace(), 20, CancellationToken.None));
        Call<RosterFinder>(s => s.WalkAsync(_whole, 20, CancellationToken.None));
        Call<RosterFinder>(s => s.WalkAsync(new RosterQuery("hhxb", EnterpriseType.Logistics, Sort: RosterSort.Name), 20, CancellationToken.None));
        Call<RosterFinder>(s => s.ChosenAsync([1, 2], CancellationToken.None));
        Call<RosterFinder>(s => s.StreamAsync(new RosterQuery("9143"), CancellationToken.None));
        Call<RosterFinder>(s => s.CountChangedTodayAsync(CancellationToken.None));
        Call<RosterCounts>(s => s.StagesAsync(CancellationToken.None));
        Call<RosterCounts>(s => s.LookAsync(CancellationToken.None));
        Call<RosterFinder>(s => s.ListAsync(new RosterQuery(AreaId: 1) { ParkId = 1 }, new RosterPlace(), 20, CancellationToken.None));
        Call<LongListCounts>(s => s.FacetsAsync(_whole, _all, null, null, CancellationToken.None));
        Call<LongListCounts>(s => s.FacetsAsync(new RosterQuery("hhxb", EnterpriseType.Logistics), _all, null, 3, CancellationToken.None));
        Call<LongListCounts>(s => s.FacetsAsync(new RosterQuery { Completeness = RosterCompleteness.Partial }, _all, null, null, CancellationToken.None));
        Call<LongListCounts>(s => s.TagsAsync(null, _directory, _directory, int.MaxValue, [1, 2], CancellationToken.None));
        Call<LongListCounts>(s => s.TagsAsync(null, _whole, _whole, null, [1, 2], CancellationToken.None));
        Call<LongListCounts>(s => s.RareTagsAsync(new RosterQuery("箱包 hhxb", EnterpriseType.Logistics), [1, 2], CancellationToken.None));
        Call<RosterRecount>(s => s.StartAsync(CancellationToken.None));
        Call<RosterUpkeep>(s => s.MakeKeysAsync(CancellationToken.None));
        Call<RosterUpkeep>(s => s.SumUpAsync(CancellationToken.None));
        Call<RosterUpkeep>(s => s.RecountAsync(CancellationToken.None));
        Call<RosterUpkeep>(s => s.NeedsRecountAsync(CancellationToken.None));
        CallInTransaction<RosterWriter>(s => s.AddAsync([Added()], CancellationToken.None), Row(("CreditCode", "91431299MA0000015J"), ("Id", 1)));
        CallInTransaction<RosterWriter>(s => s.RemoveAsync([1, 2], 1, CancellationToken.None));
        Call<EnterpriseReferences>(s => s.NamedAsync([1, 2], CancellationToken.None));
        Call<SimilarEnterprises>(s => s.FindAsync(["示例箱包有限公司", "示例茶"], CancellationToken.None));
        Call<SampleRoster>(s => s.MakeAsync(2, null, CancellationToken.None));
        Call<RosterCells>(s => s.ChangeAsync(1, new CellChange(1, RosterField.Address, null, "示例路"), CancellationToken.None));
        Call<RosterCells>(s => s.RowAsync(1, CancellationToken.None));
        Call<RosterExport>(s => s.RowsAsync(_whole, [], [RosterColumn.Phone], true, "CSV", CancellationToken.None));
        Call<RosterExport>(s => s.RowsAsync(_whole, [1], [], false, "XLSX", CancellationToken.None));
        Call<RosterViews>(s => s.ListAsync(CancellationToken.None));
        Call<RosterViews>(s => s.SaveAsync("示例视图", "stage=Left", true, CancellationToken.None));
        Call<RosterViews>(s => s.DeleteAsync(1, CancellationToken.None));
        Call<BulkEditService>(s => s.PreviewAsync(_chosen, new BulkChange(BulkAct.Suspend) { Reason = "示例" }, CancellationToken.None));
        Call<BulkEditService>(s => s.PreviewAsync(new BulkSelection([], _whole), new BulkChange(BulkAct.Notice) { Title = "示例", Text = "示例" }, CancellationToken.None));
        Call<BulkEditService>(s => s.StartAsync(_chosen, new BulkChange(BulkAct.Area) { AreaId = 1 }, CancellationToken.None));
        Call<BulkEditService>(s => s.UndoAsync(1, CancellationToken.None));
        Call<BulkEditService>(s => s.FindAsync(1, CancellationToken.None));
        Call<BulkEditService>(s => s.ItemsAsync(1, BulkAct.Area, BulkItemState.Changed, new PageRequest(), CancellationToken.None));
        Call<BulkEditService>(s => s.ListAsync(new PageRequest(), CancellationToken.None));
    }

    private static Enterprise Added() => new()
    {
        Name = "示例箱包有限公司",
        CreditCode = "91431299MA0000015J",
        Type = EnterpriseType.Manufacturing,
        Stage = EnterpriseStage.Signed,
        StageSince = new DateOnly(2026, 6, 1),
        CreatedAt = DateTime.UnixEpoch,
        UpdatedAt = DateTime.UnixEpoch,
        Contacts = [new Contact { Name = "示例" }],
    };
}
