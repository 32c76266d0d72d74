using System.Net;
using System.Text;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>Files of every sort come in, or are refused in a sentence; what comes out does no harm.</summary>
public sealed class UploadingFilesTests(Portal portal)
{
    static UploadingFilesTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> BadFiles => new()
    {
        { "empty.csv", "文件是空的" },
        { "blank.csv", "表格里没有内容" },
        { "one-column.csv", "表格只有 1 列" },
        { "headings.csv", "下面没有数据" },
        { "renamed.xls", "与文件名不符" },
        { "bomb.xlsx", "" },
        { "picture.csv", "" },
        { "picture.png", "不能导入图片文件" },
        { "program.exe", "这不是可以导入的文件" },
        { "bytes.csv", "这不是可以导入的文件" },
        { "half.pdf", "这不是可以导入的文件" },
        { "other.xml", "" },
        { "broken.xml", "文件在这里突然结束，没有写完" },
        { "gbk.xml", "这里的字节不是 UTF-8，文件可能是 GBK 编码" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_cannot_be_imported_is_refused_in_a_plain_sentence(string name, string sentence)
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await visitor.UploadAsync(name, Content(name));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.RefusedWithAsync(sentence);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*。", page.QuerySelector(".hh-errsum li")!.TextContent.Trim());
    }

    [Fact]
    public async Task Without_a_file_or_a_mode_the_form_says_what_is_missing()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await visitor.SubmitAsync($"{Importing.Home}/new", []);

        await answer.RefusedWithAsync("请选择监管方式。", "请选择文件。");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public async Task Chinese_is_read_in_the_encodings_of_office_programs(string name)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(Importing.Csv(Importing.Row())))];

        var page = await visitor.OpenAsync((await visitor.UploadAsync("中文.csv", content)).LedTo());

        Assert.Equal("/orderNo", page.Value("Targets[0]"));
    }

    [Theory]
    [InlineData("9610")]
    [InlineData("9710")]
    [InlineData("9810")]
    public async Task A_template_has_every_column_an_example_that_is_passed_over_and_notes(string mode)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        using var answer = await visitor.GetAsync($"{Importing.Home}/template/lists/{mode}");
        var template = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        using var file = new MemoryStream(template);
        var rows = SheetReader.Read(file, SheetFormat.Xlsx).ToList();
        Assert.StartsWith("示例", rows[1].Cells.First(c => c.Length > 0 && c != mode), StringComparison.Ordinal);

        var address = (await visitor.UploadAsync("模板.xlsx", template, mode)).LedTo();

        var page = await visitor.OpenAsync(address);
        Assert.DoesNotContain("", Enumerable.Range(0, rows[0].Cells.Count).Select(i => page.Value($"Targets[{i}]")));
        await visitor.SubmitAsync(address, [], $"{address}/columns");
        Assert.Contains("示例行不会导入", (await visitor.WaitAsync(address)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("luggage")).GetAsync($"{Importing.Home}/template/lists/0110")).StatusCode);

    [Fact]
    public async Task The_example_of_a_filled_template_is_correct_apart_from_its_numbers()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        using var answer = await visitor.GetAsync($"{Importing.Home}/template/lists/9610");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var rows = SheetReader.Read(file, SheetFormat.Xlsx).ToList();
        var order = Importing.Row()["/orderNo"];
        var text = string.Join('\n', rows.Take(2).Select(r => string.Join(',', r.Cells.Select(c => $"\"{c.Replace("示例-订单-0001", order, StringComparison.Ordinal).Replace("示例-运单-0001", order + "W", StringComparison.Ordinal)}\""))));

        var page = await visitor.OpenAsync(await visitor.ImportAsync("填好.csv", Encoding.UTF8.GetBytes(text)));

        Assert.Empty(page.QuerySelectorAll(".hh-finding--bad").Select(f => f.TextContent.Trim()));
    }

    [Fact]
    public async Task A_list_message_becomes_one_draft_for_each_of_its_documents()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var first = AValidList.Of(AValidList.Retail) with { OrderNo = "X-" + Importing.Row()["/orderNo"] };
        using var message = new MemoryStream();
        CebItem[] items = [new(first, "HH-1"), new(first with { OrderNo = first.OrderNo + "-2", LogisticsNo = "X-" + Importing.Row()["/logisticsNo"] }, "HH-2")];
        var written = CebWriter.WriteLists(message, new CebBatch(items, AValidList.Lookups.Transmission!, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8)), CebBatch.RandomGuid), AValidList.Tables, Cancellation);
        Assert.True(written.IsWritten, string.Join('\n', written.Refusals.Select(r => r.Reason)));

        var address = (await visitor.UploadAsync("清单.xml", message.ToArray())).LedTo();
        await visitor.WaitAsync(address);

        var groups = await portal.WithDatabaseAsync(db => db.ImportGroups.Where(g => g.BatchId == Importing.IdOf(address)).OrderBy(g => g.FirstRow).ToListAsync(Cancellation));
        Assert.Equal(["=" + first.OrderNo, "=" + first.OrderNo + "-2"], groups.Select(g => g.Key));
        Assert.Equal(first.Goods.Count * 2, groups.Sum(g => g.RowCount));
    }

    [Fact]
    public async Task Rows_with_problems_are_taken_home_with_their_numbers_and_reasons_and_without_formulas()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var bad = Importing.Row().With(("/country", "火星"), ("/goods/gmodel", "=HYPERLINK(1)"));
        var address = await visitor.ImportAsync("带回.csv", Importing.Csv(Importing.Row(), bad));

        var csv = Encoding.UTF8.GetString(await (await visitor.GetAsync($"{address}/failed.csv")).Content.ReadAsByteArrayAsync(Cancellation));
        Assert.StartsWith("\uFEFF原行号,", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Trim().Split('\n').Length);
        Assert.Contains("'=HYPERLINK(1)", csv, StringComparison.Ordinal);
        using var book = new MemoryStream(await (await visitor.GetAsync($"{address}/failed.xlsx")).Content.ReadAsByteArrayAsync(Cancellation));
        var rows = SheetReader.Read(book, SheetFormat.Xlsx).ToList();
        Assert.Equal((2, "3"), (rows.Count, rows[1][0]));
        Assert.Contains("'=HYPERLINK(1)", rows[1].Cells);
        Assert.Contains("火星", rows[1].Cells[^1], StringComparison.Ordinal);

        // what was taken home can be imported again as it is
        var again = await visitor.OpenAsync(await visitor.ImportAsync("再来.xlsx", book.ToArray()));
        Assert.Contains(again.Said(2), s => s.Contains("火星", StringComparison.Ordinal));
    }

    private static byte[] Content(string name) => name switch
    {
        "empty.csv" => [],
        "blank.csv" => Encoding.UTF8.GetBytes(",,,\n,,\n"),
        "one-column.csv" => Encoding.UTF8.GetBytes("订单编号\nA-1\nA-2\n"),
        "headings.csv" => Encoding.UTF8.GetBytes("订单编号,商品编码\n"),
        "renamed.xls" => Encoding.UTF8.GetBytes("订单编号,商品编码\nA-1,1\n"),
        "bomb.xlsx" => SampleFiles.Zip((SampleFiles.OfficeTypes, s => s.Write("<Types/>"u8)), ("xl/workbook.xml", s => s.Write("<w/>"u8)), ("xl/worksheets/sheet1.xml", Zeros)),
        "picture.csv" or "picture.png" => SampleFiles.Png(),
        "program.exe" => "MZ\u0090\0\u0003"u8.ToArray(),
        "bytes.csv" => [.. Enumerable.Range(128, 128).Select(b => (byte)b)],
        "half.pdf" => "%PDF-1.4\n"u8.ToArray(),
        "gbk.xml" => Encoding.GetEncoding("GB18030").GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>示例</a>"),
        "other.xml" => SampleFiles.Xml(),
        _ => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><CEB603Message xmlns=\"http://www.chinaport.gov.cn/ceb\"><Inventory>"),
    };

    private static void Zeros(Stream part)
    {
        var block = new byte[1024 * 1024];
        for (var i = 0; i < 300; i++) part.Write(block);
    }
}
