using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks.Tickets;

/// <summary>Repairs: tenants report them, the park accepts or refuses and finishes, tenants confirm or reopen. Every step is journalled and told to the other side.</summary>
public sealed class TicketService(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const int MostUnits = 200;
    private const string Gone = "没有这份报修。";

    private static readonly Dictionary<TicketStep, (TicketState From, TicketState To, string Act, bool NeedsReason)> _steps = new()
    {
        [TicketStep.Accept] = (TicketState.Reported, TicketState.Accepted, ParkActs.TicketAccepted, false),
        [TicketStep.Refuse] = (TicketState.Reported, TicketState.Refused, ParkActs.TicketRefused, true),
        [TicketStep.Finish] = (TicketState.Accepted, TicketState.Done, ParkActs.TicketDone, true),
        [TicketStep.Confirm] = (TicketState.Done, TicketState.Closed, ParkActs.TicketClosed, false),
        [TicketStep.Reopen] = (TicketState.Done, TicketState.Accepted, ParkActs.TicketReopened, true),
    };

    /// <summary>The steps that a side may take from a state.</summary>
    /// <param name="isPark">The park's side; otherwise the tenant's.</param>
    public static IReadOnlyList<TicketStep> StepsFrom(TicketState state, bool isPark) =>
        [.. _steps.Where(s => s.Value.From == state && IsOfPark(s.Key) == isPark).Select(s => s.Key)];

    public Task<Page<TicketRow>> ListAsync(TicketFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<TicketRow> StreamAsync(TicketFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <param name="enterpriseId">The tenant it must belong to; null for the park.</param>
    public Task<Ticket?> FindAsync(string number, int? enterpriseId, CancellationToken cancellation) => db.Tickets.AsNoTracking().Include(t => t.Unit!.Building!.Park).Include(t => t.Enterprise)
        .SingleOrDefaultAsync(t => t.Number == number && (enterpriseId == null || t.EnterpriseId == enterpriseId), cancellation);

    /// <summary>What was done about a repair, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Ticket, number, page, cancellation);

    /// <summary>The units that an enterprise rents today.</summary>
    public async Task<IReadOnlyList<RentedUnit>> UnitsAsync(int enterpriseId, CancellationToken cancellation) =>
        await db.Leases.Where(l => l.EnterpriseId == enterpriseId).Where(OnDay.Runs(time.Today))
            .OrderBy(l => l.Unit!.Building!.Park!.SortOrder).ThenBy(l => l.Unit!.Building!.Name).ThenBy(l => l.Unit!.Code).Take(MostUnits)
            .Select(l => new RentedUnit(
                l.UnitId, l.Unit!.Building!.Park!.Name, l.Unit.Building.Name, l.Unit.Code, l.Unit.Use, l.Unit.AreaHundredths, l.From, l.Until, l.Unit.Building.IsDemonstration))
            .ToListAsync(cancellation);

    /// <returns>The number of the new ticket.</returns>
    public async Task<Outcome<string>> ReportAsync(int enterpriseId, TicketData data, CancellationToken cancellation)
    {
        if ((await UnitsAsync(enterpriseId, cancellation)).FirstOrDefault(u => u.UnitId == data.UnitId) is not { } unit) return Outcome.Refused("UnitId", "贵企业今天没有租用这个单元，请重新选择。");
        var series = string.Create(CultureInfo.InvariantCulture, $"WX-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                db.Tickets.Add(new Ticket
                {
                    Number = number,
                    UnitId = data.UnitId,
                    EnterpriseId = enterpriseId,
                    Title = data.Title,
                    Text = data.Text,
                    IsUrgent = data.IsUrgent,
                    State = TicketState.Reported,
                    ReportedAt = time.UtcNow,
                    ReportedBy = actor.Name,
                    ReportedById = actor.UserId,
                    MovedAt = time.UtcNow,
                });
                journal.Write(JournalSubjects.Ticket, number, ParkActs.TicketReported, data.Title);
                await outbox.NotifyAsync(
                    Audience.Staff(StaffRoles.ParkAdministrator),
                    new NoticeDraft(MessageKind.TicketMoved, $"报修 {number}{(data.IsUrgent ? "（紧急）" : null)}：{data.Title}", $"{unit.Place}：{data.Text}", $"/park/tickets/{number}"),
                    token);
                await db.SaveChangesAsync(token);
                return number;
            },
            cancellation);
    }

    /// <summary>Takes a step. Of two people at once the first one counts, and the second one is told.</summary>
    /// <param name="enterpriseId">The tenant who acts; null for the park. Neither may take the other's steps.</param>
    /// <param name="note">What the other side reads; a reason where one is needed.</param>
    public async Task<Outcome> StepAsync(string number, int? enterpriseId, TicketStep step, int version, string? note, CancellationToken cancellation)
    {
        if (IsOfPark(step) != (enterpriseId is null)) return Outcome.Refused("这一步由另一方办理。");
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Number == number && (enterpriseId == null || t.EnterpriseId == enterpriseId), cancellation) is not { } ticket) return Outcome.Refused(Gone);
        var (from, to, act, needsReason) = _steps[step];
        if (ticket.State != from) return Outcome.Refused($"这份报修现在是“{ticket.State.Word()}”，请核对后再操作。");
        if (needsReason && note is null) return Outcome.Refused("Note", step == TicketStep.Finish ? "请写明怎样修好的，租户会看到。" : "请写明原因，对方会看到。");
        db.Expect(ticket, version);
        (ticket.State, ticket.Answer, ticket.MovedAt) = (to, note ?? ticket.Answer, time.UtcNow);
        journal.Write(JournalSubjects.Ticket, number, act, note);
        await TellAsync(ticket, enterpriseId is null, note, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已处理了这份报修。请核对最新内容后再操作。");
        }
    }

    private Task TellAsync(Ticket ticket, bool isPark, string? note, CancellationToken cancellation)
    {
        var title = $"报修 {ticket.Number}：{ticket.State.Word()}";
        var text = $"{ticket.Title}。{note}";
        return isPark
            ? outbox.NotifyAsync(Audience.Enterprise(ticket.EnterpriseId, ticket.ReportedById), new NoticeDraft(MessageKind.TicketMoved, title, text, $"/enterprise/premises/{ticket.Number}", ticket.EnterpriseId), cancellation)
            : outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.TicketMoved, title, text, $"/park/tickets/{ticket.Number}"), cancellation);
    }

    private IQueryable<TicketRow> Rows(TicketFilter filter)
    {
        var tickets = db.Tickets.AsNoTracking();
        if (filter.EnterpriseId is { } enterprise) tickets = tickets.Where(t => t.EnterpriseId == enterprise);
        if (filter.State is { } state) tickets = tickets.Where(t => t.State == state);
        if (SearchWord.Of(filter.Text) is { } word) tickets = tickets.Where(t => t.Number.Contains(word) || t.Title.Contains(word) || t.Enterprise!.Name.Contains(word) || t.Unit!.Code.Contains(word));
        var ordered = filter.OldestFirst ? tickets.OrderBy(t => t.Id) : tickets.OrderByDescending(t => t.Id);
        return ordered.Select(t => new TicketRow(
            t.Id, t.Number, t.Title, t.IsUrgent, t.State, t.Unit!.Building!.Park!.Name, t.Unit.Building.Name, t.Unit.Code, t.EnterpriseId, t.Enterprise!.Name, t.ReportedAt, t.MovedAt));
    }

    private static bool IsOfPark(TicketStep step) => step is TicketStep.Accept or TicketStep.Refuse or TicketStep.Finish;
}
