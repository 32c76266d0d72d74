using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>Gives 索引号 such as HHPZ/2026-00001: each once, also when two editors ask at the same moment.</summary>
public sealed class PolicyIndexNumbers(PortalDbContext db, ChinaTime time, IOptions<PublisherOptions> options)
{
    /// <summary>
    /// Makes this year's counter where it is missing. Called before the transaction: two who make it at once are settled by its key.
    /// </summary>
    /// <returns>The counter's year, for <see cref="NextAsync"/>.</returns>
    public async Task<int> EnsureCounterAsync(CancellationToken cancellation)
    {
        var code = options.Value.PublisherCode;
        var year = time.Today.Year;
        if (await db.PolicyIndexCounters.AnyAsync(c => c.PublisherCode == code && c.Year == year, cancellation)) return year;
        db.PolicyIndexCounters.Add(new PolicyIndexCounter { PublisherCode = code, Year = year });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.PolicyIndexCounters.AnyAsync(c => c.PublisherCode == code && c.Year == year, cancellation)) throw;
        }
        return year;
    }

    /// <summary>
    /// The next number, inside the caller's transaction: the counting statement holds the counter's row until the document is saved
    /// or everything is undone, so no number is given twice and none is lost.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open, or the year has no counter.</exception>
    public async Task<string> NextAsync(int year, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("An index number is only given inside the transaction that saves its document.");
        var code = options.Value.PublisherCode;
        var counter = db.PolicyIndexCounters.Where(c => c.PublisherCode == code && c.Year == year);
        await counter.ExecuteUpdateAsync(s => s.SetProperty(c => c.Last, c => c.Last + 1), cancellation);
        var number = await counter.Select(c => c.Last).SingleAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{code}/{year}-{number:00000}");
    }

    /// <summary>The address of a document's page: HHPZ/2026-00001 becomes hhpz-2026-00001.</summary>
    public static string SlugOf(string indexNumber) => indexNumber.Replace('/', '-').ToLower(CultureInfo.InvariantCulture);
}
