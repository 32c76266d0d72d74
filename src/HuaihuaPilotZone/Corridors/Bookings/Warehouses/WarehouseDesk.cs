using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>What staff write about a warehouse.</summary>
/// <param name="DailyCubicMetres">Null while no source says it.</param>
public sealed record WarehouseData(
    string Name, WarehouseKind Kind, string CountryCode, string City, string? Operator, int? DailyCubicMetres, decimal? LowestTemperature, decimal? HighestTemperature, string? Note, string Source,
    FigureStatus SourceStatus, bool IsClosed);

/// <summary>What a list of warehouses is narrowed to.</summary>
/// <param name="WithClosed">The park sees closed ones too.</param>
public sealed record WarehouseFilter(string? Text = null, WarehouseKind? Kind = null, bool WithClosed = false, bool Descending = false);

/// <summary>A day of a warehouse.</summary>
public sealed record DayFree(DateOnly Day, int FreeLitres);

/// <summary>Keeps the registry of warehouses.</summary>
public sealed class WarehouseDesk(PortalDbContext db, PortalJournal journal, CustomsTablesSource tables, ChinaTime time)
{
    private const int MostDailyCubicMetres = 2_000_000;

    public async Task<Page<Warehouse>> ListAsync(WarehouseFilter filter, PageRequest page, CancellationToken cancellation) =>
        await Rows(filter, await CountriesAsync(filter.Text, cancellation)).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public async IAsyncEnumerable<Warehouse> StreamAsync(WarehouseFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in Rows(filter, await CountriesAsync(filter.Text, cancellation)).AsAsyncEnumerable().WithCancellation(cancellation)) yield return row;
    }

    public Task<Warehouse?> FindAsync(int id, CancellationToken cancellation) => db.Warehouses.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellation);

    /// <summary>What was done to a warehouse, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Warehouse, Key(id), page, cancellation);

    /// <summary>What is free on the next days, today included; empty while no capacity is recorded.</summary>
    public async Task<IReadOnlyList<DayFree>> FreeAsync(Warehouse warehouse, int days, CancellationToken cancellation)
    {
        if (warehouse.DailyLitres is not { } daily || warehouse.IsClosed) return [];
        var (from, until) = (time.Today, time.Today.AddDays(days - 1));
        var booked = await db.WarehouseDays.Where(d => d.WarehouseId == warehouse.Id && d.Day >= from && d.Day <= until).OrderBy(d => d.Day).Select(d => new { d.Day, d.BookedLitres }).Take(days).ToDictionaryAsync(d => d.Day, d => d.BookedLitres, cancellation);
        return [.. Enumerable.Range(0, days).Select(from.AddDays).Select(d => new DayFree(d, Math.Max(0, daily - booked.GetValueOrDefault(d))))];
    }

    /// <returns>The id of the new warehouse.</returns>
    public async Task<Outcome<int>> AddAsync(WarehouseData data, CancellationToken cancellation)
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var warehouse = new Warehouse
        {
            Name = data.Name,
            Kind = data.Kind,
            CountryCode = data.CountryCode,
            City = data.City,
            Source = data.Source,
            SourceStatus = data.SourceStatus,
        };
        Write(warehouse, data);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    db.Warehouses.Add(warehouse);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Warehouse, Key(warehouse.Id), WarehouseActs.Added, changes: Fields(warehouse).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return warehouse.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Warehouses.AnyAsync(w => w.Name == data.Name, cancellation)) return Taken();
            throw;
        }
    }

    /// <summary>Saves an edited warehouse. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, WarehouseData data, CancellationToken cancellation)
    {
        if (Refuse(data) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Warehouses.SingleOrDefaultAsync(w => w.Id == id, cancellation) is not { } warehouse) return Outcome.Refused("没有这个仓库。");
        var before = Fields(warehouse);
        db.Expect(warehouse, version);
        Write(warehouse, data);
        var typed = Fields(warehouse);
        journal.Write(JournalSubjects.Warehouse, Key(id), WarehouseActs.Changed, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(Fields(await db.Warehouses.AsNoTracking().SingleAsync(w => w.Id == id, cancellation)), typed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Warehouses.AnyAsync(w => w.Name == data.Name && w.Id != id, cancellation)) return Taken();
            throw;
        }
    }

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Outcome Taken() => Outcome.Refused(nameof(WarehouseData.Name), "已有仓库使用这个名称。");

    private static List<Refusal> Refuse(WarehouseData data)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(data.Source)) refusals.Add(new Refusal(nameof(data.Source), "没有来源的仓库不能保存。"));
        if (data.CountryCode.Length != 3 || !data.CountryCode.All(char.IsAsciiLetterUpper)) refusals.Add(new Refusal(nameof(data.CountryCode), "国家代码是三位大写字母，如 LAO。"));
        if (data.DailyCubicMetres is < 1 or > MostDailyCubicMetres) refusals.Add(new Refusal(nameof(data.DailyCubicMetres), $"每日接收能力应为 1 至 {MostDailyCubicMetres} 立方米；没有来源的留空。"));
        if (data.LowestTemperature is null != data.HighestTemperature is null) refusals.Add(new Refusal(nameof(data.HighestTemperature), "最低、最高温度应一并填写。"));
        else if (data.LowestTemperature > data.HighestTemperature) refusals.Add(new Refusal(nameof(data.HighestTemperature), "最高温度不能低于最低温度。"));
        return refusals;
    }

    private static void Write(Warehouse warehouse, WarehouseData data)
    {
        warehouse.Name = data.Name;
        warehouse.Kind = data.Kind;
        warehouse.CountryCode = data.CountryCode;
        warehouse.City = data.City;
        warehouse.Operator = data.Operator;
        warehouse.DailyLitres = data.DailyCubicMetres * 1000;
        warehouse.LowestTemperature = data.LowestTemperature;
        warehouse.HighestTemperature = data.HighestTemperature;
        warehouse.Note = data.Note;
        warehouse.Source = data.Source;
        warehouse.SourceStatus = data.SourceStatus;
        warehouse.IsClosed = data.IsClosed;
    }

    private static List<EditedField> Fields(Warehouse warehouse) =>
    [
        new(nameof(WarehouseData.Name), "名称", warehouse.Name),
        new(nameof(WarehouseData.Kind), "类型", warehouse.Kind.Word()),
        new(nameof(WarehouseData.CountryCode), "国家", warehouse.CountryCode),
        new(nameof(WarehouseData.City), "城市", warehouse.City),
        new(nameof(WarehouseData.Operator), "运营方", warehouse.Operator),
        new(nameof(WarehouseData.DailyCubicMetres), "每日接收能力（立方米）", (warehouse.DailyLitres / 1000)?.ToString(CultureInfo.InvariantCulture)),
        new(nameof(WarehouseData.LowestTemperature), "最低温度", warehouse.LowestTemperature?.ToString("0.#", CultureInfo.InvariantCulture)),
        new(nameof(WarehouseData.HighestTemperature), "最高温度", warehouse.HighestTemperature?.ToString("0.#", CultureInfo.InvariantCulture)),
        new(nameof(WarehouseData.Note), "说明", warehouse.Note),
        new(nameof(WarehouseData.Source), "来源", warehouse.Source),
        new(nameof(WarehouseData.SourceStatus), "来源性质", warehouse.SourceStatus.Word()),
        new(nameof(WarehouseData.IsClosed), "停用", warehouse.IsClosed ? "是" : "否"),
    ];

    /// <summary>Codes of the countries whose name a word is part of: the record has the code, people type the name.</summary>
    private async Task<IReadOnlyList<string>> CountriesAsync(string? text, CancellationToken cancellation) => SearchWord.Of(text) is { } word
        ? [.. (await tables.ReadAsync(cancellation)).Countries.Rows.Where(c => c.Name.Contains(word, StringComparison.Ordinal)).Select(c => c.Code)]
        : [];

    private IQueryable<Warehouse> Rows(WarehouseFilter filter, IReadOnlyList<string> countries)
    {
        var rows = db.Warehouses.AsNoTracking();
        if (!filter.WithClosed) rows = rows.Where(w => !w.IsClosed);
        if (filter.Kind is { } kind) rows = rows.Where(w => w.Kind == kind);
        if (SearchWord.Of(filter.Text) is { } word) rows = rows.Where(w => w.Name.Contains(word) || w.City.Contains(word) || w.CountryCode.Contains(word) || w.Operator!.Contains(word) || EF.Parameter(countries).Contains(w.CountryCode));
        return filter.Descending ? rows.OrderByDescending(w => w.Name).ThenByDescending(w => w.Id) : rows.OrderBy(w => w.Name).ThenBy(w => w.Id);
    }
}
