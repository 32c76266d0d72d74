using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Devices and their readings, events of an owner, and live views of consignments.</summary>
internal sealed class PortDeskCalls : ServiceCalls
{
    protected override void Describe()
    {
        var (page, now) = (new PageRequest(2, 10), DateTime.UtcNow);
        var sensor = new SensorRow(1, "T-1", "HY-20261122-0001", true, 1, "甲", "怀化", "河内", null, now, 400, 27m, 110m, 200, 800, false, now);
        var days = new ReadingFilter(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22), OutsideOnly: true, OldestFirst: true);
        foreach (var sort in Enum.GetValues<SensorSort>())
        {
            Call<SensorLists>(s => s.ListAsync(new SensorFilter("A", null, 1, sort), page, CancellationToken.None));
            Call<SensorLists>(s => s.ListAsync(new SensorFilter(Sort: sort, Descending: false), page, CancellationToken.None));
        }
        foreach (var standing in Enum.GetValues<SensorStanding>()) Call<SensorLists>(s => s.StreamAsync(new SensorFilter(Standing: standing)));
        Call<SensorLists>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<SensorLists>(s => s.FindAsync(1, null, CancellationToken.None));
        Call<SensorLists>(s => s.ReadingsAsync(sensor, days, page, CancellationToken.None));
        Call<SensorLists>(s => s.StreamReadingsAsync(sensor, new ReadingFilter()));
        Call<SensorLists>(s => s.ChartAsync(sensor, days, CancellationToken.None));
        foreach (var sort in Enum.GetValues<EventSort>())
            Call<EventLists>(s => s.ListAsync(new EventFilter("A", OwnerId: 1, Source: EventSource.File, Sort: sort, OldestFirst: sort == EventSort.Occurs), page, CancellationToken.None));
        foreach (var isDescending in new[] { false, true })
        {
            foreach (var sort in Enum.GetValues<NodeSort>()) Call<NodeKeeping>(s => s.ListAsync(new NodeFilter("A", NodeKind.SeaPort, sort, isDescending), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<LegSort>()) Call<LegKeeping>(s => s.ListAsync(new LegFilter("A", LegMode.Rail, sort, isDescending), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<NoticeSort>()) Call<NoticeDesk>(s => s.ListAsync(new NoticeFilter("A", null, false, sort, isDescending), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<CorridorSort>()) Call<CorridorKeeping>(s => s.ListAsync(new CorridorFilter("A", CorridorStatus.Trial, sort, isDescending), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<ServiceSort>()) Call<ServiceDesk>(s => s.ListAsync(new ServiceFilter("A", 1, null, sort, isDescending), page, CancellationToken.None));
        }
        Call<StockDesk>(s => s.MovesAsync(1, new StockFilter("A", 1, false, true, true), page, CancellationToken.None));
        Call<WarehouseTrail>(s => s.OfDeclarationAsync(1, "9810", CancellationToken.None));
        Call<DeadlineDesk>(s => s.SpanAsync(new DateOnly(2026, 9, 30), new DateOnly(2027, 1, 4), CancellationToken.None));
        Call<DepartureDeadlines>(s => s.CountAsync(PortCalls.Departure(), null, null, CancellationToken.None));
        Call<ConsignmentDesk>(s => s.IdAsync("HY-20261122-0001", 1, CancellationToken.None));
    }
}
