using System.Net;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Tests.Customs;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Tests.PreCheck;

/// <summary>The pre-check by machine: over the interface and from the command line.</summary>
public sealed class AskingThePreCheckTests(Portal portal) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-check-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_as_json_is_answered_with_its_findings_and_nothing_is_asked_of_the_caller()
    {
        var (status, answer) = await PostAsync(ExportListJson.Serialize(AValidList.Of("9610") with { NetWeight = "9999" }));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(answer.GetProperty("hasMustFix").GetBoolean());
        var finding = answer.GetProperty("documents")[0].GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("ruleId").GetString() == "WEIGHT-002");
        Assert.Equal("/netWeight", finding.GetProperty("path").GetString());
        Assert.Equal("mustFix", finding.GetProperty("severity").GetString());
        Assert.NotEmpty(finding.GetProperty("basis").GetProperty("document").GetString()!);
    }

    [Fact]
    public async Task Many_documents_as_json_are_answered_one_by_one_in_their_order()
    {
        var (right, wrong) = (ExportListJson.Serialize(AValidList.Of("9610")), ExportListJson.Serialize(AValidList.Of("9610") with { NetWeight = "9999" }));

        var (status, answer) = await PostAsync($"{{\"documents\": [{right}, {wrong}, {{\"hello\": 1}}]}}");

        Assert.Equal(HttpStatusCode.OK, status);
        var documents = answer.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal([1, 2], documents.Select(d => d.GetProperty("number").GetInt32()));
        Assert.Equal([false, true], documents.Select(d => d.GetProperty("findings").EnumerateArray().Any(f => f.GetProperty("ruleId").GetString() == "WEIGHT-002")));
        Assert.Equal("/documents/2", answer.GetProperty("problems")[0].GetProperty("place").GetString());
    }

    [Theory]
    [InlineData("9610")]
    [InlineData("9810")]
    public async Task A_list_that_this_portal_wrote_has_nothing_to_mend_as_a_message(string mode)
    {
        var (_, answer) = await PostAsync(Encoding.UTF8.GetString(ListMessage(AValidList.Of(mode))));

        Assert.Equal("CEB603Message", answer.GetProperty("message").GetString());
        Assert.Empty(answer.GetProperty("problems").EnumerateArray());
        Assert.Empty(answer.GetProperty("documents")[0].GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() == "mustFix").Select(f => f.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_declaration_is_checked_as_its_message()
    {
        var message = DeclarationMessage(AValidDeclaration.Of(AValidList.BusinessToBusiness));

        var (_, right) = await PostAsync(message);
        var (_, wrong) = await PostAsync(message.Replace("<dec:NetWt>", "<dec:NetWt>9", StringComparison.Ordinal).Replace("<NetWt>", "<NetWt>9", StringComparison.Ordinal));

        Assert.False(right.GetProperty("hasMustFix").GetBoolean(), right.ToString());
        Assert.Contains("/netWeight", wrong.GetProperty("documents")[0].GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("path").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of that kind")]
    [InlineData("<a/>")]
    [InlineData("{\"hello\": 1}")]
    [InlineData("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>")]
    public async Task What_is_no_customs_file_is_refused_in_two_languages(string content)
    {
        var (status, answer) = await PostAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("unreadable", answer.GetProperty("code").GetString());
        Assert.NotEmpty(answer.GetProperty("title").GetString()!);
        Assert.NotEmpty(answer.GetProperty("title_en").GetString()!);
    }

    [Theory]
    [InlineData("""{"kind": "banana", "tradeMode": "9610"}""", "kind 写的是“banana”")]
    [InlineData("""{"kind": 1, "tradeMode": "9610"}""", "kind 写的是“1”")]
    [InlineData("""{"tradeMode": "9610", "goods": {"gcode": "4202121000"}}""", "/goods 应是数组")]
    [InlineData("""{"tradeMode": "9610", "goods": [{}, "4202121000"]}""", "/goods/1 应是对象")]
    [InlineData("""{"tradeMode": "9610", "netWeight": [1, 2]}""", "/netWeight 应是文字或数字，这里是数组")]
    [InlineData("""{"tradeMode": "9610", "goods": [{"qty": {"value": 1}}]}""", "/goods/0/qty 应是文字或数字，这里是对象")]
    [InlineData("""[{"tradeMode": "9610"}]""", "documents")]
    public async Task JSON_of_the_wrong_shape_is_told_what_is_wrong_with_it(string content, string words)
    {
        var (status, answer) = await PostAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_no_field_is_not_passed_over_in_silence()
    {
        const string Content = """{"kind": "list", "tradeMode": "9610", "NetWeight": "3", "goods": [{"gcode": "4202121000", "colour": "red"}, {"colour": "blue"}]}""";

        var (status, answer) = await PostAsync(Content);
        var (_, many) = await PostAsync($"{{\"documents\": [{Content}]}}");

        Assert.Equal(HttpStatusCode.OK, status);
        string[] said = ["“NetWeight”不是单证的字段，没有读取。字段名区分大小写，应为 netWeight。", "/goods 的“colour”不是单证的字段，没有读取。"];
        Assert.Equal(said, NotesOf(answer));
        Assert.Equal(said, NotesOf(many));

        static IEnumerable<string> NotesOf(JsonElement answer) => answer.GetProperty("documents")[0].GetProperty("notes").EnumerateArray().Select(n => n.GetString()!);
    }

    [Fact]
    public async Task More_than_five_megabytes_are_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(new string(' ', (5 * 1024 * 1024) + 1))).Status);

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        await using var own = Portal.Own(("RateLimits:PreCheck", "1"));
        var client = own.Visit().Client;
        using var first = await client.PostAsync(new Uri("/api/v1/pre-check", UriKind.Relative), new StringContent("x"), Cancellation);

        using var second = await client.PostAsync(new Uri("/api/v1/pre-check", UriKind.Relative), new StringContent("x"), Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_command_line_ends_with_what_it_found()
    {
        var clean = Write("clean.xml", ListMessage(AValidList.Of("9610")));
        var wrong = Write("wrong.json", Encoding.UTF8.GetBytes(ExportListJson.Serialize(AValidList.Of("9610") with { PackNo = "0" })));
        var other = Write("other.txt", "hello"u8.ToArray());

        Assert.Equal(0, (await RunAsync(clean)).Code);
        Assert.Equal(1, (await RunAsync(clean, wrong)).Code);
        Assert.Equal(2, (await RunAsync(wrong, other)).Code);
        Assert.Equal(2, (await RunAsync(Path.Combine(_folder, "missing.xml"))).Code);
        Assert.Equal(2, (await RunAsync()).Code);
        Assert.Contains("/packNo", (await RunAsync(wrong)).Said, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await RunAsync("--json", wrong)).Said);
        Assert.True(json.RootElement.GetProperty("result").GetProperty("hasMustFix").GetBoolean());
    }

    [Fact]
    public async Task The_command_line_says_of_every_wrong_argument_what_it_is()
    {
        var clean = Write("clean.xml", ListMessage(AValidList.Of("9610")));
        var missing = Path.Combine(_folder, "missing.xml");

        var both = await RunAsync("--json", missing, clean);
        var answers = Values(both.Said);

        Assert.Equal((2, 2), (both.Code, answers.Count));
        Assert.Equal((missing, "没有这个文件。"), (answers[0].GetProperty("file").GetString(), answers[0].GetProperty("error").GetString()));
        Assert.False(answers[1].GetProperty("result").GetProperty("hasMustFix").GetBoolean());
        Assert.Contains("文件夹", Assert.Single(Values((await RunAsync("--json", _folder)).Said)).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("")).Code);
        Assert.Equal(2, (await RunAsync("--jsn", clean)).Code);
        Assert.Equal((2, ""), await RunAsync("-json", clean));
        var help = await RunAsync("--help");
        Assert.Equal(0, help.Code);
        Assert.Contains("退出码", help.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_names_what_it_put_up_with_and_a_file_that_breaks_off_is_unreadable()
    {
        var message = Encoding.UTF8.GetString(ListMessage(AValidList.Of("9610")));
        var odd = Write("odd.xml", Encoding.UTF8.GetBytes(message.Replace("<ceb:orderNo>", "<ceb:colour>red</ceb:colour><ceb:orderNo>", StringComparison.Ordinal)));
        var unknown = Write("unknown.json", Encoding.UTF8.GetBytes(ExportListJson.Serialize(AValidList.Of("9610")).Insert(1, "\"colour\":\"red\",")));
        var cut = Write("cut.xml", Encoding.UTF8.GetBytes(message[..(message.Length / 2)]));

        var (tolerated, noted, broken) = (await RunAsync(odd), await RunAsync(unknown), await RunAsync(cut));

        Assert.Equal(0, tolerated.Code);
        Assert.Contains("说明 元素 colour 不在规范里，已略过。", tolerated.Said, StringComparison.Ordinal);
        Assert.Contains("说明 “colour”不是单证的字段，没有读取。", noted.Said, StringComparison.Ordinal);
        Assert.Equal(2, broken.Code);
        Assert.Contains("没有写完", broken.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_smallest_repair_is_given_the_answer_and_the_command_line_say_why()
    {
        // nine totals that each need a change of their own
        var line = AValidList.Of("9610").Goods[0] with { TotalPrice = "999" };
        var many = ExportListJson.Serialize(AValidList.Of("9610") with { OrderCurrency = "CNY", Goods = [.. Enumerable.Repeat(line, 9)] });
        var one = ExportListJson.Serialize(AValidList.Of("9610").WithLine(0, g => g with { TotalPrice = "256" }));

        var none = (await PostAsync(many)).Answer.GetProperty("documents")[0];
        var some = (await PostAsync(one)).Answer.GetProperty("documents")[0];

        Assert.Empty(none.GetProperty("repairs").EnumerateArray());
        Assert.Equal("tooManyChanges", none.GetProperty("noRepair").GetProperty("limit").GetString());
        Assert.True(none.GetProperty("noRepair").GetProperty("contradictions").GetInt32() >= 9);
        Assert.Contains("不给最少修改方案", none.GetProperty("noRepair").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(some.GetProperty("repairs").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, some.TryGetProperty("noRepair", out var absent) ? absent.ValueKind : JsonValueKind.Null);
        Assert.Contains("不给最少修改方案", (await RunAsync(Write("many.json", Encoding.UTF8.GetBytes(many)))).Said, StringComparison.Ordinal);
        Assert.Contains("最少改 1 处：", (await RunAsync(Write("one.json", Encoding.UTF8.GetBytes(one)))).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_that_come_back_are_checked_as_their_message_and_as_json_and_read_for_filing()
    {
        var (_, message) = await PostAsync(DeclarationMessage(AValidReturnDeclaration.Document));
        var (_, json) = await PostAsync(DocumentJson.Serialize(AValidReturnDeclaration.Document.With(ReturnDeclaration.TradeCountry, "CHN")).Insert(1, "\"kind\":\"returnDeclaration\","));

        Assert.Equal("退运报关单", message.GetProperty("documents")[0].GetProperty("kind").GetString());
        Assert.False(message.GetProperty("hasMustFix").GetBoolean(), message.ToString());
        Assert.Contains("REIMPORT-008", json.GetProperty("documents")[0].GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("ruleId").GetString()));
        var filed = DocumentFile.Read(Encoding.UTF8.GetBytes(DocumentJson.Serialize(AValidReturnDeclaration.Document).Insert(1, "\"kind\":\"returnDeclaration\",")), AValidList.Tables, AValidList.Today);
        Assert.Equal(DocumentScope.ReturnDeclaration, filed.Document!.Schema.Scope);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What was printed for several files: one value after the other.</summary>
    private static List<JsonElement> Values(string printed)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(printed), new JsonReaderOptions { AllowMultipleValues = true });
        var values = new List<JsonElement>();
        while (reader.Read())
        {
            using var value = JsonDocument.ParseValue(ref reader);
            values.Add(value.RootElement.Clone());
        }
        return values;
    }

    private static byte[] ListMessage(ExportList list)
    {
        using var output = new MemoryStream();
        var batch = new CebBatch([new CebItem(list, "HH20261122000007")], new Transmission("91431299MA00000028", "示例", "DXPENT0000000001"), new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)), CebBatch.RandomGuid);
        Assert.Empty(CebWriter.WriteLists(output, batch, AValidList.Tables, Cancellation).Refusals);
        return output.ToArray();
    }

    private static string DeclarationMessage(CustomsDocument document)
    {
        using var output = new MemoryStream();
        Assert.Empty(DeclarationWriter.Write(output, document, "HH20261122000007", new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)), Cancellation).Refusals);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string content)
    {
        using var answer = await portal.Visit().Client.PostAsync(new Uri("/api/v1/pre-check", UriKind.Relative), new StringContent(content, Encoding.UTF8, "application/octet-stream"), Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return (answer.StatusCode, json.RootElement.Clone());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await PreCheckCommand.RunAsync(["pre-check", .. arguments], output, errors, Cancellation), output.ToString());
    }
}
