using System.Text.RegularExpressions;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>Addresses of doors, with records that are really there.</summary>
internal static partial class DoorAddresses
{
    public const string OtherEnterprise = "@tea";
    public const string OtherPerson = "@other-person";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The address with a record of the owner in the place of each parameter; for whom it stays closed, any address does.</summary>
    /// <param name="made">Takes what was made for it, by kind.</param>
    public static async Task<string> OfAsync(Portal portal, Door door, RecordOwner owner, IReadOnlyDictionary<string, string> places, bool makes, Dictionary<Type, object>? made = null)
    {
        made ??= [];
        var values = new Queue<string>();
        foreach (var (spec, parameter) in door.Records.Zip(Parameter().Matches(door.Address)))
        {
            var literal = spec.Trim('\'', '~');
            values.Enqueue(spec[0] == '\'' ? places.GetValueOrDefault(literal, literal)
                : makes ? await MakeAsync(portal, door, literal, owner, made)
                : parameter.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "HH-20200101-000001");
        }
        return door.Address == "/" ? "" : Parameter().Replace(door.Address, _ => values.Dequeue());
    }

    private static async Task<string> MakeAsync(Portal portal, Door door, string spec, RecordOwner owner, Dictionary<Type, object> made)
    {
        try
        {
            return await portal.InScopeAsync(s => new RecordMaker(s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<IFileStorage>(), portal.Clock.GetUtcNow().UtcDateTime).ValueAsync(spec, owner, made, Cancellation));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{door}: no {spec} could be made for {owner}: {fault.GetBaseException().Message}", fault);
        }
    }

    /// <summary>What stands in the table as '@word'.</summary>
    public static async Task<Dictionary<string, string>> PlacesAsync(Portal portal)
    {
        // the portal makes them beside everything else once it runs
        await portal.InScopeAsync(s => s.GetRequiredService<DepartureMaker>().MakeAsync(Cancellation));
        await portal.WithDatabaseAsync(async db =>
        {
            db.InspectionSlots.Add(new InspectionSlot { Day = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(7), FromMinute = 540, UntilMinute = 600, Place = "示例查验场", Capacity = 9 });
            return await db.SaveChangesAsync(Cancellation);
        });
        var places = await portal.WithDatabaseAsync(ReadAsync);
        places[OtherEnterprise] = $"{await DoorPeople.EnterpriseAsync(portal, DoorPeople.Tea)}";
        return places;
    }

    private static async Task<Dictionary<string, string>> ReadAsync(PortalDbContext db) => new(StringComparer.Ordinal)
    {
        ["@policy"] = await db.PolicyDocuments.Where(p => p.PublishedAt != null).OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@criteria-policy"] = await db.PolicyCriteria.Where(c => db.PolicyDocuments.Any(p => p.Id == c.PolicyDocumentId && p.PublishedAt != null)).OrderBy(c => c.PolicyDocumentId).Select(c => db.PolicyDocuments.First(p => p.Id == c.PolicyDocumentId).Slug).FirstAsync(Cancellation),
        ["@submitted"] = (await db.Declarations.Where(d => d.State == DeclarationState.Submitted).OrderBy(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation)).ToString(),
        ["@news"] = await db.News.Where(p => p.PublishedAt != null).OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@opportunity"] = await db.Opportunities.OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@service"] = await db.ServiceItems.OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync(Cancellation),
        ["@indicator"] = await db.IndicatorSeries.OrderBy(s => s.Id).Select(s => s.Indicator!.Code).FirstAsync(Cancellation),
        ["@series"] = await db.IndicatorSeries.OrderBy(s => s.Id).Select(s => s.Code).FirstAsync(Cancellation),
        ["@chain"] = await db.Chains.OrderBy(d => d.Id).Select(d => d.Slug).FirstAsync(Cancellation),
        ["@slot"] = $"{await db.InspectionSlots.OrderBy(s => s.Id).Select(s => s.Id).FirstAsync(Cancellation)}",
        ["@departure"] = await db.Departures.OrderBy(d => d.Id).Select(d => d.Number).FirstAsync(Cancellation),
        [OtherPerson] = $"{await db.Users.Where(u => u.UserName == "tea").Select(u => u.Id).SingleAsync(Cancellation)}",
    };

    [GeneratedRegex(@"\{[a-zA-Z*]+(?::(?:[^{}]|\{\{|\}\})*)?\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
