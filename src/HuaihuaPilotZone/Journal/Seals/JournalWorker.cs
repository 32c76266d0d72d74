using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>Seals every five minutes and verifies at night.</summary>
internal sealed class JournalWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<JournalWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(5), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JournalKeeping>().KeepAsync(cancellation);
        return false;
    }
}

/// <summary>A verification that somebody asked for.</summary>
internal sealed class VerifyJournalHandler(JournalKeeping keeping) : JobHandler
{
    public const string Kind = "journal.verify";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        if (await keeping.VerifyNowAsync(cancellation) is not { } verdict) throw new JobFailedException("另一处正在封存或核验，请稍后再试。");
        if (verdict.Fault is { } fault) throw new JobFailedException($"核验不通过。{fault.Words}");
        return new JobResult(string.Create(CultureInfo.InvariantCulture, $"核验通过：{verdict.Seals} 块，{verdict.Lines} 条记录，{verdict.Receipts} 份回执。"), "/park/journal/seals");
    }
}
