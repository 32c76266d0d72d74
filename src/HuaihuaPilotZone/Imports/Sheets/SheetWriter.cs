using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>One sheet with a few rows; the first is the heading.</summary>
public sealed record SheetContent(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Writes texts for spreadsheets. What a spreadsheet would take for a formula gets a sign in front that makes it a text.</summary>
public static class SheetWriter
{
    private const int MostCharacters = 32_000;

    /// <summary>Writes a book with small sheets.</summary>
    public static void Write(Stream output, params IReadOnlyList<SheetContent> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var book = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var (workbook, list) = Begin(book);
        foreach (var sheet in sheets)
        {
            using var writer = Open(workbook, list, sheet.Name);
            foreach (var row in sheet.Rows) WriteRow(writer, row);
            Close(writer);
        }
    }

    /// <summary>Writes a book with one sheet of any length, row by row.</summary>
    /// <param name="output">Seekable; a book cannot be written otherwise.</param>
    public static async Task WriteAsync(Stream output, string name, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        using var book = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var (workbook, list) = Begin(book);
        using var writer = Open(workbook, list, name);
        await foreach (var row in rows.WithCancellation(cancellation)) WriteRow(writer, row);
        Close(writer);
    }

    /// <summary>Writes separated text, UTF-8 with byte order mark.</summary>
    public static async Task WriteCsvAsync(Stream output, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None }, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var cell in row) csv.WriteField(Harmless(cell));
            await csv.NextRecordAsync();
        }
    }

    /// <summary>The text, with an apostrophe in front where a spreadsheet would calculate.</summary>
    public static string Harmless(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
    }

    private static (WorkbookPart Part, DocumentFormat.OpenXml.Spreadsheet.Sheets List) Begin(SpreadsheetDocument book)
    {
        var part = book.AddWorkbookPart();
        var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        part.Workbook = new Workbook(list);
        var styles = part.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            // 49 is the format "text": what is typed into the template stays as it was typed
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }));
        return (part, list);
    }

    private static OpenXmlWriter Open(WorkbookPart workbook, DocumentFormat.OpenXml.Spreadsheet.Sheets list, string name)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        list.AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(list.ChildElements.Count + 1), Name = name });
        var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new Columns(new Column { Min = 1, Max = 100, Width = 16, CustomWidth = true, Style = 1 }));
        writer.WriteStartElement(new SheetData());
        return writer;
    }

    private static void Close(OpenXmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            var text = Harmless(cell.Length <= MostCharacters ? cell : cell[..MostCharacters]);
            writer.WriteElement(new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = 1 });
        }

        writer.WriteEndElement();
    }
}
