using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;

namespace HuaihuaPilotZone.Imports.Sheets;

/// <summary>One sheet with a few rows; the first is the heading.</summary>
public sealed record SheetContent(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Writes texts for spreadsheets. What a spreadsheet would take for a formula gets a sign in front that makes it a text.</summary>
public static class SheetWriter
{
    private const int MostCharacters = 32_000;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Parts = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly XmlWriterSettings _xml = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false, Async = true };

    /// <summary>Writes a book with small sheets.</summary>
    public static void Write(Stream output, params IReadOnlyList<SheetContent> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var book = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        WriteFrame(book, [.. sheets.Select(s => s.Name)]);
        for (var i = 0; i < sheets.Count; i++)
        {
            using var part = book.CreateEntry(PartOf(i)).Open();
            using var writer = Begin(part);
            foreach (var row in sheets[i].Rows) WriteRow(writer, row);
            End(writer);
        }
    }

    /// <summary>Writes a book with one sheet of any length, row by row: nothing of it is kept in memory, unlike with the format's own library.</summary>
    public static async Task WriteAsync(Stream output, string name, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        using var book = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        WriteFrame(book, [name]);
        await using var part = book.CreateEntry(PartOf(0), CompressionLevel.Fastest).Open();
        await using var writer = Begin(part);
        await foreach (var row in rows.WithCancellation(cancellation)) WriteRow(writer, row);
        End(writer);
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

    private static string PartOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet + 1}.xml");

    /// <summary>Everything of a book but its sheets.</summary>
    private static void WriteFrame(ZipArchive book, IReadOnlyList<string> names)
    {
        var numbers = Enumerable.Range(1, names.Count).ToList();
        Write(book, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Types}.worksheet+xml"/>"""))}</Types>""");
        Write(book, "_rels/.rels", $"""<Relationships xmlns="{Parts}"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Write(book, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{SecurityElement.Escape(names[n - 1])}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""");
        Write(book, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Parts}">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Links}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}<Relationship Id="rId{names.Count + 1}" Type="{Links}/styles" Target="styles.xml"/></Relationships>""");
        // 49 is the format "text": what is typed into the template stays as it was typed
        Write(book, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>""");
    }

    private static void Write(ZipArchive book, string name, string xml)
    {
        using var writer = new StreamWriter(book.CreateEntry(name).Open(), _xml.Encoding);
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(xml);
    }

    private static XmlWriter Begin(Stream part)
    {
        var writer = XmlWriter.Create(part, _xml);
        writer.WriteStartElement("worksheet", Main);
        writer.WriteRaw("""<cols><col min="1" max="100" width="16" customWidth="1" style="1"/></cols>""");
        writer.WriteStartElement("sheetData", Main);
        return writer;
    }

    private static void End(XmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Flush();
    }

    private static void WriteRow(XmlWriter writer, IReadOnlyList<string> cells)
    {
        writer.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            writer.WriteStartElement("c", Main);
            writer.WriteAttributeString("s", "1");
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", Main);
            writer.WriteStartElement("t", Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(Clean(Harmless(cell.Length <= MostCharacters ? cell : cell[..MostCharacters])));
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>Without what XML cannot carry.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
