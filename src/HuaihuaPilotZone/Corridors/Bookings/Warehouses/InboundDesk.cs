using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>What an enterprise announces.</summary>
/// <param name="CubicMetres">At most three decimals.</param>
/// <param name="Declaration">Number of a 9810 pre-declaration of the same enterprise.</param>
public sealed record InboundData(int WarehouseId, DateOnly Day, decimal CubicMetres, string Goods, string? Declaration);

/// <summary>What a list of inbound bookings is narrowed to.</summary>
/// <param name="EnterpriseId">Only those of one enterprise; null for the park.</param>
public sealed record InboundFilter(string? Text = null, InboundState? State = null, int? EnterpriseId = null, int? WarehouseId = null, bool Descending = true);

/// <summary>An inbound booking in a list.</summary>
public sealed record InboundRow(
    int Id, string Number, int WarehouseId, string WarehouseName, int EnterpriseId, string EnterpriseName, DateOnly Day, int Litres, string Goods, DeclarationNumber? Declaration, InboundState State, DateTime CreatedAt, int Version);

/// <summary>Announces goods to warehouses: never more for a day than it takes in.</summary>
public sealed class InboundDesk(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Days ahead that can be booked.</summary>
    public const int MostDays = 90;

    /// <summary>监管方式 of goods that are sent to an overseas warehouse.</summary>
    public const string OverseasMode = "9810";

    public Task<Page<InboundRow>> ListAsync(InboundFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<InboundRow> StreamAsync(InboundFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <returns>The number of the booking, or a refusal that names the next free day.</returns>
    public async Task<Outcome<string>> BookAsync(int enterpriseId, InboundData data, CancellationToken cancellation)
    {
        var warehouse = await db.Warehouses.AsNoTracking().SingleOrDefaultAsync(w => w.Id == data.WarehouseId, cancellation);
        if (warehouse is null || warehouse.IsClosed) return Outcome.Refused("没有这个仓库，或已停用。");
        if (warehouse.DailyLitres is not { } daily) return Outcome.Refused("这个仓库没有登记每日接收能力，不能预约。请联系园区。");
        var refusals = Refuse(data, daily);
        var (declaration, problem) = await DeclarationAsync(db, enterpriseId, data.Declaration, cancellation);
        if (problem is not null) refusals.Add(problem);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var litres = (int)(data.CubicMetres * 1000m);
        var series = string.Create(CultureInfo.InvariantCulture, $"RC-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        await EnsureDayAsync(data.WarehouseId, data.Day, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var taken = await db.WarehouseDays.Where(d => d.WarehouseId == data.WarehouseId && d.Day == data.Day && d.BookedLitres + litres <= db.Warehouses.Where(w => w.Id == d.WarehouseId).Select(w => w.DailyLitres).First())
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.BookedLitres, d => d.BookedLitres + litres), token);
                if (taken == 0) return Outcome.Refused(nameof(data.Day), await FullAsync(warehouse, data.Day, litres, token));
                var sequence = await numbers.NextAsync(series, token);
                var booking = new InboundBooking
                {
                    Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"),
                    WarehouseId = data.WarehouseId,
                    EnterpriseId = enterpriseId,
                    Day = data.Day,
                    Litres = litres,
                    Goods = data.Goods,
                    DeclarationId = declaration,
                    State = InboundState.Booked,
                    CreatedAt = time.UtcNow,
                    CreatedBy = actor.Name,
                    CreatedById = actor.UserId,
                };
                db.InboundBookings.Add(booking);
                journal.Write(JournalSubjects.Inbound, booking.Number, WarehouseActs.Booked, $"{warehouse.Name}，{data.Day:yyyy-MM-dd}，{data.Goods}");
                await db.SaveChangesAsync(token);
                return booking.Number;
            },
            cancellation);
    }

    /// <summary>Takes a booking back; what it took is free at once.</summary>
    public Task<Outcome> CancelAsync(string number, int enterpriseId, CancellationToken cancellation) => EndAsync(number, enterpriseId, InboundState.Cancelled, WarehouseActs.Cancelled, cancellation);

    /// <summary>Notes that the goods have arrived.</summary>
    public Task<Outcome> ArriveAsync(string number, int enterpriseId, CancellationToken cancellation) => EndAsync(number, enterpriseId, InboundState.Arrived, WarehouseActs.Arrived, cancellation);

    /// <summary>Finds a 9810 pre-declaration of an enterprise by its number.</summary>
    internal static async Task<(int? Id, Refusal? Problem)> DeclarationAsync(PortalDbContext db, int enterpriseId, string? written, CancellationToken cancellation)
    {
        if (written is null) return (null, null);
        var found = DeclarationNumber.TryParse(written, CultureInfo.InvariantCulture, out var number)
            ? await db.Declarations.Where(d => d.Number == number && d.EnterpriseId == enterpriseId).Select(d => new { d.Id, d.TradeMode }).SingleOrDefaultAsync(cancellation)
            : null;
        if (found is null) return (null, new Refusal("Declaration", "贵企业没有这个单号的预申报，请核对。"));
        return found.TradeMode == OverseasMode ? (found.Id, null) : (null, new Refusal("Declaration", "这份预申报的监管方式不是 9810（出口海外仓），不能关联。"));
    }

    private async Task<Outcome> EndAsync(string number, int enterpriseId, InboundState to, string act, CancellationToken cancellation) => await db.InTransactionAsync(
        async token =>
        {
            var rows = db.InboundBookings.Where(b => b.Number == number && b.EnterpriseId == enterpriseId);
            var ended = await rows.Where(b => b.State == InboundState.Booked).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, to).SetProperty(b => b.Version, b => b.Version + 1), token);
            var booking = await rows.AsNoTracking().SingleOrDefaultAsync(token);
            if (booking is null) return Outcome.Missing("没有这份入仓预约。");
            if (ended == 0) return Outcome.Refused($"这份预约现在是“{booking.State.Word()}”。");
            if (to == InboundState.Cancelled)
            {
                await db.WarehouseDays.Where(d => d.WarehouseId == booking.WarehouseId && d.Day == booking.Day && d.BookedLitres >= booking.Litres)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.BookedLitres, d => d.BookedLitres - booking.Litres), token);
            }
            journal.Write(JournalSubjects.Inbound, number, act);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>The row of a day is there before the transaction: two first bookings may meet here harmlessly.</summary>
    private async Task EnsureDayAsync(int warehouseId, DateOnly day, CancellationToken cancellation)
    {
        if (await db.WarehouseDays.AnyAsync(d => d.WarehouseId == warehouseId && d.Day == day, cancellation)) return;
        var first = new WarehouseDay
        {
            WarehouseId = warehouseId,
            Day = day,
        };
        db.WarehouseDays.Add(first);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.Entry(first).State = EntityState.Detached;
            if (!await db.WarehouseDays.AnyAsync(d => d.WarehouseId == warehouseId && d.Day == day, cancellation)) throw;
        }
    }

    private async Task<string> FullAsync(Warehouse warehouse, DateOnly day, int litres, CancellationToken cancellation)
    {
        var last = time.Today.AddDays(MostDays);
        var booked = await db.WarehouseDays.Where(d => d.WarehouseId == warehouse.Id && d.Day >= day && d.Day <= last).Select(d => new { d.Day, d.BookedLitres }).Take(MostDays + 1)
            .ToDictionaryAsync(d => d.Day, d => d.BookedLitres, cancellation);
        var daily = warehouse.DailyLitres ?? 0;
        var left = Math.Max(0, daily - booked.GetValueOrDefault(day));
        DateOnly? next = null;
        for (var d = day.AddDays(1); d <= last && next is null; d = d.AddDays(1))
        {
            if (booked.GetValueOrDefault(d) + litres <= daily) next = d;
        }
        var offer = next is { } free ? $"最近能放下的是 {free:yyyy-MM-dd}。" : $"{MostDays} 天以内都放不下。";
        return string.Create(CultureInfo.InvariantCulture, $"{warehouse.Name} {day:yyyy-MM-dd} 还能接收 {left / 1000m:0.###} 立方米，放不下 {litres / 1000m:0.###} 立方米。{offer}");
    }

    private List<Refusal> Refuse(InboundData data, int daily)
    {
        var refusals = new List<Refusal>();
        if (data.Day < time.Today) refusals.Add(new Refusal(nameof(data.Day), "入仓日不能早于今天。"));
        else if (data.Day > time.Today.AddDays(MostDays)) refusals.Add(new Refusal(nameof(data.Day), $"入仓日应在 {MostDays} 天以内。"));
        if (data.CubicMetres < 0.001m || data.CubicMetres * 1000m % 1m != 0m) refusals.Add(new Refusal(nameof(data.CubicMetres), "体积应大于 0，最多三位小数。"));
        else if (data.CubicMetres * 1000m > daily) refusals.Add(new Refusal(nameof(data.CubicMetres), $"这个仓库一天最多接收 {daily / 1000} 立方米，请分几天预约。"));
        return refusals;
    }

    private IQueryable<InboundRow> Rows(InboundFilter filter)
    {
        var rows = db.InboundBookings.AsNoTracking();
        if (filter.EnterpriseId is { } enterprise) rows = rows.Where(b => b.EnterpriseId == enterprise);
        if (filter.WarehouseId is { } warehouse) rows = rows.Where(b => b.WarehouseId == warehouse);
        if (filter.State is { } state) rows = rows.Where(b => b.State == state);
        if (SearchWord.Of(filter.Text) is { } word) rows = rows.Where(b => b.Number.Contains(word) || b.Goods.Contains(word) || b.Warehouse!.Name.Contains(word) || b.Enterprise!.Name.Contains(word));
        var ordered = filter.Descending ? rows.OrderByDescending(b => b.Id) : rows.OrderBy(b => b.Id);
        return Rows(ordered);
    }

    /// <param name="bookings">In their order.</param>
    internal static IQueryable<InboundRow> Rows(IQueryable<InboundBooking> bookings) => bookings.Select(b => new InboundRow(
        b.Id, b.Number, b.WarehouseId, b.Warehouse!.Name, b.EnterpriseId, b.Enterprise!.Name, b.Day, b.Litres, b.Goods, b.Declaration == null ? null : b.Declaration.Number, b.State, b.CreatedAt, b.Version));
}
