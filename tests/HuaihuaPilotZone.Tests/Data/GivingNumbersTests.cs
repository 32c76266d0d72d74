using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>Each number of a series is given once, whoever asks at the same time.</summary>
public sealed class GivingNumbersTests
{
    private const string Series = "declaration-20261122";
    private const int Writers = 8;
    private const int Each = 25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_who_ask_at_once_get_all_numbers_and_none_twice()
    {
        await using var database = await TemporaryDatabase.MakeAsync();

        var given = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => TakeAsync(database), Cancellation)));

        Assert.Equal(Enumerable.Range(1, Writers * Each), given.SelectMany(g => g).Order());
        await using var db = database.Open();
        Assert.Equal(Writers * Each, await new NumberGiver(db).LastAsync(Series, Cancellation));
        Assert.Equal(1, await db.NumberSeries.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_number_of_an_act_that_was_refused_is_given_to_the_next()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();
        var numbers = new NumberGiver(db);
        await numbers.EnsureAsync(Series, Cancellation);

        var given = new List<int>();
        foreach (var outcome in new[] { Outcome.Done, Outcome.Refused("不行。"), Outcome.Done })
        {
            await db.InTransactionAsync(
                async token =>
                {
                    given.Add(await numbers.NextAsync(Series, token));
                    return outcome;
                },
                Cancellation);
        }

        Assert.Equal([1, 2, 2], given);
    }

    [Fact]
    public async Task Numbers_that_are_taken_together_follow_each_other_and_the_next_comes_behind_them()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();
        var numbers = new NumberGiver(db);
        await numbers.EnsureAsync(Series, Cancellation);

        var given = new List<int>();
        foreach (var count in new[] { 1, 50, 3, 1 })
        {
            await db.InTransactionAsync(
                async token =>
                {
                    given.Add(await numbers.NextAsync(Series, count, token));
                    return Outcome.Done;
                },
                Cancellation);
        }

        Assert.Equal([1, 2, 52, 55], given);
    }

    [Fact]
    public async Task No_number_is_given_without_a_transaction_or_of_a_series_that_is_not_there()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();
        var numbers = new NumberGiver(db);

        Assert.Equal(0, await numbers.LastAsync(Series, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => numbers.NextAsync(Series, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync(
            async token =>
            {
                await numbers.NextAsync(Series, token);
                return Outcome.Done;
            },
            Cancellation));
    }

    private static async Task<IReadOnlyList<int>> TakeAsync(TemporaryDatabase database)
    {
        var given = new List<int>();
        for (var i = 0; i < Each; i++)
        {
            // each number in a scope of its own, as requests have it
            await using var db = database.Open();
            var numbers = new NumberGiver(db);
            await numbers.EnsureAsync(Series, CancellationToken.None);
            await db.InTransactionAsync(
                async token =>
                {
                    given.Add(await numbers.NextAsync(Series, token));
                    return Outcome.Done;
                },
                CancellationToken.None);
        }
        return given;
    }
}
