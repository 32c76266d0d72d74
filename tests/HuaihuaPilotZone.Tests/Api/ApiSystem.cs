using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Api;

/// <summary>An answer of the interface.</summary>
internal sealed record ApiReply(int Status, JsonElement Body, HttpResponseMessage Raw)
{
    public string Code => Body.GetProperty("code").GetString()!;

    public string Number => Body.GetProperty("number").GetString()!;

    public int Version => Body.GetProperty("version").GetInt32();

    public string State => Body.GetProperty("state").GetString()!;
}

/// <summary>An enterprise's own system: it holds a key and calls the interface.</summary>
internal sealed class ApiSystem(Portal portal, string? key)
{
    public const string Luggage = "91431299MA0000015J";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A system of a demonstration enterprise, with a fresh key.</summary>
    /// <param name="userName">Somebody who serves it.</param>
    public static async Task<ApiSystem> OfAsync(Portal portal, string userName = "luggage", ApiScopes scopes = ApiScopes.All) =>
        new(portal, await KeyAsync(portal, userName, scopes));

    public static async Task<string> KeyAsync(Portal portal, string userName = "luggage", ApiScopes scopes = ApiScopes.All)
    {
        var enterprise = await EnterpriseAsync(portal, userName);
        return (await portal.InScopeAsync(s => s.GetRequiredService<ApiKeyService>().IssueAsync(enterprise, "测试系统", scopes, null, Cancellation))).Value.Token;
    }

    public static Task<int> EnterpriseAsync(Portal portal, string userName) =>
        portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.EndedAt == null && db.Users.Any(u => u.Id == m.UserId && u.UserName == userName)).OrderBy(m => m.EnterpriseId).Select(m => m.EnterpriseId).FirstAsync(Cancellation));

    /// <summary>A retail list that passes, with numbers nobody else has.</summary>
    public static async Task<string> DocumentAsync(Portal portal, string userName = "luggage", Action<JsonObject>? change = null)
    {
        var enterprise = await EnterpriseAsync(portal, userName);
        var prefilled = await portal.InScopeAsync(s => s.GetRequiredService<Prefill>().NewAsync(enterprise, DocumentKind.List, "9610", Cancellation));
        var document = JsonNode.Parse(DocumentJson.Serialize(prefilled.Document))!.AsObject();
        foreach (var (name, value) in Filing.Valid())
        {
            var parts = name.Split("].");
            var field = JsonNamingPolicy.CamelCase.ConvertName(parts[^1]);
            (parts.Length == 1 ? document : document["goods"]![0]!)[field] = value;
        }
        change?.Invoke(document);
        return document.ToJsonString();
    }

    public async Task<ApiReply> SendAsync(HttpMethod method, string address, string? content = null, string type = "application/json", int? version = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (content is not null) request.Content = new StringContent(content, Encoding.UTF8, type);
        if (version is { } v) request.Headers.TryAddWithoutValidation("If-Match", $"\"{v}\"");
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        var answer = await portal.Visit().Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new ApiReply((int)answer.StatusCode, isJson ? JsonDocument.Parse(text).RootElement.Clone() : default, answer);
    }

    public Task<ApiReply> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    public async Task<ApiReply> CreateAsync(Action<JsonObject>? change = null, string userName = "luggage") =>
        await SendAsync(HttpMethod.Post, "/api/v1/declarations", await DocumentAsync(portal, userName, change));

    /// <summary>A submitted list.</summary>
    public async Task<ApiReply> SubmitNewAsync(Action<JsonObject>? change = null)
    {
        var draft = await CreateAsync(change);
        var submitted = await SendAsync(HttpMethod.Post, $"/api/v1/declarations/{draft.Number}/submit", version: draft.Version);
        Assert.True(submitted.Status == 200, submitted.Body.ToString());
        return submitted;
    }

    public Task<ApiReply> HandInAsync(string receipts) => SendAsync(HttpMethod.Post, "/api/v1/receipts", receipts, "application/xml");
}
