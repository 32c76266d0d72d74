using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments;

/// <summary>Demonstration consignments of two demonstration enterprises, made by the same acts that people use, and a few steps of the simulator.</summary>
internal sealed class ConsignmentsSeed(PortalDbContext db, ConsignmentDesk desk, EventSimulation simulation, ConsignmentWatch watch, ChinaTime time) : RoomSeed
{
    private const int Steps = 3;

    public override int Order => 60;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Consignments.AnyAsync(cancellation)) return;
        var start = time.UtcNow.Date.AddHours(-36);
        await AddAsync("91431299MA0000015J", Data("示例箱包（演示）", ["MWCU6059784"], null, null, start, ["怀化", "广州南沙港"]), cancellation);
        await AddAsync("91431299MA0000023D", Data("示例茶叶（演示）", ["CSQU3054383"], 2m, 8m, start, ["怀化", "凭祥", "河内"]), cancellation);
        for (var i = 0; i < Steps; i++) await simulation.StepAsync(cancellation);
        await watch.LookAsync(cancellation);
    }

    private async Task AddAsync(string owner, ConsignmentData data, CancellationToken cancellation)
    {
        var enterprise = await db.Enterprises.Where(e => e.CreditCode == owner).Select(e => e.Id).SingleAsync(cancellation);
        if (await desk.AddAsync(enterprise, data, cancellation) is { IsDone: false } refused) throw new InvalidOperationException(refused.Refusals[0].Message);
    }

    private static ConsignmentData Data(string goods, IReadOnlyList<string> containers, decimal? low, decimal? high, DateTime start, IReadOnlyList<string> places) => new(
        goods, null, [], containers, AreContainersChecked: false, [DemonstrationEnterprises.CarrierCode], null, null, low, high, IsTrackable: true, "演示数据，时间为虚构",
        [.. places.Select((p, i) => new StopData(p, i == 0 ? null : start.AddHours(18 * i), i == places.Count - 1 ? null : start.AddHours((18 * i) + 6)))]);
}
