using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class SharingCalls : ServiceCalls
{
    protected override void Describe()
    {
        const string number = "PX-20261122-0001";
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        var data = new IntentData("茶叶", "0902", false, 1000, 5m, "huaihua", "vientiane", day, day.AddDays(10), null, null, false);
        Call<IntentDesk>(s => s.ListAsync(1, new IntentFilter("A", IntentState.Open, false), new PageRequest(2, 10), CancellationToken.None));
        Call<IntentDesk>(s => s.StreamAsync(1, new IntentFilter()));
        Call<IntentDesk>(s => s.FindAsync(number, 1, CancellationToken.None));
        Call<IntentDesk>(s => s.HistoryAsync(number, new PageRequest(), CancellationToken.None));
        Call<IntentDesk>(s => s.ProposalsAsync(1, CancellationToken.None));
        Call<IntentDesk>(s => s.NodesAsync(CancellationToken.None));
        Call<IntentDesk>(s => s.AddAsync(1, data, CancellationToken.None));
        Call<IntentDesk>(s => s.WithdrawAsync(number, 1, CancellationToken.None));
        Call<SharingDesk>(s => s.ProposeAsync(number, 1, CancellationToken.None));
        Call<SharingDesk>(
            s => s.ProposeAsync(number, 1, CancellationToken.None),
            Row(("State", nameof(IntentState.Open)), ("IsDangerous", false), ("LatestOn", day.AddDays(30)), ("DestinationId", 2), ("PriceSource", "来源"), ("PriceStatus", "Press"))
                .WithRows("[EnterpriseId] <> ", [("EnterpriseId", 2), ("Id", 2)])
                .WithRows("[ServiceStops]", [("NodeId", 1), ("Position", 0)], [("NodeId", 2), ("Position", 1), ("YuanPerContainer", 100m)])
                .Changing("FROM [CargoIntents]", 2).Reaching("INSERT INTO [SharedContainers]"));
        Call<SharingDesk>(s => s.AnswerAsync("PZ-20261122-0001", 1, true, CancellationToken.None));
        // the sides stand in an outer join, so their keys are told too, and only there: new rows have keys of their own
        var sides = Row(("AnswerBy", DateTime.UtcNow.AddDays(3)), ("SharedContainerId", 1), ("IntentId", 1), ("Nodes.Id", 1), ("Nodes.Id0", 1), ("EnterpriseId", 1));
        Call<SharingDesk>(s => s.AnswerAsync("PZ-20261122-0001", 1, true, CancellationToken.None), sides.Reaching("INSERT INTO [Bookings]"));
        Call<SharingDesk>(s => s.AnswerAsync("PZ-20261122-0001", 1, true, CancellationToken.None), sides.Changing("[Booked] +", 0).Reaching("UPDATE [SharedContainers]"));
        Call<SharingDesk>(s => s.AnswerAsync("PZ-20261122-0001", 1, false, CancellationToken.None), sides.Reaching("UPDATE [SharedContainers]"));
        Call<SharingDesk>(s => s.EndLateAsync(CancellationToken.None));
        Call<SharedContainers>(s => s.FindAsync("PZ-20261122-0001", 1, CancellationToken.None));
        Call<SharedContainers>(s => s.HistoryAsync("PZ-20261122-0001", new PageRequest(), CancellationToken.None));
    }
}
