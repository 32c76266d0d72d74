using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HuaihuaPilotZone.Benchmarks.Crash;

/// <summary>Looks into the database after the crashes: what was acknowledged is there, nothing is there by halves, nothing is there twice.</summary>
internal sealed class CrashAudit(CrashPortal portal) : IAsyncDisposable
{
    private static readonly (string What, string Sql)[] _mustBeNone =
    [
        ("a submitted declaration without its submission", "SELECT COUNT(*) FROM Declarations d WHERE d.State = 'Submitted' AND NOT EXISTS (SELECT 1 FROM Submissions s WHERE s.DeclarationId = d.Id)"),
        ("a submission without its receipt", "SELECT COUNT(*) FROM Submissions s JOIN Declarations d ON d.Id = s.DeclarationId WHERE d.OrderNo LIKE 'C-%' AND NOT EXISTS (SELECT 1 FROM FilingReceipts r WHERE r.SubmissionId = s.Id)"),
        ("a submission without its line in the journal", "SELECT COUNT(*) FROM Submissions s JOIN Declarations d ON d.Id = s.DeclarationId WHERE d.OrderNo LIKE 'C-%' AND (SELECT COUNT(*) FROM JournalLines l WHERE l.Subject = 'declaration' AND l.SubjectKey = d.Number AND l.Act = 'declaration.submitted') <> 1"),
        ("a submission without its claims", "SELECT COUNT(*) FROM Declarations d WHERE d.State = 'Submitted' AND d.OrderNo LIKE 'C-%' AND (SELECT COUNT(*) FROM NumberClaims c WHERE c.DeclarationId = d.Id) <> 2"),
        ("a number that was given twice", "SELECT COUNT(*) FROM (SELECT Number FROM Declarations GROUP BY Number HAVING COUNT(*) > 1)"),
        ("a departure whose places do not fit its bookings", "SELECT COUNT(*) FROM Departures d WHERE d.Number LIKE 'DRILL-%' AND d.Booked <> (SELECT COALESCE(SUM(b.Slots), 0) FROM Bookings b WHERE b.DepartureId = d.Id AND b.State IN ('Requested', 'Confirmed'))"),
        ("an overbooked departure", "SELECT COUNT(*) FROM Departures WHERE Number LIKE 'DRILL-%' AND Booked > Capacity"),
        ("an event that was kept twice", "SELECT COUNT(*) FROM (SELECT EventId FROM TrackingEvents WHERE EventId LIKE 'C-%' GROUP BY EventId HAVING COUNT(*) > 1)"),
        ("an order that was imported twice", "SELECT COUNT(*) FROM (SELECT OrderNo FROM Declarations WHERE OrderNo LIKE 'DRILL-%' GROUP BY OrderNo HAVING COUNT(*) > 1)"),
        ("an imported group without its draft", "SELECT COUNT(*) FROM ImportGroups g WHERE g.State = 'Committed' AND NOT EXISTS (SELECT 1 FROM Declarations d WHERE d.Number = g.Result)"),
        ("an imported draft without its group", "SELECT COUNT(*) FROM Declarations d WHERE d.OrderNo LIKE 'DRILL-%' AND NOT EXISTS (SELECT 1 FROM ImportGroups g WHERE g.State = 'Committed' AND g.Result = d.Number)"),
        ("a text that is due and was not published once", "SELECT COUNT(*) FROM News n WHERE n.Slug LIKE 'drill-%' AND (n.State <> 'Published' OR n.VersionNumber <> 1 OR n.PublishAt IS NOT NULL)"),
        ("a job that has not ended well", "SELECT COUNT(*) FROM Jobs WHERE State <> 'Done'"),
        ("a mail that was not delivered", "SELECT COUNT(*) FROM OutgoingMails WHERE DeliveredAt IS NULL"),
    ];

    private readonly SqliteConnection _connection = new(portal.ConnectionString + ";Pooling=False");

