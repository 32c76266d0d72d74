using System.Diagnostics;
using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Every kind of list of the roster against a query written by hand that reads the same rows and counts them the same way, in turns in one process:
/// <code>roster make FILE.db 100000</code>, <code>roster run FILE.db</code>; with names behind it (<code>roster run FILE.db incomplete "one type"</code>) only what has one of
/// them in its own. Importing is measured against a bare parse of the same file and bare batched
/// inserts of the same rows into the same tables: <code>roster import 100000</code>.
/// </summary>
internal static class RosterMeasurement
{
    private const int Rounds = 7;
    private const int Size = 20;
    private const int WarmRounds = 40;

    private const string Usage = "roster make FILE.db N | roster run FILE.db [NAME ...], each a part of the name of what is to be measured | roster import N";

    private const string Columns =
        "e.Id, e.Version, e.Name, e.EnglishName, e.CreditCode, e.CustomsCode, e.Type, e.ParkAreaId, a.Name, e.Stage, e.StageSince, e.Address, e.Website, e.IsPublic, e.UpdatedAt, e.Completeness";

    public static async Task RunAsync(string[] args)
    {
        if (args is ["import", var rows])
        {
            await RosterImportMeasurement.RunAsync(int.Parse(rows, CultureInfo.InvariantCulture));
            return;
        }

        if (args is not [var what, var path, ..]) throw new ArgumentException(Usage, nameof(args));
        using var host = Host(Path.GetFullPath(path));
        if (what == "make") await MakeAsync(host.Services, int.Parse(args[2], CultureInfo.InvariantCulture));
        else
        {
            string[] names = args[2..];
            bool IsAsked(string name) => names.Length == 0 || names.Any(n => name.Contains(n, StringComparison.OrdinalIgnoreCase));
            await MeasureAsync(host.Services, IsAsked);
            await MeasureNumbersAsync(host.Services, IsAsked);
            await MeasurePastAsync(host.Services, IsAsked);
        }
    }

