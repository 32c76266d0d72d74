using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Jobs;

/// <summary>One instance of the portal's job room on a database that others share. Its runner is called by the test, round by round.</summary>
internal sealed class JobInstance : IAsyncDisposable
{
    public const string Kind = "test.steps";

    private readonly ServiceProvider _services;

    public JobInstance(TemporaryDatabase database, TimeProvider clock, Steps steps)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock).AddSingleton<ChinaTime>().AddScoped<Actor>();
        services.AddScoped<PortalDbContext>(_ => database.Open());
        services.AddSingleton(Options.Create(new PortalOptions())).AddSingleton<PortalAddress>().AddSingleton<OutboxBell>().AddScoped<Outbox>();
        services.AddJournal();
        services.AddSingleton(Options.Create(new JobOptions())).AddSingleton<InstanceIdentity>().AddSingleton<ErrorNotes>().AddSingleton<JobBell>().AddSingleton<JobRunner>().AddScoped<JobService>().AddScoped<JobLeases>();
        services.AddSingleton(steps);
        services.AddJob<StepHandler>(Kind);
        _services = services.BuildServiceProvider();
    }

    public Task<bool> RunAsync(CancellationToken cancellation) => _services.GetRequiredService<JobRunner>().RunNextAsync(cancellation);

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task<int> AddAsync(int steps, string kind = Kind) => InScopeAsync(async s =>
    {
        var job = s.GetRequiredService<JobService>().Add(kind, "数一数", steps, null);
        await s.GetRequiredService<PortalDbContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return job.Id;
    });

    public Task<Job> FindAsync(int id) => InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Jobs.AsNoTracking().SingleAsync(j => j.Id == id, TestContext.Current.CancellationToken));

    public Task<JobView?> LookAsync(int id) => InScopeAsync(s => s.GetRequiredService<JobService>().FindAsync(JobScope.All, id, TestContext.Current.CancellationToken));

    public Task<Outcome> CancelAsync(int id) => InScopeAsync(s => s.GetRequiredService<JobService>().CancelAsync(JobScope.All, id, TestContext.Current.CancellationToken));

    public Task<Outcome> RestartAsync(int id) => InScopeAsync(s => s.GetRequiredService<JobService>().RestartAsync(JobScope.All, id, TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>What happens at each step of the test's job, and which steps were done.</summary>
internal sealed class Steps
{
    private readonly Lock _gate = new();
    private readonly List<int> _done = [];

    public Func<int, CancellationToken, Task> At { get; set; } = static (_, _) => Task.CompletedTask;

    public IReadOnlyList<int> Done
    {
        get
        {
            lock (_gate) return [.. _done];
        }
    }

    public void Add(int step)
    {
        lock (_gate) _done.Add(step);
    }
}

/// <summary>Counts to its payload; each step is reported with the next one as its checkpoint.</summary>
internal sealed class StepHandler(Steps steps) : JobHandler
{
    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var total = run.Payload<int>();
        for (var step = run.Checkpoint<int>(); step < total; step++)
        {
            await steps.At(step, cancellation);
            await run.ReportAsync(step + 1, total, $"第 {step + 1} 步", step + 1, cancellation);
            steps.Add(step);
        }
        return new JobResult($"数到 {total}", "/park");
    }
}