    /// <summary>Waits until all jobs have ended, what is due was published and all mails have left.</summary>
    public async Task SettleAsync(TimeSpan patience)
    {
        for (var until = DateTime.UtcNow + patience; DateTime.UtcNow < until; await Task.Delay(250))
        {
            // the lease of a mail lasts minutes; that much time is let pass at once
            await ExecuteAsync("UPDATE OutgoingMails SET LeasedUntil = '2020-01-01 00:00:00' WHERE LeasedUntil IS NOT NULL AND Attempts < 3 AND LeasedUntil < datetime('now', '+170 seconds')");
            if (await AskAsync("SELECT (SELECT COUNT(*) FROM Jobs WHERE State IN ('Waiting', 'Running')) + (SELECT COUNT(*) FROM OutgoingMails WHERE DeliveredAt IS NULL) + (SELECT COUNT(*) FROM News WHERE Slug LIKE 'drill-%' AND PublishAt IS NOT NULL)") == 0) return;
        }
    }

    /// <returns>Everything that is not as it must be.</returns>
    public async Task<List<string>> LookAsync(CrashClients clients)
    {
        var offences = clients.Faults.Select(f => $"a client was told {f}").ToList();
        foreach (var (what, sql) in _mustBeNone)
        {
            if (await AskAsync(sql) is > 0 and var count) offences.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
        }

        offences.AddRange(Lost("submission", clients.Submitted, await ColumnAsync("SELECT Number FROM Declarations WHERE State = 'Submitted'")));
        offences.AddRange(Lost("booking", clients.Booked, await ColumnAsync("SELECT Number FROM Bookings WHERE State <> 'Draft'")));
        offences.AddRange(Lost("event", clients.Events, await ColumnAsync("SELECT EventId FROM TrackingEvents WHERE EventId LIKE 'C-%'")));
        offences.AddRange(await MailsAsync());
        if (await ColumnAsync("PRAGMA integrity_check") is not ["ok"]) offences.Add("the database is damaged");
        if (await ColumnAsync("PRAGMA foreign_key_check") is { Count: > 0 } keys) offences.Add($"a row refers to nothing: {keys[0]}");
        return offences;
    }

    /// <summary>How much there is of each kind.</summary>
    public async Task<string> SummaryAsync(CrashClients clients)
    {
        var drafts = await AskAsync("SELECT COUNT(*) FROM Declarations WHERE OrderNo LIKE 'DRILL-%'");
        var texts = await AskAsync("SELECT COUNT(*) FROM News WHERE Slug LIKE 'drill-%' AND State = 'Published'");
        var mails = await AskAsync("SELECT COUNT(*) FROM OutgoingMails");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{clients.Submitted.Count} submissions, {clients.Booked.Count} bookings and {clients.Events.Count} events acknowledged; {drafts} drafts imported, {texts} texts published, {mails} mails");
    }

    public async Task<long> AskAsync(string sql) => long.Parse((await ColumnAsync(sql))[0], CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static IEnumerable<string> Lost(string what, IEnumerable<string> acknowledged, List<string> kept) => acknowledged.Except(kept, StringComparer.Ordinal).Select(a => $"an acknowledged {what} is lost: {a}");

    /// <summary>Each mail is one file, and no file is there that is no mail.</summary>
    private async Task<List<string>> MailsAsync()
    {
        var mails = await ColumnAsync("SELECT MessageId FROM OutgoingMails");
        var files = Directory.Exists(portal.Mail) ? Directory.EnumerateFiles(portal.Mail, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f).Split('-')[^1]).ToList() : [];
        List<string> offences = [];
        if (files.Count != files.Distinct(StringComparer.Ordinal).Count()) offences.Add("a mail went out twice");
        offences.AddRange(mails.Except(files, StringComparer.Ordinal).Select(m => $"a mail did not go out: {m}"));
        offences.AddRange(files.Except(mails, StringComparer.Ordinal).Select(f => $"a mail went out that was never written: {f}"));
        return offences;
    }

    private async Task ExecuteAsync(string sql) => await ColumnAsync(sql);

    private async Task<List<string>> ColumnAsync(string sql)
    {
        if (_connection.State != System.Data.ConnectionState.Open) await _connection.OpenAsync();
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return values;
    }
}
