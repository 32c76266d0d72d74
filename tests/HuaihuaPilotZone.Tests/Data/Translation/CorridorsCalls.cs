using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Planning;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class CorridorsCalls : ServiceCalls
{
    private static readonly int[] _some = [1];
    private static readonly DateOnly _day = new(2026, 11, 22);
    private static readonly DateTime _morning = new(2026, 12, 1, 8, 0, 0, DateTimeKind.Unspecified);

    protected override void Describe()
    {
        Call<CorridorService>(s => s.NetworkAsync(CancellationToken.None));
        Call<CorridorService>(s => s.FindAsync("china-laos", CancellationToken.None));
        Call<CorridorService>(s => s.AreasAsync(CancellationToken.None));
        Nodes();
        Legs();
        Corridors();
        Notices();
        Services();
        Departures();
        Board();
        Plans();
    }

    private void Nodes()
    {
        var data = new NodeData(
            "trial", "试验站", "Trial", NodeKind.Station, "CHN", "Asia/Yangon", 27.5m, 110m, "来源", true, true, false, 60, FigureStatus.Press, "来源", 100, 100, 100, 100, LabelSide.Left, LabelSide.Right, false);
        Call<NodeKeeping>(s => s.ListAsync(new NodeFilter("A", NodeKind.SeaPort), new PageRequest(2, 10), CancellationToken.None));
        Call<NodeKeeping>(s => s.StreamAsync(new NodeFilter()));
        Call<NodeKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<NodeKeeping>(s => s.ChoicesAsync(_some, CancellationToken.None));
        Call<NodeKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<NodeKeeping>(s => s.AddAsync(data, CancellationToken.None));
        Call<NodeKeeping>(s => s.UpdateAsync(0, 1, data, CancellationToken.None));
    }

    private void Legs()
    {
        var data = new LegData(1, 2, LegMode.Sea, null, null, false);
        Call<LegKeeping>(s => s.ListAsync(new LegFilter("A", LegMode.Rail), new PageRequest(2, 10), CancellationToken.None));
        Call<LegKeeping>(s => s.StreamAsync(new LegFilter()));
        Call<LegKeeping>(s => s.ValuesAsync(new LegFilter("A", LegMode.Rail)));
        Call<LegKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<LegKeeping>(s => s.ChoicesAsync(_some, CancellationToken.None));
        Call<LegKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<LegKeeping>(s => s.AddAsync(data, CancellationToken.None));
        Call<LegKeeping>(s => s.UpdateAsync(0, 1, data, CancellationToken.None));
        Call<LegKeeping>(s => s.RecordAsync(0, 1, new LegValueData(LegQuantity.Hours, _day, 10m, FigureStatus.Press, "来源"), CancellationToken.None));
        Call<LegKeeping>(s => s.RemoveAsync(0, 1, 1, CancellationToken.None));
        Call<LegValueImport>(s => s.ImportAsync(File("起点,终点,运输方式,数值项,起始日,数值,单位,性质,来源\n甲,乙,铁路,距离,,10,公里,媒体,来源\n"), "a.csv", CancellationToken.None));
    }

    private void Corridors()
    {
        var data = new CorridorData("trial", "试验通道", "Trial", CorridorStatus.Trial, "依据", "说明", "Words", 1, null, "来源", null, null, null, null, [1]);
        Call<CorridorKeeping>(s => s.ListAsync(CancellationToken.None));
        Call<CorridorKeeping>(s => s.FindAsync(1, CancellationToken.None));
        Call<CorridorKeeping>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<CorridorKeeping>(s => s.AddAsync(data, CancellationToken.None), Answers.OneRow);
        Call<CorridorKeeping>(s => s.UpdateAsync(0, 1, data, CancellationToken.None), Answers.OneRow);
        Call<CorridorKeeping>(s => s.WithdrawAsync(1, 1, new DateOnly(2027, 1, 1), CancellationToken.None));
        Call<StandingTurn>(s => s.FollowAsync(CancellationToken.None));
        Call<CorridorKeeping>(s => s.StandAsync(0, 1, new StandingData(CorridorStatus.Suspended, "依据"), CancellationToken.None));
        Call<CorridorKeeping>(s => s.ForeseeAsync(1, CorridorStatus.Suspended, null, CancellationToken.None));
    }

    private void Notices()
    {
        var data = new NoticeData(1, null, NoticeKind.Closed, "标题", null, "内容", null, _morning, null, "来源", null);
        Call<NoticeDesk>(s => s.ListAsync(new NoticeFilter("A", NoticeKind.Delay, true), new PageRequest(2, 10), CancellationToken.None));
        Call<NoticeDesk>(s => s.StreamAsync(new NoticeFilter()));
        Call<NoticeDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<NoticeDesk>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<NoticeDesk>(s => s.OfCorridorAsync(1, CancellationToken.None));
        Call<NoticeDesk>(s => s.PresentAsync(CancellationToken.None));
        Call<NoticeDesk>(s => s.AddAsync(data, CancellationToken.None));
        Call<NoticeDesk>(s => s.UpdateAsync(0, 1, data, CancellationToken.None));
        Call<NoticeDesk>(s => s.WithdrawAsync(0, 1, "写错了", CancellationToken.None));
    }

    private void Services()
    {
        var data = new ServiceData(
            "TRIAL", "试验班列", "Trial", 1, null, Weekdays.Tuesday, new TimeOnly(20, 0), 60, 10, _day, null, -18m, 5m, false, "来源", FigureStatus.Press, "来源", FigureStatus.Press,
            [new StopData(1, 0, 0, LegMode.Rail), new StopData(2, 60, 60, LegMode.Rail, 100m)]);
        Call<ServiceDesk>(s => s.ListAsync(new ServiceFilter("A", 1, false), new PageRequest(2, 10), CancellationToken.None));
        Call<ServiceDesk>(s => s.StreamAsync(new ServiceFilter(IsSuspended: true)));
        Call<ServiceDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<ServiceDesk>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<ServiceDesk>(s => s.AddAsync(data, CancellationToken.None));
        Call<ServiceDesk>(s => s.UpdateAsync(0, 1, data, CancellationToken.None));
        Call<ServiceDesk>(s => s.ForeseeAsync(1, null, CancellationToken.None));
        Call<ServiceDesk>(s => s.SuspendAsync(0, 1, _day, "施工", CancellationToken.None));
        Call<ServiceDesk>(s => s.ResumeAsync(0, 1, CancellationToken.None));
        Call<CalendarImport>(s => s.ImportAsync(File("班次代码,开行日,开车时间,截单,舱位,首日,末日,来源性质,来源\nT1,每天,10:00,24,10,2026-11-01,,媒体,来源\n"), "a.csv", CancellationToken.None));
        Call<ServiceImport>(s => s.ImportAsync(
            File("班次代码,名称,英文名称,开行日,截单（开车前小时）,舱位,首日,来源性质,来源,停站,运输方式,到达日,到达时间,开车日,开车时间\nT1,班,T,每天,24,10,2026-11-01,媒体,来源,甲,,,,1,10:00\nT1,,,,,,,,,乙,铁路,2,08:00,,\n"), "a.csv", CancellationToken.None));
        Call<DepartureMaker>(s => s.MakeAsync(CancellationToken.None));
    }

    private void Departures()
    {
        foreach (var sort in Enum.GetValues<DepartureSort>())
            Call<DepartureDesk>(s => s.ListAsync(new DepartureFilter("A", 1, _day, _day, DepartureStatus.Cancelled, sort, true), new PageRequest(2, 10), CancellationToken.None));
        Call<DepartureDesk>(s => s.StreamAsync(new DepartureFilter(Sort: DepartureSort.Free)));
        Call<DepartureDesk>(s => s.FindAsync("ZL01-20261201", CancellationToken.None));
        Call<DepartureDesk>(s => s.HistoryAsync("ZL01-20261201", new PageRequest(), CancellationToken.None));
        Call<DepartureDesk>(s => s.ChangeAsync("ZL01-20261201", 1, new DepartureData(_morning, _morning, 10, "检修"), CancellationToken.None));
        Call<DepartureDesk>(s => s.CancelAsync("ZL01-20261201", 1, "检修", CancellationToken.None));
        Call<DepartureDesk>(s => s.RestoreAsync("ZL01-20261201", 1, "检修", CancellationToken.None));
    }

    private void Board()
    {
        foreach (var sort in Enum.GetValues<TimetableSort>())
            Call<TimetableBoard>(s => s.ListAsync(new TimetableFilter(_day, _day, "china-laos", "vientiane", true, sort), new PageRequest(2, 10), CancellationToken.None));
        Call<TimetableBoard>(s => s.AllAsync(new TimetableFilter(), CancellationToken.None));
        Call<TimetableBoard>(s => s.FirstAsync(new TimetableFilter(), 6, CancellationToken.None));
        Call<TimetableBoard>(s => s.NextAsync(1, 5, CancellationToken.None));
        Call<TimetableBoard>(s => s.NextOfEachAsync(CancellationToken.None));
        Call<TimetableBoard>(s => s.RunsAsync(CancellationToken.None));
        Call<TimetableBoard>(s => s.ChoicesAsync(CancellationToken.None));
        Call<TimetableBoard>(s => s.Days(new TimetableFilter()));
    }

    private void Plans()
    {
        Call<NetworkReader>(s => s.ReadAsync(new NetworkWish(), CancellationToken.None));
        Call<NetworkReader>(s => s.ReadAnewAsync(new NetworkWish(), CancellationToken.None));
        Call<PlanDesk>(s => s.NodesAsync(CancellationToken.None));
        Call<PlanDesk>(s => s.PlanAsync(new PlanQuery("huaihua", "vientiane", _morning, null, 10m, null, null, null, null, false, false, false, RoutePreset.Fastest), CancellationToken.None));
    }

    private static MemoryStream File(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
