using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Declarations.Templates;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>What both databases have in common, and what each column has decided.</summary>
public sealed class ModelTests
{
    private const string Exact = "Latin1_General_100_BIN2";
    private const string IgnoringCase = "Latin1_General_100_CI_AS";

    /// <summary>Decimals that are not (19,5), with their form.</summary>
    private static readonly Dictionary<string, (int Precision, int Scale)> _otherDecimals = new(StringComparer.Ordinal);

    /// <summary>Texts without a limit. Each holds a document of its own.</summary>
    private static readonly string[] _unboundedTexts =
    [
        $"{nameof(DataProtectionKey)}.{nameof(DataProtectionKey.Xml)}",
        $"{nameof(ImportedEnterprise)}.{nameof(ImportedEnterprise.Before)}",
        $"{nameof(RosterMerge)}.{nameof(RosterMerge.Before)}",
        $"{nameof(JournalPersonalValue)}.{nameof(JournalPersonalValue.OldValue)}",
        $"{nameof(JournalPersonalValue)}.{nameof(JournalPersonalValue.NewValue)}",
        $"{nameof(Declaration)}.{nameof(Declaration.Document)}",
        $"{nameof(Declaration)}.{nameof(Declaration.Origins)}",
        $"{nameof(DraftRevision)}.{nameof(DraftRevision.Document)}",
        $"{nameof(DraftTemplate)}.{nameof(DraftTemplate.Document)}",
        $"{nameof(DraftTemplate)}.{nameof(DraftTemplate.Origins)}",
        $"{nameof(KeptOrder)}.{nameof(KeptOrder.Document)}",
        $"{nameof(Submission)}.{nameof(Submission.Document)}",
        $"{nameof(Submission)}.{nameof(Submission.Findings)}",
        $"{nameof(Submission)}.{nameof(Submission.Basis)}",
        $"{nameof(Indicator)}.{nameof(Indicator.Pending)}",
        $"{nameof(IndicatorSeries)}.{nameof(IndicatorSeries.Pending)}",
        $"{nameof(NewsItem)}.{nameof(NewsItem.Pending)}",
        $"{nameof(PolicyDocument)}.{nameof(PolicyDocument.Pending)}",
        $"{nameof(EnglishVersion)}.{nameof(EnglishVersion.Pending)}",
        $"{nameof(RiskNotice)}.{nameof(RiskNotice.Pending)}",
        $"{nameof(TextVersion)}.{nameof(TextVersion.Draft)}",
        $"{nameof(KeptTableRow)}.{nameof(KeptTableRow.More)}",
        $"{nameof(TableImport)}.{nameof(TableImport.Problems)}",
        $"{nameof(Job)}.{nameof(Job.Payload)}",
        $"{nameof(Job)}.{nameof(Job.Checkpoint)}",
        $"{nameof(CustomsReceipt)}.{nameof(CustomsReceipt.Values)}",
        $"{nameof(KeptAnswer)}.{nameof(KeptAnswer.Body)}",
        $"{nameof(WebhookDelivery)}.{nameof(WebhookDelivery.Body)}",
        $"{nameof(ImportBatch)}.{nameof(ImportBatch.Columns)}",
        $"{nameof(ImportBatch)}.{nameof(ImportBatch.Places)}",
        $"{nameof(ImportBatch)}.{nameof(ImportBatch.Top)}",
        $"{nameof(ImportRow)}.{nameof(ImportRow.Cells)}",
        $"{nameof(ImportRow)}.{nameof(ImportRow.Originals)}",
        $"{nameof(NewsItem)}.{nameof(NewsItem.Body)}",
        $"{nameof(PolicyDocument)}.{nameof(PolicyDocument.Body)}",
        "EnglishVersion.Body",
        $"{nameof(PolicyCriteria)}.{nameof(PolicyCriteria.Tree)}",
        "SearchEntry.Text",
        "SearchEntry.TitleTerms",
        "SearchEntry.TextTerms",
    ];

    private static readonly SqlitePortalDbContext _sqlite =
        new((DbContextOptions<SqlitePortalDbContext>)PortalDatabase.UseSqlite(new DbContextOptionsBuilder<SqlitePortalDbContext>(), "Data Source=:memory:", new()).Options);

    private static readonly SqlServerPortalDbContext _sqlServer =
        new((DbContextOptions<SqlServerPortalDbContext>)PortalDatabase.UseSqlServer(new DbContextOptionsBuilder<SqlServerPortalDbContext>(), "Server=.;Database=none", new()).Options);

    public static TheoryData<string> Databases => [nameof(_sqlite), nameof(_sqlServer)];

    [Theory]
    [MemberData(nameof(Databases))]
    public void A_decimal_has_19_digits_and_5_places_unless_it_says_otherwise(string database)
    {
        var decimals = Properties(database).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(decimal)).ToList();

