using System.Diagnostics;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Running;

public sealed class BeginningToWorkTests
{
    [Fact]
    public async Task Workers_begin_a_while_after_the_portal_listens()
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var start = StartOf(lifetime, seconds: 1);
        var turns = new[] { start.WaitAsync(TestContext.Current.CancellationToken), start.WaitAsync(TestContext.Current.CancellationToken) };
        Assert.All(turns, t => Assert.False(t.IsCompleted));

        var watch = Stopwatch.StartNew();
        lifetime.NotifyStarted();
        await Task.WhenAll(turns).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.9), $"They began after {watch.Elapsed}.");
    }

    [Fact]
    public void Without_a_while_they_begin_at_once() =>
        Assert.True(StartOf(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), seconds: 0).WaitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);

    [Fact]
    public async Task A_portal_that_stops_before_it_listened_leaves_nobody_waiting()
    {
        using var stopping = new CancellationTokenSource();
        var turn = StartOf(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), seconds: 300).WaitAsync(stopping.Token);
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_only_migrations_need_is_let_go_and_made_anew_where_it_is_asked_for()
    {
        await using var portal = Portal.Own();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var key = db.GetService<IModelCacheKeyFactory>().Create(db, designTime: true);
        _ = db.GetService<IDesignTimeModel>().Model;
        var cache = db.GetService<IMemoryCache>();
        // the portal lets it go by itself too, once, some seconds after its start
        await using var again = portal.Services.CreateAsyncScope();
        if (!cache.TryGetValue(key, out _)) _ = again.ServiceProvider.GetRequiredService<PortalDbContext>().GetService<IDesignTimeModel>().Model;
        Assert.True(cache.TryGetValue(key, out _));

        DesignTimeModel.LetGo(db);

        Assert.False(cache.TryGetValue(key, out _));
        Assert.True(await db.Enterprises.AnyAsync(TestContext.Current.CancellationToken));
        await using var another = portal.Services.CreateAsyncScope();
        Assert.False(another.ServiceProvider.GetRequiredService<PortalDbContext>().Database.HasPendingModelChanges());
    }

    private static WorkerStart StartOf(ApplicationLifetime lifetime, int seconds) => new(lifetime, Options.Create(new WorkerOptions { StartAfterSeconds = seconds }), TimeProvider.System);
}
