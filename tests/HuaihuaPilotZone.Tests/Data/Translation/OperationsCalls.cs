using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Operations;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class OperationsCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<OperationsReader>(s => s.QueuesAsync(CancellationToken.None));
        Call<OperationsReader>(s => s.FactsAsync(CancellationToken.None));
        Call<OperationsKeeper>(s => s.BeatAsync(AppContext.BaseDirectory, CancellationToken.None));
        Call<OperationsKeeper>(s => s.StopAsync(CancellationToken.None));
        Call<OperationsKeeper>(s => s.KeepTimesAsync(CancellationToken.None));
        Call<OperationsKeeper>(s => s.SweepAsync(CancellationToken.None));
        Call<OperationsBoard>(s => s.OverviewAsync(CancellationToken.None));
        Call<OperationsBoard>(s => s.ErrorsAsync(new ErrorFilter("示例", OldestFirst: true), new PageRequest(2, 10), CancellationToken.None));
        Call<OperationsBoard>(s => s.StreamErrorsAsync(new ErrorFilter()));
        foreach (var sort in Enum.GetValues<TimingSort>())
        {
            Call<OperationsBoard>(s => s.TimingsAsync(new TimingFilter("示例", sort), new PageRequest(2, 10), CancellationToken.None));
            Call<OperationsBoard>(s => s.StreamTimingsAsync(new TimingFilter(Sort: sort, Descending: false)));
        }

        Call<OperationsBoard>(s => s.IncidentsAsync(new IncidentFilter(IsOpen: true, OperationsRule.DiskLow, OldestFirst: true), new PageRequest(2, 10), CancellationToken.None));
        Call<OperationsBoard>(s => s.StreamIncidentsAsync(new IncidentFilter(IsOpen: false)));
        Call<OperationsBoard>(s => s.FailedCallsAsync(new FailedCallFilter("示例", IsGivenUp: true, OldestFirst: true), new PageRequest(2, 10), CancellationToken.None));
        Call<OperationsBoard>(s => s.StreamFailedCallsAsync(new FailedCallFilter(IsGivenUp: false)));
        Call<IncidentDesk>(s => s.SettleAsync(CancellationToken.None));
    }
}
