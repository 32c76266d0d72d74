using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Parks;

/// <summary>Makes the buildings and units that a test needs, by the services that the pages use.</summary>
internal static class ParkScenes
{
    public const string Shown = "dry-port-e-commerce-park";

    private static int _buildings;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new building in a park.</summary>
    public static async Task<int> HasBuildingAsync(this Portal portal, string park = Shown)
    {
        var name = $"测试 {Interlocked.Increment(ref _buildings)} 号楼";
        var id = await portal.WithDatabaseAsync(db => db.Parks.Where(p => p.Slug == park).Select(p => p.Id).SingleAsync(Cancellation));
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<ParkKeeping>().AddBuildingAsync(id, name, Cancellation))).IsDone);
        return await portal.WithDatabaseAsync(db => db.Buildings.Where(b => b.Name == name).Select(b => b.Id).SingleAsync(Cancellation));
    }

    /// <summary>A unit, lettable from 2026-01-01.</summary>
    /// <param name="area">Square metres.</param>
    public static async Task<int> HasUnitAsync(this Portal portal, int building, string code, decimal area = 100m, DateOnly? until = null) =>
        (await portal.InScopeAsync(s => s.GetRequiredService<UnitDesk>().AddAsync(building, new UnitData(code, "2", UnitUse.Office, area, new DateOnly(2026, 1, 1), until, null), Cancellation))).Value;

    /// <summary>Lets a unit.</summary>
    public static async Task LetAsync(this Portal portal, int unit, int enterprise, DateOnly from, DateOnly? until)
    {
        var version = await portal.WithDatabaseAsync(db => db.Units.Where(u => u.Id == unit).Select(u => u.Version).SingleAsync(Cancellation));
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<LeaseService>().LetAsync(unit, version, new LeaseData(enterprise, from, until, null), Cancellation))).IsDone);
    }
}
