using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Risks;

/// <summary>Ten thousand notices, written for years: every page that shows some asks a bounded number of questions, and none that goes through them all unordered.</summary>
public sealed class ManyRisksTests
{
    private const int Many = 10_000;

    private static readonly string[] _large = ["RiskNotices", "RiskCountries", "RiskGoods", "RiskCorridors"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_and_feeds_of_ten_thousand_notices_ask_little_and_go_along_indexes()
    {
        var (asked, atDesk) = (new AskedStatements(), new AskedStatements());
        await using var portal = Portal.Own([asked, atDesk], ("Jobs:Parallel", "0"), ("PublicPages:Keep", "false"));
        await portal.WithDatabaseAsync(WriteManyAsync);
        var (visitor, editor) = (portal.Visit(), await portal.VisitAsAsync("editor"));
        // the code tables are in memory for all pages
        await visitor.OpenAsync("/rcep");
        asked.IsListeningToRequests = true;

        foreach (var (address, most) in new[]
        {
            ("/risks", 10), ("/risks?page=400&all=true", 10), ("/risks?country=LAO&hs=42&corridor=china-laos", 10), ("/risks/FX-2020-05000", 8), ("/feeds/risks.atom", 3), ("/corridors/china-laos", 10), ("/", 20),
            ("/risks/FX-2026-9001", 8),
        })
        {
            var before = asked.Count;
            using var answer = await visitor.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, address);
            Assert.True(asked.Count - before <= most, $"{address} asked {asked.Count - before} times.");
        }

        asked.IsListeningToRequests = false;
        Assert.Equal(20, (await visitor.OpenAsync("/risks?all=true")).QuerySelectorAll("article[data-risk]").Length);
        await asked.AssertWalksNoTableAsync(portal, _large, atLeast: 15);

        atDesk.IsListeningToRequests = true;
        foreach (var order in new[] { "", "?sort=From&dir=asc", "?sort=Until", "?sort=Until&dir=asc", "?sort=Number", "?sort=Number&dir=asc" }) await editor.OpenAsync($"/park/risks{order}");
        atDesk.IsListeningToRequests = false;
        // how many there are is counted along one index
        await atDesk.AssertWalksNoTableAsync(portal, _large, atLeast: 10, "SELECT COUNT(*)\nFROM \"RiskNotices\" AS \"r\"");
    }

    private static async Task<int> WriteManyAsync(HuaihuaPilotZone.Data.PortalDbContext db)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
            INSERT INTO "RiskNotices" ("Number", "Severity", "Title", "Summary", "Body", "From", "Until", "Source", "SourceOn", "State", "PublishedAt", "IsDemonstration", "Version", "Step", "Writers",
                "BrokenAttempts", "VersionNumber", "CreatedAt", "UpdatedAt")
            SELECT printf('FX-2020-%05d', i), 'Hint', 'N ' || i, 'S', 'B', date('2000-01-01', '+' || (i % 9000) || ' days'), CASE i % 3 WHEN 0 THEN NULL ELSE date('2000-01-01', '+' || (i % 9000 + 30) || ' days') END,
                'Q', '2000-01-01', 'Published', datetime('2000-01-01', '+' || i || ' hours'), 0, 1, 'Writing', '', 0, 1, '2000-01-01 00:00:00', '2000-01-01 00:00:00'
            FROM n
            """,
            [Many],
            Cancellation);
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO "RiskCountries" ("NoticeId", "Code") SELECT "Id", 'LAO' FROM "RiskNotices" WHERE "Number" LIKE 'FX-2020-%'""", Cancellation);
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO "RiskGoods" ("NoticeId", "Prefix", "First", "Last") SELECT "Id", '42', '4200000000', '4299999999' FROM "RiskNotices" WHERE "Number" LIKE 'FX-2020-%'""", Cancellation);
        return await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "RiskCorridors" ("NoticeId", "CorridorId") SELECT r."Id", c."Id" FROM "RiskNotices" AS r JOIN "Corridors" AS c ON c."Slug" = 'china-laos' WHERE r."Number" LIKE 'FX-2020-%'""", Cancellation);
    }
}
