using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>What staff keep beside the shipped tables: customs offices and exchange rates, each with its source.</summary>
public sealed class CustomsTablesService(PortalDbContext db, NumberGiver numbers, PortalJournal journal, ChinaTime time)
{
    public async Task<Page<CustomsOfficeRow>> OfficesAsync(PageRequest page, CancellationToken cancellation)
    {
        var total = await db.CustomsOffices.CountAsync(cancellation);
        var rows = await db.CustomsOffices.AsNoTracking().OrderBy(o => o.Code).Skip(page.Skip).Take(page.Size).ToListAsync(cancellation);
        return new Page<CustomsOfficeRow>(rows, page.Number, page.Size, total);
    }

    public async Task<Page<ExchangeRateRow>> RatesAsync(PageRequest page, CancellationToken cancellation)
    {
        var total = await db.ExchangeRates.CountAsync(cancellation);
        var rows = await db.ExchangeRates.AsNoTracking().OrderByDescending(r => r.From).ThenBy(r => r.Currency)
            .Skip(page.Skip).Take(page.Size).ToListAsync(cancellation);
        return new Page<ExchangeRateRow>(rows, page.Number, page.Size, total);
    }

    /// <summary>Adds an office. The code's uniqueness is held by the index.</summary>
    public async Task<Outcome> AddOfficeAsync(string code, string name, string source, DateOnly? from, CancellationToken cancellation)
    {
        if (await db.CustomsOffices.AnyAsync(o => o.Code == code, cancellation)) return Outcome.Refused("Code", $"关区 {code} 已在表中。");
        var row = new CustomsOfficeRow { Code = code, Name = name, Source = source, From = from, UpdatedAt = time.UtcNow };
        return await AddAsync(() => db.CustomsOffices.Add(row), "office.added", $"{code} {name}", source, Outcome.Refused("Code", $"关区 {code} 刚被他人添加。"), cancellation);
    }

    /// <summary>Adds a rate that holds from a day on. One rate per currency and day is held by the index.</summary>
    public async Task<Outcome> AddRateAsync(string currency, decimal cnyPerUnit, DateOnly from, string source, CancellationToken cancellation)
    {
        if (CustomsTables.BuiltIn().Currencies.Find(currency) is null) return Outcome.Refused("Currency", $"币制 {currency} 不在代码表中。");
        if (await db.ExchangeRates.AnyAsync(r => r.Currency == currency && r.From == from, cancellation))
            return Outcome.Refused("From", $"{currency} 在 {from:yyyy-MM-dd} 已有汇率。");
        var row = new ExchangeRateRow { Currency = currency, CnyPerUnit = cnyPerUnit, From = from, Source = source, UpdatedAt = time.UtcNow };
        return await AddAsync(() => db.ExchangeRates.Add(row), "rate.added", $"{currency} {cnyPerUnit:0.#####}", source, Outcome.Refused("From", "这一天的汇率刚被他人添加。"), cancellation);
    }

    private async Task<Outcome> AddAsync(Action add, string act, string key, string source, Outcome taken, CancellationToken cancellation)
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    add();
                    journal.Write(JournalSubjects.Table, key, act, source);
                    await db.SaveChangesAsync(token);
                    await numbers.NextAsync(CustomsTablesSource.Stamp, token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return taken;
        }
    }
}
