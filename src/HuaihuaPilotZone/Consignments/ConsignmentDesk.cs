using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments;

/// <summary>What its owner does with a consignment.</summary>
public enum ConsignmentStep
{
    /// <summary>已送达.</summary>
    Deliver,

    /// <summary>取消, with a reason.</summary>
    Cancel,

    /// <summary>恢复在办, with a reason.</summary>
    Reopen,
}

/// <summary>Keeps consignments. Every act of an enterprise names it, which comes from the sign-in; the park reads all and changes none.</summary>
public sealed class ConsignmentDesk(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这份货运单。";

    /// <summary>The steps that may be taken from a state.</summary>
    public static IReadOnlyList<ConsignmentStep> StepsFrom(ConsignmentState state) => state == ConsignmentState.Open ? [ConsignmentStep.Deliver, ConsignmentStep.Cancel] : [ConsignmentStep.Reopen];

    public Task<Page<ConsignmentRow>> ListAsync(ConsignmentFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>How far each of the rows of a list has come, by its id.</summary>
    public async Task<IReadOnlyDictionary<int, ConsignmentProgress>> ProgressAsync(IReadOnlyList<ConsignmentRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return new Dictionary<int, ConsignmentProgress>();
        List<int> ids = [.. rows.Select(r => r.Id)];
        var stops = await db.ConsignmentStops.AsNoTracking().Where(s => ids.Contains(s.ConsignmentId)).OrderBy(s => s.ConsignmentId).ThenBy(s => s.Sequence).Take(ids.Count * Consignment.MostStops).ToListAsync(cancellation);
        var byConsignment = stops.ToLookup(s => s.ConsignmentId);
        return rows.ToDictionary(r => r.Id, r => ConsignmentProgress.Of(r.State, [.. byConsignment[r.Id]]));
    }

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<ConsignmentRow> StreamAsync(ConsignmentFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>A consignment with all that it refers to; not tracked.</summary>
    /// <param name="enterpriseId">The owner it must belong to; null for the park.</param>
    public Task<Consignment?> FindAsync(string number, int? enterpriseId, CancellationToken cancellation) => Whole(db.Consignments.AsNoTracking())
        .SingleOrDefaultAsync(c => c.Number == number && (enterpriseId == null || c.EnterpriseId == enterpriseId), cancellation);

    /// <param name="enterpriseId">The owner it must belong to; null for the park.</param>
    public Task<int?> IdAsync(string number, int? enterpriseId, CancellationToken cancellation) =>
        db.Consignments.Where(c => c.Number == number && (enterpriseId == null || c.EnterpriseId == enterpriseId)).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancellation);

    /// <summary>Names of the places that the network knows, to choose from.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation) => await db.Nodes.OrderBy(n => n.Name).Select(n => n.Name).Take(1000).ToListAsync(cancellation);

    /// <returns>The number of the new consignment.</returns>
    public async Task<Outcome<string>> AddAsync(int enterpriseId, ConsignmentData data, CancellationToken cancellation)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"HY-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var found = await ConsignmentReferences.FindAsync(db, enterpriseId, data, token);
                if (!found.IsDone) return Outcome.Refused(found.Refusals);
                var sequence = await numbers.NextAsync(series, token);
                var consignment = new Consignment
                {
                    Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"),
                    EnterpriseId = enterpriseId,
                    State = ConsignmentState.Open,
                    Goods = data.Goods,
                    FromPlace = "",
                    ToPlace = "",
                    IsTrackable = data.IsTrackable,
                    IsDemonstration = await db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.IsDemonstration).SingleAsync(token),
                    CreatedAt = time.UtcNow,
                    CreatedBy = actor.Name,
                    CreatedById = actor.UserId,
                    TouchedAt = time.UtcNow,
                };
                Write(consignment, data, found.Value, []);
                db.Consignments.Add(consignment);
                journal.Write(JournalSubjects.Consignment, consignment.Number, ConsignmentActs.Added, data.Goods);
                await db.SaveChangesAsync(token);
                return consignment.Number;
            },
            cancellation);
    }

    /// <summary>Saves an edited consignment. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(string number, int enterpriseId, int version, ConsignmentData data, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => UpdateWithinAsync(number, enterpriseId, version, data, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(number, enterpriseId, cancellation) is { } saved ? Edits.Conflict(ConsignmentFields.Of(saved), ConsignmentFields.Of(data, saved)) : Outcome.Refused(Gone);
        }
    }

    /// <summary>Takes a step. Of two people at once the first one counts.</summary>
    /// <param name="note">A reason where one is needed.</param>
    public async Task<Outcome> StepAsync(string number, int enterpriseId, ConsignmentStep step, string? note, CancellationToken cancellation)
    {
        if (step != ConsignmentStep.Deliver && note is null) return Outcome.Refused("Reason", "请写明原因。");
        var (from, to, act) = step switch
        {
            ConsignmentStep.Deliver => (ConsignmentState.Open, ConsignmentState.Delivered, ConsignmentActs.Delivered),
            ConsignmentStep.Cancel => (ConsignmentState.Open, ConsignmentState.Cancelled, ConsignmentActs.Cancelled),
            _ => ((ConsignmentState?)null, ConsignmentState.Open, ConsignmentActs.Reopened),
        };
        return await db.InTransactionAsync(
            async token =>
            {
                var now = time.UtcNow;
                var (ended, look) = to == ConsignmentState.Open ? ((DateTime?)null, (DateTime?)now) : (now, null);
                var own = db.Consignments.Where(c => c.Number == number && c.EnterpriseId == enterpriseId);
                var movable = from is { } state ? own.Where(c => c.State == state) : own.Where(c => c.State != ConsignmentState.Open);
                var moved = await movable.ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.State, to).SetProperty(c => c.EndedAt, ended).SetProperty(c => c.LookAt, look).SetProperty(c => c.TouchedAt, now).SetProperty(c => c.Version, c => c.Version + 1), token);
                if (moved == 0) return await own.Select(c => (ConsignmentState?)c.State).SingleOrDefaultAsync(token) is { } present ? Outcome.Refused($"这份货运单现在是“{present.Word()}”，请核对后再操作。") : Outcome.Refused(Gone);
                journal.Write(JournalSubjects.Consignment, number, act, note);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private async Task<Outcome> UpdateWithinAsync(string number, int enterpriseId, int version, ConsignmentData data, CancellationToken cancellation)
    {
        if (await Whole(db.Consignments).SingleOrDefaultAsync(c => c.Number == number && c.EnterpriseId == enterpriseId, cancellation) is not { } consignment) return Outcome.Refused(Gone);
        if (consignment.State != ConsignmentState.Open) return Outcome.Refused($"{consignment.State.Word()}的货运单不能修改，请先恢复在办。");
        var found = await ConsignmentReferences.FindAsync(db, enterpriseId, data, cancellation);
        if (!found.IsDone) return Outcome.Refused(found.Refusals);
        var (before, after) = (ConsignmentFields.Of(consignment), ConsignmentFields.Of(data, consignment));
        db.Expect(consignment, version);
        var old = consignment.Stops.ToList();
        // rows of its own: the consignment has to change for its version to count
        db.Entry(consignment).Property(c => c.Version).IsModified = true;
        db.RemoveRange(consignment.Stops);
        db.RemoveRange(consignment.Containers);
        db.RemoveRange(consignment.Providers);
        db.RemoveRange(consignment.Declarations);
        await db.SaveChangesAsync(cancellation);
        Write(consignment, data, found.Value, old);
        consignment.TouchedAt = time.UtcNow;
        journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.Changed, changes: Edits.Changes(before, after));
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <param name="old">The stops of before: what was reported of a place stays with it.</param>
    private void Write(Consignment consignment, ConsignmentData data, ConsignmentReferences found, IReadOnlyList<ConsignmentStop> old)
    {
        consignment.Goods = data.Goods;
        consignment.OrderId = found.OrderId;
        consignment.WaybillNo = data.WaybillNo?.ToUpperInvariant();
        consignment.BookingNo = data.BookingNo?.ToUpperInvariant();
        consignment.TemperatureLow = Hundredths(data.TemperatureLow);
        consignment.TemperatureHigh = Hundredths(data.TemperatureHigh);
        consignment.IsTrackable = data.IsTrackable;
        consignment.Note = data.Note;
        (consignment.FromPlace, consignment.ToPlace) = (data.Stops[0].Place, data.Stops[^1].Place);
        consignment.LookAt = time.UtcNow;
        consignment.Containers.AddRange(found.Containers.Select(n => new ConsignmentContainer { Number = n }));
        consignment.Providers.AddRange(found.ProviderIds.Select(p => new ConsignmentProvider { EnterpriseId = p }));
        consignment.Declarations.AddRange(found.DeclarationIds.Select(d => new ConsignmentDeclaration { DeclarationId = d }));
        consignment.Stops.AddRange(data.Stops.Select((s, i) => Stop(s, i + 1, found.Nodes, old.FirstOrDefault(o => o.Place == s.Place))));
    }

    private static ConsignmentStop Stop(StopData data, int sequence, IReadOnlyDictionary<string, int> nodes, ConsignmentStop? old) => new()
    {
        Sequence = sequence,
        Place = data.Place,
        NodeId = nodes.TryGetValue(data.Place, out var node) ? node : null,
        ArrivalPlanned = data.ArrivalPlanned,
        ArrivalEstimated = old?.ArrivalEstimated,
        ArrivalActual = old?.ArrivalActual,
        DeparturePlanned = data.DeparturePlanned,
        DepartureEstimated = old?.DepartureEstimated,
        DepartureActual = old?.DepartureActual,
    };

    private IQueryable<ConsignmentRow> Rows(ConsignmentFilter filter)
    {
        var consignments = db.Consignments.AsNoTracking();
        if (filter.EnterpriseId is { } enterprise) consignments = consignments.Where(c => c.EnterpriseId == enterprise);
        if (filter.ProviderId is { } provider) consignments = consignments.Where(c => db.ConsignmentProviders.Where(p => p.EnterpriseId == provider).Select(p => p.ConsignmentId).Contains(c.Id));
        if (filter.State is { } state) consignments = consignments.Where(c => c.State == state);
        if (filter.HasAlert) consignments = consignments.Where(c => db.TransportAlerts.Any(a => a.ConsignmentId == c.Id && a.ClosedAt == null));
        if (SearchWord.Of(filter.Text) is { } word)
        {
            var upper = word.ToUpperInvariant();
            consignments = consignments.Where(c => c.Number.Contains(upper) || c.Goods.Contains(word) || c.WaybillNo!.Contains(upper) || c.BookingNo!.Contains(upper)
                || c.FromPlace.Contains(word) || c.ToPlace.Contains(word) || c.Enterprise!.Name.Contains(word) || c.Containers.Any(k => k.Number.Contains(upper)));
        }
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (ConsignmentSort.Touched, false) => consignments.OrderBy(c => c.TouchedAt).ThenBy(c => c.Id),
            (ConsignmentSort.Touched, true) => consignments.OrderByDescending(c => c.TouchedAt).ThenByDescending(c => c.Id),
            (_, false) => consignments.OrderBy(c => c.Id),
            _ => consignments.OrderByDescending(c => c.Id),
        };
        return ordered.Select(c => new ConsignmentRow(
            c.Id, c.Number, c.State, c.Goods, c.EnterpriseId, c.Enterprise!.Name, c.FromPlace, c.ToPlace, c.Containers.OrderBy(k => k.Id).Select(k => k.Number).FirstOrDefault(), c.Containers.Count,
            c.WaybillNo, c.BookingNo, db.TransportAlerts.Count(a => a.ConsignmentId == c.Id && a.ClosedAt == null), c.IsDemonstration, c.CreatedAt, c.TouchedAt));
    }

    private static IQueryable<Consignment> Whole(IQueryable<Consignment> consignments) => consignments.AsSplitQuery().Include(c => c.Enterprise).Include(c => c.Order)
        .Include(c => c.Stops.OrderBy(s => s.Sequence)).Include(c => c.Containers.OrderBy(k => k.Number)).Include(c => c.Providers).ThenInclude(p => p.Enterprise)
        .Include(c => c.Declarations).ThenInclude(d => d.Declaration);

    private static int? Hundredths(decimal? degrees) => degrees is { } value ? (int)(value * 100) : null;
}
