using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class TrackingCalls : ServiceCalls
{
    protected override void Describe()
    {
        var now = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);
        var data = new ConsignmentData("货物", "D20261122-000001", ["HH-20261122-000001"], ["MWCU6059784"], false, ["示例国际货运代理有限公司"], "W", "B", 2m, 8m, true, null, [new StopData("怀化", null, now), new StopData("河内", now, null)]);
        var plain = data with { Order = null, Declarations = [], Providers = [] };
        Call<ConsignmentDesk>(s => s.ProgressAsync(
            [new ConsignmentRow(1, "HY-1", ConsignmentState.Open, "A", 1, "A", "A", "B", null, 0, null, null, 0, false, DateTime.UtcNow, DateTime.UtcNow)], CancellationToken.None));
        Call<ConsignmentDesk>(s => s.ListAsync(new ConsignmentFilter("A", ConsignmentState.Open, 1, 2, HasAlert: true, ConsignmentSort.Touched), new PageRequest(2, 10), CancellationToken.None));
        Call<ConsignmentDesk>(s => s.StreamAsync(new ConsignmentFilter(Descending: false)));
        Call<ConsignmentDesk>(s => s.FindAsync("HY-20261122-0001", 1, CancellationToken.None));
        Call<ConsignmentDesk>(s => s.PlacesAsync(CancellationToken.None));
        Call<ConsignmentDesk>(s => s.AddAsync(1, data, CancellationToken.None));
        Call<ConsignmentDesk>(s => s.AddAsync(1, plain, CancellationToken.None));
        Call<ConsignmentDesk>(s => s.UpdateAsync("HY-20261122-0001", 1, 1, plain, CancellationToken.None), Row(("State", "Open")));
        Call<ConsignmentDesk>(s => s.StepAsync("HY-20261122-0001", 1, ConsignmentStep.Deliver, null, CancellationToken.None));
        Call<ConsignmentDesk>(s => s.StepAsync("HY-20261122-0001", 1, ConsignmentStep.Reopen, "原因", CancellationToken.None));
        Call<ConsignmentTimeline>(s => s.OfAsync(Consignment(now), CancellationToken.None));
        Call<ConsignmentLinks>(s => s.OfOrderAsync(1, CancellationToken.None));
        Call<ConsignmentLinks>(s => s.OfDeclarationAsync(1, CancellationToken.None));
        Call<ConsignmentLinks>(s => s.OfBookingAsync("DC-1", 1, CancellationToken.None));
        Call<Replanner>(s => s.LookAsync(CancellationToken.None));
        Call<ReplanDesk>(s => s.ListAsync(1, CancellationToken.None));
        Call<ReplanDesk>(s => s.AcceptAsync("HY-1", 1, 1, CancellationToken.None));
        Call<ReplanDesk>(s => s.DeclineAsync("HY-1", 1, 1, CancellationToken.None));
        Call<AffectedConsignments>(s => s.OfNodeAsync(1, new PageRequest(), CancellationToken.None));
        Call<AffectedConsignments>(s => s.OfLegAsync(1, 2, new PageRequest(), CancellationToken.None));
        Call<EventWriter>(s => s.WriteAsync([new EventSubmission(1, EventSource.Interface, [Event(new("HY-1", null, null, null), "b"), Event(new(null, "W", null, null), null), Event(new(null, null, "B", null), null), Event(new(null, null, null, "MWCU6059784"), null)])], CancellationToken.None));
        Call<EventLists>(s => s.ListAsync(new EventFilter("A", EventKind.Transport, EventClassifier.Actual, 1, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22)), new PageRequest(), CancellationToken.None));
        Call<EventLists>(s => s.StreamAsync(new EventFilter(OldestFirst: true)));
        Call<ReadingCalls>(s => s.TakeAsync(1, "[{\"consignment\":\"HY-1\",\"device\":\"T-1\",\"at\":\"2026-11-22T02:00:00Z\",\"temperature\":4}]"u8.ToArray(), CancellationToken.None));
        Call<EventSimulation>(s => s.StepAsync(CancellationToken.None));
        Call<SensorBook>(s => s.KeepAsync(1, [new ReportedReading("/readings/0", "HY-1", "T-1", now, 400, null, null)], CancellationToken.None));
        Call<SensorBook>(s => s.ChartsAsync(1, CancellationToken.None));
        Call<SensorBook>(s => s.StreamAsync(1));
        Call<SensorBook>(s => s.ForgetOldAsync(CancellationToken.None));
        Call<ConsignmentWatch>(s => s.LookAsync(CancellationToken.None));
        Call<AlertDesk>(s => s.ListAsync(new AlertFilter("A", AlertState.Open, AlertRule.Late, 1, "HY-1"), new PageRequest(), CancellationToken.None));
        foreach (var state in Enum.GetValues<AlertState>()) Call<AlertDesk>(s => s.StreamAsync(new AlertFilter(State: state, OldestFirst: true)));
        Call<AlertDesk>(s => s.AcknowledgeAsync(1, 1, CancellationToken.None));
        Call<AlertDesk>(s => s.CloseAsync(1, null, "处理", CancellationToken.None));
        Call<DwellTimes>(s => s.ReportAsync(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22), CancellationToken.None));
        Call<TrackingLookup>(s => s.FindAsync(["HY-1", "MWCU6059784"], CancellationToken.None));
        Call<TrackingLookup>(s => s.StampsAsync([1, 2], CancellationToken.None));

        ReportedEvent Event(ConsignmentReference reference, string? replaces) =>
            new("/events/0", $"a{reference}", EventKind.Transport, EventClassifier.Actual, "DEPA", now, now, reference, "怀化", null, null, null, replaces, null);
    }

    private static Consignment Consignment(DateTime now) => new()
    {
        Number = "HY-20261122-0001",
        EnterpriseId = 1,
        State = ConsignmentState.Open,
        Goods = "货物",
        FromPlace = "怀化",
        ToPlace = "河内",
        IsTrackable = true,
        IsDemonstration = false,
        CreatedAt = now,
        CreatedBy = "示例",
        TouchedAt = now,
    };
}