        Assert.NotEmpty(decimals);
        Rule.HoldsEverywhere(decimals
            .Where(p => (p.GetPrecision(), p.GetScale()) != (_otherDecimals.TryGetValue(Name(p), out var other) ? other : (19, 5)))
            .Select(p => $"{Name(p)}: ({p.GetPrecision()},{p.GetScale()})"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void A_text_has_a_length_unless_it_is_a_document(string database)
    {
        var texts = Properties(database).Where(IsText).ToList();

        Assert.NotEmpty(texts);
        Rule.HoldsEverywhere(texts.Where(p => p.GetMaxLength() is not > 0).Select(Name).Except(_unboundedTexts));
        Rule.HoldsEverywhere(_unboundedTexts.Except(texts.Where(p => p.GetMaxLength() == -1).Select(Name)).Select(t => $"{t} is listed as unbounded and is not"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Nothing_is_deleted_because_something_else_is(string database)
    {
        var keys = Model(database).GetRelationalModel().Tables.SelectMany(t => t.ForeignKeyConstraints).ToList();

        Assert.NotEmpty(keys);
        Rule.HoldsEverywhere(keys.Where(k => k.OnDeleteAction is not (ReferentialAction.Restrict or ReferentialAction.NoAction)).Select(k => $"{k.Name}: {k.OnDeleteAction}"));
    }

    [Fact]
    public void Every_text_column_says_how_it_compares_and_both_databases_say_the_same()
    {
        var onSqlite = Columns(_sqlite).ToDictionary(c => c.Name, c => c.Column.Collation, StringComparer.Ordinal);
        var texts = Columns(_sqlServer).Where(c => c.Column.StoreType.Contains("char", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Contains(texts, t => t.Column.Collation == IgnoringCase);
        Rule.HoldsEverywhere(texts.Where(t => t.Column.Collation is not (Exact or IgnoringCase)).Select(t => $"{t.Name}: {t.Column.Collation ?? "the server's own"}"));
        Rule.HoldsEverywhere(texts.Where(t => onSqlite[t.Name] != (t.Column.Collation == IgnoringCase ? "NOCASE" : null)).Select(t => $"{t.Name}: {onSqlite[t.Name]} on SQLite"));
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        var sqlite = Columns(_sqlite).Select(c => $"{c.Name} {(c.Column.IsNullable ? "null" : "not null")}").Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, Columns(_sqlServer).Select(c => $"{c.Name} {(c.Column.IsNullable ? "null" : "not null")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_databases_have_the_same_indexes()
    {
        var sqlite = Indexes(_sqlite);

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, Indexes(_sqlServer));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void A_record_that_two_may_edit_is_compared_by_its_version(string database)
    {
        var versioned = Model(database).GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))).ToList();

        Assert.NotEmpty(versioned);
        Assert.All(versioned, e => Assert.True(e.FindProperty(nameof(IVersioned.Version)) is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.Never }, e.ShortName()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void No_column_is_of_a_type_that_one_database_cannot_sort(string database) =>
        Rule.HoldsEverywhere(Properties(database)
            .Where(p => (Nullable.GetUnderlyingType(p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) ?? p.ClrType) is var t && (t == typeof(TimeSpan) || (t == typeof(DateTimeOffset) && p.GetTypeMapping().Converter is null)))
            .Select(Name));

    [Fact]
    public void The_script_for_the_database_administrator_makes_every_table_and_may_run_twice()
    {
        var script = _sqlServer.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var tables = Model(nameof(_sqlServer)).GetRelationalModel().Tables.Select(t => t.Name).ToList();

        Assert.NotEmpty(tables);
        Rule.HoldsEverywhere(tables.Where(t => !script.Contains($"CREATE TABLE [{t}]", StringComparison.Ordinal)));
        var creations = script.Split("CREATE TABLE [").Length - 1;
        // each statement asks the history first; the history itself is asked for by name
        Assert.True(script.Split("IF NOT EXISTS (").Length - 1 >= creations - 1);
        Assert.Contains("IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL", script, StringComparison.Ordinal);
    }

    private static bool IsText(IProperty property) => property.GetTypeMapping().Converter?.ProviderClrType == typeof(string) || property.ClrType == typeof(string);

    private static IModel Model(string database) => Of(database).GetService<IDesignTimeModel>().Model;

    private static IEnumerable<IProperty> Properties(string database) => Model(database).GetEntityTypes().SelectMany(e => e.GetProperties());

    private static IEnumerable<(string Name, IColumn Column)> Columns(DbContext db) =>
        db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => ($"{t.Name}.{c.Name}", (IColumn)c)));

    private static List<string> Indexes(DbContext db) =>
        [.. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(t => t.Indexes)
            .Select(i => $"{i.Table.Name}.{i.Name}({string.Join(", ", i.Columns.Select(c => c.Name))}) {(i.IsUnique ? "unique" : "")}").Order(StringComparer.Ordinal)];

    private static DbContext Of(string database) => database == nameof(_sqlite) ? _sqlite : _sqlServer;

    private static string Name(IProperty property) => $"{property.DeclaringType.ShortName()}.{property.Name}";
}