    /// <summary>As if something of the roster had changed: what is remembered of it holds no more.</summary>
    private static async Task ForgetAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var stamp = Guid.NewGuid();
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().PublicStamps.Where(s => s.Topic == PublicPages.PublicTopic.Enterprises).ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp));
    }

    /// <summary>Whole pages of the directory with the numbers beside their filters, when nothing of them is remembered and when it is.</summary>
    private static async Task MeasureNumbersAsync(IServiceProvider services, Predicate<string> isAsked)
    {
        Console.WriteLine("\n| directory with its filters | found | cold ms | cold processor ms | warm ms |\n|---|---:|---:|---:|---:|");
        foreach (var (name, query) in new (string, DirectoryQuery)[]
        {
            ("all", new()),
            ("one type", new(Type: EnterpriseType.Logistics)),
            ("one type and stage", new(Type: EnterpriseType.Manufacturing) { Stage = EnterpriseStage.Operating }),
            ("frequent pair", new("箱包")),
            ("pair of every name", new("公司")),
            ("initials, frequent", new("hc")),
            ("frequent tag", new(TagId: 1)),
            ("market", new() { Market = TargetMarket.Asean }),
        }.Where(q => isAsked(q.Item1)))
        {
            var times = new List<(double Cold, double Processor, double Warm)>();
            DirectoryList? list = null;
            for (var round = 0; round <= Rounds; round++)
            {
                await ForgetAsync(services);
                var (cold, processor) = await AskAsync();
                if (round > 0) times.Add((cold, processor, (await AskAsync()).Time));
            }

            double Median(Func<(double Cold, double Processor, double Warm), double> of) => times.Select(of).Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {list!.Total?.ToString("N0", CultureInfo.InvariantCulture) ?? "10,000+"} | {Median(t => t.Cold):0.0} | {Median(t => t.Processor):0.0} | {Median(t => t.Warm):0.0} |"));

            async Task<(double Time, double Processor)> AskAsync()
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.OpenConnectionAsync();
                var (watch, began) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                list = await scope.ServiceProvider.GetRequiredService<PublicDirectory>().ListAsync(query, new RosterPlace(), Size, CancellationToken.None);
                return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
            }
        }
    }

    /// <summary>What is asked of the past, without a baseline: it must not grow with the roster.</summary>
    private static async Task MeasurePastAsync(IServiceProvider services, Predicate<string> isAsked)
    {
        var today = new ChinaTime(TimeProvider.System).Today;
        Console.WriteLine("\n| of the past | found | ms |\n|---|---:|---:|");
        foreach (var (name, query) in new (string, PastQuery)[]
        {
            ("yesterday", new(today.AddDays(-1))),
            ("a year ago", new(today.AddYears(-1))),
            ("the first days", new(new DateOnly(2016, 1, 3))),
            ("yesterday, a stage", new(today.AddDays(-1), Stage: EnterpriseStage.Left)),
            ("yesterday, a type", new(today.AddDays(-1), Type: EnterpriseType.Other)),
            ("yesterday, a tag", new(today.AddDays(-1), TagId: 1)),
            ("yesterday, a word", new(today.AddDays(-1), Word: "凤麟")),
            ("yesterday, a frequent word", new(today.AddDays(-1), Word: "箱包")),
        })
        {
            await ShowAsync($"{name}, list", async s => (await s.GetRequiredService<PastRoster>().ListAsync(query, new RosterPlace(), Size, CancellationToken.None)).Total);
            await ShowAsync($"{name}, counts", async s => (await s.GetRequiredService<PastRoster>().CountAsync(query, CancellationToken.None)).Stages?.All);
        }

        foreach (var (name, from) in new[] { ("a month", today.AddMonths(-1)), ("ten years", today.AddYears(-10)) })
            await ShowAsync($"comparison over {name}", async s => (await s.GetRequiredService<RosterComparison>().ListAsync(from, today, null, new PageRequest(1, Size), CancellationToken.None)) is { Moves: not null } list ? list.Rows.Total : null);
        await ShowAsync("public change log", async s => (await s.GetRequiredService<RosterChanges>().ListAsync(new PageRequest(1, Size), CancellationToken.None)).Total);
        await ShowAsync("public change log, page 50", async s => (await s.GetRequiredService<RosterChanges>().ListAsync(new PageRequest(RosterPlace.MostPages, Size), CancellationToken.None)).Total);

        async Task ShowAsync(string name, Func<IServiceProvider, Task<int?>> ask)
        {
            if (!isAsked(name)) return;
            var (times, found) = (new List<double>(), (int?)null);
            for (var round = 0; round <= Rounds; round++)
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.OpenConnectionAsync();
                var watch = Stopwatch.StartNew();
                found = await ask(scope.ServiceProvider);
                if (round > 0) times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {found?.ToString("N0", CultureInfo.InvariantCulture) ?? "10,000+"} | {times.Order().ElementAt(Rounds / 2):0.0} |"));
        }
    }

    private static async Task MakeAsync(IServiceProvider services, int count)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.MigrateAsync();
        foreach (var seed in scope.ServiceProvider.GetServices<RoomSeed>().Where(s => s.GetType().Name == "EnterprisesSeed")) await seed.EnsureReferenceAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await scope.ServiceProvider.GetRequiredService<SampleRoster>().MakeAsync(count, done => Console.Write($"\r{done}"), CancellationToken.None);
        // the writer of many makes hidden ones only
        await db.Database.ExecuteSqlRawAsync("UPDATE Enterprises SET IsPublic = 1, Visibility = 'Shown' WHERE Stage <> 'Left' AND Id % 3 <> 0");
        await db.Database.ExecuteSqlRawAsync("UPDATE RecordSpans SET IsShown = 1 WHERE Stage <> 'Left' AND EnterpriseId % 3 <> 0");
        await scope.ServiceProvider.GetRequiredService<RosterUpkeep>().RecountAsync(CancellationToken.None);
        // as the portal does every five minutes
        await scope.ServiceProvider.GetRequiredService<RosterUpkeep>().SumUpAsync(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{count} enterprises in {watch.Elapsed.TotalSeconds:0} s, {new FileInfo(db.Database.GetDbConnection().DataSource).Length / 1024 / 1024} MB"));
    }

    private static async Task MeasureAsync(IServiceProvider services, Predicate<string> isAsked)
    {
        await WarmAsync(services);
        Console.WriteLine("| list | found | bare ms | with numbers ms | roster ms | ratio | ratio of processor times | remembered ms | ratio to bare |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var @case in Cases().Where(c => isAsked(c.Name)))
        {
            var times = new List<Times>();
            RosterList? list = null;
            for (var round = 0; round <= Rounds; round++)
            {
                await ForgetAsync(services);
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                await db.Database.OpenConnectionAsync();
                var connection = (SqliteConnection)db.Database.GetDbConnection();
                List<int> ids = [];
                var bare = await TimeAsync(() => Task.FromResult(ids = Bare(connection, @case)));
                var portal = await TimeAsync(async () => list = await AskAsync(scope.ServiceProvider, @case));
                if (!ids.SequenceEqual(list!.Rows.Select(r => r.Id))) Console.WriteLine($"DIFFERENT: {@case.Name}: {string.Join(',', ids.Take(5))} and {string.Join(',', list.Rows.Select(r => r.Id).Take(5))}");
                var again = await TimeAsync(() => AskAsync(scope.ServiceProvider, @case));
                var numbers = list.Total is null ? await TimeAsync(() => Task.FromResult(Run(connection, @case.Numbers))) : default;
                // the first time is for warming up
                if (round > 0) times.Add(new Times(bare, numbers, portal, again));
            }

            double Median(Func<Times, double> of) => times.Select(of).Order().ElementAt(Rounds / 2);
            var (b, n, p, a) = (Median(t => t.Bare.Ms), Median(t => t.Bare.Ms + t.Numbers.Ms), Median(t => t.Portal.Ms), Median(t => t.Again.Ms));
            var processor = Median(t => t.Portal.Processor) / Median(t => t.Bare.Processor + t.Numbers.Processor);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {@case.Name} | {list!.Total?.ToString("N0", CultureInfo.InvariantCulture) ?? "10,000+"} | {b:0.00} | {n:0.00} | {p:0.00} | {p / n:0.0} | {processor:0.0} | {a:0.00} | {a / b:0.0} |"));
        }
    }

    private static async Task<(double Ms, double Processor)> TimeAsync<T>(Func<Task<T>> act)
    {
        var (watch, began) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await act();
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
    }

    private static Task<RosterList> AskAsync(IServiceProvider services, Case @case) => services.GetRequiredService<RosterFinder>().ListAsync(@case.Query, @case.Place, Size, CancellationToken.None);

    /// <summary>As in a portal that has run for a while: what is called often is compiled for good after some thirty calls, and that in the background.</summary>
    private static async Task WarmAsync(IServiceProvider services)
    {
        for (var round = 0; round < WarmRounds; round++)
        {
            // the short lists only: the long ones ask the same questions
            foreach (var query in Cases().Select(c => c.Query).Where(q => q.HasFacetsOnly || q.Completeness is not null || q.Word is { Length: > 2 }))
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RosterFinder>().ListAsync(query, new RosterPlace(), Size, CancellationToken.None);
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    /// <summary>The same page: its rows with area, first contact, tags, markets and former names, and how many there are up to 10,000.</summary>
    private static List<int> Bare(SqliteConnection connection, Case @case)
    {
        var (_, _, place, where, order, from) = @case;
        var skip = (place.Page - 1) * Size;
        var ids = new List<int>();
        using (var rows = connection.CreateCommand())
        {
            rows.CommandText = $"SELECT {Columns}, (SELECT c.Name FROM Contacts c WHERE c.EnterpriseId = e.Id ORDER BY c.Id LIMIT 1), (SELECT c.Phone FROM Contacts c WHERE c.EnterpriseId = e.Id ORDER BY c.Id LIMIT 1) FROM {from} LEFT JOIN ParkAreas a ON a.Id = e.ParkAreaId WHERE {where} ORDER BY {order} LIMIT {Size} OFFSET {skip}";
            using var reader = rows.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++) _ = reader.GetValue(i);
                ids.Add(reader.GetInt32(0));
            }
        }

        var chosen = string.Join(',', ids.Append(0));
        foreach (var sql in new[]
        {
            $"SELECT t.EnterpriseId, i.Name FROM EnterpriseTags t JOIN IndustryTags i ON i.Id = t.IndustryTagId WHERE t.EnterpriseId IN ({chosen})",
            $"SELECT EnterpriseId, Market FROM EnterpriseMarkets WHERE EnterpriseId IN ({chosen})",
            $"SELECT EnterpriseId, Name FROM FormerNames WHERE EnterpriseId IN ({chosen})",
            $"SELECT COUNT(*) FROM (SELECT 1 FROM {@case.Counted ?? $"{from} WHERE {where}"} LIMIT 10001)",
        })
        {
            Run(connection, sql);
        }

        return ids;
    }

    private static int Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = 0;
        for (; reader.Read(); rows++) _ = reader.GetValue(0);
        return rows;
    }

    private static IEnumerable<Case> Cases()
    {
        const string tagged = "EnterpriseTags t WHERE t.IndustryTagId = 1", ofTagged = "EnterpriseTags t CROSS JOIN Enterprises e ON e.Id = t.EnterpriseId WHERE t.IndustryTagId = 1";
        const string all = "Enterprises e", newest = "e.StageSince DESC, e.Id DESC", byName = "e.NameKey, e.Id", updated = "e.UpdatedAt DESC, e.Id DESC";
        var first = new RosterPlace();
        var last = new RosterPlace(50);
        yield return new("all, newest", new(), first, "1", newest, all);
        yield return new("all, by name", new(Sort: RosterSort.Name), first, "1", byName, all);
        yield return new("all, by name, page 50", new(Sort: RosterSort.Name), last, "1", byName, all);
        yield return new("one stage", new(Stage: EnterpriseStage.Operating), first, "e.Stage = 'Operating'", newest, all);
        yield return new("one stage, by name, page 50", new(Stage: EnterpriseStage.Operating, Sort: RosterSort.Name), last, "e.Stage = 'Operating'", byName, all);
        yield return new("one type, last changed", new(Type: EnterpriseType.Logistics, Sort: RosterSort.Updated), first, "e.Type = 'Logistics'", updated, all);
        yield return new("one area", new(AreaId: 2), first, "e.ParkAreaId = 2", newest, all);
        yield return new("stage and type", new(Stage: EnterpriseStage.Operating, Type: EnterpriseType.Manufacturing), first, "e.Stage = 'Operating' AND e.Type = 'Manufacturing'", newest, all);
        yield return new("type and area, page 50", new(Type: EnterpriseType.Manufacturing, AreaId: 1), last, "e.Type = 'Manufacturing' AND e.ParkAreaId = 1", newest, all);
        yield return new("stage, type and area", new(Stage: EnterpriseStage.Left, Type: EnterpriseType.Other, AreaId: 3), first, "e.Stage = 'Left' AND e.Type = 'Other' AND e.ParkAreaId = 3", newest, all);
        yield return new("frequent tag", new(TagId: 1), first, "EXISTS (SELECT 1 FROM EnterpriseTags t WHERE t.EnterpriseId = e.Id AND t.IndustryTagId = 1)", newest, all) { Counted = tagged, Listed = ofTagged };
        yield return new("frequent tag, page 50", new(TagId: 1), last, "EXISTS (SELECT 1 FROM EnterpriseTags t WHERE t.EnterpriseId = e.Id AND t.IndustryTagId = 1)", newest, all) { Counted = tagged, Listed = ofTagged };
        yield return new("market and stage", new(Stage: EnterpriseStage.Building) { Market = TargetMarket.Other }, first, "m.Market = 'Other' AND e.Stage = 'Building'", newest, "EnterpriseMarkets m CROSS JOIN Enterprises e ON e.Id = m.EnterpriseId");
        yield return new("incomplete", new() { Completeness = RosterCompleteness.Partial }, first, "e.Completeness < 100", newest, "Enterprises e INDEXED BY IX_Enterprises_StageSince_Id") { Counted = "Enterprises e INDEXED BY IX_Enterprises_Completeness_Id WHERE e.Completeness < 100" };
        yield return new("complete", new() { Completeness = RosterCompleteness.Whole }, first, "e.Completeness = 100", newest, "Enterprises e INDEXED BY IX_Enterprises_Completeness_Id");
        yield return new("less than half", new() { Completeness = RosterCompleteness.Poor }, first, "e.Completeness < 50", newest, "Enterprises e INDEXED BY IX_Enterprises_StageSince_Id") { Counted = "Enterprises e INDEXED BY IX_Enterprises_Completeness_Id WHERE e.Completeness < 50" };
        yield return new("suspended", new() { IsSuspended = true }, first, "e.SuspendedAt IS NOT NULL", newest, "Enterprises e INDEXED BY IX_Enterprises_SuspendedAt_Id");
        foreach (var (name, word) in new[] { ("rare pair", "凤麟"), ("frequent pair", "箱包"), ("pair of every name", "公司"), ("three characters", "鑫达金"), ("a longer word", "龙航山电子") })
            yield return new(name, new(word), first, Has(word), newest, Named(word));
        yield return new("one character", new("麟"), first, Has("麟"), newest, "(SELECT DISTINCT EnterpriseId FROM EnterpriseGrams WHERE Gram >= '麟' AND Gram < '麠') g CROSS JOIN Enterprises e ON e.Id = g.EnterpriseId");
        yield return new("frequent pair and stage", new("箱包", Stage: EnterpriseStage.Signed), first, $"{Has("箱包")} AND e.Stage = 'Signed'", newest, Named("箱包"));
        yield return new("frequent pair, by name", new("箱包", Sort: RosterSort.Name), first, Has("箱包"), byName, Named("箱包"));
        foreach (var (name, word) in new[] { ("initials, rare", "yuslxd"), ("initials, frequent", "hc"), ("pinyin", "huaihuashilijin") })
            yield return new(name, new(word), first, "1", newest, $"(SELECT DISTINCT EnterpriseId FROM EnterpriseSounds WHERE Sound >= '{word}' AND Sound < '{word[..^1]}{(char)(word[^1] + 1)}') s CROSS JOIN Enterprises e ON e.Id = s.EnterpriseId");
        const string shown = "e.Visibility = 'Shown'";
        yield return new("directory", new(Sort: RosterSort.Name) { IsShown = true }, first, shown, byName, all);
        yield return new("directory, page 50", new(Sort: RosterSort.Name) { IsShown = true }, last, shown, byName, all);
        yield return new("directory, one type", new(Type: EnterpriseType.Logistics, Sort: RosterSort.Name) { IsShown = true }, first, $"{shown} AND e.Type = 'Logistics'", byName, all);
        yield return new("directory, frequent pair", new("箱包", Sort: RosterSort.Name) { IsShown = true }, first, $"{Has("箱包")} AND {shown}", byName, Named("箱包"));
        yield return new("beginning of a code", new("91431299T00012"), first, "e.CreditCode >= '91431299T00012' AND e.CreditCode < '91431299T00013'", newest, all);
    }

    /// <summary>A list, and what the query by hand says of it.</summary>
    private sealed record Case(string Name, RosterQuery Query, RosterPlace Place, string Where, string Order, string From)
    {
        /// <summary>What is counted, where an index of its own makes that shorter.</summary>
        public string? Counted { get; init; }

        /// <summary>The same with the records, where not only the index is needed.</summary>
        public string? Listed { get; init; }

        /// <summary>What stands beside the filters of a long list: stages, types and areas of its beginning.</summary>
        public string Numbers => $"SELECT Stage, Type, ParkAreaId, COUNT(*) FROM (SELECT e.Stage, e.Type, e.ParkAreaId FROM {Listed ?? Counted ?? $"{From} WHERE {Where}"} LIMIT 20001) GROUP BY Stage, Type, ParkAreaId";
    }

    private sealed record Times((double Ms, double Processor) Bare, (double Ms, double Processor) Numbers, (double Ms, double Processor) Portal, (double Ms, double Processor) Again);

    private static string Has(string word) => $"(e.NameText LIKE '%{word}%' OR EXISTS (SELECT 1 FROM FormerNames f WHERE f.EnterpriseId = e.Id AND f.Text LIKE '%{word}%'))";

    private static string Named(string word) => word.Length < 2 ? "Enterprises e" : $"EnterpriseGrams g CROSS JOIN Enterprises e ON e.Id = g.EnterpriseId AND g.Gram = '{word[..2]}'";

    /// <summary>The room as the portal registers it; no worker is started.</summary>
    private static IHost Host(string path)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Path.GetDirectoryName(path) });
        builder.Configuration["ConnectionStrings:Sqlite"] = $"Data Source={path}";
        builder.Configuration["Database:SqliteSynchronous"] = "NORMAL";
        builder.Configuration.AddInMemoryCollection(MeasuredPortal.Keys);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<ChinaTime>().AddScoped<Actor>();
        builder.Services.AddPortalDatabase(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton<PublicPages.PublicChanges>().AddJournal().AddMessages(builder.Configuration).AddJobs().AddSearch().AddEnterprises();
        builder.Services.AddAutoMapper(mapper => mapper.AddMaps(typeof(PortalDbContext).Assembly));
        return builder.Build();
    }
}
