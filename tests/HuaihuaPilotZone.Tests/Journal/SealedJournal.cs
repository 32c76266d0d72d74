using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Journal;

/// <summary>A journal of its own with a clock that can be set, and whoever seals and verifies it.</summary>
internal sealed class SealedJournal(TemporaryDatabase database, int linesPerSeal) : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly IOptions<JournalOptions> _options = Options.Create(new JournalOptions { LinesPerSeal = linesPerSeal });

    public TestClock Clock { get; } = new();

    public static async Task<SealedJournal> MakeAsync(int linesPerSeal = 4) => new(await TemporaryDatabase.MakeAsync(), linesPerSeal);

    public PortalDbContext Open() => database.Open();

    /// <summary>Writes lines, each in a save of its own.</summary>
    public async Task WriteAsync(int count, string key = "A-1")
    {
        for (var i = 0; i < count; i++)
        {
            await using var db = database.Open();
            new PortalJournal(db, new Actor(), new ChinaTime(Clock)).Write(
                JournalSubjects.Unit, key, "unit.changed", $"第 {i} 次", [new FieldChange("面积", "100", $"{200 + i}"), new FieldChange("联系人", null, $"示例{i}", IsPersonal: true)]);
            await db.SaveChangesAsync(Cancellation);
        }
    }

    public void Later(TimeSpan span) => Clock.Set(Clock.GetUtcNow() + span);

    public async Task<int> SealAsync()
    {
        await using var db = database.Open();
        return await new JournalSealer(db, _options, new ChinaTime(Clock)).SealDueAsync(Cancellation);
    }

    public async Task<JournalVerdict> VerifyAsync()
    {
        await using var db = database.Open();
        return await new JournalVerifier(db, new ReceiptContents(db), _options, new ChinaTime(Clock)).VerifyAsync(static _ => Task.CompletedTask, Cancellation);
    }

    /// <summary>What somebody does who has the database in their hands: no rule of ours is in the way.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection(database.ConnectionString + ";Foreign Keys=False;Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync(Cancellation) > 0, sql);
    }

    public async Task<List<JournalSeal>> SealsAsync()
    {
        await using var db = database.Open();
        return await db.JournalSeals.AsNoTracking().OrderBy(s => s.Number).ToListAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
