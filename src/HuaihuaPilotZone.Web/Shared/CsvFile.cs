using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>A list for a spreadsheet: UTF-8 with BOM, formulas neutralised, written row by row.</summary>
public static class CsvFile
{
    /// <summary>Answers with a file to save.</summary>
    /// <param name="name">ASCII, with .csv.</param>
    public static async Task SendAsync<T>(
        HttpResponse response, string name, IReadOnlyList<string> head, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> values, CancellationToken cancellation)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };
        await using var csv = new CsvWriter(writer, settings, leaveOpen: true);
        foreach (var title in head) csv.WriteField(title);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var value in values(row)) csv.WriteField(value);
            await csv.NextRecordAsync();
        }
    }
}
