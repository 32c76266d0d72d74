using System.Text.RegularExpressions;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>Addresses of doors, with records that are really there.</summary>
internal static partial class DoorAddresses
{
    public const string OtherEnterprise = "@tea";
    public const string OtherPerson = "@other-person";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The address with a record of the owner in the place of each parameter; for whom it stays closed, any address does.</summary>
    public static async Task<string> OfAsync(Portal portal, Door door, RecordOwner owner, Dictionary<string, string> places, bool makes)
    {
        var made = new Dictionary<Type, object>();
        var values = new Queue<string>();
        foreach (var spec in door.Records)
        {
            var literal = spec.Trim('\'', '~');
            values.Enqueue(spec[0] == '\'' ? places.GetValueOrDefault(literal, literal) : !makes ? literal.EndsWith(".Id", StringComparison.Ordinal) ? "1" : "HH-20200101-000001"
                : await MakeAsync(portal, door, literal, owner, made));
        }
        return Parameter().Replace(door.Address, _ => values.Dequeue());
    }

    private static async Task<string> MakeAsync(Portal portal, Door door, string spec, RecordOwner owner, Dictionary<Type, object> made)
    {
        try
        {
            return await portal.WithDatabaseAsync(db => new RecordMaker(db, portal.Clock.GetUtcNow().UtcDateTime).ValueAsync(spec, owner, made, Cancellation));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{door}: no {spec} could be made for {owner}: {fault.GetBaseException().Message}", fault);
        }
    }

    /// <summary>What stands in the table as '@word'.</summary>
    public static Task<Dictionary<string, string>> PlacesAsync(Portal portal) => portal.WithDatabaseAsync(async db => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["@policy"] = await db.PolicyDocuments.Where(p => p.PublishedAt != null).OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@news"] = await db.News.Where(p => p.PublishedAt != null).OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@opportunity"] = await db.Opportunities.OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@service"] = await db.ServiceItems.OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@indicator"] = await db.IndicatorSeries.OrderBy(s => s.Id).Select(s => s.Indicator!.Code).FirstAsync(Cancellation),
        ["@series"] = await db.IndicatorSeries.OrderBy(s => s.Id).Select(s => s.Code).FirstAsync(Cancellation),
        ["@chain"] = await db.Chains.OrderBy(d => d.Id).Select(d => d.Slug).FirstAsync(Cancellation),
        ["@departure"] = await db.Departures.OrderBy(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation),
        [OtherEnterprise] = $"{await DoorPeople.EnterpriseAsync(portal, DoorPeople.Tea)}",
        [OtherPerson] = $"{await db.Users.Where(u => u.UserName == "tea").Select(u => u.Id).SingleAsync(Cancellation)}",
    });

    [GeneratedRegex(@"\{[a-zA-Z*]+(?::(?:[^{}]|\{\{|\}\})*)?\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
