using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Consignments;

/// <summary>
/// Joins a pre-declaration to the consignment or the booking that it belongs to, also after the slots were asked for, and parts them again.
/// Both ends show the other one; what else they say is not touched.
/// </summary>
public sealed class DeclarationJoins(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const string DeclarationField = "Declaration";
    private const string Label = "预申报";
    private const string NotOpen = "没有这份在办的货运单，请刷新后再看。";

    private static readonly List<BookingState> _live = [BookingState.Draft, BookingState.Requested, BookingState.Confirmed, BookingState.Waiting];

    /// <summary>Whether a declaration may be joined to a booking in this state, or parted from it.</summary>
    public static bool MayJoin(BookingState state) => _live.Contains(state);

    /// <param name="declaration">The number as it was typed.</param>
    public Task<Outcome> JoinConsignmentAsync(string number, int enterpriseId, string declaration, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await FindAsync(enterpriseId, declaration, token) is not var (id, known)) return Unknown();
            if (await TurnAsync(number, enterpriseId, token) is not { } consignment) return Outcome.Refused(NotOpen);
            var joined = await db.ConsignmentDeclarations.Where(d => d.ConsignmentId == consignment).OrderBy(d => d.Id).Select(d => d.DeclarationId).Take(Consignment.MostDeclarations).ToListAsync(token);
            if (joined.Contains(id)) return Outcome.Refused(DeclarationField, "这份货运单已经关联了它。");
            if (joined.Count == Consignment.MostDeclarations) return Outcome.Refused(DeclarationField, $"一份货运单最多关联 {Consignment.MostDeclarations} 份预申报。");
            db.ConsignmentDeclarations.Add(new ConsignmentDeclaration
            {
                ConsignmentId = consignment,
                DeclarationId = id,
            });
            journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.DeclarationJoined, changes: [new FieldChange(Label, null, known.ToString())]);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    public Task<Outcome> PartConsignmentAsync(string number, int enterpriseId, DeclarationNumber declaration, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await TurnAsync(number, enterpriseId, token) is not { } consignment) return Outcome.Refused(NotOpen);
            if (await db.ConsignmentDeclarations.Where(d => d.ConsignmentId == consignment && d.Declaration!.Number == declaration).ExecuteDeleteAsync(token) == 0) return Apart();
            journal.Write(JournalSubjects.Consignment, number, ConsignmentActs.DeclarationParted, changes: [new FieldChange(Label, declaration.ToString(), null)]);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <param name="declaration">The number as it was typed.</param>
    public Task<Outcome> JoinBookingAsync(string number, int enterpriseId, string declaration, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await FindAsync(enterpriseId, declaration, token) is not var (id, known)) return Unknown();
            var joined = await Live(number, enterpriseId).Where(b => b.DeclarationId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.DeclarationId, id).SetProperty(b => b.Version, b => b.Version + 1), token);
            if (joined == 0) return Outcome.Refused(DeclarationField, "这份订舱已经结束，或已关联另一份预申报。要换的，请先解除关联。");
            journal.Write(JournalSubjects.Booking, number, BookingActs.DeclarationJoined, changes: [new FieldChange(Label, null, known.ToString())]);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    public Task<Outcome> PartBookingAsync(string number, int enterpriseId, DeclarationNumber declaration, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var parted = await Live(number, enterpriseId).Where(b => b.Declaration!.Number == declaration)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.DeclarationId, (int?)null).SetProperty(b => b.Version, b => b.Version + 1), token);
            if (parted == 0) return Apart();
            journal.Write(JournalSubjects.Booking, number, BookingActs.DeclarationParted, changes: [new FieldChange(Label, declaration.ToString(), null)]);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Takes a turn on the consignment: who has it open in the form is told, and two joins at once are counted one after the other.</summary>
    private async Task<int?> TurnAsync(string number, int enterpriseId, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var own = db.Consignments.Where(c => c.Number == number && c.EnterpriseId == enterpriseId && c.State == ConsignmentState.Open);
        return await own.ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, now).SetProperty(c => c.Version, c => c.Version + 1), cancellation) == 0
            ? null
            : await own.Select(c => (int?)c.Id).SingleAsync(cancellation);
    }

    private IQueryable<Booking> Live(string number, int enterpriseId) => db.Bookings.Where(b => b.Number == number && b.EnterpriseId == enterpriseId && _live.Contains(b.State));

    private async Task<(int Id, DeclarationNumber Number)?> FindAsync(int enterpriseId, string typed, CancellationToken cancellation)
    {
        if (!DeclarationNumber.TryParse(typed, CultureInfo.InvariantCulture, out var number)) return null;
        var found = await db.Declarations.Where(d => d.Number == number && d.EnterpriseId == enterpriseId && d.State != DeclarationState.Withdrawn).Select(d => (int?)d.Id).SingleOrDefaultAsync(cancellation);
        return found is { } id ? (id, number) : null;
    }

    private static Outcome Unknown() => Outcome.Refused(DeclarationField, "贵企业没有这个单号的预申报，或它已撤回。");

    private static Outcome Apart() => Outcome.Refused("这份预申报已不在关联之列，请刷新后再看。");
}
