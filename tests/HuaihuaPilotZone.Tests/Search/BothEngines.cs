using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Search;

/// <summary>Two copies of the portal's database, each with the index of one engine, built anew from the content.</summary>
public sealed class BothEngines(Portal portal) : IAsyncLifetime
{
    private readonly SearchVocabulary _words = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-search-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var kind in Enum.GetValues<SearchEngineKind>())
        {
            await portal.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {PathOf(kind)}"));
            await using var scope = Open(kind);
            await scope.Database.SearchPostings.ExecuteDeleteAsync();
            await scope.Database.SearchEntries.ExecuteDeleteAsync();
            await scope.Rebuild.RunAsync(CancellationToken.None);
            await scope.Rebuild.RefreshFixedAsync(CancellationToken.None);
            await new SearchVocabularyReader(scope.Database, _words).RefreshAsync(CancellationToken.None);
        }
    }

    /// <summary>The search of one engine, as a request has it.</summary>
    public SearchScope Open(SearchEngineKind kind)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PortalDatabase.UseSqlite(builder, $"Data Source={PathOf(kind)};Pooling=False", new DatabaseOptions { SqliteSynchronous = "NORMAL", Search = kind });
        return new SearchScope(new SqlitePortalDbContext(builder.Options), kind, _words, portal);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string PathOf(SearchEngineKind kind) => Path.Combine(_folder, $"{kind}.db");
}

/// <summary>One request's services over one engine's database.</summary>
public sealed class SearchScope : IAsyncDisposable
{
    public SearchScope(PortalDbContext db, SearchEngineKind kind, SearchVocabulary words, Portal portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        var time = portal.Services.GetRequiredService<ChinaTime>();
        var choice = new SearchEngineChoice(kind);
        Database = db;
        Rebuild = new SearchRebuild(db, choice, null!);
        Search = new SiteSearch(db, new SearchSynonyms(db, new PortalJournal(db, new Actor(), time)), words, time, choice);
    }

    public PortalDbContext Database { get; }

    public SearchRebuild Rebuild { get; }

    public SiteSearch Search { get; }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
