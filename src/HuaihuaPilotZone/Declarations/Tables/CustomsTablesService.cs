using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>What staff keep beside the shipped tables: customs offices, exchange rates and special customs areas, each with its source.</summary>
public sealed class CustomsTablesService(PortalDbContext db, NumberGiver numbers, TableRevisions revisions, PortalJournal journal, Actor actor, ChinaTime time)
{
    public Task<Page<CustomsOfficeRow>> OfficesAsync(PageRequest page, CancellationToken cancellation) => db.CustomsOffices.AsNoTracking().OrderBy(o => o.Code).ToPageAsync(page, cancellation);

    public Task<Page<ExchangeRateRow>> RatesAsync(PageRequest page, CancellationToken cancellation) =>
        db.ExchangeRates.AsNoTracking().OrderByDescending(r => r.From).ThenBy(r => r.Currency).ToPageAsync(page, cancellation);

    /// <summary>Special customs areas.</summary>
    public Task<Page<SpecialAreaRow>> AreasAsync(AreaFilter filter, PageRequest page, CancellationToken cancellation) => Areas(filter).ToPageAsync(page, cancellation);

    /// <summary>Everything that a filter lets through, for exports.</summary>
    public IAsyncEnumerable<SpecialAreaRow> StreamAreasAsync(AreaFilter filter) => Areas(filter).AsAsyncEnumerable();

    /// <summary>Adds an office. The code's uniqueness is held by the index.</summary>
    public async Task<Outcome> AddOfficeAsync(string code, string name, string source, DateOnly? from, CancellationToken cancellation)
    {
        if (await db.CustomsOffices.AnyAsync(o => o.Code == code, cancellation)) return Outcome.Refused("Code", $"关区 {code} 已在表中。");
        var row = new CustomsOfficeRow { Code = code, Name = name, Source = source, From = from, UpdatedAt = time.UtcNow };
        return await AddAsync(row, "office.added", code, $"{name}。来源：{source}", Outcome.Refused("Code", $"关区 {code} 刚被他人添加。"), cancellation);
    }

    /// <summary>Adds a rate that holds from a day on. One rate per currency and day is held by the index.</summary>
    public async Task<Outcome> AddRateAsync(string currency, decimal cnyPerUnit, DateOnly from, string source, CancellationToken cancellation)
    {
        if (CustomsTables.BuiltIn().Currencies.Find(currency) is null) return Outcome.Refused("Currency", $"币制 {currency} 不在代码表中。");
        if (await db.ExchangeRates.AnyAsync(r => r.Currency == currency && r.From == from, cancellation))
            return Outcome.Refused("From", $"{currency} 在 {from:yyyy-MM-dd} 已有汇率。");
        var row = new ExchangeRateRow { Currency = currency, CnyPerUnit = cnyPerUnit, From = from, Source = source, UpdatedAt = time.UtcNow };
        return await AddAsync(row, "rate.added", $"{currency} {Day(from)}", $"{Number(cnyPerUnit)}。来源：{source}", Outcome.Refused("From", "这一天的汇率刚被他人添加。"), cancellation);
    }

    /// <summary>States a special customs area. One row for each area and document is held by the index.</summary>
    public async Task<Outcome> AddAreaAsync(SpecialAreaData data, CancellationToken cancellation)
    {
        if (data.To < data.From) return EndsTooEarly();
        var known = Outcome.Refused("ApprovalNumber", $"{data.Name}的 {data.ApprovalNumber} 已经录入。");
        if (await db.SpecialAreas.AnyAsync(a => a.Name == data.Name && a.ApprovalNumber == data.ApprovalNumber, cancellation)) return known;
        var row = new SpecialAreaRow
        {
            Name = data.Name,
            Kind = data.Kind,
            ApprovalNumber = data.ApprovalNumber,
            From = data.From,
            To = data.To,
            Source = data.Source,
            Link = data.Link,
            EnteredBy = actor.Name,
            UpdatedAt = time.UtcNow,
        };
        return await AddAsync(row, "area.added", data.Name, $"{data.Kind}，{data.ApprovalNumber}，{Day(data.From)} 至 {Day(data.To) ?? "长期"}。来源：{data.Source} {data.Link}", known, cancellation);
    }

    /// <summary>A special customs area; null for an unknown one.</summary>
    public Task<SpecialAreaRow?> FindAreaAsync(int id, CancellationToken cancellation) =>
        db.SpecialAreas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>Corrects a special customs area, or gives it a last day.</summary>
    /// <inheritdoc cref="CorrectOfficeAsync" path="/param"/>
    public async Task<Outcome> CorrectAreaAsync(int id, int version, SpecialAreaData data, CancellationToken cancellation)
    {
        if (data.To < data.From) return EndsTooEarly();
        if (await db.SpecialAreas.AnyAsync(a => a.Id != id && a.Name == data.Name && a.ApprovalNumber == data.ApprovalNumber, cancellation))
            return Outcome.Refused("ApprovalNumber", $"{data.Name}的 {data.ApprovalNumber} 已经录入。");
        return await CorrectAsync(db.SpecialAreas.Where(a => a.Id == id), version, "area.corrected", row =>
        {
            var changes = new FieldChange[]
            {
                new("名称", row.Name, data.Name), new("种类", row.Kind, data.Kind), new("批准文号", row.ApprovalNumber, data.ApprovalNumber), new("批准日期", Day(row.From), Day(data.From)),
                new("失效日期", Day(row.To), Day(data.To)), new("来源", row.Source, data.Source), new("来源网址", row.Link, data.Link),
            };
            (row.Name, row.Kind, row.ApprovalNumber, row.From, row.To, row.Source, row.Link) = (data.Name, data.Kind, data.ApprovalNumber, data.From, data.To, data.Source, data.Link);
            (row.EnteredBy, row.UpdatedAt) = (actor.Name, time.UtcNow);
            return (row.Name, changes);
        }, cancellation);
    }

