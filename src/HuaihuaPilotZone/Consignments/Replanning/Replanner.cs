using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Planning;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Consignments.Replanning;

/// <summary>Proposes another way to the owner of a consignment whose planned way is closed, cancelled or late. Each matter is looked at once, whichever instance comes first.</summary>
public sealed class Replanner(PortalDbContext db, NetworkReader network, PlanDesk plans, Outbox outbox, PortalJournal journal, ChinaTime time)
{
    /// <summary>Proposes what is due.</summary>
    /// <returns>How many matters were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var matters = await new ReplanMatters(db, time).FindAsync(cancellation);
        var looked = 0;
        foreach (var matter in matters.DistinctBy(m => (m.ConsignmentId, m.Cause, m.CauseId)))
        {
            if (await ProposeAsync(matter, cancellation)) looked++;
        }
        return looked;
    }

    private async Task<bool> ProposeAsync(ReplanMatter matter, CancellationToken cancellation)
    {
        if (await db.Consignments.AsNoTracking().Include(c => c.Stops.OrderBy(s => s.Sequence)).ThenInclude(s => s.Node).Include(c => c.Containers).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == matter.ConsignmentId, cancellation) is not { } consignment) return false;
        var replan = await MakeAsync(matter, consignment, cancellation);
        return await db.TryOnceAsync(
            async token =>
            {
                await db.Replans.Where(r => r.ConsignmentId == consignment.Id && r.State == ReplanState.Open)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReplanState.Outdated).SetProperty(r => r.Version, r => r.Version + 1), token);
                db.Replans.Add(replan);
                // whoever has the page open sees it
                var now = time.UtcNow;
                await db.Consignments.Where(c => c.Id == consignment.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, now), token);
                journal.Write(JournalSubjects.Consignment, consignment.Number, ConsignmentActs.Replanned, replan.State == ReplanState.NoRoute ? $"{matter.Text} {replan.State.Word()}。" : matter.Text);
                var text = replan.State == ReplanState.NoRoute ? $"{matter.Text}按现有班期没有可替代的路线。" : $"{matter.Text}已算出另一条路线，请比较后决定。";
                await outbox.NotifyAsync(
                    Audience.Enterprise(consignment.EnterpriseId, consignment.CreatedById),
                    new NoticeDraft(MessageKind.ConsignmentAlert, $"{consignment.Number} 改线建议", text, $"/enterprise/consignments/{consignment.Number}", consignment.EnterpriseId), token);
                await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.ConsignmentAlert, $"{consignment.Number} 改线建议", text, $"/park/consignments/{consignment.Number}"), token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private async Task<Replan> MakeAsync(ReplanMatter matter, Consignment consignment, CancellationToken cancellation)
    {
        var booking = consignment.BookingNo is { } number
            ? await db.Bookings.AsNoTracking().Where(b => b.Number == number && b.EnterpriseId == consignment.EnterpriseId).Select(b => new { b.GrossKilograms, b.Slots, b.IsDangerous }).SingleOrDefaultAsync(cancellation)
            : null;
        var built = await network.ReadAnewAsync(new NetworkWish(OnlyRegular: false), cancellation);
        var from = Whereabouts.Of(consignment.Stops, time.UtcNow);
        var kilograms = booking?.GrossKilograms ?? 1000;
        var containers = Math.Max(1, booking?.Slots ?? consignment.Containers.Count);
        var route = RouteOf(consignment, from, kilograms, containers, booking?.IsDangerous == true, built, cancellation);
        var old = PlannedWay.Worth(built, [.. consignment.Stops.Where(s => s.Sequence >= from.Sequence)], kilograms, containers);
        var last = consignment.Stops[^1];
        return new Replan
        {
            ConsignmentId = consignment.Id,
            Cause = matter.Cause,
            CauseId = matter.CauseId,
            Text = Texts.Cut(matter.Text, Replan.TextMaxLength),
            State = route is null ? ReplanState.NoRoute : ReplanState.Open,
            FromSequence = from.Sequence,
            OldArrivesAt = last.ArrivalEstimated ?? last.ArrivalPlanned,
            NewArrivesAt = route?.ArrivesAt,
            OldCents = old?.Cents,
            NewCents = route?.Cents,
            OldGrams = old?.Grams,
            NewGrams = route?.Grams,
            Kilograms = kilograms,
            IsWeightKnown = booking is not null,
            Containers = containers,
            CreatedAt = time.UtcNow,
            Rides = [.. (route?.Rides ?? []).Select(RideOf)],
        };
    }

    /// <summary>The fastest way from where the goods are or come to next; null where there is none or a place is not in the network.</summary>
    private RouteView? RouteOf(Consignment consignment, Whereabouts from, int kilograms, int containers, bool isDangerous, BuiltNetwork built, CancellationToken cancellation)
    {
        if (consignment.Stops.Find(s => s.Sequence == from.Sequence)?.Node is not { } start || consignment.Stops[^1].Node is not { } end || start.Id == end.Id) return null;
        var (low, high) = (consignment.TemperatureLow / 100m, consignment.TemperatureHigh / 100m);
        var isCooled = low is not null && high is not null;
        var query = new PlanQuery(
            start.Slug, end.Slug, LocalTime.FromUtc(from.ReadyAt, start.TimeZone), null, kilograms / 1000m, null, containers, isCooled ? low : null, isCooled ? high : null, isDangerous,
            NeedsCustoms: false, OnlyRegular: false, RoutePreset.Fastest);
        var answer = plans.Plan(query, built, cancellation);
        return answer.IsDone && answer.Value.Routes is [var first, ..] ? first : null;
    }

    private static ReplanRide RideOf(RideView ride, int position) => new()
    {
        Position = position,
        FromId = ride.From.Id,
        ToId = ride.To.Id,
        Departure = ride.Departure?.Number,
        Name = Texts.Cut(ride.Arc.Service?.Name ?? ride.Arc.Sections[0].Leg.Mode.Word(), ReplanRide.NameMaxLength),
        LeavesAt = ride.LeavesAt,
        ArrivesAt = ride.ArrivesAt,
        Cents = ride.Cents,
        Grams = ride.Grams,
    };
}

/// <summary>Looks every half minute whose way has to change.</summary>
internal sealed class ReplanWorker(IServiceScopeFactory scopes, ILogger<ReplanWorker> logger) : RoundWorker(TimeSpan.FromSeconds(30), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Replanner>().LookAsync(cancellation) > 0;
    }
}
