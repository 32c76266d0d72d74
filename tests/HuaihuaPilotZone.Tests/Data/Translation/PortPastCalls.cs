using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>The parts of the network as of a day, and files of notices and departures.</summary>
internal sealed class PortPastCalls : ServiceCalls
{
    protected override void Describe()
    {
        var (page, day) = (new PageRequest(2, 10), new DateOnly(2026, 11, 22));
        foreach (var isDescending in new[] { false, true })
        {
            foreach (var sort in Enum.GetValues<NodeSort>()) Call<NodeKeeping>(s => s.ListAsync(new NodeFilter("A", NodeKind.SeaPort, sort, isDescending, day), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<LegSort>()) Call<LegKeeping>(s => s.ListAsync(new LegFilter("A", LegMode.Rail, sort, isDescending, day), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<CorridorSort>()) Call<CorridorKeeping>(s => s.ListAsync(new CorridorFilter("A", CorridorStatus.Trial, sort, isDescending, day), page, CancellationToken.None));
            foreach (var sort in Enum.GetValues<ServiceSort>()) Call<ServicePast>(s => s.ListAsync(new ServiceFilter("A", 1, isDescending, sort, isDescending), day, page, CancellationToken.None));
        }
        Call<NodeKeeping>(s => s.StreamAsync(new NodeFilter(On: day)));
        Call<NodeKeeping>(s => s.FindOnAsync(1, day, CancellationToken.None));
        Call<NodeKeeping>(s => s.TurnsAsync(1, page, CancellationToken.None));
        Call<LegKeeping>(s => s.StreamAsync(new LegFilter(On: day)));
        Call<LegKeeping>(s => s.ValuesAsync(new LegFilter(On: day)));
        Call<CorridorKeeping>(s => s.AllAsync(new CorridorFilter(On: day), CancellationToken.None));
        Call<LegKeeping>(s => s.FindOnAsync(1, day, CancellationToken.None));
        Call<LegKeeping>(s => s.TurnsAsync(1, page, CancellationToken.None));
        Call<CorridorKeeping>(s => s.FindOnAsync(1, day, CancellationToken.None));
        Call<CorridorKeeping>(s => s.TurnsAsync(1, page, CancellationToken.None));
        Call<ServiceDesk>(s => s.ContinueAsync(1, 1, new DateOnly(2026, 12, 10), "NEXT1", CancellationToken.None));
        Call<ServicePast>(s => s.StreamAsync(new ServiceFilter(), day));
        Call<ServicePast>(s => s.FindAsync(1, day, CancellationToken.None));
        Call<ServicePast>(s => s.TurnsAsync(1, page, CancellationToken.None));
        Call<NoticeImport>(s => s.ImportAsync(File("编号,标题,节点,区段,类型,开始时间,内容,来源\n1,提示,甲,,关闭,2026-12-01 08:00,内容,来源\n"), "a.csv", CancellationToken.None));
        Call<NoticeImport>(s => s.ImportAsync(File("标题,节点,类型,开始时间,内容,来源\n提示,,关闭,2026-12-01 08:00,内容,来源\n"), "a.csv", CancellationToken.None));
        Call<DepartureImport>(s => s.ImportAsync(File("车次,状态,舱位,原因\nT1-20261201,停开,10,施工\n"), "a.csv", CancellationToken.None));
        Call<SheetTrial>(s => s.KeepAsync(_ => Task.FromResult<Outcome<int>>(1), 0, CancellationToken.None));
        Call<SheetTrial>(s => s.TryAsync(_ => Task.FromResult<Outcome<int>>(1), CancellationToken.None));
    }

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));
}