    /// <summary>An office that staff added; null for an unknown one.</summary>
    public Task<CustomsOfficeRow?> FindOfficeAsync(int id, CancellationToken cancellation) =>
        db.CustomsOffices.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation);

    /// <summary>A rate; null for an unknown one.</summary>
    public Task<ExchangeRateRow?> FindRateAsync(int id, CancellationToken cancellation) =>
        db.ExchangeRates.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>Corrects an office that staff added, or gives it a last day. Its code stays.</summary>
    /// <param name="version">The version that the form showed.</param>
    public Task<Outcome> CorrectOfficeAsync(int id, int version, string name, string source, DateOnly? from, DateOnly? to, CancellationToken cancellation) =>
        to < from ? Task.FromResult(EndsTooEarly()) : CorrectAsync(db.CustomsOffices.Where(o => o.Id == id), version, "office.corrected", row =>
        {
            var changes = new[] { new FieldChange("名称", row.Name, name), new("来源", row.Source, source), new("生效日期", Day(row.From), Day(from)), new("失效日期", Day(row.To), Day(to)) };
            (row.Name, row.Source, row.From, row.To, row.UpdatedAt) = (name, source, from, to, time.UtcNow);
            return (row.Code, changes);
        }, cancellation);

    /// <summary>Corrects a rate, or gives it a last day. Its currency and its first day stay.</summary>
    /// <inheritdoc cref="CorrectOfficeAsync" path="/param"/>
    public async Task<Outcome> CorrectRateAsync(int id, int version, decimal cnyPerUnit, string source, DateOnly? to, CancellationToken cancellation)
    {
        if (await FindRateAsync(id, cancellation) is { } rate && to < rate.From) return EndsTooEarly();
        return await CorrectAsync(db.ExchangeRates.Where(r => r.Id == id), version, "rate.corrected", row =>
        {
            var changes = new[] { new FieldChange("合人民币", Number(row.CnyPerUnit), Number(cnyPerUnit)), new("来源", row.Source, source), new("失效日期", Day(row.To), Day(to)) };
            (row.CnyPerUnit, row.Source, row.To, row.UpdatedAt) = (cnyPerUnit, source, to, time.UtcNow);
            return ($"{row.Currency} {Day(row.From)}", changes);
        }, cancellation);
    }

    private async Task<Outcome> CorrectAsync<TRow>(
        IQueryable<TRow> found, int version, string act, Func<TRow, (string Key, IReadOnlyList<FieldChange> Changes)> correct, CancellationToken cancellation)
        where TRow : class, IVersioned, IVersionedTableRow
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await found.SingleOrDefaultAsync(token) is not { } row) return Outcome.Refused("表中没有这一行。");
                    db.Expect(row, version);
                    var (key, changes) = correct(row);
                    journal.Write(JournalSubjects.Table, key, act, changes: changes);
                    await db.SaveChangesAsync(token);
                    await revisions.NoteAsync(row, await numbers.NextAsync(CustomsTablesSource.Stamp, token), token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused("这一行刚被他人更正。请刷新，核对后再改。");
        }
    }

    private async Task<Outcome> AddAsync(IVersionedTableRow row, string act, string key, string source, Outcome taken, CancellationToken cancellation)
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    db.Add(row);
                    journal.Write(JournalSubjects.Table, key, act, source);
                    await db.SaveChangesAsync(token);
                    await revisions.NoteAsync(row, await numbers.NextAsync(CustomsTablesSource.Stamp, token), token);
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return taken;
        }
    }

    private IQueryable<SpecialAreaRow> Areas(AreaFilter filter)
    {
        var areas = db.SpecialAreas.AsNoTracking();
        if (SearchWord.Of(filter.Word) is { } word) areas = areas.Where(a => a.Name.Contains(word) || a.Kind.Contains(word) || a.ApprovalNumber.Contains(word) || a.Source.Contains(word));
        if (filter.Standing is { Day: var day, Holds: var holds }) areas = holds ? areas.Where(a => a.From <= day && (a.To == null || a.To >= day)) : areas.Where(a => a.From > day || a.To < day);
        return (filter.Sort, filter.Ascending) switch
        {
            (AreaSort.Name, true) => areas.OrderBy(a => a.Name).ThenBy(a => a.Id),
            (AreaSort.Name, false) => areas.OrderByDescending(a => a.Name).ThenBy(a => a.Id),
            (AreaSort.Updated, true) => areas.OrderBy(a => a.UpdatedAt).ThenBy(a => a.Id),
            (AreaSort.Updated, false) => areas.OrderByDescending(a => a.UpdatedAt).ThenBy(a => a.Id),
            (_, true) => areas.OrderBy(a => a.From).ThenBy(a => a.Id),
            _ => areas.OrderByDescending(a => a.From).ThenBy(a => a.Name).ThenBy(a => a.Id),
        };
    }

    private static Outcome EndsTooEarly() => Outcome.Refused("To", "失效日期不能早于生效日期。");

    private static string Number(decimal rate) => rate.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
