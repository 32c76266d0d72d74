using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Tests.Api;

/// <summary>What filing by machine asks of the database, and that drafts made together are kept like those made one by one.</summary>
public sealed class FilingInFewStatementsTests : IAsyncLifetime
{
    private const string One = "/api/v1/declarations";
    private const string Batch = "/api/v1/declarations/batch";

    private readonly Commands _commands = new();
    private readonly AskedStatements _asked = new() { IsListeningToRequests = true };
    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own([_commands, _asked], ("Jobs:Parallel", "0"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_call_asks_the_same_few_times_however_many_documents_it_brings()
    {
        var system = await ApiSystem.OfAsync(_portal);
        // the day of the key, the tables of today and the series of numbers are asked for once
        await FileAsync(system, 1);
        await FileAsync(system, 2);

        var (one, three, thirty) = (await CountAsync(() => FileAsync(system, 1)), await CountAsync(() => FileAsync(system, 3)), await CountAsync(() => FileAsync(system, 30)));

        // key, edition, sender, others' numbers; the next number and what it is; draft, revision and line of the journal
        Assert.True(one is > 3 and <= 9, $"One document: {one} statements.");
        // two questions for others' numbers, and one for the ids
        Assert.True(three <= 11, $"Three documents: {three} statements.");
        Assert.Equal(three, thirty);
    }

    [Fact]
    public async Task No_table_of_declarations_is_walked_for_a_call_of_many()
    {
        var system = await ApiSystem.OfAsync(_portal);

        await FileAsync(system, 5);

        await _asked.AssertWalksNoTableAsync(_portal, ["Declarations", "DraftRevisions", "JournalLines", "ApiKeys"], atLeast: 5);
    }

    [Fact]
    public async Task Drafts_made_together_are_kept_as_one_that_is_made_alone()
    {
        var system = await ApiSystem.OfAsync(_portal);
        var documents = new List<string>();
        foreach (var _ in Enumerable.Range(0, 3)) documents.Add(await ApiSystem.DocumentAsync(_portal, change: d => d["netWeight"] = "9999"));

        var alone = await system.SendAsync(HttpMethod.Post, One, documents[0]);
        var together = await system.SendAsync(HttpMethod.Post, Batch, $"{{\"documents\": [{documents[1]}, {documents[2]}]}}");

        var numbers = together.Body.GetProperty("declarations").EnumerateArray().Select(d => d.GetProperty("number").GetString()!).Prepend(alone.Number).ToList();
        var kept = new List<string>();
        foreach (var (number, document) in numbers.Zip(documents)) kept.Add(await KeptAsync(number, document));
        Assert.Contains("Version=1", kept[0], StringComparison.Ordinal);
        Assert.Contains("Act=declaration.opened", kept[0], StringComparison.Ordinal);
        Assert.Equal([kept[0], kept[0]], kept.Skip(1));
    }

    [Fact]
    public async Task Each_of_many_documents_is_told_which_other_one_holds_its_numbers()
    {
        var (luggage, tea) = (await ApiSystem.OfAsync(_portal), await ApiSystem.OfAsync(_portal, "tea"));
        var own = await luggage.CreateAsync();
        var foreign = await tea.CreateAsync(userName: "tea");
        var theirs = await tea.SendAsync(HttpMethod.Post, $"{One}/{foreign.Number}/submit", version: foreign.Version);
        Assert.True(theirs.Status == 200, theirs.Body.ToString());
        var secret = await tea.CreateAsync(userName: "tea");

        var made = await luggage.SendAsync(HttpMethod.Post, Batch, $"{{\"documents\": [{await LikeAsync(own)}, {await LikeAsync(theirs)}, {await LikeAsync(secret)}, {await ApiSystem.DocumentAsync(_portal)}]}}");

        var drafts = made.Body.GetProperty("declarations").EnumerateArray().ToList();
        Assert.All(Twice(drafts[0]), reason => Assert.Contains(own.Number, reason, StringComparison.Ordinal));
        Assert.All(Twice(drafts[1]), reason => Assert.Contains("另一家企业的单证", reason, StringComparison.Ordinal));
        Assert.Equal([2, 2, 0, 0], drafts.Select(d => Twice(d).Count));
    }

    /// <summary>A document of the luggage maker with the numbers of another one, and with whoever gave them: where there is no platform that is the seller.</summary>
    private Task<string> LikeAsync(ApiReply other) => ApiSystem.DocumentAsync(_portal, change: d =>
    {
        var document = other.Body.GetProperty("document");
        foreach (var name in (string[])["ebpCode", "ebcCode", "orderNo", "logisticsCode", "logisticsNo"]) d[name] = document.GetProperty(name).GetString();
    });

    private static List<string> Twice(JsonElement draft) =>
        [.. draft.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("ruleId").GetString()!.StartsWith("DUP-", StringComparison.Ordinal)).Select(f => f.GetProperty("reason").GetString()!)];

    private async Task FileAsync(ApiSystem system, int documents)
    {
        var sent = new List<string>();
        for (var i = 0; i < documents; i++) sent.Add(await ApiSystem.DocumentAsync(_portal));
        var made = documents == 1 ? await system.SendAsync(HttpMethod.Post, One, sent[0]) : await system.SendAsync(HttpMethod.Post, Batch, $"{{\"documents\": [{string.Join(", ", sent)}]}}");
        Assert.True(made.Status == 201, made.Body.ToString());
    }

    private async Task<int> CountAsync(Func<Task> call)
    {
        var before = _commands.Count;
        await call();
        return _commands.Count - before;
    }

    /// <summary>All that is kept of a draft, column by column, without what no two drafts share.</summary>
    private async Task<string> KeptAsync(string number, string document)
    {
        var (typed, parsed) = (JsonNode.Parse(document)!, DeclarationNumber.Parse(number, null));
        var rows = await _portal.WithDatabaseAsync(async db =>
        {
            var found = await db.Declarations.AsNoTracking().Include(d => d.Revisions).SingleAsync(d => d.Number == parsed, Cancellation);
            var line = await db.Journal.AsNoTracking().SingleAsync(l => l.SubjectKey == number, Cancellation);
            return new object[] { found, Assert.Single(found.Revisions), line }.SelectMany(r => db.Model.FindEntityType(r.GetType())!.GetProperties()
                .Where(p => p.PropertyInfo is not null && !p.IsKey() && !p.IsForeignKey() && !p.Name.EndsWith("At", StringComparison.Ordinal))
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={p.PropertyInfo!.GetValue(r)}"))).ToList();
        });
        return string.Join('\n', rows).Replace(number, "D", StringComparison.Ordinal)
            .Replace((string)typed["orderNo"]!, "N", StringComparison.OrdinalIgnoreCase).Replace((string)typed["logisticsNo"]!, "W", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Counts every command that requests make, whoever carries it out.</summary>
    private sealed class Commands : DbCommandInterceptor
    {
        private readonly HttpContextAccessor _requests = new();
        private int _count;

        public int Count => _count;

        public override DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result)
        {
            if (_requests.HttpContext is not null) Interlocked.Increment(ref _count);
            return result;
        }
    }
}
