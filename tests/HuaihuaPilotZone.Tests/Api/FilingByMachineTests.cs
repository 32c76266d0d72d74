using System.Text;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Api;

/// <summary>An enterprise's own system files pre-declarations.</summary>
public sealed class FilingByMachineTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_becomes_a_draft_with_its_findings_and_is_submitted_like_one_of_the_desk()
    {
        var system = await ApiSystem.OfAsync(portal);
        var draft = await system.CreateAsync();

        Assert.Equal(201, draft.Status);
        Assert.Equal($"/api/v1/declarations/{draft.Number}", draft.Raw.Headers.Location!.OriginalString);
        Assert.Equal($"\"{draft.Version}\"", draft.Raw.Headers.ETag!.Tag);
        Assert.Equal(("list", "draft", 0), (draft.Body.GetProperty("kind").GetString(), draft.State, draft.Body.GetProperty("mustFix").GetInt32()));

        var submitted = await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{draft.Number}/submit", version: draft.Version);

        Assert.Equal((200, "submitted"), (submitted.Status, submitted.State));
        var queue = await (await portal.VisitAsAsync("reviewer")).OpenAsync($"/park/declarations?q={draft.Number}");
        Assert.NotNull(queue.QuerySelector($"[data-number='{draft.Number}']"));
        var page = await (await portal.VisitAsAsync("luggage")).OpenAsync($"/enterprise/declarations/{draft.Number}");
        Assert.Contains("接口：测试系统", page.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_be_mended_stands_against_submission_with_pointers_and_rules()
    {
        var system = await ApiSystem.OfAsync(portal);
        var draft = await system.CreateAsync(d => d["netWeight"] = "9999");
        Assert.Equal(201, draft.Status);

        var refused = await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{draft.Number}/submit", version: draft.Version);

        Assert.Equal((422, "refused"), (refused.Status, refused.Code));
        Assert.Contains(refused.Body.GetProperty("errors").EnumerateArray(), e => e.GetProperty("field").GetString() == "/netWeight" && e.GetProperty("ruleId").GetString() == "WEIGHT-002");
        Assert.Equal("draft", (await system.GetAsync($"/api/v1/declarations/{draft.Number}")).State);
    }

    [Fact]
    public async Task A_document_is_replaced_by_whoever_read_it_last()
    {
        var system = await ApiSystem.OfAsync(portal);
        var draft = await system.CreateAsync();
        var address = $"/api/v1/declarations/{draft.Number}";
        var better = await ApiSystem.DocumentAsync(portal, change: d => d["note"] = "第二稿");

        Assert.Equal((428, "version-missing"), await RefusalAsync(system.SendAsync(HttpMethod.Put, address, better)));
        var replaced = await system.SendAsync(HttpMethod.Put, address, better, version: draft.Version);
        Assert.Equal((200, draft.Version + 1), (replaced.Status, replaced.Version));
        Assert.Equal((412, "version-conflict"), await RefusalAsync(system.SendAsync(HttpMethod.Put, address, better, version: draft.Version)));
        Assert.Equal((412, "version-conflict"), await RefusalAsync(system.SendAsync(HttpMethod.Post, address + "/submit", version: draft.Version)));
        Assert.Equal("第二稿", (await system.GetAsync(address)).Body.GetProperty("document").GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_submitted_document_can_be_neither_replaced_nor_deleted()
    {
        var system = await ApiSystem.OfAsync(portal);
        var submitted = await system.SubmitNewAsync();
        var address = $"/api/v1/declarations/{submitted.Number}";

        Assert.Equal((422, "refused"), await RefusalAsync(system.SendAsync(HttpMethod.Put, address, await ApiSystem.DocumentAsync(portal), version: submitted.Version)));
        Assert.Equal((422, "refused"), await RefusalAsync(system.SendAsync(HttpMethod.Delete, address, version: submitted.Version)));
    }

    [Fact]
    public async Task A_draft_is_withdrawn()
    {
        var system = await ApiSystem.OfAsync(portal);
        var draft = await system.CreateAsync();

        Assert.Equal(204, (await system.SendAsync(HttpMethod.Delete, $"/api/v1/declarations/{draft.Number}", version: draft.Version)).Status);

        Assert.Equal("withdrawn", (await system.GetAsync($"/api/v1/declarations/{draft.Number}")).State);
    }

    [Fact]
    public async Task A_customs_message_is_taken_as_the_document_that_it_holds()
    {
        var system = await ApiSystem.OfAsync(portal);

        var list = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", ListMessage(1), "application/xml");
        var declaration = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", DeclarationMessage(), "text/xml");
        var two = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", ListMessage(2), "application/xml");

        Assert.Equal((201, "list"), (list.Status, list.Body.GetProperty("kind").GetString()));
        Assert.Equal("9610", list.Body.GetProperty("document").GetProperty("tradeMode").GetString());
        Assert.Equal((201, "declaration"), (declaration.Status, declaration.Body.GetProperty("kind").GetString()));
        Assert.Equal((400, "unreadable"), (two.Status, two.Code));
        Assert.Contains("一份", two.Body.GetProperty("errors")[0].GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"hello\": 1}", "application/json", 400, "unreadable")]
    [InlineData("<CEB604Message/>", "application/xml", 400, "unreadable")]
    [InlineData("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", "application/xml", 400, "unreadable")]
    [InlineData("a=b", "application/x-www-form-urlencoded", 415, "unknown-type")]
    [InlineData("{\"tradeMode\": \"1210\", \"goods\": []}", "application/json", 422, "refused")]
    public async Task What_cannot_become_a_declaration_is_refused(string content, string type, int status, string code)
    {
        var system = await ApiSystem.OfAsync(portal);

        Assert.Equal((status, code), await RefusalAsync(system.SendAsync(HttpMethod.Post, "/api/v1/declarations", content, type)));
    }

    [Fact]
    public async Task The_same_call_sent_again_gets_the_same_answer_and_makes_nothing_twice()
    {
        var system = await ApiSystem.OfAsync(portal);
        var document = await ApiSystem.DocumentAsync(portal);

        var first = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", document, idempotencyKey: "order-1");
        var second = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", document, idempotencyKey: "order-1");
        var other = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", await ApiSystem.DocumentAsync(portal), idempotencyKey: "order-1");
        var elsewhere = await (await ApiSystem.OfAsync(portal)).SendAsync(HttpMethod.Post, "/api/v1/declarations", document, idempotencyKey: "order-1");

        Assert.Equal((201, first.Body.ToString()), (second.Status, second.Body.ToString()));
        Assert.Equal(first.Raw.Headers.Location, second.Raw.Headers.Location);
        Assert.True(second.Raw.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.NotEqual(first.Number, elsewhere.Number);
    }

    [Fact]
    public async Task Twenty_calls_at_once_with_one_key_make_one_declaration()
    {
        var system = await ApiSystem.OfAsync(portal);
        var document = await ApiSystem.DocumentAsync(portal);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => system.SendAsync(HttpMethod.Post, "/api/v1/declarations", document, idempotencyKey: "burst")));

        Assert.All(replies, r => Assert.Equal(201, r.Status));
        Assert.Single(replies.Select(r => r.Number).Distinct());
        var order = JsonNode.Parse(document)!["orderNo"]!.GetValue<string>();
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => d.OrderNo == order, Cancellation)));
    }

    [Fact]
    public async Task A_refused_call_may_be_mended_and_sent_again_under_the_same_key()
    {
        var system = await ApiSystem.OfAsync(portal);

        var refused = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", "{\"goods\": []}", idempotencyKey: "mended");
        var done = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", await ApiSystem.DocumentAsync(portal), idempotencyKey: "mended");

        Assert.Equal((422, 201), (refused.Status, done.Status));
    }

    [Fact]
    public async Task After_a_day_a_key_may_be_used_for_something_else()
    {
        await using var own = Portal.Own();
        var system = await ApiSystem.OfAsync(own);
        var first = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", await ApiSystem.DocumentAsync(own), idempotencyKey: "daily");
        own.Clock.Set(own.Clock.GetUtcNow().AddHours(24).AddMinutes(1));

        var next = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", await ApiSystem.DocumentAsync(own), idempotencyKey: "daily");

        Assert.Equal((201, 201), (first.Status, next.Status));
        Assert.NotEqual(first.Number, next.Number);
    }

    [Fact]
    public async Task Another_enterprises_declaration_is_not_there_and_the_attempt_is_noted()
    {
        var draft = await (await ApiSystem.OfAsync(portal)).CreateAsync();
        var tea = await ApiSystem.OfAsync(portal, "tea");
        var address = $"/api/v1/declarations/{draft.Number}";

        Assert.Equal(404, (await tea.GetAsync(address)).Status);
        Assert.Equal(404, (await tea.GetAsync(address + "/receipts")).Status);
        Assert.Equal(404, (await tea.GetAsync(address + "/messages/list.xml")).Status);
        Assert.Equal(404, (await tea.SendAsync(HttpMethod.Put, address, await ApiSystem.DocumentAsync(portal, "tea"), version: 1)).Status);
        Assert.Equal(404, (await tea.SendAsync(HttpMethod.Delete, address, version: 1)).Status);
        Assert.Equal(404, (await tea.SendAsync(HttpMethod.Post, address + "/submit", version: 1, idempotencyKey: "theirs")).Status);

        Assert.Equal(6, await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.SubjectKey == draft.Number && l.Act == "declaration.foreign-access", Cancellation)));
        Assert.DoesNotContain(draft.Number, (await tea.GetAsync("/api/v1/declarations?limit=200")).Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_read_page_by_page_in_the_order_of_changes()
    {
        await using var own = Portal.Own();
        var system = await ApiSystem.OfAsync(own);
        own.Clock.Set(own.Clock.GetUtcNow().AddMinutes(5));
        var since = own.Clock.GetUtcNow().ToString("o");
        var made = new List<string>();
        for (var i = 0; i < 5; i++) made.Add((await system.CreateAsync()).Number);
        own.Clock.Set(own.Clock.GetUtcNow().AddMinutes(5));
        var first = await system.GetAsync($"/api/v1/declarations/{made[0]}");
        await system.SendAsync(HttpMethod.Put, $"/api/v1/declarations/{made[0]}", await ApiSystem.DocumentAsync(own), version: first.Version);

        var read = new List<string>();
        string? next = $"/api/v1/declarations?changedSince={Uri.EscapeDataString(since)}&limit=2&state=draft&kind=list";
        while (next is not null)
        {
            var page = await system.GetAsync(next);
            Assert.Equal(200, page.Status);
            read.AddRange(page.Body.GetProperty("declarations").EnumerateArray().Select(d => d.GetProperty("number").GetString()!));
            next = page.Body.GetProperty("next").GetString();
        }

        Assert.Equal([.. made.Skip(1), made[0]], read);
    }

    [Theory]
    [InlineData("state=lost", "state")]
    [InlineData("state=1", "state")]
    [InlineData("kind=other", "kind")]
    [InlineData("changedSince=yesterday", "changedSince")]
    [InlineData("after=%21", "after")]
    [InlineData("limit=many", "limit")]
    public async Task A_question_that_cannot_be_read_is_named(string query, string field)
    {
        var refused = await (await ApiSystem.OfAsync(portal)).GetAsync($"/api/v1/declarations?{query}");

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal(field, refused.Body.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task The_messages_are_downloaded_once_the_park_has_passed_the_document()
    {
        var system = await ApiSystem.OfAsync(portal);
        var submitted = await system.SubmitNewAsync();
        var address = $"/api/v1/declarations/{submitted.Number}/messages/list.xml";
        Assert.Equal((422, "refused"), await RefusalAsync(system.GetAsync(address)));
        var reviewer = await portal.VisitAsAsync("reviewer");
        await reviewer.SubmitAsync($"/park/declarations/{submitted.Number}", [], $"/park/declarations/{submitted.Number}/pass");

        var file = await system.GetAsync(address);

        Assert.Equal(200, file.Status);
        Assert.Contains("CEB603Message", await file.Raw.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains(address, (await system.GetAsync($"/api/v1/declarations/{submitted.Number}")).Body.GetProperty("messages").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(404, (await system.GetAsync($"/api/v1/declarations/{submitted.Number}/messages/declaration.xml")).Status);
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_a_problem_and_no_page()
    {
        var system = await ApiSystem.OfAsync(portal);

        Assert.Equal((404, "not-found"), await RefusalAsync(system.GetAsync("/api/v1/nothing")));
        Assert.Equal((404, "not-found"), await RefusalAsync(system.SendAsync(HttpMethod.Delete, "/api/v1/declarations")));
    }

    internal static async Task<(int, string)> RefusalAsync(Task<ApiReply> reply)
    {
        var refused = await reply;
        Assert.Equal("application/problem+json", refused.Raw.Content.Headers.ContentType?.MediaType);
        return (refused.Status, refused.Code);
    }

    internal static string ListMessage(int lists)
    {
        using var output = new MemoryStream();
        var items = Enumerable.Range(1, lists).Select(i => new CebItem(AValidList.Of("9610") with { OrderNo = $"M-{i}", LogisticsNo = $"M-{i}" }, $"HH2026112200000{i}")).ToList();
        var batch = new CebBatch(items, new Transmission("91431299MA00000028", "示例", "DXPENT0000000001"), new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)), CebBatch.RandomGuid);
        Assert.Empty(CebWriter.WriteLists(output, batch, AValidList.Tables, Cancellation).Refusals);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string DeclarationMessage()
    {
        using var output = new MemoryStream();
        Assert.Empty(DeclarationWriter.Write(output, AValidDeclaration.Of(AValidList.BusinessToBusiness), "HH20261122000007", new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)), Cancellation).Refusals);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
