using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Tests.Imports;

public sealed class ReadingSheetsTests
{
    static ReadingSheetsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("GB18030", false)]
    public void Chinese_text_is_read_in_the_encodings_that_office_programs_write(string encoding, bool withMark)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes("订单号,品名\nA-1,软壳拉杆箱\n");
        using var file = new MemoryStream([.. withMark ? Encoding.GetEncoding(encoding).GetPreamble() : [], .. bytes]);

        var rows = SheetReader.Read(file, SheetFormat.Csv).ToList();

        Assert.Equal(["订单号", "品名"], rows[0].Cells);
        Assert.Equal(["A-1", "软壳拉杆箱"], rows[1].Cells);
    }

    [Theory]
    [InlineData("a,b\n1,2")]
    [InlineData("a\tb\n1\t2")]
    [InlineData("a;b\n1;2")]
    [InlineData("a|b\n1|2")]
    public void The_separator_is_found_in_the_first_row(string text) => Assert.Equal(["1", "2"], Csv(text)[1].Cells);

    [Fact]
    public void Quotes_keep_separators_and_line_breaks_together_and_rows_count_as_a_spreadsheet_shows_them()
    {
        var rows = Csv("名,注\n\"甲,乙\",\"上\n下\"\n\n丙,\n");

        Assert.Equal([1, 2, 3, 4], rows.Select(r => r.Number));
        Assert.Equal(["甲,乙", "上\n下"], rows[1].Cells);
        Assert.True(rows[2].IsBlank);
        Assert.Equal(["丙"], rows[3].Cells);
    }

    [Fact]
    public void A_spreadsheet_gives_days_codes_and_numbers_as_people_read_them()
    {
        using var file = Book(
            Row(1, Text("A1", "日期"), Text("B1", "单位"), Text("C1", "数量"), Text("D1", "代码")),
            Row(3, Number("A3", "46348", 1), Number("B3", "7", 2), Number("C3", "0.30000000000000004", 0), Number("D3", "914312990000000150", 0)));

        var rows = SheetReader.Read(file, SheetFormat.Xlsx).ToList();

        Assert.Equal([1, 2, 3], rows.Select(r => r.Number));
        Assert.True(rows[1].IsBlank);
        Assert.Equal("2026-11-22", rows[2][0]);
        Assert.Equal("007", rows[2][1]);
        Assert.Equal("0.3", rows[2][2]);
        // the file has lost the last digits: what comes out must not look like a code
        Assert.Contains("E+", rows[2][3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_what_it_claims_to_be_is_refused_in_plain_words()
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("no spreadsheet at all"));
        Assert.StartsWith("表格打不开", Assert.Throws<UnreadableSheetException>(() => SheetReader.Read(text, SheetFormat.Xlsx).ToList()).Message, StringComparison.Ordinal);

        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("readme.txt");
        zip.Position = 0;
        Assert.Throws<UnreadableSheetException>(() => SheetReader.Read(zip, SheetFormat.Xlsx).ToList());
    }

    [Fact]
    public void A_file_beyond_the_limits_is_refused_and_never_cut()
    {
        Assert.Contains("超过 2 行", Assert.Throws<UnreadableSheetException>(() => Csv("a\nb\nc", new SheetLimits(Rows: 2))).Message, StringComparison.Ordinal);
        Assert.Contains("第 1 行有 3 列", Assert.Throws<UnreadableSheetException>(() => Csv("a,b,c", new SheetLimits(Columns: 2))).Message, StringComparison.Ordinal);
        Assert.Contains("第 1 行第 2 列", Assert.Throws<UnreadableSheetException>(() => Csv("a,bbbb", new SheetLimits(CellLength: 3))).Message, StringComparison.Ordinal);
    }

    private static List<SheetRow> Csv(string text, SheetLimits? limits = null)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. SheetReader.Read(file, SheetFormat.Csv, limits)];
    }

    private static MemoryStream Book(params Row[] rows)
    {
        var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "000" }),
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows));
            workbook.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "清单" }));
        }

        file.Position = 0;
        return file;
    }

    private static Row Row(uint number, params Cell[] cells) => new(cells) { RowIndex = number };

    private static Cell Text(string place, string text) => new(new InlineString(new Text(text))) { CellReference = place, DataType = CellValues.InlineString };

    private static Cell Number(string place, string value, uint style) => new(new CellValue(value)) { CellReference = place, StyleIndex = style };
}
