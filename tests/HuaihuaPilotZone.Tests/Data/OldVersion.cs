using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>A database as an earlier version of the portal left it: its schema, and two rows in every table, written once and kept as text.</summary>
internal sealed class OldVersion(SqliteConnection connection)
{
    private const int Rows = 2;
    private const int FirstId = 9001;
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT GLOB 'SearchFts*' ORDER BY name";

    /// <summary>May be missing by itself, but a check of its table asks for it.</summary>
    private static readonly (string Table, string Column)[] _asked = [("NetworkNotices", "NodeId")];

    /// <summary>Their rows have to fit each other and what they speak of; they have tests of their own.</summary>
    private static readonly string[] _leftOut = ["FilingReceipts", "JournalLateLines", "JournalSeals", "JournalWatch"];

    /// <summary>Hash of everything that the schema says; the migrations that have landed always make the same.</summary>
    public async Task<string> SchemaHashAsync() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        (await AskAsync("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT GLOB 'SearchFts*' ORDER BY name")).Select(r => ((string)r[0]).ReplaceLineEndings("\n"))))));

    public async Task<SortedDictionary<string, long>> CountAsync()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in await AskAsync(Tables)) counts[(string)row[0]] = (long)(await AskAsync($"SELECT COUNT(*) FROM \"{row[0]}\""))[0][0];
        return counts;
    }

    /// <summary>All that the journal says, as one text.</summary>
    public async Task<string> JournalAsync() => string.Join('\n', (await AskAsync(
        "SELECT l.Id, l.At, l.UserName, l.Subject, l.SubjectKey, l.Act, l.Note, c.Field, c.OldValue, c.NewValue FROM JournalLines l LEFT JOIN JournalChanges c ON c.JournalLineId = l.Id ORDER BY l.Id, c.Id"))
        .Select(r => string.Join('|', r)));

    public async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<object[]>> AskAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }

        return rows;
    }

    /// <summary>Writes the statements that fill every table with as little as it must have.</summary>
    public async Task<string> WriteAsync()
    {
        var schema = await SchemaHashAsync();
        var text = new StringBuilder($"-- schema {schema}\nPRAGMA defer_foreign_keys=ON;\n");
        foreach (var table in (await AskAsync(Tables)).Select(r => (string)r[0]).Except(_leftOut, StringComparer.Ordinal))
        {
            var columns = (await ColumnsAsync(table)).Where(c => c.IsNeeded || _asked.Contains((table, c.Name))).ToList();
            var rows = new List<string>();
            for (var n = 0; n < Rows; n++)
            {
                var values = new List<string>();
                foreach (var column in columns) values.Add(await ValueAsync(table, column, n));
                rows.Add($"({string.Join(", ", values)})");
            }

            text.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES {string.Join(", ", rows)};\n");
        }

        return text.ToString();
    }

    private async Task<string> ValueAsync(string table, Column column, int n)
    {
        foreach (var key in await AskAsync($"SELECT \"table\", \"to\" FROM pragma_foreign_key_list('{table}') WHERE \"from\" = '{column.Name}'"))
        {
            var (parent, to) = ((string)key[0], (string)key[1]);
            if (parent != table) return await ValueAsync(parent, (await ColumnsAsync(parent)).Single(c => c.Name == to), n);
        }

        return column.Type switch
        {
            "INTEGER" => (column.IsKey ? FirstId + n : n + 1).ToString(CultureInfo.InvariantCulture),
            "REAL" => $"{n + 1}.5",
            "BLOB" => $"x'0{n + 1}'",
            _ when column.Name.EndsWith("At", StringComparison.Ordinal) => $"'2026-01-0{n + 1} 08:00:00'",
            _ when column.Name.EndsWith("On", StringComparison.Ordinal) || column.Name.EndsWith("Since", StringComparison.Ordinal) || column.Name.EndsWith("Day", StringComparison.Ordinal) => $"'2026-01-0{n + 1}'",
            _ => $"'{column.Name}-{n + 1}'",
        };
    }

    private async Task<List<Column>> ColumnsAsync(string table) =>
        [.. (await AskAsync($"SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo('{table}') WHERE hidden = 0")).Select(c => new Column((string)c[0], (string)c[1], (long)c[2] == 1 || (long)c[3] > 0, (long)c[3] > 0))];

    private sealed record Column(string Name, string Type, bool IsNeeded, bool IsKey);
}
