using System.Text.Json;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Api;

/// <summary>An enterprise's own system files many pre-declarations in one call: all of them or none.</summary>
public sealed class FilingManyByMachineTests(Portal portal)
{
    private const string Batch = "/api/v1/declarations/batch";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_documents_become_drafts_in_one_call_each_with_its_number_and_findings()
    {
        var system = await ApiSystem.OfAsync(portal);
        var right = await ApiSystem.DocumentAsync(portal);
        var wrong = await ApiSystem.DocumentAsync(portal, change: d => d["netWeight"] = "9999");
        var declaration = """{"kind": "declaration", "tradeMode": "9710", "goods": []}""";

        var made = await system.SendAsync(HttpMethod.Post, Batch, Documents(right, wrong, declaration));

        Assert.Equal(201, made.Status);
        var drafts = made.Body.GetProperty("declarations").EnumerateArray().ToList();
        Assert.Equal(["list", "list", "declaration"], drafts.Select(d => d.GetProperty("kind").GetString()));
        Assert.Equal([0, 1], drafts.Take(2).Select(d => d.GetProperty("mustFix").GetInt32()));
        Assert.Contains(drafts[1].GetProperty("findings").EnumerateArray(), f => f.GetProperty("ruleId").GetString() == "WEIGHT-002");
        Assert.Equal(3, drafts.Select(d => d.GetProperty("number").GetString()).Distinct(StringComparer.Ordinal).Count());
        var first = await system.GetAsync(drafts[0].GetProperty("href").GetString()!);
        Assert.Equal((drafts[0].GetProperty("orderNo").GetString(), "draft"), (first.Body.GetProperty("document").GetProperty("orderNo").GetString(), first.State));
        Assert.Equal(200, (await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{first.Number}/submit", version: drafts[0].GetProperty("version").GetInt32())).Status);
    }

    [Fact]
    public async Task A_message_with_several_lists_becomes_as_many_drafts()
    {
        var system = await ApiSystem.OfAsync(portal);

        var made = await system.SendAsync(HttpMethod.Post, Batch, FilingByMachineTests.ListMessage(3), "application/xml");

        Assert.Equal((201, 3), (made.Status, made.Body.GetProperty("declarations").GetArrayLength()));
    }

    [Fact]
    public async Task Of_two_documents_of_one_call_with_the_same_order_number_the_later_one_is_told()
    {
        var system = await ApiSystem.OfAsync(portal);
        var document = await ApiSystem.DocumentAsync(portal);

        var made = await system.SendAsync(HttpMethod.Post, Batch, Documents(document, document));

        var drafts = made.Body.GetProperty("declarations").EnumerateArray().ToList();
        Assert.DoesNotContain(Rules(drafts[0]), r => r.StartsWith("DUP-", StringComparison.Ordinal));
        Assert.Equal(["DUP-001", "DUP-002"], Rules(drafts[1]).Where(r => r.StartsWith("DUP-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(drafts[0].GetProperty("number").GetString()!, drafts[1].GetProperty("findings").ToString(), StringComparison.Ordinal);

        static IEnumerable<string> Rules(JsonElement draft) => draft.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("ruleId").GetString()!);
    }

    [Theory]
    [InlineData("""{"hello": 1}""", 400, "/documents/1")]
    [InlineData("""{"kind": "returnDeclaration", "tradeMode": "4561", "goods": []}""", 400, "/documents/1")]
    [InlineData("""{"tradeMode": "1210", "goods": []}""", 422, "/documents/1/tradeMode")]
    public async Task Where_one_of_many_documents_is_not_taken_none_is_kept_and_the_answer_says_which(string wrong, int status, string field)
    {
        var system = await ApiSystem.OfAsync(portal);
        var number = "";
        var right = await ApiSystem.DocumentAsync(portal, change: d => number = d["orderNo"]!.GetValue<string>());

        var refused = await system.SendAsync(HttpMethod.Post, Batch, Documents(right, wrong));

        Assert.Equal((status, field), (refused.Status, refused.Body.GetProperty("errors")[0].GetProperty("field").GetString()));
        Assert.False(await portal.WithDatabaseAsync(db => db.Declarations.AnyAsync(d => d.OrderNo == number, Cancellation)));
    }

    [Fact]
    public async Task A_call_of_no_document_or_of_more_than_a_hundred_is_refused()
    {
        var system = await ApiSystem.OfAsync(portal);

        Assert.Equal((400, "unreadable"), await FilingByMachineTests.RefusalAsync(system.SendAsync(HttpMethod.Post, Batch, """{"documents": []}""")));
        Assert.Equal((400, "unreadable"), await FilingByMachineTests.RefusalAsync(system.SendAsync(HttpMethod.Post, Batch, """{"tradeMode": "9610", "goods": []}""")));
        Assert.Equal((400, "unreadable"), await FilingByMachineTests.RefusalAsync(system.SendAsync(HttpMethod.Post, Batch, "<CEB604Message/>", "application/xml")));
        var many = await system.SendAsync(HttpMethod.Post, Batch, Documents([.. Enumerable.Repeat("""{"tradeMode": "9610", "goods": []}""", 101)]));
        Assert.Equal(400, many.Status);
        Assert.Contains("100 份", many.Body.GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_call_cannot_ask_for_an_endless_answer()
    {
        var system = await ApiSystem.OfAsync(portal);
        var lines = string.Join(',', Enumerable.Repeat("{}", 1_500));
        var document = $"{{\"tradeMode\": \"9610\", \"goods\": [{lines}]}}";

        var one = await system.SendAsync(HttpMethod.Post, Batch, Documents(document));
        var many = await system.SendAsync(HttpMethod.Post, Batch, Documents([.. Enumerable.Repeat(document, 7)]));

        var draft = one.Body.GetProperty("declarations")[0];
        Assert.Equal(100, draft.GetProperty("findings").GetArrayLength());
        Assert.True(draft.GetProperty("mustFix").GetInt32() > 100);
        Assert.Equal((400, "unreadable"), (many.Status, many.Code));
        Assert.Contains("10,000 项", many.Body.GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_of_many_documents_sent_again_makes_nothing_twice()
    {
        var system = await ApiSystem.OfAsync(portal);
        var content = Documents(await ApiSystem.DocumentAsync(portal), await ApiSystem.DocumentAsync(portal));
        var key = Guid.NewGuid().ToString("N");

        var first = await system.SendAsync(HttpMethod.Post, Batch, content, idempotencyKey: key);
        var second = await system.SendAsync(HttpMethod.Post, Batch, content, idempotencyKey: key);

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(first.Body.ToString(), second.Body.ToString());
        Assert.Equal("true", second.Raw.Headers.GetValues("Idempotency-Replayed").Single());
    }

    private static string Documents(params string[] documents) => $"{{\"documents\": [{string.Join(", ", documents)}]}}";
}
