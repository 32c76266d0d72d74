using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>A copy of a spreadsheet, row by row as the bench reads it, with every number of a person masked. Other sheets, formats and comments are not in it.</summary>
internal static class MaskedSheet
{
    private const string Name = "数据";

    /// <summary>Writes the copy as a book of one sheet, whose rows have the numbers they had.</summary>
    /// <exception cref="UnreadableSheetException">Damaged, protected by a password, or beyond the limits.</exception>
    public static Task CopyAsync(Stream from, FileType type, Stream to, CancellationToken cancellation)
    {
        from.Position = 0;
        return SheetWriter.WriteAsync(to, Name, Rows(from, type == FileType.Xls ? SheetFormat.Xls : SheetFormat.Xlsx), cancellation);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rows(Stream from, SheetFormat format)
    {
        var written = 0;
        foreach (var row in SheetReader.Read(from, format))
        {
            for (; written < row.Number - 1; written++) yield return [];
            written++;
            yield return [.. row.Cells.Select(IdentityNumbers.HideWithinCell)];
        }

        await Task.CompletedTask;
    }
}
