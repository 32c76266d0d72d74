using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard;

/// <summary>An invented block, a weekly pattern and some containers, where demonstration data is asked for; all of them say so. Of reference data the yard has none; lines of the gate log from before their vehicles were encrypted are brought up.</summary>
internal sealed class YardSeed(PortalDbContext db, PersonalKeyRing ring, Actor actor, ChinaTime time) : RoomSeed
{
    private const string Block = "演示A";

    // check digits fit; the owner code HHC is invented
    private static readonly string[] _containers = ["HHCU1000010", "HHCU1000025", "HHCU1000030"];

    public override int Order => 60;

    public override Task EnsureReferenceAsync(CancellationToken cancellation) => VehicleMarks.FillAsync(db, ring, cancellation);

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.YardPositions.AnyAsync(cancellation)) return;
        var positions = (from bay in Enumerable.Range(1, 2) from row in Enumerable.Range(1, 2) from tier in Enumerable.Range(1, 2) select Position(bay, row, tier)).ToList();
        db.YardPositions.AddRange(positions);
        db.SlotPatterns.AddRange(Pattern(9 * 60, 11 * 60), Pattern(14 * 60, 16 * 60));
        await db.SaveChangesAsync(cancellation);
        foreach (var (container, place) in _containers.Select((c, i) => (c, i)))
        {
            var at = time.UtcNow.AddDays(-4 * (place + 1));
            var stay = new YardStay { Container = container, Load = place == 1 ? ContainerLoad.Empty : ContainerLoad.Full, Size = "40HQ", InAt = at, PositionId = positions[place * 2].Id, IsDemonstration = true };
            db.YardStays.Add(stay);
            await db.SaveChangesAsync(cancellation);
            db.GateMoves.Add(new GateMove
            {
                StayId = stay.Id,
                Container = container,
                Direction = GateDirection.In,
                At = at,
                Day = ChinaTime.DayOf(at),
                Note = "演示数据",
                IsComparedWithBox = false,
                RecordedBy = actor.Name,
                RecordedAt = at,
            });
            db.YardShifts.Add(new YardShift { StayId = stay.Id, To = positions[place * 2].Code, At = at, By = actor.Name });
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static YardPosition Position(int bay, int row, int tier) => new()
    {
        Block = Block,
        Bay = bay,
        Row = row,
        Tier = tier,
        Code = YardPosition.CodeOf(Block, bay, row, tier),
    };

    private static SlotPattern Pattern(int from, int until) => new()
    {
        Days = "12345",
        FromMinute = from,
        UntilMinute = until,
        Place = "查验平台（演示）",
        Capacity = 4,
    };
}
