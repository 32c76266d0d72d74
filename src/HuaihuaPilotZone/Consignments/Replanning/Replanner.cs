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
                var isKnown = await FormerAsync(matter, token) is { State: not (ReplanState.Accepted or ReplanState.Declined) } former && replan.SaysTheSameAs(former);
                await db.Replans.Where(r => r.ConsignmentId == consignment.Id && r.Cause == matter.Cause && r.CauseId == matter.CauseId && r.State == ReplanState.Unplanned).ExecuteDeleteAsync(token);
                await db.Replans.Where(r => r.ConsignmentId == consignment.Id && r.State == ReplanState.Open)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReplanState.Outdated).SetProperty(r => r.Version, r => r.Version + 1), token);
                db.Replans.Add(replan);
                // whoever has the page open sees it
                var now = time.UtcNow;
                await db.Consignments.Where(c => c.Id == consignment.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, now), token);
                // its owner has read this answer already, and of what happened since an alert has told
                if (!isKnown) await TellAsync(consignment, replan, matter, token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    /// <summary>The last answer to the same kind of matter; null where there is none.</summary>
    private Task<Replan?> FormerAsync(ReplanMatter matter, CancellationToken cancellation) => db.Replans.AsNoTracking().Include(r => r.Rides)
        .Where(r => r.ConsignmentId == matter.ConsignmentId && r.Cause == matter.Cause && r.State != ReplanState.Outdated)
        .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellation);

    private async Task TellAsync(Consignment consignment, Replan replan, ReplanMatter matter, CancellationToken cancellation)
    {
        var (said, text) = replan.State switch
        {
            ReplanState.NoRoute => ($"{replan.Text} {replan.State.Word()}。", $"{replan.Text}按现有班期没有可替代的路线。"),
            ReplanState.Unplanned => (replan.Text, $"{replan.Text}稍后会再算，也可以在路线比选查询。"),
            _ => (matter.Text, $"{matter.Text}已算出另一条路线，请比较后决定。"),
        };
        journal.Write(JournalSubjects.Consignment, consignment.Number, ConsignmentActs.Replanned, said);
        await outbox.NotifyAsync(
            Audience.Enterprise(consignment.EnterpriseId, consignment.CreatedById),
            new NoticeDraft(MessageKind.ConsignmentAlert, $"{consignment.Number} 改线建议", text, $"/enterprise/consignments/{consignment.Number}", consignment.EnterpriseId), cancellation);
        await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.ConsignmentAlert, $"{consignment.Number} 改线建议", text, $"/park/consignments/{consignment.Number}"), cancellation);
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
        var way = WayOf(consignment, from, kilograms, containers, booking?.IsDangerous == true, built, cancellation);
        var old = PlannedWay.Worth(built, [.. consignment.Stops.Where(s => s.Sequence >= from.Sequence)], kilograms, containers);
        var last = consignment.Stops[^1];
        return new Replan
        {
            ConsignmentId = consignment.Id,
            Cause = matter.Cause,
            CauseId = matter.CauseId,
            Text = $"{Texts.Cut(matter.Text, Replan.TextMaxLength - (way.Why?.Length ?? 0))}{way.Why}",
            State = way.State,
            FromSequence = from.Sequence,
            OldArrivesAt = last.ArrivalEstimated ?? last.ArrivalPlanned,
            NewArrivesAt = way.Route?.ArrivesAt,
            OldCents = old?.Cents,
            NewCents = way.Route?.Cents,
            OldGrams = old?.Grams,
            NewGrams = way.Route?.Grams,
            Kilograms = kilograms,
            IsWeightKnown = booking is not null,
            Containers = containers,
            CreatedAt = time.UtcNow,
            Rides = [.. (way.Route?.Rides ?? []).Select(RideOf)],
        };
    }

    /// <summary>The fastest way from where the goods are or come to next, or that there is none, or why the planner could not say.</summary>
    private Answer WayOf(Consignment consignment, Whereabouts from, int kilograms, int containers, bool isDangerous, BuiltNetwork built, CancellationToken cancellation)
    {
        var (turn, last) = (consignment.Stops.Find(s => s.Sequence == from.Sequence)!, consignment.Stops[^1]);
        if (turn == last) return new Answer(null, ReplanState.NoRoute, ReplanProblems.LastSection(last.Place));
        if (turn.Node is not { } start) return new Answer(null, ReplanState.Unplanned, ReplanProblems.UnknownPlace(turn.Place));
        if (last.Node is not { } end) return new Answer(null, ReplanState.Unplanned, ReplanProblems.UnknownPlace(last.Place));
        // goods that have only one limit are kept at it: what holds that temperature holds to the limit
        var (low, high) = ((consignment.TemperatureLow ?? consignment.TemperatureHigh) / 100m, (consignment.TemperatureHigh ?? consignment.TemperatureLow) / 100m);
        var query = new PlanQuery(
            start.Slug, end.Slug, LocalTime.FromUtc(from.ReadyAt, start.TimeZone), null, kilograms / 1000m, null, containers, low, high, isDangerous, NeedsCustoms: false, OnlyRegular: false, RoutePreset.Fastest);
        var answer = plans.Plan(query, built, cancellation);
        if (!answer.IsDone) return new Answer(null, ReplanState.Unplanned, ReplanProblems.Of(answer.Refusals));
        return answer.Value.Routes is [var first, ..] ? new Answer(first, ReplanState.Open, null) : new Answer(null, ReplanState.NoRoute, null);
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

    /// <summary>What there is to say to a matter.</summary>
    /// <param name="Why">Why there is no way, or none could be computed, where that needs a word.</param>
    private sealed record Answer(RouteView? Route, ReplanState State, string? Why);
}

/// <summary>Looks every half minute whose way has to change.</summary>
internal sealed class ReplanWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<ReplanWorker> logger) : RoundWorker(start, TimeSpan.FromSeconds(30), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Replanner>().LookAsync(cancellation) > 0;
    }
}
