using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>A list to take along, row by row: a book where the address ends in .xlsx, otherwise separated text.</summary>
public static class ListFile
{
    private const string BookEnding = ".xlsx";

    /// <summary>Answers with a file to save.</summary>
    /// <param name="name">ASCII, without day and ending.</param>
    /// <param name="sheet">Name of the sheet in a book.</param>
    public static async Task SendListAsync<T>(
        this HttpResponse response, string name, string sheet, IReadOnlyList<string> head, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> values, CancellationToken cancellation)
    {
        var isBook = response.HttpContext.Request.Path.Value!.EndsWith(BookEnding, StringComparison.OrdinalIgnoreCase);
        var today = response.HttpContext.RequestServices.GetRequiredService<ChinaTime>().Today;
        response.ContentType = isBook ? FileType.Xlsx.MediaType() : "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}-{today:yyyyMMdd}{(isBook ? BookEnding : ".csv")}\"");
        var lines = LinesAsync(head, rows, values, cancellation);
        if (isBook) await SheetWriter.WriteAsync(response.BodyWriter.AsStream(), sheet, lines, cancellation);
        else await SheetWriter.WriteCsvAsync(response.Body, lines, cancellation);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> LinesAsync<T>(
        IReadOnlyList<string> head, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> values, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return head;
        await foreach (var row in rows.WithCancellation(cancellation)) yield return [.. values(row).Select(v => v ?? "")];
    }
}
