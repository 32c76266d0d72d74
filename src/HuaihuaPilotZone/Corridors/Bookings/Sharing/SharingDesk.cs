using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>Proposes shared containers, hears each side, and books when all agree. A shipment stands in one proposal at a time.</summary>
public sealed class SharingDesk(PortalDbContext db, SharingFinder finder, BookingSlots slots, NumberGiver numbers, Outbox outbox, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Hours in which all have to answer, unless no goods are taken before.</summary>
    public const int AnswerHours = 48;

    private const int MostAtOnce = 100;
    private const string Gone = "没有这个拼箱方案。";

    /// <summary>Looks for a container for a shipment, and asks those who could share it.</summary>
    /// <returns>The number of the proposal, or why there is none.</returns>
    public async Task<Outcome<string>> ProposeAsync(string number, int enterpriseId, CancellationToken cancellation)
    {
        var asking = await db.CargoIntents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number && i.EnterpriseId == enterpriseId, cancellation);
        if (asking is null) return Outcome.Refused("没有这票货。");
        if (asking.State != IntentState.Open) return Outcome.Refused($"这票货现在是“{asking.State.Word()}”。");
        if (asking.LatestOn < time.Today) return Outcome.Refused("最晚发运日已过，请重新登记。");
        var (fit, why) = await finder.FindAsync(asking, cancellation);
        if (fit is null) return Outcome.Refused(why);
        var series = string.Create(CultureInfo.InvariantCulture, $"PZ-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(token => ProposeAsync(fit, series, token), cancellation);
    }

    /// <summary>One side answers. When the last one agrees, the container is booked; one that does not ends the proposal.</summary>
    public async Task<Outcome<SharedState>> AnswerAsync(string number, int enterpriseId, bool agrees, CancellationToken cancellation)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"DC-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        try
        {
            return await db.InTransactionAsync<SharedState>(token => AnswerAsync(number, enterpriseId, agrees, series, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("另一方刚刚答复了。请核对最新内容后再操作。");
        }
    }

    /// <summary>Ends proposals that somebody left unanswered.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndLateAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var late = await db.SharedContainers.Where(c => c.State == SharedState.Proposed && c.AnswerBy <= now).OrderBy(c => c.Id).Select(c => c.Id).Take(MostAtOnce).ToListAsync(cancellation);
        var ended = 0;
        foreach (var id in late)
        {
            var isDone = await db.TryOnceAsync(
                async token =>
                {
                    var container = await WithParts().SingleAsync(c => c.Id == id, token);
                    if (container.State != SharedState.Proposed) return Outcome.Refused("已有答复。");
                    await FailAsync(container, "没有在规定时间内得到各方答复", token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
            if (isDone) ended++;
        }
        return ended;
    }

    /// <summary>Ends a proposal or a joint booking: all shipments are open again and everybody is told. The caller saves.</summary>
    internal async Task FailAsync(SharedContainer container, string why, CancellationToken cancellation)
    {
        container.State = SharedState.Failed;
        foreach (var part in container.Parts) part.Intent!.State = IntentState.Open;
        journal.Write(JournalSubjects.SharedContainer, container.Number, SharingActs.Failed, why);
        await TellAsync(container, $"拼箱 {container.Number} 没有拼成", $"{why}。您的货仍在待拼，可以再找。", cancellation);
    }

    internal IQueryable<SharedContainer> WithParts() => db.SharedContainers.Include(c => c.Parts.OrderBy(p => p.Position)).ThenInclude(p => p.Intent!.Enterprise).Include(c => c.From).Include(c => c.To)
        .Include(c => c.Departure);

    private async Task<Outcome<string>> ProposeAsync(SharingFit fit, string series, CancellationToken cancellation)
    {
        List<int> ids = [.. fit.Shipments.Select(s => s.Id)];
        var taken = await db.CargoIntents.Where(i => ids.Contains(i.Id) && i.State == IntentState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, IntentState.Proposed).SetProperty(i => i.Version, i => i.Version + 1), cancellation);
        if (taken != ids.Count) return Outcome.Refused("其中一票货刚刚进入另一个方案，请再找一次。");
        var sequence = await numbers.NextAsync(series, cancellation);
        var shares = ContainerPacking.Divide(fit.Price.Cents, fit.Shipments);
        var deadline = time.UtcNow.AddHours(AnswerHours);
        var container = new SharedContainer
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"),
            DepartureId = fit.Departure.Id,
            FromId = fit.Shipments[0].OriginId,
            ToId = fit.Shipments[0].DestinationId,
            Type = fit.Shipments[0].LowestTemperature is null ? ContainerType.Standard20 : ContainerType.Cooled20,
            PriceCents = fit.Price.Cents,
            PriceStatus = fit.Price.Status,
            PriceSource = Texts.Cut($"{fit.Price.Source}：{fit.Price.Sum}", SharedContainer.SourceMaxLength),
            State = SharedState.Proposed,
            AnswerBy = deadline < fit.Departure.CutOffAt ? deadline : fit.Departure.CutOffAt,
            MadeAt = time.UtcNow,
            Parts =
            [
                .. fit.Shipments.Select((s, i) => new SharedPart
                {
                    IntentId = s.Id,
                    Position = i,
                    ShareCents = shares[i],
                }),
            ],
        };
        db.SharedContainers.Add(container);
        journal.Write(JournalSubjects.SharedContainer, container.Number, SharingActs.Proposed, $"{fit.Departure.Number}，{fit.Shipments.Count} 票货");
        await db.SaveChangesAsync(cancellation);
        var loaded = await WithParts().SingleAsync(c => c.Id == container.Id, cancellation);
        await TellAsync(loaded, $"拼箱 {container.Number}：有可以同箱的货", $"{fit.Departure.Number} 上可以与另外 {fit.Shipments.Count - 1} 家拼一个箱，方案里有费用的算法，请在期限内答复。各方同意以前，互相看不到名称。", cancellation);
        await db.SaveChangesAsync(cancellation);
        return container.Number;
    }

    private async Task<Outcome<SharedState>> AnswerAsync(string number, int enterpriseId, bool agrees, string series, CancellationToken cancellation)
    {
        var container = await WithParts().SingleOrDefaultAsync(c => c.Number == number, cancellation);
        if (container?.Parts.Find(p => p.Intent!.EnterpriseId == enterpriseId) is not { } own) return Outcome.Refused(Gone);
        if (container.State != SharedState.Proposed) return Outcome.Refused($"这个方案现在是“{container.State.Word()}”，不用再答复。");
        if (container.AnswerBy <= time.UtcNow) return Outcome.Refused("答复期限已过。");
        if (own.Answer != PartAnswer.None) return Outcome.Refused("贵企业已经答复过。");
        // the answers are rows of their own: the container has to change, so that of two at once the second one sees the first
        db.Entry(container).Property(c => c.Version).IsModified = true;
        (own.Answer, own.AnsweredAt) = (agrees ? PartAnswer.Agreed : PartAnswer.Declined, time.UtcNow);
        journal.Write(JournalSubjects.SharedContainer, number, agrees ? SharingActs.Agreed : SharingActs.Declined);
        if (!agrees) await FailAsync(container, "有一方不同意", cancellation);
        else if (container.Parts.TrueForAll(p => p.Answer == PartAnswer.Agreed)) await BookAsync(container, series, cancellation);
        await db.SaveChangesAsync(cancellation);
        return container.State;
    }

    private async Task BookAsync(SharedContainer container, string series, CancellationToken cancellation)
    {
        if (!await slots.TakeAsync(container.DepartureId, container.Type.Slots(), isNext: false, cancellation))
        {
            await FailAsync(container, "这个车次已经满了、停开或已截单", cancellation);
            return;
        }
        var sequence = await numbers.NextAsync(series, cancellation);
        var first = container.Parts[0].Intent!;
        var booking = new Booking
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"),
            EnterpriseId = first.EnterpriseId,
            DepartureId = container.DepartureId,
            FromId = container.FromId,
            ToId = container.ToId,
            Slots = container.Type.Slots(),
            Goods = Texts.Cut($"拼箱：{string.Join("、", container.Parts.Select(p => p.Intent!.Goods))}", Booking.GoodsMaxLength),
            GrossKilograms = container.Parts.Sum(p => p.Intent!.Kilograms),
            LowestTemperature = first.LowestTemperature,
            HighestTemperature = first.HighestTemperature,
            Note = Texts.Cut($"拼箱 {container.Number}：{string.Join("；", container.Parts.Select(p => $"{p.Intent!.Enterprise!.Name}（{p.Intent.Number}）"))}", Booking.NoteMaxLength),
            State = slots.StateWithSlots,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
            CreatedById = first.CreatedById,
            MovedAt = time.UtcNow,
            Containers =
            [
                new BookedContainers
                {
                    Type = container.Type,
                    Count = 1,
                },
            ],
        };
        db.Bookings.Add(booking);
        foreach (var part in container.Parts) part.Intent!.State = IntentState.Joined;
        container.State = SharedState.Booked;
        journal.Write(JournalSubjects.Booking, booking.Number, BookingActs.Requested, $"拼箱 {container.Number} 各方同意");
        journal.Write(JournalSubjects.SharedContainer, container.Number, SharingActs.Booked, booking.Number);
        await db.SaveChangesAsync(cancellation);
        container.BookingId = booking.Id;
        await TellAsync(container, $"拼箱 {container.Number} 拼成了", $"各方都已同意，订舱号 {booking.Number}，{booking.State.Word()}。现在可以看到各方名称。", cancellation);
    }

    internal async Task TellAsync(SharedContainer container, string title, string text, CancellationToken cancellation)
    {
        foreach (var part in container.Parts)
        {
            var intent = part.Intent!;
            await outbox.NotifyAsync(
                Audience.Enterprise(intent.EnterpriseId, intent.CreatedById),
                new NoticeDraft(MessageKind.BookingMoved, title, text, $"/enterprise/sharing/containers/{container.Number}", intent.EnterpriseId), cancellation);
        }
    }
}

/// <summary>A joint booking that ends sets its shipments free; a departure that changes is told to all who share a container on it.</summary>
internal sealed class SharedBookingWatcher(SharingDesk desk) : IBookingWatcher, IDepartureWatcher
{
    private const int MostContainers = 500;

    public async Task FollowAsync(Departure departure, string act, CancellationToken cancellation)
    {
        var containers = await desk.WithParts().AsNoTracking().Where(c => c.DepartureId == departure.Id && c.State == SharedState.Booked).OrderBy(c => c.Id).Take(MostContainers).ToListAsync(cancellation);
        foreach (var container in containers)
            await desk.TellAsync(container, $"{departure.Number}：{NetworkActs.Word(act)}", $"拼箱 {container.Number} 所在的车次有变动：{departure.Reason}", cancellation);
    }

    public async Task EndedAsync(Booking booking, CancellationToken cancellation)
    {
        var container = await desk.WithParts().SingleOrDefaultAsync(c => c.BookingId == booking.Id && c.State == SharedState.Booked, cancellation);
        if (container is not null) await desk.FailAsync(container, $"订舱 {booking.Number} {booking.State.Word()}", cancellation);
    }
}
