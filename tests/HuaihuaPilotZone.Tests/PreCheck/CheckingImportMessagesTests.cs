using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Tests.Customs.Messages;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Tests.PreCheck;

/// <summary>Import messages and 1239 are read and checked only: nothing of them is kept, and nobody's identity number is shown or logged.</summary>
public sealed class CheckingImportMessagesTests(Portal portal) : IDisposable
{
    private const string Masked = "43**************11";

    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-import-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Imports => [.. SampleMessages.Business.Where(m => m.Family == MessageFamily.Import).Select(m => m.Name)];

    public static TheoryData<string> Personal => [.. SampleMessages.Business.Where(IdentityNumbers.AreIn).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Imports))]
    public async Task Every_import_message_is_read_over_the_interface_and_at_the_command_line(string name)
    {
        var message = Valid(name);

        var answer = await PostAsync(portal, message);
        var said = await RunAsync(message);

        Assert.Equal((name, false), (answer.GetProperty("message").GetString(), answer.GetProperty("hasMustFix").GetBoolean()));
        Assert.Empty(answer.GetProperty("problems").EnumerateArray());
        Assert.Equal(0, said.Code);
        Assert.Contains(name, said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleMessages.IdentityNumber, answer + said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Imports))]
    public async Task What_is_wrong_in_an_import_message_is_told_with_its_line(string name)
    {
        var xml = XDocument.Parse(Valid(name));
        var element = MessageCatalogue.Get(name).NewEntity().Head.Block.Elements.First(e => e is { Need: ElementNeed.Required, IsAttribute: false } && e.Name != "guid");
        xml.Descendants().First(e => e.Name.LocalName == element.Name).Value = "";

        var answer = await PostAsync(portal, xml.ToString());

        var problem = answer.GetProperty("problems").EnumerateArray().First();
        Assert.True(problem.GetProperty("line").GetInt32() > 0);
        Assert.Contains(element.Name, problem.GetProperty("place").GetString() + problem.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Personal))]
    public async Task A_wrong_identity_number_is_told_and_never_said(string name)
    {
        const string Wrong = "431299199001010012";
        var message = Valid(name).Replace(SampleMessages.IdentityNumber, Wrong, StringComparison.Ordinal);

        var answer = (await PostAsync(portal, message)).ToString();
        var said = (await RunAsync(message)).Text + (await RunAsync(message, "--json")).Text;

        Assert.Contains("身份证号的校验位不符", answer, StringComparison.Ordinal);
        Assert.Contains("身份证号的校验位不符", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, answer + said, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleMessages.IdentityNumber, answer + said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_number_in_the_wrong_place_is_masked_where_the_value_is_quoted()
    {
        var xml = XDocument.Parse(Valid("CEB311Message"));
        xml.Descendants().First(e => e.Name.LocalName == "currency").Value = SampleMessages.IdentityNumber;

        var answer = (await PostAsync(portal, xml.ToString())).ToString();

        Assert.Contains(Masked, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleMessages.IdentityNumber, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9610", "trafNo")]
    [InlineData("9610", "billNo")]
    [InlineData("1210", "emsNo")]
    [InlineData("1239", "areaCode")]
    [InlineData("1239", "itemRecordNo")]
    public async Task What_a_mode_needs_of_an_import_list_is_missed(string mode, string element)
    {
        var xml = List(mode);
        Assert.Empty((await PostAsync(portal, xml.ToString())).GetProperty("problems").EnumerateArray());
        xml.Descendants().First(e => e.Name.LocalName == element).Remove();

        var answer = await PostAsync(portal, xml.ToString());

        var problem = Assert.Single(answer.GetProperty("problems").EnumerateArray());
        Assert.EndsWith("/" + element, problem.GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.True(answer.GetProperty("hasMustFix").GetBoolean());
    }

    [Theory]
    [InlineData("CEB311Message", "acturalPaid", "9999", "实际支付金额")]
    [InlineData("CEB621Message", "netWeight", "9999", "大于毛重")]
    [InlineData("CEB621Message", "assureCode", "91431299MA0000015J", "担保企业")]
    [InlineData("CEB621Message", "freight", "5000", "单次限值 5000 元")]
    public async Task Values_of_an_import_message_that_contradict_each_other_are_told(string name, string element, string value, string sentence)
    {
        var xml = XDocument.Parse(Valid(name));
        xml.Descendants().First(e => e.Name.LocalName == element).Value = value;

        var problem = Assert.Single((await PostAsync(portal, xml.ToString())).GetProperty("problems").EnumerateArray());

        Assert.Contains(sentence, problem.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_list_under_1239_is_checked_and_refused_by_its_rule()
    {
        var xml = XDocument.Parse(Encoding.UTF8.GetString(SampleMessages.Bytes("CEB603Message")));
        foreach (var mode in xml.Descendants().Where(e => e.Name.LocalName == "tradeMode")) mode.Value = "1239";

        var answer = await PostAsync(portal, xml.ToString());

        Assert.Contains(answer.GetProperty("documents")[0].GetProperty("findings").EnumerateArray(), f => f.GetProperty("ruleId").GetString() == "MODE-003");
    }

    [Fact]
    public async Task Nothing_of_what_was_checked_or_refused_is_in_the_database_the_files_or_the_logs()
    {
        const string Marker = "C0FFEE00-1234-4321-9876-0123456789AB";
        await using (var own = Portal.Own(
            ("Logs:Folder", Path.Combine(_folder, "logs")), ("Files:Folder", Path.Combine(_folder, "files")), ("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(_folder, "portal.db")}")))
        {
            var visitor = await own.VisitAsAsync("luggage");
            foreach (var name in SampleMessages.Business.Where(IdentityNumbers.AreIn).Select(m => m.Name))
            {
                var xml = XDocument.Parse(Valid(name));
                foreach (var guid in xml.Descendants().Where(e => e.Name.LocalName == "guid")) guid.Value = Marker;
                var message = xml.ToString();
                Assert.Equal(name, (await PostAsync(own, message)).GetProperty("message").GetString());
                await PostAsync(own, message[..^40]);
                await (await visitor.UploadAsync("进口.xml", Encoding.UTF8.GetBytes(message))).RefusedWithAsync("不保存");
                await (await visitor.UploadAsync("信封.xml", DxpSamples.Wrapped(Encoding.UTF8.GetBytes(message), DxpSamples.Header))).RefusedWithAsync("不保存");
            }
        }

        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.Contains("logs", StringComparison.Ordinal) && Text(f).Contains("/api/v1/pre-check", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => Text(f) is var text && (text.Contains(SampleMessages.IdentityNumber, StringComparison.Ordinal) || text.Contains(Marker, StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A sample whose values also fit each other.</summary>
    private static string Valid(string name)
    {
        var xml = name == "CEB621Message" ? List("9610") : XDocument.Parse(Encoding.UTF8.GetString(SampleMessages.Bytes(name)));
        if (name == "CEB311Message")
        {
            foreach (var head in xml.Descendants().Where(e => e.Name.LocalName == "OrderHead"))
            {
                foreach (var (element, value) in new[] { ("goodsValue", "100"), ("freight", "10"), ("taxTotal", "9.1"), ("discount", "5"), ("acturalPaid", "114.1") })
                    head.Elements().Single(e => e.Name.LocalName == element).Value = value;
            }
        }
        return xml.ToString();
    }

    private static XDocument List(string mode)
    {
        var xml = XDocument.Parse(Encoding.UTF8.GetString(SampleMessages.Bytes("CEB621Message")));
        foreach (var element in xml.Descendants().Where(e => e.Name.LocalName == "tradeMode")) element.Value = mode;
        foreach (var guarantor in xml.Descendants().Where(e => e.Name.LocalName == "assureCode")) guarantor.Value = guarantor.Parent!.Elements().Single(e => e.Name.LocalName == "agentCode").Value;
        return xml;
    }

    private static string Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static async Task<JsonElement> PostAsync(Portal to, string content)
    {
        using var answer = await to.Visit().Client.PostAsync(new Uri("/api/v1/pre-check", UriKind.Relative), new StringContent(content, Encoding.UTF8, "application/octet-stream"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return json.RootElement.Clone();
    }

    private async Task<(int Code, string Text)> RunAsync(string message, params string[] options)
    {
        var path = Path.Combine(_folder, "message.xml");
        await File.WriteAllTextAsync(path, message, Cancellation);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await PreCheckCommand.RunAsync(["pre-check", .. options, path], output, errors, Cancellation), output.ToString() + errors);
    }
}
