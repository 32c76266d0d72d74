using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Tests.Journal;

/// <summary>Whatever is changed in a sealed journal is found and named; what is rightly erased is not.</summary>
public sealed class VerifyingTheJournalTests
{
    private const int Many = 450;

    private static readonly TimeSpan _settled = TimeSpan.FromMinutes(11);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static readonly TheoryData<string, long, string> Changes = new()
    {
        { "UPDATE JournalLines SET Note = '第 2 次。' WHERE Id = 3", 3, "说明" },
        { "UPDATE JournalLines SET UserName = '别人' WHERE Id = 2", 2, "操作人" },
        { "UPDATE JournalLines SET At = '2026-11-22 02:00:01' WHERE Id = 6", 6, "时间" },
        { "UPDATE JournalLines SET Act = 'unit.chanhed' WHERE Id = 1", 1, "行为" },
        { "UPDATE JournalLines SET SubjectKey = 'A-2' WHERE Id = 4", 4, "对象" },
        { "UPDATE JournalChanges SET NewValue = '999' WHERE JournalLineId = 5 AND Field = '面积'", 5, "变更明细" },
        { "UPDATE JournalChanges SET NewHash = 'AB' WHERE JournalLineId = 5 AND Field = '联系人'", 5, "个人信息的值与封存时不同" },
        { "DELETE FROM JournalChanges WHERE JournalLineId = 4 AND Field = '面积'", 4, "变更明细" },
        { "UPDATE JournalPersonalValues SET NewValue = '冒名' WHERE JournalChangeId = 4", 2, "个人信息的值与封存时不同" },
        { "DELETE FROM JournalPersonalValues WHERE JournalChangeId = 4", 2, "个人信息的值不见了" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task One_change_is_found_and_named(string sql, long line, string what)
    {
        await using var journal = await SealedAsync(6);

        await journal.TamperAsync(sql);

        var fault = (await journal.VerifyAsync()).Fault;
        Assert.NotNull(fault);
        Assert.Equal(line, fault.LineId);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
        Assert.Contains("unit A-", fault.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_gone_is_found()
    {
        await using var journal = await SealedAsync(6);
        await journal.TamperAsync("DELETE FROM JournalPersonalValues WHERE JournalChangeId = 4");
        await journal.TamperAsync("DELETE FROM JournalChanges WHERE JournalLineId = 2");
        await journal.TamperAsync("DELETE FROM JournalLines WHERE Id = 2");
        var gone = (await journal.VerifyAsync()).Fault!;
        Assert.Equal((2L, "这条记录不见了。"), (gone.LineId, gone.What));
    }

    [Fact]
    public async Task A_line_that_comes_to_light_days_later_counts_as_slipped_in()
    {
        await using var journal = await SealedJournal.MakeAsync();
        await journal.WriteAsync(2);
        await journal.TamperAsync("UPDATE JournalLines SET Id = 9 WHERE Id = 2");
        await journal.TamperAsync("UPDATE JournalChanges SET JournalLineId = 9 WHERE JournalLineId = 2");
        journal.Later(_settled);
        await journal.SealAsync();
        journal.Later(TimeSpan.FromHours(25));
        await journal.TamperAsync("INSERT INTO JournalLines (Id, At, UserName, Subject, SubjectKey, Act) VALUES (5, '2026-11-22 02:00:00', '示例', 'unit', 'A-1', 'unit.changed')");

        Assert.Equal(0, await journal.SealAsync());
        var fault = (await journal.VerifyAsync()).Fault!;
        Assert.Equal((5L, "封存以后才插入的记录。"), (fault.LineId, fault.What));
    }

    [Theory]
    [InlineData("UPDATE JournalSeals SET ContentHash = 'x' WHERE Number = 2", 2, "封存记录本身被改动。")]
    [InlineData("UPDATE JournalSeals SET SealedAt = '2026-11-22 03:00:00' WHERE Number = 1", 1, "封存记录本身被改动。")]
    [InlineData("UPDATE JournalSeals SET Hash = 'x' WHERE Number = 1", 1, "封存记录本身被改动。")]
    [InlineData("DELETE FROM JournalSeals WHERE Number = 1", 1, "这一块封存记录不见了。")]
    public async Task A_block_that_was_changed_or_taken_out_is_found(string sql, int seal, string what)
    {
        await using var journal = await SealedAsync(6);

        await journal.TamperAsync(sql);

        var fault = (await journal.VerifyAsync()).Fault!;
        Assert.Equal((seal, null, what), (fault.SealNumber, fault.LineId, fault.What));
    }

    [Fact]
    public async Task Blanking_personal_values_keeps_the_chain_whole()
    {
        await using var journal = await SealedAsync(6);
        await using (var db = journal.Open())
        {
            var blanked = await new PortalJournal(db, new Actor(), new ChinaTime(journal.Clock)).BlankPersonalAsync(JournalSubjects.Unit, "A-1", Cancellation);
            Assert.Equal(6, blanked);
        }

        var verdict = await journal.VerifyAsync();
        Assert.Equal((6L, null), (verdict.Lines, verdict.Fault));
    }

    [Fact]
    public async Task A_block_longer_than_what_is_read_at_a_time_is_read_to_its_end()
    {
        await using var journal = await SealedJournal.MakeAsync(linesPerSeal: 1000);
        await using (var db = journal.Open())
        {
            var writer = new PortalJournal(db, new Actor(), new ChinaTime(journal.Clock));
            for (var i = 0; i < Many; i++) writer.Write(JournalSubjects.Unit, "A-1", "unit.changed", $"第 {i} 次");
            await db.SaveChangesAsync(Cancellation);
        }
        journal.Later(_settled);
        Assert.Equal(1, await journal.SealAsync());
        Assert.Equal((Many, null), ((int)(await journal.VerifyAsync()).Lines, (await journal.VerifyAsync()).Fault));

        await journal.TamperAsync($"UPDATE JournalLines SET Note = '改' WHERE Id = {Many}");

        Assert.Equal(Many, (await journal.VerifyAsync()).Fault!.LineId);
    }

    private static async Task<SealedJournal> SealedAsync(int lines)
    {
        var journal = await SealedJournal.MakeAsync();
        await journal.WriteAsync(lines);
        journal.Later(_settled);
        await journal.SealAsync();
        return journal;
    }
}
