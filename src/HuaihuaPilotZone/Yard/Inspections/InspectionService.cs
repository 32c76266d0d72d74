using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Yard.Inspections;

/// <summary>Inspection appointments. A booking takes its places by one conditional update on the slot, a cancellation gives them back in the same transaction; every step is journalled and told to the enterprise.</summary>
public sealed class InspectionService(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Outbox outbox, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这份预约。";

    private static readonly Dictionary<InspectionStep, (InspectionState From, InspectionState To, string Act)> _steps = new()
    {
        [InspectionStep.Arrive] = (InspectionState.Booked, InspectionState.Arrived, YardActs.Arrived),
        [InspectionStep.Finish] = (InspectionState.Arrived, InspectionState.Done, YardActs.Done),
        [InspectionStep.MarkNoShow] = (InspectionState.Booked, InspectionState.NoShow, YardActs.NoShow),
        [InspectionStep.Cancel] = (InspectionState.Booked, InspectionState.Cancelled, YardActs.Cancelled),
    };

    /// <summary>The steps that a side may take from a state.</summary>
    /// <param name="isPark">The park's side; otherwise the enterprise's.</param>
    public static IReadOnlyList<InspectionStep> StepsFrom(InspectionState state, bool isPark) => [.. _steps.Where(s => s.Value.From == state && (isPark || s.Key == InspectionStep.Cancel)).Select(s => s.Key)];

    public Task<Page<BookingRow>> ListAsync(BookingFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<BookingRow> StreamAsync(BookingFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <param name="enterpriseId">The enterprise it must belong to; null for the park.</param>
    public Task<InspectionBooking?> FindAsync(string number, int? enterpriseId, CancellationToken cancellation) =>
        db.InspectionBookings.AsNoTracking().Include(b => b.Slot).Include(b => b.Enterprise).Include(b => b.Declaration).Include(b => b.Containers.OrderBy(c => c.Number))
            .SingleOrDefaultAsync(b => b.Number == number && (enterpriseId == null || b.EnterpriseId == enterpriseId), cancellation);

    /// <summary>What was done about a booking, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Inspection, number, page, cancellation);

    /// <returns>The number of the new booking.</returns>
    public async Task<Outcome<string>> BookAsync(int enterpriseId, BookingData data, CancellationToken cancellation)
    {
        var containers = data.Containers.Select(ContainerNumber.Examine).ToList();
        if (Refuse(data, containers) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var series = string.Create(CultureInfo.InvariantCulture, $"CY-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                int? declaration = null;
                if (data.Declaration is { } declared)
                {
                    declaration = await db.Declarations.Where(d => d.Number == declared && d.EnterpriseId == enterpriseId).Select(d => (int?)d.Id).SingleOrDefaultAsync(token);
                    if (declaration is null) return Outcome.Refused(nameof(data.Declaration), "贵企业没有这份预申报，请核对编号。");
                }
                if (await TakeAsync(data.SlotId, data.Places, token) is { IsDone: false } refused) return refused;
                var slot = await db.InspectionSlots.AsNoTracking().SingleAsync(s => s.Id == data.SlotId, token);
                var sequence = await numbers.NextAsync(series, token);
                var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                var booking = Make(enterpriseId, number, declaration, data, containers);
                db.InspectionBookings.Add(booking);
                journal.Write(JournalSubjects.Inspection, number, YardActs.Booked, $"{slot.Text}，{data.Places} 个车位");
                await TellAsync(booking, slot, null, token);
                await db.SaveChangesAsync(token);
                return number;
            },
            cancellation);
    }

    /// <summary>Takes a step. Of two people at once the first one counts, and the second one is told.</summary>
    /// <param name="enterpriseId">The enterprise that acts, which may only cancel, and only before the slot begins; null for the park.</param>
    /// <param name="note">What the enterprise reads; the park has to give a reason for a cancellation.</param>
    public async Task<Outcome> StepAsync(string number, int? enterpriseId, InspectionStep step, int version, string? note, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => StepWithinAsync(number, enterpriseId, step, version, note, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已处理了这份预约。请核对最新内容后再操作。");
        }
    }

    private async Task<Outcome> StepWithinAsync(string number, int? enterpriseId, InspectionStep step, int version, string? note, CancellationToken cancellation)
    {
        if (enterpriseId is not null && step != InspectionStep.Cancel) return Outcome.Refused("这一步由监管中心办理。");
        if (await db.InspectionBookings.Include(b => b.Slot).SingleOrDefaultAsync(b => b.Number == number && (enterpriseId == null || b.EnterpriseId == enterpriseId), cancellation) is not { Slot: { } slot } booking)
            return Outcome.Refused(Gone);
        var (from, to, act) = _steps[step];
        if (booking.State != from) return Outcome.Refused($"这份预约现在是“{booking.State.Word()}”，请核对后再操作。");
        var hasBegun = time.Now >= slot.StartsAt;
        if (step == InspectionStep.MarkNoShow && !hasBegun) return Outcome.Refused("时段还没有开始，不能记为未到。");
        if (step == InspectionStep.Cancel && enterpriseId is not null && hasBegun) return Outcome.Refused("时段已经开始，不能自行取消，请联系监管中心。");
        if (step == InspectionStep.Cancel && enterpriseId is null && note is null) return Outcome.Refused("Note", "请写明取消的原因，企业会看到。");
        db.Expect(booking, version);
        (booking.State, booking.Answer, booking.MovedAt) = (to, note ?? booking.Answer, time.UtcNow);
        if (step == InspectionStep.Cancel)
        {
            await db.InspectionSlots.Where(s => s.Id == slot.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked > booking.Places ? s.Booked - booking.Places : 0), cancellation);
        }
        journal.Write(JournalSubjects.Inspection, number, act, note);
        await TellAsync(booking, slot, note, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>The places are taken by one update that asks whether there are so many left.</summary>
    private async Task<Outcome> TakeAsync(int slotId, int places, CancellationToken cancellation)
    {
        if (await db.InspectionSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Id == slotId, cancellation) is not { } slot) return Outcome.Refused("SlotId", "没有这个时段，请重新选择。");
        if (time.Now >= slot.StartsAt) return Outcome.Refused("SlotId", "这个时段已经开始，请选择以后的时段。");
        var taken = await db.InspectionSlots.Where(s => s.Id == slotId && !s.IsClosed && s.Booked + places <= s.Capacity)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked + places), cancellation);
        if (taken == 1) return Outcome.Done;
        var now = await db.InspectionSlots.AsNoTracking().SingleAsync(s => s.Id == slotId, cancellation);
        return now.IsClosed ? Outcome.Refused("SlotId", "这个时段已停止预约，请选择其他时段。")
            : now.Booked == now.Capacity ? Outcome.Refused("SlotId", "这个时段已约满，请选择其他时段。")
            : Outcome.Refused("Places", $"这个时段只剩 {now.Capacity - now.Booked} 个车位。");
    }

    private Task TellAsync(InspectionBooking booking, InspectionSlot slot, string? note, CancellationToken cancellation) => outbox.NotifyAsync(
        Audience.Enterprise(booking.EnterpriseId, booking.BookedById),
        new NoticeDraft(
            MessageKind.InspectionMoved, $"查验预约 {booking.Number}：{booking.State.Word()}", $"{slot.Text}，{booking.Places} 个车位。{note}", $"/enterprise/inspections/{booking.Number}", booking.EnterpriseId),
        cancellation);

    private InspectionBooking Make(int enterpriseId, string number, int? declarationId, BookingData data, List<ContainerNumberCheck> containers) => new()
    {
        Number = number,
        SlotId = data.SlotId,
        EnterpriseId = enterpriseId,
        DeclarationId = declarationId,
        Places = data.Places,
        State = InspectionState.Booked,
        Note = data.Note,
        BookedAt = time.UtcNow,
        BookedBy = actor.Name,
        BookedById = actor.UserId,
        MovedAt = time.UtcNow,
        Containers = [.. containers.Select(c => new InspectionContainer { Number = c.Normalised })],
    };

    private static List<Refusal> Refuse(BookingData data, List<ContainerNumberCheck> containers)
    {
        var refusals = new List<Refusal>();
        if (data.Places is < 1 or > InspectionBooking.MostPlaces) refusals.Add(new Refusal(nameof(data.Places), $"一次可以约 1 至 {InspectionBooking.MostPlaces} 个车位。"));
        else if (containers.Count > data.Places) refusals.Add(new Refusal(nameof(data.Containers), $"填了 {containers.Count} 个箱号，只约了 {data.Places} 个车位。"));
        foreach (var check in containers.Where(c => !c.IsValid && !(c.IsCheckDigitOnly && data.IsCompared)))
            refusals.Add(new Refusal(nameof(data.Containers), $"{check.Normalised}：{check.Problem}{(check.IsCheckDigitOnly ? "箱体上确实如此的，请勾选“已对照箱体核对”。" : null)}"));
        if (containers.GroupBy(c => c.Normalised, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) refusals.Add(new Refusal(nameof(data.Containers), $"{twice.Key} 填了不止一次。"));
        return refusals;
    }

    private IQueryable<BookingRow> Rows(BookingFilter filter)
    {
        var bookings = db.InspectionBookings.AsNoTracking();
        if (filter.EnterpriseId is { } enterprise) bookings = bookings.Where(b => b.EnterpriseId == enterprise);
        if (filter.SlotId is { } slot) bookings = bookings.Where(b => b.SlotId == slot);
        if (filter.State is { } state) bookings = bookings.Where(b => b.State == state);
        if (filter.From is { } from) bookings = bookings.Where(b => b.Slot!.Day >= from);
        if (filter.To is { } to) bookings = bookings.Where(b => b.Slot!.Day <= to);
        if (SearchWord.Of(filter.Text) is { } word)
        {
            var number = word.ToUpperInvariant();
            bookings = bookings.Where(b => b.Number.Contains(number) || b.Enterprise!.Name.Contains(word) || b.Slot!.Place.Contains(word) || b.Containers.Any(c => c.Number.Contains(number)));
        }
        var ordered = (filter.Sort, filter.Descending) switch
        {
            (BookingSort.Booked, false) => bookings.OrderBy(b => b.Id),
            (BookingSort.Booked, true) => bookings.OrderByDescending(b => b.Id),
            (_, false) => bookings.OrderBy(b => b.Slot!.Day).ThenBy(b => b.Slot!.FromMinute).ThenBy(b => b.Id),
            _ => bookings.OrderByDescending(b => b.Slot!.Day).ThenByDescending(b => b.Slot!.FromMinute).ThenByDescending(b => b.Id),
        };
        return ordered.Select(b => new BookingRow
        {
            Number = b.Number,
            State = b.State,
            Day = b.Slot!.Day,
            FromMinute = b.Slot.FromMinute,
            UntilMinute = b.Slot.UntilMinute,
            Place = b.Slot.Place,
            Places = b.Places,
            EnterpriseId = b.EnterpriseId,
            EnterpriseName = b.Enterprise!.Name,
            Declaration = b.Declaration == null ? null : b.Declaration.Number,
            BookedAt = b.BookedAt,
            Containers = b.Containers.OrderBy(c => c.Number).Select(c => c.Number).ToList(),
        });
    }
}
