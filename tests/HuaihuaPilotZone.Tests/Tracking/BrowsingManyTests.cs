using System.Globalization;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Tests.PublicPages;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tracking;
using Microsoft.EntityFrameworkCore;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Tracking;

/// <summary>With 10,000 of everything, each list of the dry port's desks gives a page with as many statements as with a few.</summary>
public sealed class BrowsingManyTests
{
    private const int Many = 10_000;
    private const int MostStatements = 24;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_gives_twenty_of_ten_thousand_with_few_statements()
    {
        var statements = new RequestStatements();
        await using var portal = Portal.Own([statements, statements.Connections], ("Jobs:Parallel", "0"));
        await FillAsync(portal);

        foreach (var (person, desk) in new[] { ("luggage", "enterprise"), ("auditor", "park") })
        {
            var visitor = await portal.VisitAsAsync(person);
            await visitor.OpenAsync($"/{desk}");
            foreach (var address in new[] { "consignments?q=箱包&sort=Touched&page=499", "events?q=M-&sort=Occurs&dir=asc", "sensors?standing=Fine&sort=Temperature", "alerts?state=Open&page=3", "bookings?q=箱包&page=7", "sensors?q=M-" })
            {
                var start = statements.Count;
                var page = await visitor.OpenAsync($"/{desk}/{address}");
                var asked = statements.Count - start;
                Assert.True(asked <= MostStatements, $"/{desk}/{address} asked {asked} times.");
                Assert.Equal(20, page.QuerySelectorAll("main tbody tr").Length);
            }
        }
    }

    private static Task<int> FillAsync(Portal portal) => portal.WithDatabaseAsync(async db =>
    {
        var (owner, carrier) = (await db.Enterprises.SingleAsync(e => e.CreditCode == Luggage, Cancellation), await db.Enterprises.SingleAsync(e => e.CreditCode == Carrier, Cancellation));
        var departure = await db.Departures.Include(d => d.Stops).OrderBy(d => d.Id).FirstAsync(Cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        List<Consignment> consignments = [.. Enumerable.Range(0, Many).Select(i => new Consignment
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"HY-20250101-{i:D5}"),
            EnterpriseId = owner.Id,
            State = ConsignmentState.Open,
            Goods = "试验箱包",
            FromPlace = "怀化",
            ToPlace = "河内",
            IsTrackable = true,
            IsDemonstration = false,
            CreatedAt = Now.AddMinutes(-i),
            CreatedBy = "示例",
            TouchedAt = Now.AddSeconds(-i),
        })];
        db.Consignments.AddRange(consignments);
        await db.SaveChangesAsync(Cancellation);
        db.TrackingEvents.AddRange(consignments.Select((c, i) => new TrackingEvent
        {
            ConsignmentId = c.Id,
            ProviderId = carrier.Id,
            EventId = string.Create(CultureInfo.InvariantCulture, $"M-{i}"),
            Source = EventSource.Interface,
            Kind = EventKind.Transport,
            Classifier = EventClassifier.Actual,
            Code = EventCodes.Departure,
            OccursAt = Now.AddMinutes(-i),
            SaidAt = Now,
            ReceivedAt = Now,
            Place = "怀化",
            IsReplaced = false,
        }));
        db.Sensors.AddRange(consignments.Select((c, i) => new Sensor
        {
            ConsignmentId = c.Id,
            Device = string.Create(CultureInfo.InvariantCulture, $"M-{i}"),
            LastAt = Now.AddSeconds(-i % 60),
            LastTemperature = i % 1000,
        }));
        db.TransportAlerts.AddRange(consignments.Select(c => new TransportAlert
        {
            ConsignmentId = c.Id,
            Rule = AlertRule.SilentSensor,
            Subject = "sensor:M",
            Text = "试验预警",
            RaisedAt = Now,
        }));
        db.Bookings.AddRange(Enumerable.Range(0, Many).Select(i => new Booking
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"DC-20250101-{i:D5}"),
            EnterpriseId = owner.Id,
            DepartureId = departure.Id,
            FromId = departure.Stops[0].NodeId,
            ToId = departure.Stops[^1].NodeId,
            Slots = 1,
            Goods = "试验箱包",
            GrossKilograms = 1,
            State = BookingState.Refused,
            CreatedAt = Now.AddMinutes(-i),
            CreatedBy = "示例",
            MovedAt = Now,
        }));
        return await db.SaveChangesAsync(Cancellation);
    });
}
