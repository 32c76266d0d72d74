using HuaihuaPilotZone.Journal.Seals;

namespace HuaihuaPilotZone.Tests.Journal;

/// <summary>Lines of the journal are sealed in order when they have settled, each once, whoever seals.</summary>
public sealed class SealingTheJournalTests
{
    private const int Sealers = 6;

    private static readonly TimeSpan _settled = TimeSpan.FromMinutes(11);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_are_sealed_once_they_have_settled_and_each_block_names_the_one_before()
    {
        await using var journal = await SealedJournal.MakeAsync();
        await journal.WriteAsync(6);
        Assert.Equal(0, await journal.SealAsync());

        journal.Later(_settled);
        await journal.WriteAsync(1);
        Assert.Equal(2, await journal.SealAsync());
        Assert.Equal(0, await journal.SealAsync());

        var seals = await journal.SealsAsync();
        Assert.Equal([(1, 1L, 4L, 4), (2, 5L, 6L, 2)], seals.Select(s => (s.Number, s.FirstLineId, s.LastLineId, s.LineCount)));
        Assert.Equal(new string('0', 64), seals[0].PreviousHash);
        Assert.Equal(seals[0].Hash, seals[1].PreviousHash);
        var verdict = await journal.VerifyAsync();
        Assert.Equal((2, 6L, 0L, null), (verdict.Seals, verdict.Lines, verdict.Waiting, verdict.Fault));
        Assert.Equal($"2 {seals[1].Hash}", verdict.Head);
    }

    [Fact]
    public async Task Several_who_seal_at_once_make_each_block_once()
    {
        await using var journal = await SealedJournal.MakeAsync();
        await journal.WriteAsync(11);
        journal.Later(_settled);

        var made = await Task.WhenAll(Enumerable.Range(0, Sealers).Select(_ => Task.Run(journal.SealAsync, Cancellation)));
        await journal.SealAsync();

        Assert.Equal([1, 2, 3], (await journal.SealsAsync()).Select(s => s.Number));
        Assert.True(made.Sum() <= 3, $"{made.Sum()} blocks were made");
        var verdict = await journal.VerifyAsync();
        Assert.Equal((11L, null), (verdict.Lines, verdict.Fault));
    }

    [Fact]
    public async Task A_line_whose_transaction_ended_late_is_sealed_in_a_block_of_its_own()
    {
        await using var journal = await SealedJournal.MakeAsync();
        await journal.WriteAsync(3);
        // an id that another transaction has taken and not committed yet
        await journal.TamperAsync("UPDATE JournalLines SET Id = 9 WHERE Id = 3");
        await journal.TamperAsync("UPDATE JournalChanges SET JournalLineId = 9 WHERE JournalLineId = 3");
        journal.Later(_settled);
        Assert.Equal(1, await journal.SealAsync());

        await journal.TamperAsync("INSERT INTO JournalLines (Id, At, UserName, Subject, SubjectKey, Act) VALUES (5, '2026-11-22 02:00:00', '示例', 'unit', 'A-1', 'unit.changed')");
        Assert.Equal((1L, null), ((await journal.VerifyAsync()).Waiting, (await journal.VerifyAsync()).Fault));
        Assert.Equal(1, await journal.SealAsync());

        var late = (await journal.SealsAsync())[1];
        Assert.Equal((JournalSealKind.Late, 5L, 1), (late.Kind, late.FirstLineId, late.LineCount));
        var verdict = await journal.VerifyAsync();
        Assert.Equal((2, 4L, 0L, null), (verdict.Seals, verdict.Lines, verdict.Waiting, verdict.Fault));
        await journal.TamperAsync("UPDATE JournalLines SET Note = '改' WHERE Id = 5");
        Assert.Equal((2, 5L), ((await journal.VerifyAsync()).Fault!.SealNumber, (await journal.VerifyAsync()).Fault!.LineId));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_the_sealing_up_and_breaks_nothing()
    {
        await using var journal = await SealedJournal.MakeAsync();
        await journal.WriteAsync(2);
        journal.Later(TimeSpan.FromHours(-5));
        await journal.WriteAsync(2);
        journal.Later(_settled);
        // the first two lie in the future now: what follows them waits, so that the order stays
        Assert.Equal(0, await journal.SealAsync());

        journal.Later(TimeSpan.FromHours(6));
        Assert.Equal(1, await journal.SealAsync());
        Assert.Equal((1L, 4L), ((await journal.SealsAsync())[0].FirstLineId, (await journal.SealsAsync())[0].LastLineId));
        Assert.Null((await journal.VerifyAsync()).Fault);
    }
}
