using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>When the goods of a document leave, by the bookings that name it.</summary>
public sealed class LoadingFacts(PortalDbContext db, ChinaTime time)
{
    private const string China = "CHN";

    private static readonly TimeSpan _term = TimeSpan.FromHours(24);

    /// <summary>The first departure that takes the goods over the border; null where no booking that holds slots says so.</summary>
    public async Task<LoadingFact?> OfAsync(int declarationId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var booked = await db.Bookings
            .Where(b => b.DeclarationId == declarationId && (b.State == BookingState.Requested || b.State == BookingState.Confirmed) && b.Departure!.Status == DepartureStatus.Planned)
            .Where(b => b.From!.CountryCode == China && b.To!.CountryCode != China)
            .Join(db.Set<DepartureStop>(), b => new { b.DepartureId, NodeId = b.FromId }, s => new { s.DepartureId, s.NodeId }, (b, s) => new { b.Departure!.Number, s.LeavesAt, b.FromId, b.ToId, b.Slots })
            .OrderBy(b => b.LeavesAt).FirstOrDefaultAsync(cancellation);
        if (booked is null) return null;
        var next = booked.LeavesAt - now >= _term ? null : await NextAsync(booked.FromId, booked.ToId, booked.Slots, now, cancellation);
        return new LoadingFact(booked.Number, ChinaTime.FromUtc(booked.LeavesAt), ChinaTime.FromUtc(now), next);
    }

    private async Task<string?> NextAsync(int fromId, int toId, int slots, DateTime now, CancellationToken cancellation)
    {
        var earliest = now + _term;
        var next = await db.Departures.Where(d => d.Status == DepartureStatus.Planned && d.CutOffAt > now && d.Capacity - d.Booked >= slots).Where(RunningWays.Runs)
            .Join(db.Set<DepartureStop>(), d => d.Id, s => s.DepartureId, (d, s) => new { d.Id, d.Number, s.NodeId, s.Position, s.LeavesAt })
            .Where(s => s.NodeId == fromId && s.LeavesAt >= earliest && db.Set<DepartureStop>().Any(z => z.DepartureId == s.Id && z.NodeId == toId && z.Position > s.Position))
            .OrderBy(s => s.LeavesAt).ThenBy(s => s.Id).Select(s => new { s.Number, s.LeavesAt }).FirstOrDefaultAsync(cancellation);
        return next is null ? null : string.Create(CultureInfo.InvariantCulture, $"{next.Number}（{ChinaTime.FromUtc(next.LeavesAt):yyyy-MM-dd HH:mm} 开车）");
    }
}
