using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Personal.Keys;

/// <summary>How many values of a column are under the active key, and how many still wait.</summary>
public sealed record EncryptedCount(string Column, int Total, int Waiting);

/// <summary>Changes keys: new values take the new key at once, a job writes the others anew. A former key may go only when nothing waits any more.</summary>
public sealed class KeyRotation(PortalDbContext db, PersonalKeyRing ring, IServiceProvider services, IOptions<PersonalKeyOptions> options, JobService jobs, PortalJournal journal)
{
    /// <summary>Whether keys are configured: then a new one is added there, not here.</summary>
    public bool IsConfigured => options.Value.IsConfigured;

    public string ActiveId => ring.ActiveId;

    public async Task<IReadOnlyList<EncryptedCount>> CountAsync(CancellationToken cancellation)
    {
        var counts = new List<EncryptedCount>();
        var beginning = PersonalKeyRing.Beginning(ring.ActiveId);
        foreach (var column in EncryptedColumn.In(db))
        {
            var total = await column.Values(db).CountAsync(cancellation);
            counts.Add(new EncryptedCount(column.Name, total, total == 0 ? 0 : await column.Values(db).CountAsync(v => !v.Value.StartsWith(beginning), cancellation)));
        }
        return counts;
    }

    /// <summary>Starts the job that writes what waits under the active key; where the portal keeps the keys itself, a new one is made first.</summary>
    public Task<Outcome> RotateAsync(bool makeKey, CancellationToken cancellation)
    {
        if (makeKey && IsConfigured) return Task.FromResult(Outcome.Refused("密钥在配置里：请先在 Personal:Keys 加入新密钥，把 Personal:ActiveKey 指向它，重启后再重新加密。"));
        if (makeKey)
        {
            // outside the transaction: SQLite lets one write at a time
            var made = services.GetService(typeof(PersonalKeyStore)) is PersonalKeyStore store ? store.Make() : throw new InvalidOperationException("The key store is not registered.");
            ring.Reload();
            journal.Write(JournalSubjects.Privacy, made, PrivacyActs.KeyMade);
        }
        return StartAsync(cancellation);
    }

    private async Task<Outcome> StartAsync(CancellationToken cancellation)
    {
        jobs.Add(RotationHandler.Kind, $"用密钥 {ring.ActiveId} 重新加密个人信息", ring.ActiveId, null);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }
}

/// <summary>A value as it stands in the database, with the key of its row.</summary>
internal sealed class StoredValue
{
    public long Key { get; init; }

    /// <summary>0 for tables with a key of one column.</summary>
    public long SecondKey { get; init; }

    public required string Value { get; init; }
}

/// <summary>A column that is encrypted, looked at past the model, which would decrypt it.</summary>
internal sealed record EncryptedColumn(string Name, string Label, string Table, string Column, IReadOnlyList<string> Keys, bool IsPersonalColumn)
{
    private static readonly string[] _personalColumns =
    [
        $"{nameof(Letter)}.{nameof(Letter.ProtectedWriter)}", $"{nameof(InformationRequest)}.{nameof(InformationRequest.ProtectedApplicant)}",
        "Succession.ProtectedPerson", $"{nameof(Subscriber)}.{nameof(Subscriber.ProtectedAddress)}",
    ];

    /// <summary>All of a model, in a fixed order.</summary>
    public static IReadOnlyList<EncryptedColumn> In(PortalDbContext db)
    {
        var sql = db.GetSqlHelper();
        return [.. db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Select(p => (Property: p, Name: $"{p.DeclaringType.ShortName()}.{p.Name}"))
            .Where(p => p.Property.GetValueConverter() is PersonalConverter || _personalColumns.Contains(p.Name, StringComparer.Ordinal))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => Of(sql, p.Property, p.Name))];
    }

#pragma warning disable EF1002 // only names of tables and columns of the model, delimited, are put together; values are parameters
    /// <summary>Values that are there; an erased one is empty.</summary>
    public IQueryable<StoredValue> Values(PortalDbContext db) => db.Database.SqlQueryRaw<StoredValue>(
        $"SELECT CAST({Keys[0]} AS bigint) AS {db.GetSqlHelper().DelimitIdentifier(nameof(StoredValue.Key))}, {(Keys.Count > 1 ? $"CAST({Keys[1]} AS bigint)" : "CAST(0 AS bigint)")} AS {nameof(StoredValue.SecondKey)}, {Column} AS {db.GetSqlHelper().DelimitIdentifier(nameof(StoredValue.Value))} FROM {Table} WHERE {Column} IS NOT NULL AND {Column} <> ''");

    /// <summary>Writes a value where the former one still stands; what somebody has changed meanwhile is under the new key already.</summary>
    public Task<int> ReplaceAsync(PortalDbContext db, StoredValue row, string fresh, CancellationToken cancellation) => Keys.Count > 1
        ? db.Database.ExecuteSqlRawAsync($"UPDATE {Table} SET {Column} = {{0}} WHERE {Keys[0]} = {{1}} AND {Keys[1]} = {{2}} AND {Column} = {{3}}", [fresh, row.Key, row.SecondKey, row.Value], cancellation)
        : db.Database.ExecuteSqlRawAsync($"UPDATE {Table} SET {Column} = {{0}} WHERE {Keys[0]} = {{1}} AND {Column} = {{2}}", [fresh, row.Key, row.Value], cancellation);
