using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>The one way to an explicit transaction.</summary>
public sealed class ActingInATransactionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_done_is_kept()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();

        var outcome = await db.InTransactionAsync(token => AddAsync(db, "主港区", Outcome.Done, token), Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Equal(["主港区"], await NamesAsync(database));
    }

    [Fact]
    public async Task A_refusal_takes_back_what_was_saved_on_the_way()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();

        var outcome = await db.InTransactionAsync(token => AddAsync(db, "主港区", Outcome.Refused("不行。"), token), Cancellation);
        var made = await db.InTransactionAsync<string>(
            async token =>
            {
                await AddAsync(db, "城东片区", Outcome.Done, token);
                return Outcome.Refused("也不行。");
            },
            Cancellation);

        Assert.Equal(["不行。", "也不行。"], [outcome.Refusals[0].Message, made.Refusals[0].Message]);
        Assert.Empty(await NamesAsync(database));
    }

    [Fact]
    public async Task An_act_inside_another_joins_it_and_a_refusal_takes_back_only_its_own_part()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();

        await db.InTransactionAsync(
            async token =>
            {
                await AddAsync(db, "主港区", Outcome.Done, token);
                await db.InTransactionAsync(inner => AddAsync(db, "城东片区", Outcome.Refused("不行。"), inner), token);
                return await db.InTransactionAsync(inner => AddAsync(db, "城西片区", Outcome.Done, inner), token);
            },
            Cancellation);
        await db.InTransactionAsync(
            async token =>
            {
                await db.InTransactionAsync(inner => AddAsync(db, "城南片区", Outcome.Done, inner), token);
                return Outcome.Refused("都不行。");
            },
            Cancellation);

        Assert.Equal(["主港区", "城西片区"], (await NamesAsync(database)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_fault_takes_back_what_was_saved_on_the_way()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();

        await Assert.ThrowsAsync<InvalidDataException>(() => db.InTransactionAsync(
            async token =>
            {
                await AddAsync(db, "主港区", Outcome.Done, token);
                throw new InvalidDataException();
            },
            Cancellation));

        Assert.Empty(await NamesAsync(database));
    }

    [Fact]
    public async Task An_act_that_runs_twice_because_the_connection_was_lost_counts_once()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open(d => new TriesAgain(d));
        var runs = 0;

        var outcome = await db.InTransactionAsync(
            async token =>
            {
                var result = await AddAsync(db, "主港区", Outcome.Done, token);
                return ++runs == 1 ? throw new ConnectionLostException() : result;
            },
            Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Equal(2, runs);
        Assert.Equal(["主港区"], await NamesAsync(database));
    }

    [Fact]
    public async Task An_act_sees_nothing_that_was_tracked_before_it()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();
        db.Add(new ParkArea { Name = "没有保存", Source = "测试" });

        await db.InTransactionAsync(token => AddAsync(db, "主港区", Outcome.Done, token), Cancellation);

        Assert.Equal(["主港区"], await NamesAsync(database));
    }

    private static async Task<Outcome> AddAsync(PortalDbContext db, string name, Outcome outcome, CancellationToken cancellation)
    {
        db.Add(new ParkArea { Name = name, Source = "测试" });
        await db.SaveChangesAsync(cancellation);
        return outcome;
    }

    private static async Task<List<string>> NamesAsync(TemporaryDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => a.Name).ToListAsync();
    }

    private sealed class ConnectionLostException : Exception;

    private sealed class TriesAgain(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.FromMilliseconds(1))
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is ConnectionLostException;
    }
}
