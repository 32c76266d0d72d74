using System.Globalization;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Yard;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Yard;

/// <summary>Makes the containers, positions and slots that a test needs.</summary>
internal static class YardScenes
{
    private static int _containers;
    private static int _places;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A container number that nobody has used, with its right check digit.</summary>
    public static string NextContainer()
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"TSTU{Interlocked.Increment(ref _containers):D6}");
        return Enumerable.Range(0, 10).Select(d => string.Create(CultureInfo.InvariantCulture, $"{stem}{d}")).Single(n => ContainerNumber.Check(n) is null);
    }

    /// <summary>A slot that nobody has booked, at a place of its own.</summary>
    public static async Task<int> HasSlotAsync(this Portal portal, int capacity, DateOnly? day = null, int fromMinute = 540)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"测试平台 {Interlocked.Increment(ref _places)}");
        return await portal.WithDatabaseAsync(async db =>
        {
            var slot = new InspectionSlot { Day = day ?? new DateOnly(2026, 11, 24), FromMinute = fromMinute, UntilMinute = fromMinute + 120, Place = place, Capacity = capacity };
            db.InspectionSlots.Add(slot);
            await db.SaveChangesAsync(Cancellation);
            return slot.Id;
        });
    }

    public static Task<InspectionSlot> SlotAsync(this Portal portal, int id) => portal.WithDatabaseAsync(db => db.InspectionSlots.AsNoTracking().SingleAsync(s => s.Id == id, Cancellation));

    /// <summary>A block of its own with one bay, one row and so many tiers.</summary>
    public static async Task<string> HasBlockAsync(this Portal portal, int tiers)
    {
        var block = string.Create(CultureInfo.InvariantCulture, $"T{Interlocked.Increment(ref _places)}");
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<YardKeeping>().AddBlockAsync(new BlockData(block, 1, 1, tiers), Cancellation))).IsDone);
        return block;
    }

    /// <summary>A container in the yard.</summary>
    /// <param name="at">On clocks in Huaihua.</param>
    /// <returns>The id of its stay.</returns>
    public static async Task<int> ComesInAsync(this Portal portal, string container, DateTime at, string? position = null) =>
        (await portal.InScopeAsync(s => s.GetRequiredService<GateDesk>().InAsync(new GateInData(container, at, null, ContainerLoad.Full, null, null, null, false, position), Cancellation))).Value;

    /// <param name="at">On clocks in Huaihua.</param>
    public static async Task GoesOutAsync(this Portal portal, string container, DateTime at) =>
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<GateDesk>().OutAsync(new GateOutData(container, at, null, null), Cancellation))).IsDone);
}
