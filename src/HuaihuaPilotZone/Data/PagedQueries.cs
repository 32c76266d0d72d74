using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Data;

internal static class PagedQueries
{
    /// <summary>So many rows of a list are counted and shown page by page; who looks for more narrows the list or exports it.</summary>
    public const int MostCounted = 10_000;

    /// <summary>For rows of one record that a rule of its own bounds, and for exports that go through page by page.</summary>
    public const int All = int.MaxValue - 1;

    /// <summary>
    /// Reads the wanted page of rows whose order is already settled, and counts them, up to <see cref="MostCounted"/>: no request walks a whole table.
    /// A page that is not full is the last one, and then nothing has to be counted.
    /// </summary>
    /// <param name="most">How many are counted and shown at most.</param>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> rows, PageRequest page, CancellationToken cancellation, int most = MostCounted)
    {
        var wanted = new PageRequest(Math.Min(page.Number, Math.Max(1, most / page.Size)), page.Size);
        var shown = await rows.Skip(wanted.Skip).Take(wanted.Size).ToListAsync(cancellation);
        if (shown.Count < wanted.Size && (shown.Count > 0 || wanted.Skip == 0)) return new Page<T>(shown, page.Number, page.Size, wanted.Skip + shown.Count);
        var total = await rows.Take(most + 1).CountAsync(cancellation);
        return new Page<T>(shown, total > most ? wanted.Number : page.Number, page.Size, Math.Min(total, most)) { IsCut = total > most };
    }
}
