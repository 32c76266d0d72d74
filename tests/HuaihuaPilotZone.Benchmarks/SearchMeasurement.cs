using System.Diagnostics;
using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Search.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// The search over 100,000 pages on FTS5 against the bare query that finds and ranks the same pages, in turns in one process:
/// <code>search make FILE.db</code>, <code>search run FILE.db</code>.
/// </summary>
internal static class SearchMeasurement
{
    private const int Rounds = 3;

    public static async Task RunAsync(string[] args)
    {
        if (args is not [var what, var path]) throw new ArgumentException("search make|run FILE.db", nameof(args));
        using var host = Host(Path.GetFullPath(path));
        if (what == "make") await MakeAsync(host.Services);
        else await MeasureAsync(host.Services);
    }

    private static async Task MakeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.MigrateAsync();
        db.SearchSynonyms.AddRange(SamplePages.Synonyms.Select(w => new SearchSynonym { Words = w }));
        foreach (var batch in SamplePages.All().Chunk(1000))
        {
            db.SearchEntries.AddRange(batch);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        var pages = await db.SearchEntries.CountAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages, {new FileInfo(db.Database.GetDbConnection().DataSource).Length / 1024 / 1024} MB"));
    }

    private static async Task MeasureAsync(IServiceProvider services)
    {
        var watch = Stopwatch.StartNew();
        await using (var scope = services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SearchVocabularyReader>().RefreshAsync(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"vocabulary read in {watch.Elapsed.TotalSeconds:0.0} s; {GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MB in memory"));
        var times = new List<Timed>();
        foreach (var (kind, query) in SamplePages.Queries())
        {
            // warm, and in turns: bare, search, suggestions
            await OnceAsync(services, query);
            var turns = new List<Timed>();
            for (var round = 0; round < Rounds; round++) turns.Add(await OnceAsync(services, query) with { Kind = kind });
            times.Add(new Timed(kind, query, turns[0].Found, Median(turns, t => t.Bare), Median(turns, t => t.Portal), Median(turns, t => t.Suggest)));
        }

        Console.WriteLine("| queries | number | found, median | bare p50 | bare p95 | search p50 | search p95 | ratio of p95 | suggestions p95 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var group in times.GroupBy(t => t.Kind)) Print(group.Key, [.. group]);
        Print("all", times);
        foreach (var slow in times.OrderByDescending(t => t.Portal).Take(8)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest: {slow.Kind} {slow.Query} found {slow.Found}: bare {slow.Bare:0.0} ms, search {slow.Portal:0.0} ms"));
    }

    private static void Print(string name, List<Timed> times)
    {
        var (bare, portal) = (At(times, 0.95, t => t.Bare), At(times, 0.95, t => t.Portal));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {times.Count} | {At(times, 0.5, t => t.Found):0} | {At(times, 0.5, t => t.Bare):0.0} | {bare:0.0} | {At(times, 0.5, t => t.Portal):0.0} | {portal:0.0} | {portal / bare:0.0} | {At(times, 0.95, t => t.Suggest):0.0} |"));
    }

    private static async Task<Timed> OnceAsync(IServiceProvider services, string text)
    {
        await using var scope = services.CreateAsyncScope();
        var search = scope.ServiceProvider.GetRequiredService<SiteSearch>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.OpenConnectionAsync();
        var query = SearchQuery.Read(text, SamplePages.SynonymGroups);
        var watch = Stopwatch.StartNew();
        Bare((SqliteConnection)db.Database.GetDbConnection(), query);
        var bare = watch.Elapsed.TotalMilliseconds;
        await db.Database.CloseConnectionAsync();
        watch.Restart();
        var found = (await search.FindAsync(new SearchFilter(text), new PageRequest(), CancellationToken.None)).Page.Total;
        var portal = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        await search.SuggestAsync(text, CancellationToken.None);
        return new Timed("", text, found, bare, portal, watch.Elapsed.TotalMilliseconds);
    }

    /// <summary>What no search over FTS5 can do without: the best of all hits.</summary>
    private static void Bare(SqliteConnection connection, SearchQuery query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, bm25(SearchFts, 8.0, 1.0) AS Score FROM SearchFts WHERE SearchFts MATCH $match ORDER BY Score LIMIT 20";
        command.Parameters.AddWithValue("$match", string.Join(" AND ", query.Parts.Select(p => $"({string.Join(" OR ", p.Phrases.Select(w => $"\"{string.Join(' ', w.Terms)}\"{(w.IsPrefix ? "*" : "")}"))})")));
        using var reader = command.ExecuteReader();
        while (reader.Read()) _ = (reader.GetInt32(0), reader.GetDouble(1));
    }

    private static double Median(List<Timed> turns, Func<Timed, double> of) => At(turns, 0.5, of);

    private static double At(List<Timed> times, double part, Func<Timed, double> of) => times.Select(of).Order().ElementAt((int)Math.Ceiling(times.Count * part) - 1);

    /// <summary>The room as the portal registers it; no worker is started.</summary>
    private static IHost Host(string path)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Path.GetDirectoryName(path) });
        builder.Configuration["ConnectionStrings:Sqlite"] = $"Data Source={path}";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<ChinaTime>().AddScoped<Actor>();
        builder.Services.AddPortalDatabase(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton<PublicPages.PublicChanges>().AddJournal().AddMessages(builder.Configuration).AddSearch();
        return builder.Build();
    }

    /// <param name="Bare">Milliseconds, as the others.</param>
    private sealed record Timed(string Kind, string Query, int Found, double Bare, double Portal, double Suggest);
}
