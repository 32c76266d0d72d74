using Microsoft.EntityFrameworkCore.Migrations;

namespace HuaihuaPilotZone.Search;

/// <summary>
/// The full-text table of SQLite, which the model of two databases cannot hold. It keeps no text of its own; triggers on the entries fill it,
/// in the transaction of whoever saves one.
/// </summary>
internal static class FullTextTable
{
    public static void Create(MigrationBuilder builder)
    {
        builder.Sql("CREATE VIRTUAL TABLE SearchFts USING fts5(Title, Text, tokenize='unicode61', content='', contentless_delete=1);");
        builder.Sql(
            """
            CREATE TRIGGER SearchEntries_Added AFTER INSERT ON SearchEntries BEGIN
                INSERT INTO SearchFts(rowid, Title, Text) VALUES (new.Id, coalesce(new.TitleTerms, ''), coalesce(new.TextTerms, ''));
            END;
            """);
        builder.Sql(
            """
            CREATE TRIGGER SearchEntries_Changed AFTER UPDATE OF TitleTerms, TextTerms ON SearchEntries BEGIN
                INSERT OR REPLACE INTO SearchFts(rowid, Title, Text) VALUES (new.Id, coalesce(new.TitleTerms, ''), coalesce(new.TextTerms, ''));
            END;
            """);
        builder.Sql(
            """
            CREATE TRIGGER SearchEntries_Removed AFTER DELETE ON SearchEntries BEGIN
                DELETE FROM SearchFts WHERE rowid = old.Id;
            END;
            """);
    }

    public static void Drop(MigrationBuilder builder)
    {
        foreach (var trigger in new[] { "SearchEntries_Added", "SearchEntries_Changed", "SearchEntries_Removed" }) builder.Sql($"DROP TRIGGER {trigger};");
        builder.Sql("DROP TABLE SearchFts;");
    }
}
