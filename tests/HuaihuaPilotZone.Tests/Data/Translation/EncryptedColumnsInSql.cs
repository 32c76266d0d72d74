using System.Text.RegularExpressions;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Looks at statements of SQL Server for encrypted columns that are compared or ordered by: a fresh nonce for each value makes that senseless. Being there or not may be asked.</summary>
internal static partial class EncryptedColumnsInSql
{
    private static readonly IReadOnlyList<(string Table, string Column)> _columns = Find();

    /// <summary>Encrypted columns that a statement seeks or orders by.</summary>
    public static IEnumerable<string> SoughtIn(string sql) =>
        from alias in Aliases().Matches(sql).Select(m => (Table: m.Groups["table"].Value, Name: m.Groups["alias"].Value)).Distinct()
        from column in _columns
        where column.Table == alias.Table && IsSought(sql, $@"\[{alias.Name}\]\.\[{column.Column}\]")
        select $"{column.Table}.{column.Column}";

    private static bool IsSought(string sql, string column) =>
        Regex.IsMatch(sql, $@"(?:WHERE|AND|OR|NOT|ON|\()\s*\(*{column}\s*(?:=|<|>|LIKE|IN)|(?:=|<|>|LIKE)\s*{column}|(?:ORDER BY|GROUP BY)[^()]*{column}", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static List<(string Table, string Column)> Find()
    {
        using var db = new SqlServerPortalDbContext((DbContextOptions<SqlServerPortalDbContext>)PortalDatabase.UseSqlServer(new DbContextOptionsBuilder<SqlServerPortalDbContext>(), "Server=.;Database=none", new()).Options);
        return [.. db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Where(p => p.GetValueConverter() is PersonalConverter).Select(p => (e.GetTableName()!, p.GetColumnName())))];
    }

    [GeneratedRegex(@"\[(?<table>\w+)\] AS \[(?<alias>\w+)\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aliases();
}