#pragma warning restore EF1002

    private static EncryptedColumn Of(ISqlGenerationHelper sql, IProperty property, string name)
    {
        var entity = (IEntityType)property.DeclaringType;
        List<string> keys = [.. entity.FindPrimaryKey()!.Properties.Select(k => sql.DelimitIdentifier(k.GetColumnName()))];
        return new EncryptedColumn(
            name, property.GetValueConverter() is PersonalConverter converter ? converter.Column : PersonalColumn.Column, sql.DelimitIdentifier(entity.GetTableName()!), sql.DelimitIdentifier(property.GetColumnName()), keys,
            property.GetValueConverter() is not PersonalConverter);
    }
}

internal static class SqlHelpers
{
    public static ISqlGenerationHelper GetSqlHelper(this PortalDbContext db) => Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<ISqlGenerationHelper>(db);
}

/// <summary>Where a rotation has come to.</summary>
internal sealed record RotationMark(int Column, long Key, long SecondKey);

/// <summary>Writes values of former keys, and those from before there were keys, anew under the active one, in steps; a run that was cut off goes on where it stood.</summary>
internal sealed class RotationHandler(PortalDbContext db, PersonalKeyRing ring, PersonalColumn personal, PortalJournal journal) : JobHandler
{
    public const string Kind = "privacy.rotate";

    private const int Batch = 200;

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var (done, unreadable) = (run.DoneBefore, 0);
        var mark = run.Checkpoint<RotationMark>() ?? new RotationMark(0, long.MinValue, long.MinValue);
        var columns = EncryptedColumn.In(db);
        while (mark.Column < columns.Count)
        {
            var column = columns[mark.Column];
            var rows = await NextAsync(column, mark, cancellation);
            if (rows.Count == 0)
            {
                mark = new RotationMark(mark.Column + 1, long.MinValue, long.MinValue);
                continue;
            }
            mark = mark with { Key = rows[^1].Key, SecondKey = rows[^1].SecondKey };
            var (written, lost) = await StepAsync(run, column, rows, mark, done, cancellation);
            (done, unreadable) = (done + written, unreadable + lost);
        }
        journal.Write(JournalSubjects.Privacy, ring.ActiveId, PrivacyActs.KeysChanged, string.Create(CultureInfo.InvariantCulture, $"{done} 个值"));
        await db.SaveChangesAsync(cancellation);
        return new JobResult(string.Create(CultureInfo.InvariantCulture, $"共重新加密 {done} 个值{(unreadable > 0 ? $"，{unreadable} 个无法读取，原样保留" : "")}"), "/park/privacy/keys");
    }

    private Task<List<StoredValue>> NextAsync(EncryptedColumn column, RotationMark mark, CancellationToken cancellation)
    {
        var beginning = PersonalKeyRing.Beginning(ring.ActiveId);
        var (key, second) = (mark.Key, mark.SecondKey);
        return column.Values(db).Where(v => !v.Value.StartsWith(beginning) && (v.Key > key || (v.Key == key && v.SecondKey > second)))
            .OrderBy(v => v.Key).ThenBy(v => v.SecondKey).Take(Batch).ToListAsync(cancellation);
    }

    private async Task<(int Written, int Lost)> StepAsync(JobRun run, EncryptedColumn column, IReadOnlyList<StoredValue> rows, RotationMark mark, long done, CancellationToken cancellation)
    {
        var (written, lost) = (0, 0);
        await db.InTransactionAsync(
            async token =>
            {
                (written, lost) = (0, 0);
                foreach (var row in rows)
                {
                    if ((column.IsPersonalColumn ? personal.Open(row.Value) : ring.Decrypt(column.Label, row.Value)) is not { } text) lost++;
                    else written += await column.ReplaceAsync(db, row, ring.Encrypt(column.Label, text), token);
                }
                await run.ReportAsync(done + written, total: null, column.Name, mark, token);
                return Outcome.Done;
            },
            cancellation);
        return (written, lost);
    }
}
