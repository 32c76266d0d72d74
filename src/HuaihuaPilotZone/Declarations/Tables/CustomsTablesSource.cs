using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>The last snapshot of this instance and the stamp it was made at.</summary>
public sealed class CustomsTablesCache
{
    private volatile Entry? _entry;

    internal CustomsTables? At(int stamp) => _entry is { } e && e.Stamp == stamp ? e.Tables : null;

    internal void Keep(int stamp, CustomsTables tables) => _entry = new Entry(stamp, tables);

    private sealed record Entry(int Stamp, CustomsTables Tables);
}

/// <summary>The shipped tables with everything staff have added. A stamp in the database tells every instance when to read anew.</summary>
public sealed class CustomsTablesSource(PortalDbContext db, NumberGiver numbers, CustomsTablesCache cache, IOptions<ZoneApprovalOptions> approval, IOptions<ToleranceOptions> tolerances)
{
    /// <summary>The series whose number is the stamp; whoever changes a row takes the next one.</summary>
    internal const string Stamp = "customs-tables";

    private const int MostRows = 20_000;

    public async Task<CustomsTables> ReadAsync(CancellationToken cancellation)
    {
        var stamp = await numbers.LastAsync(Stamp, cancellation);
        if (cache.At(stamp) is { } known) return known;
        var offices = await db.CustomsOffices.AsNoTracking().OrderBy(o => o.Id).Take(MostRows).ToListAsync(cancellation);
        var rates = await db.ExchangeRates.AsNoTracking().OrderBy(r => r.Id).Take(MostRows).ToListAsync(cancellation);
        var tables = CustomsTables.BuiltIn()
            .WithOffices(offices.Select(o => new CustomsOffice(o.Code, o.Name, o.From, o.To) { Source = o.Source }))
            .WithExchangeRates(rates.Select(r => new ExchangeRate(r.Currency, r.CnyPerUnit, r.From, r.Source, r.To)))
            .WithZoneApproval(Approval())
            .WithTolerances(tolerances.Value.Read());
        cache.Keep(stamp, tables);
        return tables;
    }

    private ZoneApproval? Approval() =>
        approval.Value is { Number: { Length: > 0 } number, Date: { } date } ? new ZoneApproval(number, date, approval.Value.Link) : null;
}
