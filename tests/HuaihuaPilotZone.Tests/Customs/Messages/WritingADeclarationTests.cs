using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public sealed class WritingADeclarationTests
{
    private static readonly XNamespace _dec = "http://www.chinaport.gov.cn/dec";

    private static readonly DateTimeOffset _now = new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(AValidDeclaration.GeneralTrade)]
    [InlineData(AValidList.BusinessToBusiness)]
    [InlineData(AValidList.OverseasWarehouse)]
    public void A_valid_declaration_is_written_and_read_again_without_a_fault(string mode)
    {
        var (outcome, bytes) = Write(AValidDeclaration.Of(mode, lines: 3));

        Assert.Empty(outcome.Refusals);
        using var reader = MessageReader.Open(bytes);
        var message = reader.ReadEntity()!;
        Assert.Empty(reader.Problems);
        Assert.Equal(mode, message.First("DecHead")!["TradeMode"]);
        Assert.Equal(["1", "2", "3"], message.Of("DecList").Select(l => l["GNo"]));
        Assert.Equal("HHCU1000010", message.First("Container")!["ContainerId"]);
        Assert.Equal("G", message.First("DecSign")!["OperType"]);
    }

    [Fact]
    public void On_exports_the_two_countries_change_places_and_blocks_keep_the_order_of_the_schema()
    {
        var message = XDocument.Parse(System.Text.Encoding.UTF8.GetString(Write(AValidDeclaration.Of(AValidList.BusinessToBusiness)).Bytes));

        var line = message.Descendants(_dec + "DecList").First();
        Assert.Equal(("VNM", "CHN"), (line.Element(_dec + "OriginCountry")!.Value, line.Element(_dec + "DestinationCountry")!.Value));
        Assert.Equal(
            ["DecHead", "DecLists", "DecContainers", "DecLicenseDocus", "DecOtherPacks", "DecFreeTxt", "DecSign", "EdocRealation", "EdocRealation", "EdocRealation", "EdocRealation"],
            message.Root!.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void What_comes_back_is_written_as_an_import_of_mode_4561_with_the_number_it_left_under()
    {
        var (outcome, bytes) = Write(AValidReturnDeclaration.Document);

        Assert.Empty(outcome.Refusals);
        using var reader = MessageReader.Open(bytes);
        var message = reader.ReadEntity()!;
        Assert.Empty(reader.Problems);
        var head = message.First("DecHead")!;
        Assert.Equal(("I", "4561", "20261122", "VNM903", "SAMPLE BUYER"), (head["IEFlag"], head["TradeMode"], head["IEDate"], head["DespPortCode"], head["OverseasConsignorEname"]));
        Assert.Equal("499920260000000001", message.First("DecFreeTxt")!["RelId"]);
        // on imports the two countries stand in the elements of their names
        Assert.Equal([("1", "CHN", "CHN"), ("2", "CHN", "CHN")], message.Of("DecList").Select(l => (l["GNo"]!, l["OriginCountry"]!, l["DestinationCountry"]!)));
    }

    [Fact]
    public void What_the_message_cannot_carry_is_told_at_its_fields_and_nothing_is_written()
    {
        var document = AValidDeclaration.Of(AValidDeclaration.GeneralTrade)
            .With(DeclarationFields.TradeName, null)
            .With(DeclarationFields.PackNo, "3.5")
            .With(DeclarationGoods.Qty, 1, "many");

        var (outcome, bytes) = Write(document);

        Assert.Equal(["/goods/1/qty", "/packNo", "/tradeName"], outcome.Refusals.Select(r => r.Path).Order(StringComparer.Ordinal));
        Assert.All(outcome.Refusals, r => Assert.NotEmpty(r.Reason));
        Assert.Empty(bytes);
    }

    [Fact]
    public void A_list_is_no_declaration() =>
        Assert.Throws<ArgumentException>(() => Write(new CustomsDocument(DocumentSchemas.ExportList)));

    private static (MessageOutcome Outcome, byte[] Bytes) Write(CustomsDocument document)
    {
        using var output = new MemoryStream();
        var outcome = DeclarationWriter.Write(output, document, "HH20261122000007", _now, TestContext.Current.CancellationToken);
        return (outcome, output.ToArray());
    }
}
