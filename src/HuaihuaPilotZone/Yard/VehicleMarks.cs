using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Personal.Keys;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard;

/// <summary>The marks that vehicles of the gate log are found by: the whole number, however its letters and signs were typed. A part of it finds nothing.</summary>
internal static class VehicleMarks
{
    private const string Kind = "vehicle";
    private const int Batch = 500;

    /// <returns>Null where there is nothing to be found by.</returns>
    public static string? Of(PersonalKeyRing ring, string? vehicle)
    {
        var number = string.Concat((vehicle ?? "").Where(char.IsLetterOrDigit));
        return number.Length == 0 ? null : ring.MarkOf(Kind, number);
    }

    /// <summary>Gives lines from before there were marks theirs, and encrypts their vehicles. Two instances that do it at once do no harm.</summary>
    public static async Task FillAsync(PortalDbContext db, PersonalKeyRing ring, CancellationToken cancellation)
    {
        for (var after = 0; ;)
        {
            var last = after;
            var moves = await db.GateMoves.AsNoTracking().Where(m => m.Id > last && m.Vehicle != null && m.VehicleMark == null).OrderBy(m => m.Id).Take(Batch)
                .Select(m => new { m.Id, m.Vehicle }).ToListAsync(cancellation);
            if (moves.Count == 0) return;
            foreach (var move in moves)
            {
                var (vehicle, mark) = (move.Vehicle, Of(ring, move.Vehicle));
                // one that was blanked meanwhile stays blank
                await db.GateMoves.Where(m => m.Id == move.Id && m.Vehicle != null && m.VehicleMark == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.Vehicle, vehicle).SetProperty(m => m.VehicleMark, mark), cancellation);
            }
            after = moves[^1].Id;
        }
    }
}
