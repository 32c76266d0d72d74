using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Personal.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Personal.Retention;

/// <summary>A rule as the page shows it.</summary>
public sealed record RetentionLine(string Key, string Word, int Days);

/// <summary>Starts the night's look, once a day whichever instance comes first, and shows what came of it.</summary>
public sealed class RetentionService(PortalDbContext db, JobService jobs, IOptions<PrivacyOptions> options, ChinaTime time) : IRegularWork
{
    /// <summary>Hours from the set one on in which a run may begin: what was missed waits for the next night, so that the day's work is not disturbed.</summary>
    public const int NightHours = 6;

    /// <summary>All rules with the days that are set.</summary>
    public IReadOnlyList<RetentionLine> Rules => [.. RetentionRules.All.Select(r => new RetentionLine(r.Key, r.Word, r.Days(options.Value)))];

    string IRegularWork.Name => "按保存期限清除个人信息";

    Task<DateTime?> IRegularWork.LastAsync(CancellationToken cancellation) =>
        db.RetentionRuns.Where(r => r.EndedAt != null).OrderByDescending(r => r.Day).Select(r => r.EndedAt).FirstOrDefaultAsync(cancellation);

    /// <summary>The nights, newest first.</summary>
    public Task<Page<RetentionRun>> ListAsync(PageRequest page, CancellationToken cancellation) =>
        db.RetentionRuns.AsNoTracking().Include(r => r.Counts).OrderByDescending(r => r.Day).ToPageAsync(page, cancellation);

    /// <summary>Starts the run of this night where nobody has.</summary>
    /// <returns>Whether this call has started it.</returns>
    public async Task<bool> StartDueAsync(CancellationToken cancellation)
    {
        var day = time.Today;
        if (await db.RetentionRuns.AnyAsync(r => r.Day == day, cancellation) || !IsNight(time.Now.Hour)) return false;
        return await db.TryOnceAsync(
            async token =>
            {
                var run = new RetentionRun { Day = day, StartedAt = time.UtcNow };
                db.RetentionRuns.Add(run);
                await db.SaveChangesAsync(token);
                jobs.Add(RetentionHandler.Kind, string.Create(CultureInfo.InvariantCulture, $"按保存期限清除 {day:yyyy-MM-dd}"), run.Id, null);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private bool IsNight(int hour) => hour >= options.Value.RetentionHour && hour < options.Value.RetentionHour + NightHours;
}

/// <summary>Does a night's work in bounded steps; each step, its count and the checkpoint are kept together or not at all.</summary>
internal sealed class RetentionHandler(PortalDbContext db, PersonalExportJobs exports, IOptions<PrivacyOptions> options, PortalJournal journal, ChinaTime time) : JobHandler
{
    public const string Kind = "privacy.retention";

    private const int Batch = 200;

    /// <summary>What is left goes on the next night.</summary>
    private const int MostSteps = 100;

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var runId = run.Payload<int>();
        var done = run.DoneBefore;
        for (var index = run.Checkpoint<int?>() ?? 0; index < RetentionRules.All.Count; index++)
        {
            for (var step = 0; step < MostSteps; step++)
            {
                var ended = await StepAsync(run, runId, index, done, cancellation);
                done += ended;
                if (ended < Batch) break;
            }
        }
        await exports.EndOldAsync(cancellation);
        await EndAsync(runId, cancellation);
        return new JobResult(string.Create(CultureInfo.InvariantCulture, $"共清除 {done} 条"), "/park/privacy/retention");
    }

    private async Task<int> StepAsync(JobRun run, int runId, int index, long done, CancellationToken cancellation)
    {
        var rule = RetentionRules.All[index];
        var ended = 0;
        await db.InTransactionAsync(
            async token =>
            {
                var now = time.UtcNow;
                ended = await rule.EndSomeAsync(db, new RetentionStep(now.AddDays(-rule.Days(options.Value)), now, Batch), token);
                var counted = ended;
                if (await db.RetentionCounts.Where(c => c.RunId == runId && c.Rule == rule.Key).ExecuteUpdateAsync(set => set.SetProperty(c => c.Ended, c => c.Ended + counted), token) == 0)
                    db.RetentionCounts.Add(new RetentionCount { RunId = runId, Rule = rule.Key, Ended = ended });
                await db.SaveChangesAsync(token);
                await run.ReportAsync(done + ended, total: null, rule.Word, checkpoint: index, token);
                return Outcome.Done;
            },
            cancellation);
        return ended;
    }

    private Task<Outcome> EndAsync(int runId, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var run = await db.RetentionRuns.Include(r => r.Counts).SingleAsync(r => r.Id == runId, token);
            if (run.EndedAt is not null) return Outcome.Done;
            run.EndedAt = time.UtcNow;
            var key = run.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var count in run.Counts.Where(c => c.Ended > 0))
                journal.Write(JournalSubjects.Privacy, key, PrivacyActs.RetentionRun, string.Create(CultureInfo.InvariantCulture, $"{RetentionRules.All.First(r => r.Key == count.Rule).Word}：{count.Ended} 条"));
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);
}

/// <summary>Looks every quarter of an hour whether the night has come.</summary>
internal sealed class RetentionWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<RetentionWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(15), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionService>().StartDueAsync(cancellation);
        return false;
    }
}
