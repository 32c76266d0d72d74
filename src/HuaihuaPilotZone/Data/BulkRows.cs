using System.Data.Common;
using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuaihuaPilotZone.Data;

/// <summary>
/// Writes many new rows of one table: columns, conversions and limits are the model's, but nothing is tracked and each statement holds many rows.
/// On SQLite every tracked row would be a statement of its own, prepared anew. Interceptors of a save see nothing of it, so only a room's own writer may use it.
/// </summary>
internal static class BulkRows
{
    /// <summary>SQL Server takes 2,100.</summary>
    private const int MostParameters = 2_000;

    /// <summary>A statement of several rows is one that SQLite must be able to take back by itself: it copies every page before it writes it. One row needs no copy.</summary>
    private const int RowsPerStatementOnSqlite = 1;

    /// <summary>Inside the caller's transaction.</summary>
    /// <param name="owners">For each row the id of the record it belongs to; null where the rows say it themselves.</param>
    /// <param name="ownerProperty">The property that names that record.</param>
    /// <exception cref="DbUpdateException">The database refuses a row, such as one that a unique index knows.</exception>
    public static async Task InsertManyAsync<T>(this PortalDbContext db, IReadOnlyList<T> rows, CancellationToken cancellation, IReadOnlyList<int>? owners = null, string? ownerProperty = null)
        where T : class
    {
        if (rows.Count == 0) return;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Many rows are written inside a transaction.");
        var columns = Columns(db.Model.FindEntityType(typeof(T))!, ownerProperty);
        var perStatement = db.Database.IsSqlite() ? RowsPerStatementOnSqlite : Math.Clamp(MostParameters / columns.Count, 1, rows.Count);
        await RunAsync(db, rows, columns, perStatement, count => InsertText<T>(db, columns, count), owners, cancellation);
    }

    /// <summary>Writes some properties of many rows that are there, named by their keys; a row that is gone is passed over. Inside the caller's transaction.</summary>
    /// <param name="properties">Which ones are written, at least one.</param>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public static async Task UpdateManyAsync<T>(this PortalDbContext db, IReadOnlyList<T> rows, CancellationToken cancellation, params IReadOnlyList<string> properties)
        where T : class
    {
        if (rows.Count == 0) return;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Many rows are written inside a transaction.");
        var entity = db.Model.FindEntityType(typeof(T))!;
        List<Column> columns = [.. properties.Select(p => entity.FindProperty(p)!).Concat(entity.FindPrimaryKey()!.Properties).Select(p => new Column(p, false))];
        // a statement for each row: SQL Server takes many in one turn, SQLite keeps one prepared
        var perTurn = db.Database.IsSqlite() ? 1 : Math.Clamp(MostParameters / columns.Count, 1, rows.Count);
        await RunAsync(db, rows, columns, perTurn, count => UpdateText(db, entity, columns, properties.Count, count), null, cancellation);
    }

    private static async Task RunAsync<T>(
        PortalDbContext db, IReadOnlyList<T> rows, List<Column> columns, int perCommand, Func<int, string> textOf, IReadOnlyList<int>? owners, CancellationToken cancellation)
        where T : class
    {
        await using var full = Prepare(db, columns, perCommand, textOf(perCommand));
        await using var rest = rows.Count % perCommand is > 0 and var left ? Prepare(db, columns, left, textOf(left)) : null;
        try
        {
            for (var from = 0; from < rows.Count; from += perCommand)
            {
                var command = rows.Count - from >= perCommand ? full : rest!;
                Fill(command, columns, rows, from, owners);
                await command.ExecuteNonQueryAsync(cancellation);
            }
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"Many rows of {typeof(T).Name} could not be written.", e);
        }
    }

    private static List<Column> Columns(IEntityType entity, string? ownerProperty) =>
        [.. entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never || !p.IsPrimaryKey()).Select(p => new Column(p, p.Name == ownerProperty))];

    private static string InsertText<T>(PortalDbContext db, List<Column> columns, int rows)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var text = new StringBuilder("INSERT INTO ").Append(sql.DelimitIdentifier(db.Model.FindEntityType(typeof(T))!.GetTableName()!)).Append(" (")
            .AppendJoin(", ", columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName()))).Append(") VALUES ");
        for (var i = 0; i < rows; i++)
        {
            text.Append(i == 0 ? "(" : ", (");
            for (var j = 0; j < columns.Count; j++) text.Append(j == 0 ? "" : ", ").Append(NameOf((i * columns.Count) + j));
            text.Append(')');
        }

        return text.Append(';').ToString();
    }

    private static string UpdateText(PortalDbContext db, IEntityType entity, List<Column> columns, int written, int rows)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        string Part(int row, int column) => $"{sql.DelimitIdentifier(columns[column].Property.GetColumnName())} = {NameOf((row * columns.Count) + column)}";
        var text = new StringBuilder();
        for (var i = 0; i < rows; i++)
        {
            text.Append("UPDATE ").Append(sql.DelimitIdentifier(entity.GetTableName()!)).Append(" SET ").AppendJoin(", ", Enumerable.Range(0, written).Select(c => Part(i, c)))
                .Append(" WHERE ").AppendJoin(" AND ", Enumerable.Range(written, columns.Count - written).Select(c => Part(i, c))).Append(';');
        }

        return text.ToString();
    }

    /// <summary>As the context makes its own commands, so that whoever watches those sees this one too.</summary>
    private static DbCommand Prepare(PortalDbContext db, List<Column> columns, int rows, string text)
    {
        var command = db.GetService<IRelationalCommandBuilderFactory>().Create().Append(text).Build().CreateDbCommand(
            new RelationalCommandParameterObject(db.GetService<IRelationalConnection>(), null, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>()), Guid.NewGuid(), DbCommandMethod.ExecuteNonQuery);
        for (var i = 0; i < rows * columns.Count; i++) command.Parameters.Add(columns[i % columns.Count].Mapping.CreateParameter(command, NameOf(i), null, nullable: true));
        return command;
    }

    private static string NameOf(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");

    private static void Fill<T>(DbCommand command, List<Column> columns, IReadOnlyList<T> rows, int from, IReadOnlyList<int>? owners)
        where T : class
    {
        var parameter = 0;
        for (var row = from; parameter < command.Parameters.Count; row++)
        {
            foreach (var column in columns) command.Parameters[parameter++].Value = column.IsOwner ? owners![row] : column.ValueOf(rows[row]);
        }
    }

    /// <param name="IsOwner">Whether the value is given by the caller.</param>
    private sealed record Column(IProperty Property, bool IsOwner)
    {
        private readonly IClrPropertyGetter _getter = Property.GetGetter();
        private readonly int? _length = Property.PlainLength();

        public RelationalTypeMapping Mapping { get; } = Property.GetRelationalTypeMapping();

        public object ValueOf(object row)
        {
            var value = _getter.GetClrValueUsingContainingEntity(row);
            if (value is null) return DBNull.Value;
            if (value is string text && text.Length > _length) throw new InvalidOperationException($"{Property.DeclaringType.ShortName()}.{Property.Name}: {text.Length} characters do not fit into {_length}.");
            return (Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
