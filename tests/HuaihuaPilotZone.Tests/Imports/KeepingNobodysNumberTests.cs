using System.IO.Compression;
using System.Text;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Customs.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>Whatever comes in as a file or a block, the number of a person's identity card is kept nowhere in plain. All numbers are invented.</summary>
public sealed class KeepingNobodysNumberTests(Portal portal) : IDisposable
{
    private const string Person = "431202199003071230";
    private const string Slipped = "431202199003071203";
    private const string Traces = "43120219900307";

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-persons-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_files_and_blocks_that_name_persons_only_what_is_masked_is_in_the_database_and_among_the_files()
    {
        await using (var own = Portal.Own(
            ("Logs:Folder", Path.Combine(_folder, "logs")), ("Files:Folder", Path.Combine(_folder, "files")), ("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(_folder, "portal.db")}")))
        {
            var visitor = await own.VisitAsAsync("luggage");
            var row = Importing.Row().With(("/ownerCode", Person), ("/ownerName", "示例农户"), ("/note", $"联系人 4312 0219 9003 0712 30，另一人 {Slipped}"), ("/goods/gmodel", $"示例 {Person}"));
            var csv = Encoding.UTF8.GetString(Importing.Csv(row)) + $"不在任何一栏的一行,{Person}\n";
            await visitor.ImportAsync("农户.csv", Encoding.UTF8.GetBytes(csv));
            await visitor.ImportAsync("国标.csv", Encoding.GetEncoding("GB18030").GetBytes(csv.Replace("T-ORDER", "G-ORDER", StringComparison.Ordinal)));
            await visitor.ImportAsync("农户.xlsx", Book(row.With(("/orderNo", "X-ORDER-1"), ("/logisticsNo", "X-WB-1"))));
            await visitor.ImportAsync("订单.csv", Importing.Csv(row.Where(c => ListColumns.FieldOf(c.Key)!.OrderElement is not null || c.Key == "/tradeMode").ToDictionary()), kind: "orders");
            var message = (await visitor.UploadAsync("清单.xml", Message())).LedTo();
            await visitor.WaitAsync(message);
            var draft = await Filing.OpenAsync(visitor);
            var paste = $"/enterprise/declarations/{draft}/paste";
            await visitor.SubmitAsync(paste, new() { ["Block"] = $"品名\t规格型号\n箱子\t给 {Person} 的箱子\n" }, paste);
            Assert.Contains(("TEXT-004", "/goods/0/gmodel"), Filing.Findings(await Filing.OpenEditAsync(visitor, draft)));
            await (await visitor.UploadAsync("/enterprise/documents/new", "/enterprise/documents/new", new() { ["Type"] = "Contract", ["Title"] = "名单" }, ("名单.csv", Encoding.UTF8.GetBytes($"姓名,号码\n张三,{Person}\n")))).RefusedWithAsync("文件里有身份证号码，平台不保存");
        }

        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).SelectMany(Texts).ToList();
        Assert.Contains(files, f => f.Text.Contains("43**************30", StringComparison.Ordinal));
        Assert.Equal([], files.Where(f => f.Text.Contains(Traces, StringComparison.Ordinal) || f.Text.Contains("4312 0219 9003", StringComparison.Ordinal)).Select(f => f.Name));
    }

    [Fact]
    public async Task The_person_is_told_how_much_was_masked_and_the_rows_keep_their_numbers()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var row = Importing.Row().With(("/ownerCode", Slipped), ("/ownerName", "示例农户"));

        var uploaded = await visitor.UploadAsync("农户.xlsx", Book(row, Importing.Row()));

        Assert.Equal("文件里有 1 处身份证号，平台不保存，已遮盖后存入。", await visitor.NoticeAfterAsync(uploaded));
        var address = uploaded.LedTo();
        await visitor.SubmitAsync(address, [], $"{address}/columns");
        var page = await visitor.WaitAsync(address);
        // what is kept cannot say whether the number was right, unless it was looked at before it was masked
        Assert.Contains(page.Said(2), s => s.Contains("已遮盖", StringComparison.Ordinal));
        Assert.Empty(page.Said(3));
    }

    [Theory]
    [InlineData("DD2026112000000001", "DD2026112000000001")]
    [InlineData("431200202611200001", "431200202611200001")]
    [InlineData("499920260000000001", "499920260000000001")]
    [InlineData("914301001837601243", "914301001837601243")]
    [InlineData("69312345678990001112223", "69312345678990001112223")]
    [InlineData("给431202199003071230寄", "给43**************30寄")]
    [InlineData("４３１２０２１９９００３０７１２３０", "43**************30")]
    [InlineData("431202-19900307-1230;431202199003071203", "43**************30;43**************03")]
    [InlineData("4.31202199003071E+17", "43**************00")]
    public void Numbers_of_orders_goods_and_companies_stay_and_persons_do_not(string text, string kept)
    {
        Assert.Equal(kept, IdentityNumbers.HideWithin(text));
        Assert.Equal(kept, IdentityNumbers.HideWithin(kept));
    }

    [Theory]
    [InlineData("孩子431202201803071239的", "孩子43**************39的")]
    [InlineData("431202201803071239", "43**************39")]
    [InlineData("给 431202 20180307 1239 寄", "给 43**************39 寄")]
    [InlineData("订单 431202202611200001 补寄", "订单 431202202611200001 补寄")]
    [InlineData("订单 991299201803071237 补寄", "订单 991299201803071237 补寄")]
    public void In_a_text_a_childs_number_is_masked_when_all_that_it_says_of_itself_is_right(string text, string kept) => Assert.Equal(kept, IdentityNumbers.HideWithin(text));

    [Theory]
    [InlineData("431202201803071239", "431202201803071239")]
    [InlineData("单号,431202201803071239,3", "单号,431202201803071239,3")]
    [InlineData("<orderNo>431202201803071239</orderNo>", "<orderNo>431202201803071239</orderNo>")]
    [InlineData("单号,给431202201803071239的,3", "单号,给43**************39的,3")]
    [InlineData("431202199003071230", "43**************30")]
    public void In_a_cell_of_its_own_what_may_be_the_number_of_an_order_stays(string text, string kept)
    {
        using var to = new StringWriter();
        IdentityNumbers.Copy(new StringReader(text), to);

        Assert.Equal(kept, to.ToString());
        Assert.Equal(kept, IdentityNumbers.HideWithinCell(text));
    }

    [Fact]
    public void No_field_that_holds_the_number_of_a_document_is_ever_altered()
    {
        string[] numbers = ["orderNo", "logisticsNo", "billNo", "invtNo", "copNo", "contractNo", "itemNo", "voyageNo", "licenseNo", "relatedDeclarationNo", "emsNo"];
        var fields = DocumentSchemas.All.SelectMany(s => s.Header.Concat(s.Collections.SelectMany(c => c.Fields))).Where(f => numbers.Contains(f.Name)).ToList();

        Assert.NotEmpty(fields);
        Assert.All(fields, f => Assert.Equal("431202201803071239", PersonNumbers.Hide(f, "431202201803071239")));
    }

    [Theory]
    [InlineData(65_530)]
    [InlineData(65_536 - 9)]
    [InlineData(131_060)]
    public void A_number_is_found_wherever_a_long_text_is_cut(int before)
    {
        using var from = new StringReader(string.Concat(Enumerable.Repeat("字,", before / 2)) + Person + ",后");
        using var to = new StringWriter();

        Assert.Equal(1, IdentityNumbers.Copy(from, to));

        Assert.EndsWith("43**************30,后", to.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Book(params IReadOnlyDictionary<string, string>[] rows)
    {
        string[] columns = [.. rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal)];
        using var book = new MemoryStream();
        SheetWriter.Write(book, new SheetContent("数据", [[.. columns.Select(c => ListColumns.All.Single(x => x.Name == c).Label)], .. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r.GetValueOrDefault(c) ?? "")])]));
        return book.ToArray();
    }

    private static byte[] Message()
    {
        using var output = new MemoryStream();
        var list = AValidList.Of(AValidList.Retail) with { OwnerCode = Person, OwnerName = "示例农户", OrderNo = "XML-1", LogisticsNo = "XML-WB-1" };
        Assert.True(CebWriter.WriteLists(output, new CebBatch([new CebItem(list, "HH-1")], SampleMessages.Transmission, SampleMessages.Now, CebBatch.RandomGuid), AValidList.Tables, Cancellation).IsWritten);
        return output.ToArray();
    }

    /// <summary>What a file says, also inside an archive.</summary>
    private static IEnumerable<(string Name, string Text)> Texts(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var text = reader.ReadToEnd();
        yield return (file, text);
        if (!text.StartsWith("PK", StringComparison.Ordinal)) yield break;
        stream.Position = 0;
        using var archive = new ZipArchive(stream);
        foreach (var entry in archive.Entries)
        {
            using var part = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return ($"{file}/{entry.FullName}", part.ReadToEnd());
        }
    }
}
