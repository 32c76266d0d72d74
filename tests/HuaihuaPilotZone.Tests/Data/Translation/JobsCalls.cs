using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Jobs;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class JobsCalls : ServiceCalls
{
    private static readonly Job _job = new()
    {
        Id = 1,
        Kind = "test.nobody",
        Title = "示例",
        Payload = "{}",
        OwnerId = 1,
        OwnerName = "示例",
        CreatedAt = DateTime.UnixEpoch,
        DueAt = DateTime.UnixEpoch,
        Lease = "x",
        Attempts = 9,
    };

    protected override void Describe()
    {
        Call<JobService>(s => s.Add("test.nobody", "示例", 1, null));
        Call<JobService>(s => s.Dispose());
        foreach (var scope in new[] { JobScope.All, JobScope.OfEnterprise(1), JobScope.OfStaff(1) })
        {
            Call<JobService>(s => s.ListAsync(scope, new PageRequest(2), CancellationToken.None));
            Call<JobService>(s => s.FindAsync(scope, 1, CancellationToken.None));
            Call<JobService>(s => s.CancelAsync(scope, 1, CancellationToken.None));
            Call<JobService>(s => s.RestartAsync(scope, 1, CancellationToken.None));
        }
        Call<JobLeases>(s => s.TakeAsync(["test.nobody"], CancellationToken.None));
        Call<JobLeases>(s => s.RenewAsync(_job, CancellationToken.None));
        Call<JobLeases>(s => s.ReportAsync(_job, 1, 2, "示例", "1", CancellationToken.None));
        Call<JobLeases>(s => s.ReportAsync(_job, 1, null, null, null, CancellationToken.None));
        Call<JobLeases>(s => s.FinishAsync(_job, new JobResult("示例"), CancellationToken.None));
        Call<JobLeases>(s => s.FailAsync(_job, "示例", CancellationToken.None));
        Call<JobLeases>(s => s.StopAsync(_job, CancellationToken.None));
        Call<JobLeases>(s => s.FaultAsync(_job, CancellationToken.None));
        Call<JobLeases>(s => s.ReleaseAsync(_job, CancellationToken.None));
        Call<JobLeases>(s => s.IsHopelessAsync(_job, CancellationToken.None));
        Call<JobLeases>(s => s.ForgetOldAsync(CancellationToken.None));
    }
}
