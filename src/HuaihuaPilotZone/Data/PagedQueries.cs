using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Data;

internal static class PagedQueries
{
    /// <summary>Reads the wanted page of rows whose order is already settled, and counts them all.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> rows, PageRequest page, CancellationToken cancellation)
    {
        var total = await rows.CountAsync(cancellation);
        var shown = await rows.Skip(page.Skip).Take(page.Size).ToListAsync(cancellation);
        return new Page<T>(shown, page.Number, page.Size, total);
    }
}
