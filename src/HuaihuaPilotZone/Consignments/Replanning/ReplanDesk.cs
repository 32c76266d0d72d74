using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments.Replanning;

/// <summary>The owner decides on proposals. Of two people at once the first one counts.</summary>
public sealed class ReplanDesk(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const int MostShown = 20;
    private const int MostRead = 100;

    /// <summary>Proposals for a consignment, the latest first. Of answers that say the same only the latest is shown, and all that were decided on.</summary>
    public async Task<IReadOnlyList<Replan>> ListAsync(int consignmentId, CancellationToken cancellation)
    {
        var replans = await db.Replans.AsNoTracking().AsSplitQuery()
            .Include(r => r.Rides.OrderBy(s => s.Position)).ThenInclude(s => s.From).Include(r => r.Rides.OrderBy(s => s.Position)).ThenInclude(s => s.To)
            .Where(r => r.ConsignmentId == consignmentId).OrderByDescending(r => r.Id).Take(MostRead).ToListAsync(cancellation);
        var shown = new List<Replan>();
        foreach (var replan in replans)
        {
            if (replan.State is ReplanState.Accepted or ReplanState.Declined || !shown.Exists(s => s.SaysTheSameAs(replan))) shown.Add(replan);
        }
        return [.. shown.Take(MostShown)];
    }

    /// <summary>Takes the proposed way: the stops that lie ahead are replaced, what was reported of the others stays. Nothing is booked by it.</summary>
    public Task<Outcome> AcceptAsync(string number, int enterpriseId, int id, CancellationToken cancellation) => DecideAsync(number, enterpriseId, id, ReplanState.Accepted, async (consignment, replan, token) =>
    {
        var kept = consignment.Stops.Where(s => s.Sequence <= replan.FromSequence).OrderBy(s => s.Sequence).ToList();
        if (kept is not [.., var turn] || turn.DepartureActual is not null) return Outcome.Refused("货物已离开改线的地点，这项建议不再适用。");
        var before = Way(consignment.Stops);
        var last = consignment.Stops.MaxBy(s => s.Sequence)!;
        var ahead = consignment.Stops.Where(s => s.Sequence > replan.FromSequence).ToList();
        db.RemoveRange(ahead);
        db.Entry(consignment).Property(c => c.Version).IsModified = true;
        // two saves: places in order are a unique index
        await db.SaveChangesAsync(token);
        foreach (var gone in ahead) consignment.Stops.Remove(gone);
        turn.DeparturePlanned = replan.Rides[0].LeavesAt;
        turn.DepartureEstimated = null;
        for (var i = 0; i < replan.Rides.Count; i++) consignment.Stops.Add(StopAfter(replan.Rides, i, replan.FromSequence + i + 1, last));
        (consignment.LookAt, consignment.TouchedAt) = (time.UtcNow, time.UtcNow);
        journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.ReplanAccepted, replan.Text, [new FieldChange("地点", before, Way(consignment.Stops))]);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Stays with the way as it was planned.</summary>
    public Task<Outcome> DeclineAsync(string number, int enterpriseId, int id, CancellationToken cancellation) => DecideAsync(number, enterpriseId, id, ReplanState.Declined, (_, replan, _) =>
    {
        journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.ReplanDeclined, replan.Text);
        return Task.FromResult(Outcome.Done);
    }, cancellation);

    private async Task<Outcome> DecideAsync(string number, int enterpriseId, int id, ReplanState state, Func<Consignment, Replan, CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var now = time.UtcNow;
                    var moved = await db.Replans.Where(r => r.Id == id && r.State == ReplanState.Open && r.Consignment!.Number == number && r.Consignment.EnterpriseId == enterpriseId && r.Consignment.State == ConsignmentState.Open)
                        .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.DecidedBy, actor.Name).SetProperty(r => r.Version, r => r.Version + 1), token);
                    if (moved == 0) return Outcome.Refused("这项改线建议已经处理或失效，请刷新后再看。");
                    var replan = await db.Replans.AsNoTracking().Include(r => r.Rides.OrderBy(s => s.Position)).ThenInclude(s => s.To).SingleAsync(r => r.Id == id, token);
                    var consignment = await db.Consignments.Include(c => c.Stops).SingleAsync(c => c.Id == replan.ConsignmentId, token);
                    if (await act(consignment, replan, token) is { IsDone: false } refused) return refused;
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("他人刚刚修改了这份货运单。请核对最新内容后再决定。");
        }
    }

    private static ConsignmentStop StopAfter(List<ReplanRide> rides, int index, int sequence, ConsignmentStop last)
    {
        var (ride, isLast) = (rides[index], index == rides.Count - 1);
        return new ConsignmentStop
        {
            Sequence = sequence,
            NodeId = ride.ToId,
            Place = isLast ? last.Place : ride.To!.Name,
            ArrivalPlanned = ride.ArrivesAt,
            DeparturePlanned = isLast ? null : rides[index + 1].LeavesAt,
        };
    }

    private static string Way(IEnumerable<ConsignmentStop> stops) => string.Join(" → ", stops.OrderBy(s => s.Sequence).Select(s =>
        (s.ArrivalPlanned ?? s.DeparturePlanned) is { } at ? string.Create(CultureInfo.InvariantCulture, $"{s.Place}（{ChinaTime.FromUtc(at):MM-dd HH:mm}）") : s.Place));
}
