using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>A proposal as the park sees it: that it is there and how far it has come.</summary>
/// <param name="Parts">Shipments in it.</param>
/// <param name="Agreed">Sides that have agreed.</param>
public sealed record OverseenContainer(
    int Id, string Number, SharedState State, string DepartureNumber, string ServiceName, DateTime LeavesAt, string FromName, string ToName, ContainerType Type, int Parts, int Agreed, int Kilograms, string? BookingNumber, DateTime AnswerBy,
    DateTime MadeAt);

/// <summary>One side of a proposal. Who it is and what it sends are told when all have agreed, as to the sides themselves.</summary>
public sealed record OverseenPart(string? Name, string? Goods, GoodsClass Class, int Kilograms, int Litres, PartAnswer Answer);

/// <summary>A proposal with its sides.</summary>
/// <param name="PriceCents">Of the whole container; null before it is booked.</param>
public sealed record OverseenSharing(OverseenContainer Container, IReadOnlyList<OverseenPart> Parts, long? PriceCents)
{
    /// <summary>Whether its sides are told.</summary>
    public bool IsOpen => Parts.All(p => p.Name is not null);
}

/// <summary>In which order proposals are listed.</summary>
public enum SharedSort
{
    Made,
    Leaves,
}

/// <summary>Proposals of all enterprises for the park, which reads only and sees of the sides what they see of each other.</summary>
public sealed class SharingOverview(PortalDbContext db, PortalJournal journal)
{
    public Task<Page<OverseenContainer>> ListAsync(OverseenFilter<SharedState, SharedSort> filter, PageRequest page, CancellationToken cancellation) => Filtered(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<OverseenContainer> StreamAsync(OverseenFilter<SharedState, SharedSort> filter) => Filtered(filter).AsAsyncEnumerable();

    /// <summary>One proposal; null for an unknown number.</summary>
    public async Task<OverseenSharing?> FindAsync(string number, CancellationToken cancellation)
    {
        if (await Rows(db.SharedContainers.AsNoTracking().Where(c => c.Number == number)).SingleOrDefaultAsync(cancellation) is not { } container) return null;
        var parts = await db.Set<SharedPart>().Where(p => p.SharedContainerId == container.Id).OrderBy(p => p.Position)
            .Select(p => new { p.Intent!.Enterprise!.Name, p.Intent.Goods, p.Intent.Class, p.Intent.Kilograms, p.Intent.Litres, p.Answer, p.SharedContainer!.PriceCents }).Take(ContainerPacking.MostParts).ToListAsync(cancellation);
        var isOpen = parts.TrueForAll(p => p.Answer == PartAnswer.Agreed);
        return new OverseenSharing(
            container, parts.ConvertAll(p => new OverseenPart(isOpen ? p.Name : null, isOpen ? p.Goods : null, p.Class, p.Kilograms, p.Litres, p.Answer)), container.State == SharedState.Booked ? parts[0].PriceCents : null);
    }

    /// <summary>What was done about a proposal, newest first. Its lines say who acted, so it is for proposals whose sides are told.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.SharedContainer, number, page, cancellation);

    private IQueryable<OverseenContainer> Filtered(OverseenFilter<SharedState, SharedSort> filter)
    {
        var containers = db.SharedContainers.AsNoTracking();
        if (filter.State is { } state) containers = containers.Where(c => c.State == state);
        if (SearchWord.Of(filter.Text) is { } word) containers = containers.Where(c => c.Number.Contains(word) || c.Departure!.Number.Contains(word) || c.Departure.Service!.Name.Contains(word) || c.To!.Name.Contains(word));
        return Rows((filter.Sort, filter.Descending) switch
        {
            (SharedSort.Leaves, false) => containers.OrderBy(c => c.Departure!.LeavesAt).ThenBy(c => c.Id),
            (SharedSort.Leaves, true) => containers.OrderByDescending(c => c.Departure!.LeavesAt).ThenByDescending(c => c.Id),
            (_, false) => containers.OrderBy(c => c.Id),
            _ => containers.OrderByDescending(c => c.Id),
        });
    }

    private static IQueryable<OverseenContainer> Rows(IQueryable<SharedContainer> containers) => containers.Select(c => new OverseenContainer(
        c.Id, c.Number, c.State, c.Departure!.Number, c.Departure.Service!.Name, c.Departure.LeavesAt, c.From!.Name, c.To!.Name, c.Type, c.Parts.Count, c.Parts.Count(p => p.Answer == PartAnswer.Agreed),
        c.Parts.Sum(p => p.Intent!.Kilograms), c.Booking!.Number, c.AnswerBy, c.MadeAt));
}
