using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Jobs;

/// <summary>Long work comes to its end once, whatever happens to those who do it.</summary>
public sealed class DoingLongWorkTests
{
    private readonly TestClock _clock = new();
    private readonly Steps _steps = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_done_step_by_step_and_says_what_came_of_it()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(3);

        Assert.True(await portal.RunAsync(Cancellation));
        Assert.False(await portal.RunAsync(Cancellation));

        var job = await portal.FindAsync(id);
        Assert.Equal((JobState.Done, "数到 3", "/park"), (job.State, job.Outcome, job.OutcomeLink));
        Assert.Equal([0, 1, 2], _steps.Done);
    }

    [Fact]
    public async Task After_a_stop_in_the_middle_another_instance_goes_on_at_once_from_the_checkpoint()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var first = Instance(database);
        await using var second = Instance(database);
        var id = await first.AddAsync(5);
        using var stopping = new CancellationTokenSource();
        _steps.At = async (step, token) =>
        {
            if (step != 2) return;
            await stopping.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        await first.RunAsync(stopping.Token);
        Assert.Equal(JobState.Waiting, (await first.FindAsync(id)).State);
        _steps.At = static (_, _) => Task.CompletedTask;
        await second.RunAsync(Cancellation);

        Assert.Equal(JobState.Done, (await first.FindAsync(id)).State);
        Assert.Equal([0, 1, 2, 3, 4], _steps.Done);
    }

    [Fact]
    public async Task When_an_instance_dies_its_lease_runs_out_and_another_goes_on_while_the_dead_one_can_no_longer_report()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var first = Instance(database);
        var othersSteps = new Steps();
        await using var second = new JobInstance(database, _clock, othersSteps);
        var id = await first.AddAsync(4);
        var (hangs, wakes) = (new TaskCompletionSource(), new TaskCompletionSource());
        _steps.At = async (step, _) =>
        {
            if (step != 2) return;
            hangs.SetResult();
            await wakes.Task;
        };
        var hanging = first.RunAsync(Cancellation);
        await hangs.Task;

        Assert.False(await second.RunAsync(Cancellation));
        _clock.Set(_clock.GetUtcNow().AddSeconds(61));
        Assert.True(await second.RunAsync(Cancellation));
        wakes.SetResult();
        await hanging;

        Assert.Equal([0, 1], _steps.Done);
        Assert.Equal([2, 3], othersSteps.Done);
        Assert.Equal(JobState.Done, (await first.FindAsync(id)).State);
    }

    [Fact]
    public async Task Of_two_instances_that_reach_for_a_job_at_once_one_gets_it()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var first = Instance(database);
        await using var second = Instance(database);
        for (var i = 0; i < 4; i++) await first.AddAsync(2);

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? first : second).RunAsync(Cancellation)));

        Assert.Equal(4, runs.Count(r => r));
        Assert.Equal(8, _steps.Done.Count);
    }

    [Fact]
    public async Task A_kind_that_this_build_does_not_know_waits_for_one_that_does()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(1, "test.of-tomorrow");

        Assert.False(await portal.RunAsync(Cancellation));
        Assert.Equal(JobState.Waiting, (await portal.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled_at_once_and_one_that_runs_at_its_next_step()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var waiting = await portal.AddAsync(1);
        Assert.True((await portal.CancelAsync(waiting)).IsDone);
        Assert.False(await portal.RunAsync(Cancellation));

        var running = await portal.AddAsync(3);
        _steps.At = async (step, _) =>
        {
            if (step == 1) await portal.CancelAsync(running);
        };
        await portal.RunAsync(Cancellation);

        Assert.Equal([JobState.Canceled, JobState.Canceled], [(await portal.FindAsync(waiting)).State, (await portal.FindAsync(running)).State]);
        Assert.Equal([0], _steps.Done);
        Assert.False((await portal.CancelAsync(running)).IsDone);
    }

    [Fact]
    public async Task A_cancelled_job_starts_again_where_it_was()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(3);
        _steps.At = async (step, _) =>
        {
            if (step == 1) await portal.CancelAsync(id);
        };
        await portal.RunAsync(Cancellation);
        _steps.At = static (_, _) => Task.CompletedTask;

        Assert.True((await portal.RestartAsync(id)).IsDone);
        await portal.RunAsync(Cancellation);

        Assert.Equal([0, 1, 2], _steps.Done);
        Assert.False((await portal.RestartAsync(id)).IsDone);
    }

    [Fact]
    public async Task A_job_that_breaks_is_tried_again_later_and_then_has_failed()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(2);
        _steps.At = static (_, _) => throw new InvalidDataException("boom");

        for (var attempt = 1; attempt < 3; attempt++)
        {
            await portal.RunAsync(Cancellation);
            var waiting = await portal.FindAsync(id);
            Assert.Equal((JobState.Waiting, attempt), (waiting.State, waiting.Attempts));
            Assert.False(await portal.RunAsync(Cancellation));
            _clock.Set(new DateTimeOffset(waiting.DueAt, TimeSpan.Zero));
        }
        await portal.RunAsync(Cancellation);

        var failed = await portal.FindAsync(id);
        Assert.Equal(JobState.Failed, failed.State);
        Assert.Contains("已试 3 次", failed.Outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("boom", failed.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_are_counted_from_the_last_step_forward()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(6);
        var failures = 0;
        // breaks once at every step, twice as often as a job may break in one place
        _steps.At = (step, _) => failures <= step && failures++ >= 0 ? throw new InvalidDataException("boom") : Task.CompletedTask;

        for (var i = 0; i < 7; i++)
        {
            await portal.RunAsync(Cancellation);
            _clock.Set(_clock.GetUtcNow().AddMinutes(5));
        }

        Assert.Equal(JobState.Done, (await portal.FindAsync(id)).State);
        Assert.Equal([0, 1, 2, 3, 4, 5], _steps.Done);
    }

    [Fact]
    public async Task What_cannot_be_done_fails_at_once_with_its_own_sentence()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(2);
        _steps.At = static (_, _) => throw new JobFailedException("文件里没有数据行。");

        await portal.RunAsync(Cancellation);

        var job = await portal.FindAsync(id);
        Assert.Equal((JobState.Failed, "文件里没有数据行。"), (job.State, job.Outcome));
    }

    [Fact]
    public async Task A_process_that_dies_over_a_job_again_and_again_fails_it()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(2);
        for (var i = 0; i < 3; i++)
        {
            await portal.InScopeAsync(s => s.GetRequiredService<JobLeases>().TakeAsync([JobInstance.Kind], Cancellation));
            _clock.Set(_clock.GetUtcNow().AddMinutes(2));
        }

        await portal.RunAsync(Cancellation);

        Assert.Empty(_steps.Done);
        Assert.Equal(JobState.Failed, (await portal.FindAsync(id)).State);
    }

    [Fact]
    public async Task Progress_tells_how_much_is_done_how_fast_and_how_long_it_will_take()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        var id = await portal.AddAsync(100);
        JobView? seen = null;
        _steps.At = async (step, _) =>
        {
            _clock.Set(_clock.GetUtcNow().AddSeconds(0.5));
            if (step == 20) seen = await portal.LookAsync(id);
        };
        await portal.RunAsync(Cancellation);

        Assert.Equal((20L, 100L, 20), (seen!.Done, seen.Total, seen.Percent));
        Assert.Equal(2, seen.PerSecond!.Value, precision: 3);
        Assert.Equal(TimeSpan.FromSeconds(40), seen.Left);
        Assert.Equal("已处理 20 / 100，每秒 2，约剩 40 秒", seen.ProgressWords);
        Assert.Equal("第 20 步", seen.Text);
        Assert.Equal((100, null), ((await portal.LookAsync(id))!.Percent, (await portal.LookAsync(id))!.Left));
    }

    [Fact]
    public async Task Ended_jobs_are_forgotten_after_their_time_and_others_are_not()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var portal = Instance(database);
        await portal.AddAsync(1);
        await portal.RunAsync(Cancellation);
        var waiting = await portal.AddAsync(1);
        _clock.Set(_clock.GetUtcNow().AddDays(91));

        var forgotten = await portal.InScopeAsync(s => s.GetRequiredService<JobLeases>().ForgetOldAsync(Cancellation));

        Assert.Equal(1, forgotten);
        Assert.NotNull(await portal.LookAsync(waiting));
    }

    private JobInstance Instance(TemporaryDatabase database) => new(database, _clock, _steps);
}
