using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Consignments;

/// <summary>Closes ways and looks whose goods have to take another one.</summary>
internal static class ReplanScenes
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>By the train of Wednesday, 2026-11-25: Kunming, the border post, Vientiane.</summary>
    public static ConsignmentData ToVientiane(int daysLater = 0)
    {
        var leaves = new DateTime(2026, 11, 25, 2, 0, 0, DateTimeKind.Utc).AddDays(daysLater);
        return Goods("改线货物") with
        {
            Stops =
            [
                new StopData("怀化", null, leaves),
                new StopData("昆明", leaves.AddHours(30), leaves.AddHours(34)),
                new StopData("磨憨", leaves.AddHours(52), leaves.AddHours(60)),
                new StopData("万象", leaves.AddHours(70), null),
            ],
        };
    }

    public static async Task CloseAsync(Portal portal, string node, DateTime from, DateTime? until, NoticeKind kind = NoticeKind.Closed)
    {
        var id = await portal.WithDatabaseAsync(db => db.Nodes.Where(n => n.Slug == node).Select(n => n.Id).SingleAsync(Cancellation));
        var data = new NoticeData(id, null, kind, "演示关闭", null, "演示：口岸关闭。", null, from, until, "演示来源", null);
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<NoticeDesk>().AddAsync(data, Cancellation))).IsDone);
    }

    /// <summary>Takes back all closures.</summary>
    public static Task<int> ReopenAsync(Portal portal) => portal.WithDatabaseAsync(async db =>
    {
        foreach (var notice in await db.NetworkNotices.ToListAsync(Cancellation)) notice.IsWithdrawn = true;
        return await db.SaveChangesAsync(Cancellation);
    });

    /// <summary>Looks at what is due, as the worker does.</summary>
    public static async Task LookAsync(Portal portal)
    {
        // the worker of the portal may be quicker; either way each matter is looked at once
        await portal.InScopeAsync(s => s.GetRequiredService<Replanner>().LookAsync(Cancellation));
    }

    /// <summary>The latest answer for a consignment.</summary>
    public static Task<Replan> ReplanAsync(Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.Replans.AsNoTracking().Include(r => r.Rides).Where(r => r.Consignment!.Number == number).OrderByDescending(r => r.Id).FirstAsync(Cancellation));
}
