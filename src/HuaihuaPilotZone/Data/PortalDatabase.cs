using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Data.Conventions;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Data;

/// <summary>Chooses the database by Database:Provider.</summary>
public static class PortalDatabase
{
    public const string DefaultSqlite = "Data Source=App_Data/pilotzone.db";

    /// <param name="contentRoot">Folder that a relative SQLite path is taken from.</param>
    /// <exception cref="OptionsValidationException">Database:Provider is neither Sqlite nor SqlServer, or the connection string is missing.</exception>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddPersonalKeys();
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        switch (configuration["Database:Provider"])
        {
            case null or "" or "Sqlite":
                var sqlite = SqliteConnectionString(configuration.GetConnectionString("Sqlite"), contentRoot);
                return services.AddDbContextPool<PortalDbContext, SqlitePortalDbContext>((provider, o) => UseSqlite(o, sqlite, Options(provider), Keys(provider)).AddInterceptors(WatchPublic(provider)));
            case "SqlServer":
                var server = configuration.GetConnectionString("SqlServer");
                if (string.IsNullOrWhiteSpace(server)) throw Wrong("Database:Provider is SqlServer, but ConnectionStrings:SqlServer is empty.");
                return services.AddDbContextPool<PortalDbContext, SqlServerPortalDbContext>((provider, o) => UseSqlServer(o, server, Options(provider), Keys(provider)).AddInterceptors(WatchPublic(provider)));
            case var other:
                throw Wrong($"Database:Provider is '{other}'. Write Sqlite or SqlServer.");
        }
    }

    /// <summary>The options of the SQLite context, also for tests.</summary>
    /// <param name="keys">Of personal columns; without any, no other process can read what is written there.</param>
    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder builder, string connectionString, DatabaseOptions options, PersonalKeyRing? keys = null) =>
        Quiet(builder, keys).UseSqlite(connectionString, s => s.CommandTimeout(options.CommandTimeoutSeconds))
            .AddInterceptors(new SearchIndexer(options.SearchEngineKind), new MediaUseKeeper(), new RosterKeeper(), new FitInterceptor(), new SqlitePragmas(options));

    /// <summary>The options of the SQL Server context, also for tests.</summary>
    /// <param name="keys">Of personal columns; without any, no other process can read what is written there.</param>
    public static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder builder, string connectionString, DatabaseOptions options, PersonalKeyRing? keys = null) =>
        Quiet(builder, keys).UseSqlServer(connectionString, s =>
            {
                s.EnableRetryOnFailure().CommandTimeout(options.CommandTimeoutSeconds);
                if (options.MaxBatchSize is { } most) s.MaxBatchSize(most);
            })
            .AddInterceptors(new SearchIndexer(SearchEngineKind.Postings), new MediaUseKeeper(), new RosterKeeper(), new FitInterceptor());

    // records that were merged are left out of every query; what names one follows or stays by a rule, so no list loses a row by it
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder builder, PersonalKeyRing? keys)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new PersonalKeysExtension(keys ?? PersonalKeyRing.Throwaway));
        return builder.ReplaceService<IModelCacheKeyFactory, ModelOfKeys>()
            .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    private static string SqliteConnectionString(string? configured, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(configured) ? DefaultSqlite : configured);
        if (!builder.DataSource.StartsWith(':') && !Path.IsPathRooted(builder.DataSource))
            builder.DataSource = Path.GetFullPath(Path.Combine(contentRoot, builder.DataSource));
        if (Path.GetDirectoryName(builder.DataSource) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        return builder.ToString();
    }

    private static OptionsValidationException Wrong(string sentence) => new("Database", typeof(DatabaseOptions), [sentence]);

    private static PublicChangesInterceptor WatchPublic(IServiceProvider provider) => new(provider.GetRequiredService<PublicChanges>());

    private static PersonalKeyRing Keys(IServiceProvider provider) => provider.GetRequiredService<PersonalKeyRing>();

    private static DatabaseOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
