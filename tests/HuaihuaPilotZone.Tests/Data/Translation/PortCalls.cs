using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>What the dry port got last: files of the network, what the park oversees, reviews, announced sensors and deadlines.</summary>
internal sealed class PortCalls : ServiceCalls
{
    private const string Request = "XQ-20261122-0001";
    private const string Order = "WL-20261122-0001";
    private const string Consignment = "HY-20261122-0001";

    protected override void Describe()
    {
        Files();
        Overviews();
        Reviews();
        Call<SensorDesk>(s => s.AnnounceAsync(Consignment, 1, "T-1", CancellationToken.None));
        Call<SensorDesk>(s => s.WithdrawAsync(Consignment, 1, 1, CancellationToken.None));
        Call<QuoteDesk>(s => s.ProposedAnswerByAsync(CancellationToken.None));
        Call<DepartureDeadlines>(s => s.OfAsync(Departure(), null, null, CancellationToken.None));
        Call<LoadingFacts>(s => s.OfAsync(1, CancellationToken.None));
    }

    private void Files()
    {
        Call<NodeImport>(s => s.ImportAsync(File("短名,名称,英文名称,类型,国家（地区）,时区,宽图横向,宽图纵向,竖图横向,竖图纵向\ntrial,试验站,Trial,车站,CHN,Asia/Shanghai,100,100,100,100\n"), "a.csv", CancellationToken.None));
        Call<LegImport>(s => s.ImportAsync(File("起点,终点,运输方式\n甲,乙,铁路\n"), "a.csv", CancellationToken.None));
        Call<CorridorImport>(
            s => s.ImportAsync(File("网址短名,名称,英文名称,状态,状态依据,颜色,说明,英文说明,来源,区段\ntrial,甲,A,规划,依据,1,说明,Words,来源,甲—乙（铁路）\n"), "a.csv", CancellationToken.None));
        Call<StandingImport>(s => s.ImportAsync(File("网址短名,起始日,状态,状态依据\ntrial,,规划,依据\n"), "a.csv", CancellationToken.None));
        Call<CorridorKeeping>(s => s.AllAsync(new CorridorFilter(), CancellationToken.None));
    }

    private void Overviews()
    {
        var page = new PageRequest(2, 10);
        foreach (var sort in Enum.GetValues<RequestSort>())
            Call<QuoteOverview>(s => s.RequestsAsync(new OverseenFilter<RequestState, RequestSort>("A", RequestState.Open, sort, false), page, CancellationToken.None));
        foreach (var sort in Enum.GetValues<OrderSort>())
            Call<QuoteOverview>(s => s.OrdersAsync(new OverseenFilter<OrderState, OrderSort>("A", OrderState.Done, sort, false), page, CancellationToken.None));
        foreach (var sort in Enum.GetValues<SharedSort>())
            Call<SharingOverview>(s => s.ListAsync(new OverseenFilter<SharedState, SharedSort>("A", SharedState.Booked, sort, false), page, CancellationToken.None));
        Call<QuoteOverview>(s => s.StreamRequestsAsync(new OverseenFilter<RequestState, RequestSort>()));
        Call<QuoteOverview>(s => s.StreamOrdersAsync(new OverseenFilter<OrderState, OrderSort>()));
        Call<SharingOverview>(s => s.StreamAsync(new OverseenFilter<SharedState, SharedSort>()));
        Call<QuoteOverview>(s => s.RequestAsync(Request, CancellationToken.None));
        Call<QuoteOverview>(s => s.OrderAsync(Order, CancellationToken.None));
        Call<QuoteOverview>(s => s.OrderHistoryAsync(Order, new PageRequest(), CancellationToken.None));
        Call<SharingOverview>(s => s.FindAsync("PZ-20261122-0001", CancellationToken.None));
        Call<SharingOverview>(s => s.HistoryAsync("PZ-20261122-0001", new PageRequest(), CancellationToken.None));
    }

    private void Reviews()
    {
        Call<ReviewDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<ReviewDesk>(s => s.ProviderAsync(1, new PageRequest(), CancellationToken.None));
        Call<ReviewDesk>(s => s.RateAsync(Order, 1, 5, "很好", CancellationToken.None), Row(("State", nameof(OrderState.Done))));
        Call<ReviewDesk>(s => s.AnswerAsync(Order, 1, 1, "谢谢", CancellationToken.None));
        Call<ReviewDesk>(s => s.HideAsync(Order, 1, true, "原因", CancellationToken.None));
    }

    public static Departure Departure() => new()
    {
        ServiceId = 1,
        Number = "T1-20261201",
        Day = new DateOnly(2026, 12, 1),
        LeavesAt = DateTime.UnixEpoch,
        CutOffAt = DateTime.UnixEpoch,
        ArrivesAt = DateTime.UnixEpoch,
        Capacity = 1,
        Stops =
        [
            .. Enumerable.Range(0, 2).Select(i => new DepartureStop
            {
                Position = i,
                NodeId = i,
                ArrivesAt = DateTime.UnixEpoch,
                LeavesAt = DateTime.UnixEpoch,
                Node = new()
                {
                    Id = i,
                    Slug = "a",
                    Name = "甲",
                    EnglishName = "A",
                    Kind = HuaihuaPilotZone.Corridors.NodeKind.Station,
                    CountryCode = i == 0 ? "CHN" : "LAO",
                    TimeZone = "Asia/Shanghai",
                    MapX = 100,
                    MapY = 100,
                    TallX = 100,
                    TallY = 100,
                },
            }),
        ],
    };

    private static MemoryStream File(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
