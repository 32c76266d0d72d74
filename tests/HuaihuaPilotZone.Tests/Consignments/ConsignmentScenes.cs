using System.Globalization;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Consignments;

/// <summary>Makes the consignments and reports that a test needs, by the services that the pages and the interface use.</summary>
internal static class ConsignmentScenes
{
    public const string Luggage = "91431299MA0000015J";
    public const string Carrier = "91431299MA00000318";
    public const string OtherCarrier = "91431299MA0000066T";

    /// <summary>The present moment of the tests' clock.</summary>
    public static readonly DateTime Now = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    private static int _events;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<int> EnterpriseAsync(this Portal portal, string creditCode) => portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.CreditCode == creditCode).Select(e => e.Id).SingleAsync(Cancellation));

    /// <summary>What an enterprise writes: from Huaihua by Pingxiang to Hanoi, carried by the demonstration carrier.</summary>
    public static ConsignmentData Goods(string goods = "测试货物", params IReadOnlyList<string> containers) => new(
        goods, null, [], containers, AreContainersChecked: false, [Carrier], null, null, null, null, IsTrackable: true, null,
        [
            new StopData("怀化", null, Now.AddHours(2)),
            new StopData("凭祥", Now.AddHours(20), Now.AddHours(26)),
            new StopData("河内", Now.AddHours(40), null),
        ]);

    /// <summary>A consignment of the demonstration luggage firm.</summary>
    public static async Task<string> HasConsignmentAsync(this Portal portal, ConsignmentData? data = null, string owner = Luggage)
    {
        var enterprise = await portal.EnterpriseAsync(owner);
        var made = await portal.InScopeAsync(s => s.GetRequiredService<ConsignmentDesk>().AddAsync(enterprise, data ?? Goods(), Cancellation));
        Assert.True(made.IsDone, string.Join(" ", made.Refusals.Select(r => r.Message)));
        return made.Value;
    }

    /// <summary>The system of a provider, with a key of its own.</summary>
    public static async Task<ApiSystem> ProviderAsync(this Portal portal, string creditCode = Carrier, ApiScopes scopes = ApiScopes.ReportEvents)
    {
        var enterprise = await portal.EnterpriseAsync(creditCode);
        return new ApiSystem(portal, (await portal.InScopeAsync(s => s.GetRequiredService<ApiKeyService>().IssueAsync(enterprise, "承运系统", scopes, null, Cancellation))).Value.Token);
    }

    /// <summary>A number that no event has.</summary>
    public static string NewEventId() => $"T-{Interlocked.Increment(ref _events)}";

    /// <summary>An event of the means of transport.</summary>
    public static JsonObject Transport(string consignment, string code, string place, DateTime at, string classifier = "ACT", string? id = null, string? replaces = null, DateTime? said = null)
    {
        var made = new JsonObject
        {
            ["eventID"] = id ?? NewEventId(),
            ["eventType"] = "TRANSPORT",
            ["eventClassifierCode"] = classifier,
            ["transportEventTypeCode"] = code,
            ["eventDateTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["consignment"] = consignment,
            ["location"] = place,
        };
        if (said is { } moment) made["eventCreatedDateTime"] = moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (replaces is not null) made["replacesEventID"] = replaces;
        return made;
    }

    /// <summary>An event of a container.</summary>
    public static JsonObject Handled(string consignment, string code, string place, DateTime at, string box) => new()
    {
        ["eventID"] = NewEventId(),
        ["eventType"] = "EQUIPMENT",
        ["eventClassifierCode"] = "ACT",
        ["equipmentEventTypeCode"] = code,
        ["eventDateTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["consignment"] = consignment,
        ["equipmentReference"] = box,
        ["location"] = place,
    };

    public static Task<ApiReply> ReportAsync(this ApiSystem system, params IReadOnlyList<JsonObject> events) =>
        system.SendAsync(HttpMethod.Post, "/api/v1/events", new JsonObject { ["events"] = new JsonArray([.. events.Select(e => e.DeepClone())]) }.ToJsonString());

    public static Task<ApiReply> ReadAsync(this ApiSystem system, params IReadOnlyList<JsonObject> readings) =>
        system.SendAsync(HttpMethod.Post, "/api/v1/readings", new JsonObject { ["readings"] = new JsonArray([.. readings.Select(e => e.DeepClone())]) }.ToJsonString());

    public static JsonObject Reading(string consignment, DateTime at, decimal? temperature, string device = "T-1") => new()
    {
        ["consignment"] = consignment,
        ["device"] = device,
        ["at"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["temperature"] = temperature,
    };

    /// <summary>The answers to a batch, in their order.</summary>
    public static IReadOnlyList<string> Answers(this ApiReply reply) => [.. reply.Body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("answer").GetString()!)];

    public static string FirstError(this ApiReply reply) => reply.Body.GetProperty("items").EnumerateArray().SelectMany(i => i.GetProperty("errors").EnumerateArray()).Select(e => $"{e.GetProperty("field")} {e.GetProperty("message")}").First();

    /// <summary>Looks at everything that is due, as the worker does.</summary>
    public static async Task WatchAsync(this Portal portal)
    {
        while (await portal.InScopeAsync(s => s.GetRequiredService<ConsignmentWatch>().LookAsync(Cancellation)) > 0)
        {
        }
    }

    /// <summary>The alerts of a consignment, open and closed.</summary>
    public static Task<List<TransportAlert>> AlertsAsync(this Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.TransportAlerts.AsNoTracking().Where(a => a.Consignment!.Number == number).OrderBy(a => a.Id).ToListAsync(Cancellation));

    public static Task<List<ConsignmentStop>> StopsAsync(this Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.ConsignmentStops.AsNoTracking().Where(a => a.Consignment!.Number == number).OrderBy(a => a.Sequence).ToListAsync(Cancellation));
}
