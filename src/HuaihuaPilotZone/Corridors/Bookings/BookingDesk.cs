using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings;

/// <summary>Drafts of bookings: written and changed by their enterprise until it sends them.</summary>
public sealed class BookingDesk(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这份订舱。";

    /// <returns>The number of the new draft.</returns>
    public async Task<Outcome<string>> DraftAsync(int enterpriseId, BookingData data, CancellationToken cancellation)
    {
        var (refusals, found) = await LookAsync(enterpriseId, data, cancellation);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var series = string.Create(CultureInfo.InvariantCulture, $"DC-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                var booking = new Booking
                {
                    Number = number,
                    EnterpriseId = enterpriseId,
                    DepartureId = found!.DepartureId,
                    FromId = found.FromId,
                    ToId = found.ToId,
                    Slots = 0,
                    Goods = data.Goods,
                    GrossKilograms = data.GrossKilograms,
                    State = BookingState.Draft,
                    CreatedAt = time.UtcNow,
                    CreatedBy = actor.Name,
                    CreatedById = actor.UserId,
                    MovedAt = time.UtcNow,
                };
                Write(booking, data, found);
                db.Bookings.Add(booking);
                journal.Write(JournalSubjects.Booking, number, BookingActs.Drafted, data.Goods, Fields(data, found.FromName, found.ToName).Select(f => new FieldChange(f.Label, null, f.Value)));
                await db.SaveChangesAsync(token);
                return number;
            },
            cancellation);
    }

    /// <summary>Saves an edited draft. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(string number, int enterpriseId, int version, BookingData data, CancellationToken cancellation)
    {
        var (refusals, found) = await LookAsync(enterpriseId, data, cancellation);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await LoadAsync(number, enterpriseId, token) is not { } booking) return Outcome.Refused(Gone);
                    if (booking.State != BookingState.Draft) return Outcome.Refused($"这份订舱现在是“{booking.State.Word()}”，不能再修改。要改动的，请取消后重新订。");
                    var before = Fields(booking);
                    db.Expect(booking, version);
                    // the lines are rows of their own: the booking has to change for its version to count
                    db.Entry(booking).Property(b => b.Version).IsModified = true;
                    await ForgetLinesAsync(booking, data, token);
                    Write(booking, data, found!);
                    journal.Write(JournalSubjects.Booking, number, BookingActs.Changed, changes: Edits.Changes(before, Fields(data, found!.FromName, found.ToName)));
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var saved = await LoadAsync(number, enterpriseId, cancellation);
            db.ChangeTracker.Clear();
            return saved is null ? Outcome.Refused(Gone) : Edits.Conflict(Fields(saved), Fields(data, found!.FromName, found.ToName));
        }
    }

    private sealed record Found(int DepartureId, int FromId, int ToId, string FromName, string ToName, int? DeclarationId);

    /// <summary>Finds what the data names; without a refusal all of it is there.</summary>
    private async Task<(List<Refusal> Refusals, Found? Found)> LookAsync(int enterpriseId, BookingData data, CancellationToken cancellation)
    {
        var refusals = BookingRules.Refuse(data);
        var departure = await db.Departures.AsNoTracking().Include(d => d.Stops).ThenInclude(s => s.Node).AsSplitQuery().SingleOrDefaultAsync(d => d.Number == data.Departure, cancellation);
        if (departure is null)
        {
            refusals.Add(new Refusal(nameof(data.Departure), "没有这个车次，请重新选择。"));
            return (refusals, null);
        }
        var (from, to) = (departure.Stops.Find(s => s.Node!.Slug == data.From), departure.Stops.Find(s => s.Node!.Slug == data.To));
        if (from is null) refusals.Add(new Refusal(nameof(data.From), "请选择本车次的装货站。"));
        if (to is null) refusals.Add(new Refusal(nameof(data.To), "请选择本车次的卸货站。"));
        else if (from is not null && from.Position >= to.Position) refusals.Add(new Refusal(nameof(data.To), "卸货站应在装货站之后。"));
        int? declaration = null;
        if (data.Declaration is { } written)
        {
            if (DeclarationNumber.TryParse(written, CultureInfo.InvariantCulture, out var number))
                declaration = await db.Declarations.Where(d => d.Number == number && d.EnterpriseId == enterpriseId).Select(d => (int?)d.Id).SingleOrDefaultAsync(cancellation);
            if (declaration is null) refusals.Add(new Refusal(nameof(data.Declaration), "贵企业没有这个单号的预申报，请核对。"));
        }
        return (refusals, refusals.Count > 0 ? null : new Found(departure.Id, from!.NodeId, to!.NodeId, from.Node!.Name, to.Node!.Name, declaration));
    }

    private Task<Booking?> LoadAsync(string number, int enterpriseId, CancellationToken cancellation) => db.Bookings.Include(b => b.Containers).Include(b => b.Departure).Include(b => b.From)
        .Include(b => b.To).Include(b => b.Declaration).SingleOrDefaultAsync(b => b.Number == number && b.EnterpriseId == enterpriseId, cancellation);

    private async Task ForgetLinesAsync(Booking booking, BookingData data, CancellationToken cancellation)
    {
        var same = booking.Containers.Select(c => (c.Type, c.Count)).Order().SequenceEqual(data.Containers.Select(c => (c.Type, c.Count)).Order());
        if (same) return;
        // two saves: a key that goes and comes again in one would be taken for one row
        db.RemoveRange(booking.Containers);
        await db.SaveChangesAsync(cancellation);
        booking.Containers.Clear();
    }

    private static void Write(Booking booking, BookingData data, Found found)
    {
        (booking.DepartureId, booking.FromId, booking.ToId, booking.DeclarationId) = (found.DepartureId, found.FromId, found.ToId, found.DeclarationId);
        if (booking.Containers.Count == 0)
        {
            booking.Containers.AddRange(data.Containers.Select(c => new BookedContainers
            {
                Type = c.Type,
                Count = c.Count,
            }));
        }
        booking.Slots = data.Containers.Sum(c => c.Count * c.Type.Slots());
        booking.Goods = data.Goods;
        booking.GrossKilograms = data.GrossKilograms;
        booking.LowestTemperature = data.LowestTemperature;
        booking.HighestTemperature = data.HighestTemperature;
        booking.IsDangerous = data.IsDangerous;
        booking.Note = data.Note;
    }

    private static BookingData Of(Booking booking) => new(
        booking.Departure!.Number, booking.From!.Slug, booking.To!.Slug, [.. booking.Containers.Select(c => new ContainerCount(c.Type, c.Count))], booking.Goods, booking.GrossKilograms,
        booking.LowestTemperature, booking.HighestTemperature, booking.IsDangerous, booking.Declaration?.Number.ToString(), booking.Note);

    private static List<EditedField> Fields(Booking booking) => Fields(Of(booking), booking.From!.Name, booking.To!.Name);

    /// <param name="from">Name of the station; people do not know it by its short name.</param>
    private static List<EditedField> Fields(BookingData data, string from, string to) =>
    [
        new(nameof(data.Departure), "车次", data.Departure),
        new(nameof(data.From), "装货站", from),
        new(nameof(data.To), "卸货站", to),
        new(nameof(data.Containers), "箱型箱量", string.Join("，", data.Containers.OrderBy(c => c.Type).Select(c => $"{c.Type.Word()} × {c.Count}"))),
        new(nameof(data.Goods), "货物", data.Goods),
        new(nameof(data.GrossKilograms), "毛重（千克）", data.GrossKilograms.ToString(CultureInfo.InvariantCulture)),
        new(nameof(data.LowestTemperature), "最低温度", data.LowestTemperature?.ToString("0.#", CultureInfo.InvariantCulture)),
        new(nameof(data.HighestTemperature), "最高温度", data.HighestTemperature?.ToString("0.#", CultureInfo.InvariantCulture)),
        new(nameof(data.IsDangerous), "危险品", data.IsDangerous ? "是" : "否"),
        new(nameof(data.Declaration), "预申报", data.Declaration),
        new(nameof(data.Note), "备注", data.Note),
    ];
}
