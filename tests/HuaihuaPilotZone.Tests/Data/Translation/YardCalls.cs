using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Yard;
using HuaihuaPilotZone.Yard.Inspections;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class YardCalls : ServiceCalls
{
    protected override void Describe()
    {
        var day = new DateOnly(2026, 11, 22);
        var now = new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Unspecified);
        Call<GateDesk>(s => s.ListAsync(new GateFilter("HHCU", GateDirection.In, day, day, OldestFirst: true), new PageRequest(2, 10), CancellationToken.None));
        Call<GateDesk>(s => s.StreamAsync(new GateFilter(), CancellationToken.None));
        Call<GateDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<GateDesk>(s => s.InAsync(new GateInData("HHCU1000051", now, 1, ContainerLoad.Full, "40HQ", null, null, false, null), CancellationToken.None));
        Call<GateDesk>(s => s.InAsync(new GateInData("HHCU1000051", now, 1, ContainerLoad.Full, null, null, null, false, "A-01-01-1"), CancellationToken.None));
        Call<GateDesk>(s => s.OutAsync(new GateOutData("HHCU1000051", now, null, null), CancellationToken.None));
        Call<GateDesk>(s => s.TakeBackAsync(1, "箱号错了", CancellationToken.None));
        foreach (var state in Enum.GetValues<PositionState>()) Call<YardKeeping>(s => s.ListAsync(new PositionFilter("A", "A", state, Descending: true), new PageRequest(2, 10), CancellationToken.None));
        Call<YardKeeping>(s => s.StreamAsync(new PositionFilter()));
        Call<YardKeeping>(s => s.BlocksAsync(CancellationToken.None));
        Call<YardKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<YardKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<YardKeeping>(s => s.AddBlockAsync(new BlockData("B", 1, 1, 1), CancellationToken.None));
        Call<YardKeeping>(s => s.CloseAsync(1, true, CancellationToken.None));
        Call<YardKeeping>(s => s.PlaceAsync(1, 1, "A-01-01-1", CancellationToken.None));
        foreach (var sort in Enum.GetValues<StockSort>())
        {
            Call<YardFigures>(s => s.StockAsync(new StockFilter("HHCU", "A", ContainerLoad.Full, 3, day, sort), new PageRequest(2, 10), CancellationToken.None));
            Call<YardFigures>(s => s.StreamStockAsync(new StockFilter(Sort: sort, Descending: true)));
        }
        Call<YardFigures>(s => s.DaysAsync(day, day, CancellationToken.None));
        Call<YardFigures>(s => s.HasDemonstrationAsync(CancellationToken.None));
        Call<YardFigures>(s => s.DwellAsync(day, day, CancellationToken.None));
        Call<SlotKeeping>(s => s.ListAsync(new SlotFilter(day, day, "平台", 2), new PageRequest(2, 10), CancellationToken.None));
        Call<SlotKeeping>(s => s.StreamAsync(new SlotFilter(Descending: true)));
        Call<SlotKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<SlotKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<SlotKeeping>(s => s.PatternsAsync(CancellationToken.None));
        Call<SlotKeeping>(s => s.AddPatternAsync("12345M", new SlotHours(540, 660, "平台", 4), CancellationToken.None));
        Call<SlotKeeping>(s => s.RemovePatternAsync(1, CancellationToken.None));
        Call<SlotKeeping>(s => s.MakeAsync(new DateOnly(2099, 1, 5), new DateOnly(2099, 1, 6), CancellationToken.None));
        Call<SlotKeeping>(s => s.UpdateAsync(1, 1, 4, false, null, CancellationToken.None));
        foreach (var sort in Enum.GetValues<BookingSort>())
        {
            Call<InspectionService>(s => s.ListAsync(new BookingFilter("CY", InspectionState.Booked, day, day, 1, 1, sort), new PageRequest(2, 10), CancellationToken.None));
            Call<InspectionService>(s => s.StreamAsync(new BookingFilter(Sort: sort, Descending: false)));
        }
        Call<InspectionService>(s => s.FindAsync("CY-20261122-0001", 1, CancellationToken.None));
        Call<InspectionService>(s => s.HistoryAsync("CY-20261122-0001", new PageRequest(), CancellationToken.None));
        Call<InspectionService>(s => s.BookAsync(1, new BookingData(1, 1, ["HHCU1000051"], new DeclarationNumber(day, 1), null, false), CancellationToken.None));
        foreach (var step in Enum.GetValues<InspectionStep>()) Call<InspectionService>(s => s.StepAsync("CY-20261122-0001", null, step, 1, "原因", CancellationToken.None));
    }
}
