using HuaihuaPilotZone.Tests.Hostile.Doors;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Running;

/// <summary>
/// No page does work that grows with a whole table. Every page and every answer of the interface is asked for once, and SQLite says how it finds
/// what they ask; it knows nothing of the size of the tables, so the plans of a small portal are those of a large one.
/// </summary>
public sealed class WalkingNoTablesTests
{
    /// <summary>Tables that grow with the enterprises and what they do.</summary>
    private static readonly string[] _large =
    [
        "Enterprises", "EnterpriseTags", "Declarations", "DeclarationSources", "Submissions", "Attachments", "VaultDocuments", "VaultVersions", "StoredFiles", "BookProducts", "BookParties",
        "CustomsReceipts", "FilingReceipts", "AppliedFixes", "Consignments", "ConsignmentDeclarations", "TrackingEvents", "SensorReadings", "TransportAlerts", "TransportOrders", "Bookings", "DepartureStops", "GateMoves", "YardStays",
        "StockMoves", "InboundBookings", "JournalLines", "JournalChanges", "Notices", "OutgoingMails", "Letters", "Orders", "ImportRows", "WebhookDeliveries", "Users", "Memberships", "SignInSessions",
    ];

    /// <summary>What walks and ends soon, or is meant to walk.</summary>
    private static readonly string[] _allowed =
    [
        // answered without looking
        "WHERE 0",
        // the newest of all but a few, in the order of their keys: the walk ends with the page
        """WHERE "b"."State" <> 'Draft'""",
        // unanswered first and oldest first, then answered and newest first: no index has this order, and a park has thousands of letters, not millions
        """ORDER BY "l"."State" = 'Answered'""",
        // how many enterprises each tag has, for the desk that keeps the tags: one walk of an index
        "FROM \"EnterpriseTags\" AS \"e\"\nGROUP BY",
        // the same beside the filters of the directory, while it has no more than ten thousand (LongListCounts from there on)
        "\"e\".\"Visibility\" = 'Shown'\nGROUP BY \"e0\".\"IndustryTagId\"",
        // who a policy suits, among the first thousands by name
        "\"e\".\"Stage\" <> 'Left'\nORDER BY \"e\".\"Name\"",
    ];

    [Fact]
    public async Task No_page_goes_through_a_table_that_grows()
    {
        var asked = new AskedStatements();
        await using var portal = Portal.Own([asked]);
        asked.IsListeningToRequests = true;
        // a file holds as much as it holds
        var opened = await DoorMatrix.ReadAsync(portal, d => !d.Address.Contains("export", StringComparison.Ordinal));
        asked.IsListeningToRequests = false;

        Assert.True(opened > 400, $"Only {opened} were opened.");
        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 500, _allowed);
    }
}
