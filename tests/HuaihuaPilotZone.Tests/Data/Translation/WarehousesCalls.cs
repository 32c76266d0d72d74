using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class WarehousesCalls : ServiceCalls
{
    protected override void Describe()
    {
        const string number = "RC-20261122-0001";
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(5));
        var data = new WarehouseData("试验仓", WarehouseKind.Front, "CHN", "怀化", null, 40, null, null, null, "来源", FigureStatus.Government, false);
        var warehouse = new Warehouse
        {
            Id = 1,
            Name = "试验仓",
            Kind = WarehouseKind.Front,
            CountryCode = "CHN",
            City = "怀化",
            DailyLitres = 40_000,
            Source = "来源",
            SourceStatus = FigureStatus.Government,
        };
        Call<WarehouseDesk>(s => s.ListAsync(new WarehouseFilter("A", WarehouseKind.Front, false, true), new PageRequest(2, 10), CancellationToken.None));
        Call<WarehouseDesk>(s => s.StreamAsync(new WarehouseFilter(WithClosed: true), CancellationToken.None));
        Call<WarehouseDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<WarehouseDesk>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<WarehouseDesk>(s => s.FreeAsync(warehouse, 14, CancellationToken.None));
        Call<WarehouseDesk>(s => s.AddAsync(data, CancellationToken.None));
        Call<WarehouseDesk>(s => s.UpdateAsync(0, 1, data, CancellationToken.None));
        Call<InboundDesk>(s => s.ListAsync(new InboundFilter("A", InboundState.Booked, 1, 1, false), new PageRequest(2, 10), CancellationToken.None));
        Call<InboundDesk>(s => s.StreamAsync(new InboundFilter()));
        Call<InboundDesk>(s => s.BookAsync(1, new InboundData(1, day, 1m, "货", null), CancellationToken.None));
        Call<InboundDesk>(
            s => s.BookAsync(1, new InboundData(1, day, 1m, "货", null), CancellationToken.None),
            Row(("DailyLitres", 1_000_000), ("IsClosed", false)).Reaching("[BookedLitres] +"));
        Call<InboundDesk>(s => s.CancelAsync(number, 1, CancellationToken.None));
        Call<InboundDesk>(s => s.ArriveAsync(number, 1, CancellationToken.None));
        Call<StockDesk>(s => s.LevelsAsync(1, new StockFilter("A", 1, false), new PageRequest(2, 10), CancellationToken.None));
        Call<StockDesk>(s => s.StreamLevelsAsync(1, new StockFilter()));
        Call<StockDesk>(s => s.MovesAsync(1, new StockFilter("A", 1), new PageRequest(2, 10), CancellationToken.None));
        Call<StockDesk>(s => s.StreamMovesAsync(1, new StockFilter()));
        Call<StockDesk>(s => s.ProductsAsync(1, CancellationToken.None));
        Call<StockDesk>(s => s.MoveAsync(1, new StockData(1, "SKU-1", true, 1, null, null), CancellationToken.None));
    }
}
