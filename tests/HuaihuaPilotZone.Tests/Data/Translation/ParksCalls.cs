using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Parks.Tickets;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ParksCalls : ServiceCalls
{
    protected override void Describe()
    {
        var day = new DateOnly(2026, 11, 22);
        var park = new ParkData("trial", "试验园", null, 1, ParkStatus.Open, "2026", "简介", null, "来源", null, FigureStatus.Government);
        var unit = new UnitData("A-1", null, UnitUse.Office, 100.5m, day, null, null);
        Call<ParkDirectory>(s => s.ListAsync(null, CancellationToken.None));
        Call<ParkDirectory>(s => s.FindAsync("trial", 2, CancellationToken.None));
        Call<ParkDirectory>(s => s.VacantAsync(1, CancellationToken.None));
        Call<ParkDirectory>(s => s.IsVacantAsync(1, CancellationToken.None));
        Call<AreaKeeping>(s => s.TreeAsync(CancellationToken.None));
        Call<AreaKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<AreaKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<AreaKeeping>(s => s.AddAsync(new AreaData("片区", "来源", null), CancellationToken.None));
        Call<AreaKeeping>(s => s.UpdateAsync(1, 1, new AreaData("片区", "来源", null), CancellationToken.None));
        Call<AreaKeeping>(s => s.CloseAsync(1, true, CancellationToken.None));
        Call<ParkKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<ParkKeeping>(s => s.FiguresAsync(new Park { Slug = "trial", Name = "试验园", Status = ParkStatus.Open, StatusAsOf = "2026", Summary = "简介", Source = "来源", SourceStatus = FigureStatus.Government }, CancellationToken.None));
        Call<ParkKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<ParkKeeping>(s => s.AddAsync(park, CancellationToken.None));
        Call<ParkKeeping>(s => s.UpdateAsync(0, 1, park, CancellationToken.None));
        Call<ParkKeeping>(s => s.AddBuildingAsync(1, "1 号楼", CancellationToken.None));
        Call<ParkKeeping>(s => s.AddFigureAsync(
            1,
            new Figure
            {
                Key = "park/1/trial",
                Topic = "",
                Label = "投资",
                EnglishLabel = "Investment",
                Value = 1m,
                Kind = FigureKind.Plan,
                Status = FigureStatus.Government,
                Source = "来源",
                AsOf = "2026",
            },
            CancellationToken.None));
        Call<ParkKeeping>(s => s.RemoveFigureAsync(1, 1, CancellationToken.None));
        Call<UnitDesk>(s => s.ListAsync(new UnitFilter("A", 1, UnitUse.Office, UnitState.Vacant, UnitSort.Until), new PageRequest(2, 10), CancellationToken.None));
        foreach (var state in Enum.GetValues<UnitState>()) Call<UnitDesk>(s => s.StreamAsync(new UnitFilter(State: state, Sort: UnitSort.Area, Descending: true)));
        Call<UnitDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<UnitDesk>(s => s.BuildingsAsync(CancellationToken.None));
        Call<UnitDesk>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<UnitDesk>(s => s.AddAsync(1, unit, CancellationToken.None));
        Call<UnitDesk>(s => s.UpdateAsync(0, 1, unit, CancellationToken.None));
        Call<LeaseService>(s => s.FindTenantAsync("示例箱包有限公司", CancellationToken.None));
        Call<LeaseService>(s => s.LetAsync(1, 1, new LeaseData(1, day, null, null), CancellationToken.None));
        Call<LeaseService>(s => s.EndAsync(1, 1, day, "退租", CancellationToken.None));
        Call<LeaseService>(s => s.TakeBackAsync(1, 1, CancellationToken.None));
        Call<TicketService>(s => s.ListAsync(new TicketFilter("A", TicketState.Reported, 1, OldestFirst: true), new PageRequest(2, 10), CancellationToken.None));
        Call<TicketService>(s => s.StreamAsync(new TicketFilter()));
        Call<TicketService>(s => s.FindAsync("WX-20261122-0001", 1, CancellationToken.None));
        Call<TicketService>(s => s.HistoryAsync("WX-20261122-0001", new PageRequest(), CancellationToken.None));
        Call<TicketService>(s => s.UnitsAsync(1, CancellationToken.None));
        Call<TicketService>(s => s.ReportAsync(1, new TicketData(1, "漏水", "空调漏水", true), CancellationToken.None));
        Call<TicketService>(s => s.StepAsync("WX-20261122-0001", null, TicketStep.Accept, 1, null, CancellationToken.None));
    }
}
