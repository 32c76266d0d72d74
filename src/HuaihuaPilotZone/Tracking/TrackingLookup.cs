using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>What anybody may see of a consignment: steps and places, nothing of enterprise, goods and people.</summary>
/// <param name="Number">For the way to the owner's page, which opens for the owner alone.</param>
/// <param name="Handlings">What was done with it at its places.</param>
public sealed record PublicTrack(int Id, string Number, bool IsDemonstration, DateTime TouchedAt, ConsignmentProgress Progress, IReadOnlyList<PublicHandling> Handlings);

/// <summary>What was found for one number that somebody typed.</summary>
/// <param name="Fault">What is wrong with a container number; null where it is right or no such number.</param>
public sealed record TrackedNumber(string Typed, IdentifierProblem? Fault, IReadOnlyList<PublicTrack> Tracks);

/// <summary>Finds consignments by numbers that people have in their hands: 货运单, 箱号, 提运单 and 订舱.</summary>
public sealed class TrackingLookup(PortalDbContext db)
{
    /// <summary>Numbers of one question.</summary>
    public const int MostNumbers = 20;

    /// <summary>Consignments shown for one number: boxes go round.</summary>
    private const int MostTracks = 3;

    private const int MostFound = 200;
    private const int StampsAtOnce = 1000;
    private const int MostHandled = 2000;

    private static readonly char[] _between = [' ', ',', ';', '，', '、', '；', '\t', '\r', '\n'];

    /// <summary>Takes the numbers apart that somebody typed or pasted.</summary>
    public static IReadOnlyList<string> Split(string? typed) => [.. (typed ?? "").Split(_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(n => n.Length > Consignment.ReferenceMaxLength ? n[..Consignment.ReferenceMaxLength] : n).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <param name="typed">At most <see cref="MostNumbers"/> are looked up.</param>
    public async Task<IReadOnlyList<TrackedNumber>> FindAsync(IReadOnlyList<string> typed, CancellationToken cancellation)
    {
        List<string> asked = [.. typed.Take(MostNumbers)];
        if (asked.Count == 0) return [];
        List<string> numbers = [.. asked.Select(n => n.ToUpperInvariant()).Concat(asked.Select(n => ContainerNumber.Normalize(n))).Distinct(StringComparer.Ordinal)];
        var named = Named(numbers);
        var found = await db.Consignments.AsNoTracking().AsSplitQuery().Where(c => named.Contains(c.Id) && c.IsTrackable && c.State != ConsignmentState.Cancelled)
            .OrderByDescending(c => c.Id).Take(MostFound).Include(c => c.Stops.OrderBy(s => s.Sequence)).ThenInclude(s => s.Node).Include(c => c.Containers.OrderBy(k => k.Id)).ToListAsync(cancellation);
        var shown = asked.ConvertAll(n => (Number: n, Tracks: Shown(n, found)));
        var handled = await HandledAsync([.. shown.SelectMany(s => s.Tracks).Select(c => c.Id).Distinct()], cancellation);
        return [.. shown.Select(s => Answer(s.Number, s.Tracks, handled))];
    }

    /// <summary>Each kind of number is looked up by its own index; all of them in one condition would be looked for in every consignment.</summary>
    private IQueryable<int> Named(List<string> numbers) => db.Consignments.Where(c => numbers.Contains(c.Number)).Select(c => c.Id)
        .Union(db.Consignments.Where(c => numbers.Contains(c.WaybillNo!)).Select(c => c.Id))
        .Union(db.Consignments.Where(c => numbers.Contains(c.BookingNo!)).Select(c => c.Id))
        .Union(db.Set<ConsignmentContainer>().Where(k => numbers.Contains(k.Number)).Select(k => k.ConsignmentId));

    /// <summary>When each of these consignments was changed last.</summary>
    public async Task<IReadOnlyDictionary<int, DateTime>> StampsAsync(IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        var stamps = new Dictionary<int, DateTime>();
        foreach (var some in ids.Chunk(StampsAtOnce))
        {
            var found = await db.Consignments.Where(c => EF.Parameter(some).Contains(c.Id)).Select(c => new { c.Id, c.TouchedAt }).ToListAsync(cancellation);
            foreach (var one in found) stamps[one.Id] = one.TouchedAt;
        }

        return stamps;
    }

    private async Task<ILookup<int, HandledEvent>> HandledAsync(List<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return Enumerable.Empty<HandledEvent>().ToLookup(e => e.ConsignmentId);
        var events = await db.TrackingEvents.AsNoTracking().Where(e => ids.Contains(e.ConsignmentId) && e.Classifier == EventClassifier.Actual && !e.IsReplaced && PublicHandlings.Codes.Contains(e.Code))
            .OrderBy(e => e.ConsignmentId).ThenBy(e => e.OccursAt).Take(MostHandled)
            .Select(e => new HandledEvent(e.ConsignmentId, e.Kind, e.Code, e.Place, e.NodeId, e.ContainerNumber, e.OccursAt)).ToListAsync(cancellation);
        return events.ToLookup(e => e.ConsignmentId);
    }

    private static List<Consignment> Shown(string typed, List<Consignment> found)
    {
        var (upper, container) = (typed.ToUpperInvariant(), ContainerNumber.Normalize(typed));
        return [.. found.Where(c => c.Number == upper || c.WaybillNo == upper || c.BookingNo == upper || c.Containers.Exists(k => k.Number == container))
            .OrderBy(c => c.State == ConsignmentState.Open ? 0 : 1).ThenByDescending(c => c.Id).Take(MostTracks)];
    }

    private static TrackedNumber Answer(string typed, List<Consignment> shown, ILookup<int, HandledEvent> handled)
    {
        var container = ContainerNumber.Normalize(typed);
        return new TrackedNumber(typed, shown.Count == 0 && LooksLikeContainer(container) ? ContainerNumber.Check(container) : null, shown.ConvertAll(c => Track(c, handled[c.Id])));
    }

    /// <summary>Whether somebody probably means a container: four letters first, or so many characters with digits at the end.</summary>
    private static bool LooksLikeContainer(string number) =>
        number.Length is >= 9 and <= 12 && number.Take(3).All(char.IsAsciiLetterUpper) && number.Skip(5).Count(char.IsAsciiDigit) >= 3 && !number.Contains('-', StringComparison.Ordinal);

    private static PublicTrack Track(Consignment c, IEnumerable<HandledEvent> handled)
    {
        var progress = ConsignmentProgress.Of(c.State, c.Stops);
        return new PublicTrack(c.Id, c.Number, c.IsDemonstration, c.TouchedAt, progress, PublicHandlings.Of(progress, handled));
    }
}
