using System.Data.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>An import that was stopped in the middle goes on without a row or a draft too many. Nobody works on jobs here but the test.</summary>
public sealed class GoingOnAfterAStopTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_goes_on_behind_the_last_row_when_the_portal_is_stopped()
    {
        var between = new BetweenSteps();
        await using var portal = Portal.Own([between], ("Jobs:Parallel", "0"));
        var id = await StartAsync(portal, 6000);

        using var stop = new CancellationTokenSource();
        between.Once(() => portal.WithDatabaseAsync(db => db.ImportRows.AnyAsync(r => r.BatchId == id, Cancellation)), stop.CancelAsync);
        await portal.Services.GetRequiredService<JobRunner>().RunNextAsync(stop.Token);

        var halfway = await portal.WithDatabaseAsync(db => db.ImportRows.CountAsync(r => r.BatchId == id, Cancellation));
        Assert.InRange(halfway, 1, 5999);
        Assert.True(await RunAsync(portal));
        Assert.Equal(6000, await portal.WithDatabaseAsync(db => db.ImportRows.CountAsync(r => r.BatchId == id, Cancellation)));
        Assert.Equal(6000, await portal.WithDatabaseAsync(db => db.ImportGroups.Where(g => g.BatchId == id).SumAsync(g => g.RowCount, Cancellation)));
        Assert.Equal(ImportStage.Checking, await portal.WithDatabaseAsync(db => db.ImportBatches.Where(b => b.Id == id).Select(b => b.Stage).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Whoever_has_lost_the_lease_while_importing_makes_no_draft_that_the_next_one_makes_again()
    {
        var between = new BetweenSteps();
        await using var portal = Portal.Own([between], ("Jobs:Parallel", "0"));
        var id = await StartAsync(portal, 300);
        Assert.True(await RunAsync(portal));
        Assert.True(await RunAsync(portal));
        var owner = await OwnerAsync(portal);
        Assert.True(await portal.InScopeAsync(async s => (await s.GetRequiredService<ImportService>().CommitAsync(owner, id, Cancellation)).IsDone));

        between.Once(() => portal.WithDatabaseAsync(db => db.ImportGroups.AnyAsync(g => g.BatchId == id && g.State == ImportGroupState.Committed, Cancellation)), () => LoseTheLeaseAsync(portal));
        Assert.True(await RunAsync(portal));
        Assert.InRange(await portal.WithDatabaseAsync(db => db.ImportGroups.CountAsync(g => g.BatchId == id && g.State == ImportGroupState.Committed, Cancellation)), 1, 299);

        Assert.True(await RunAsync(portal));
        var orders = await portal.WithDatabaseAsync(db => db.Declarations.Where(d => d.OrderNo!.StartsWith("STOP-")).Select(d => d.OrderNo).ToListAsync(Cancellation));
        Assert.Equal(300, orders.Count);
        Assert.Equal(300, orders.Distinct().Count());
        Assert.Equal(300, await portal.WithDatabaseAsync(db => db.ImportGroups.CountAsync(g => g.BatchId == id && g.State == ImportGroupState.Committed, Cancellation)));
    }

    private static Task<int> OwnerAsync(Portal portal) => portal.IdOfAsync("91431299MA0000015J");

    private static Task<bool> RunAsync(Portal portal) => portal.Services.GetRequiredService<JobRunner>().RunNextAsync(Cancellation);

    private static Task<int> LoseTheLeaseAsync(Portal portal) => portal.WithDatabaseAsync(db => db.Jobs.Where(j => j.State == JobState.Running)
        .ExecuteUpdateAsync(set => set.SetProperty(j => j.Lease, "another").SetProperty(j => j.LeasedUntil, DateTime.UnixEpoch), Cancellation));

    /// <summary>Does something between two steps of a job: as soon as a transaction has been kept after which a condition holds.</summary>
    private sealed class BetweenSteps : DbTransactionInterceptor
    {
        private Func<Task<bool>>? _hasBegun;
        private Func<Task>? _act;

        public void Once(Func<Task<bool>> hasBegun, Func<Task> act) => (_hasBegun, _act) = (hasBegun, act);

        public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (_hasBegun is not { } hasBegun) return;
            // what is asked and done here commits as well
            _hasBegun = null;
            if (await hasBegun()) await _act!();
            else _hasBegun = hasBegun;
        }
    }

    /// <summary>A batch whose columns are matched, of so many orders of one line.</summary>
    private static async Task<int> StartAsync(Portal portal, int orders)
    {
        var row = Importing.Row();
        var file = Importing.Csv([.. Enumerable.Range(0, orders).Select(i => row.With(("/orderNo", $"STOP-{i}"), ("/logisticsNo", $"STOP-W-{i}")))]);
        var enterprise = await OwnerAsync(portal);
        return await portal.InScopeAsync(async s =>
        {
            using var content = new MemoryStream(file);
            var kept = await s.GetRequiredService<FileCabinet>().KeepAsync("停.csv", content, Cancellation);
            var imports = s.GetRequiredService<ImportService>();
            var id = (await imports.AddAsync(enterprise, "lists", "9610", kept.Value, Cancellation)).Value;
            var batch = await imports.FindAsync(enterprise, id, Cancellation);
            Assert.True((await imports.MatchAsync(enterprise, id, await imports.ProposeAsync(enterprise, batch!, Cancellation), Cancellation)).IsDone);
            return id;
        });
    }
}
