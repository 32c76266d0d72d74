using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>One side of a proposal as another one sees it.</summary>
/// <param name="Name">Null until all have agreed; then of all.</param>
/// <param name="Goods">Null until all have agreed; then of all. One's own always.</param>
/// <param name="SavedCents">What a container alone would cost, less the share.</param>
public sealed record PartView(bool IsOwn, string? Name, string? Goods, string Chapter, GoodsClass Class, int Kilograms, int Litres, long PartMillionths, long ShareCents, long SavedCents, PartAnswer Answer);

/// <summary>A proposal as one of its sides sees it.</summary>
/// <param name="BookingIsOwn">Whether the joint booking is in the name of the one who looks.</param>
public sealed record SharedView(
    string Number, SharedState State, Departure Departure, string FromName, string ToName, ContainerType Type, long PriceCents, FigureStatus PriceStatus, string PriceSource, DateTime AnswerBy, DateTime MadeAt,
    string? BookingNumber, BookingState? BookingState, bool BookingIsOwn, string OwnIntent, bool MayAnswer, IReadOnlyList<PartView> Parts);

/// <summary>Shows proposals to those who stand in them: names and goods of the others only when all have agreed.</summary>
public sealed class SharedContainers(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    /// <summary>One proposal; null for who does not stand in it.</summary>
    public async Task<SharedView?> FindAsync(string number, int enterpriseId, CancellationToken cancellation)
    {
        var container = await db.SharedContainers.AsNoTracking().Include(c => c.Parts.OrderBy(p => p.Position)).ThenInclude(p => p.Intent!.Enterprise).Include(c => c.From).Include(c => c.To)
            .Include(c => c.Departure!.Service).Include(c => c.Booking).AsSplitQuery().SingleOrDefaultAsync(c => c.Number == number, cancellation);
        if (container?.Parts.Find(p => p.Intent!.EnterpriseId == enterpriseId) is not { } own) return null;
        var isOpen = container.Parts.TrueForAll(p => p.Answer == PartAnswer.Agreed);
        var mayAnswer = container.State == SharedState.Proposed && own.Answer == PartAnswer.None && container.AnswerBy > time.UtcNow;
        return new SharedView(
            container.Number, container.State, container.Departure!, container.From!.Name, container.To!.Name, container.Type, container.PriceCents, container.PriceStatus, container.PriceSource, container.AnswerBy,
            container.MadeAt, container.Booking?.Number, container.Booking?.State, container.Booking?.EnterpriseId == enterpriseId, own.Intent!.Number, mayAnswer,
            [.. container.Parts.Select(p => View(p, enterpriseId, container.PriceCents, isOpen))]);
    }

    /// <summary>What was done about a proposal, newest first; without names, as long as it is not agreed.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.SharedContainer, number, page, cancellation);

    private static PartView View(SharedPart part, int enterpriseId, long priceCents, bool isOpen)
    {
        var intent = part.Intent!;
        var isOwn = intent.EnterpriseId == enterpriseId;
        return new PartView(
            isOwn, isOpen || isOwn ? intent.Enterprise!.Name : null, isOpen || isOwn ? intent.Goods : null, intent.HsPrefix[..2], intent.Class, intent.Kilograms, intent.Litres,
            ContainerPacking.Part(intent.Kilograms, intent.Litres), part.ShareCents, priceCents - part.ShareCents, part.Answer);
    }
}
