using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class RefusingMessagesTests
{
    private static readonly Transmission _transmission = AValidList.Lookups.Transmission!;

    public static TheoryData<string> ListPaths =>
    [
        .. FieldMap.Header.Where(f => f.ListElement is not null && f.IsRequired(AValidList.Retail)).Select(DocumentPath.Of),
        .. FieldMap.Goods.Where(f => f.ListElement is not null && f.IsRequired(AValidList.Retail) && f.Name != "itemName").Select(f => DocumentPath.Of(f, 1)),
    ];

    public static TheoryData<string> OrderPaths =>
    [
        .. FieldMap.Header.Where(f => f.OrderElement is not null).Select(DocumentPath.Of),
        .. FieldMap.Goods.Where(f => f.OrderElement is not null && f.Name is not ("barCode" or "itemDescribe")).Select(f => DocumentPath.Of(f, 1)),
    ];

    [Theory]
    [MemberData(nameof(ListPaths))]
    public void A_list_without_a_required_value_is_not_written(string path)
    {
        var refusals = Refusals(CebWriter.WriteLists, DocumentPath.Set(AValidList.Of(AValidList.Retail), path, " ")!);

        Assert.Equal((0, path), Place(Assert.Single(refusals)));
    }

    [Theory]
    [MemberData(nameof(OrderPaths))]
    public void An_order_without_a_required_value_is_not_written(string path)
    {
        var refusals = Refusals(CebWriter.WriteOrders, DocumentPath.Set(AValidList.Of(AValidList.Retail), path, null)!);

        Assert.Equal((0, path), Place(Assert.Single(refusals)));
    }

    [Theory]
    [InlineData("/country", "XXX")]
    [InlineData("/pod", "VNM777")]
    [InlineData("/wrapType", "41")]
    [InlineData("/trafMode", "Q")]
    [InlineData("/freightCurrency", "ABC")]
    [InlineData("/customsCode", "49")]
    [InlineData("/ieDate", "2026-02-30")]
    [InlineData("/statisticsFlag", "C")]
    [InlineData("/tradeMode", "1239")]
    [InlineData("/netWeight", "-1")]
    [InlineData("/grossWeight", "1.234567")]
    [InlineData("/packNo", "1.5")]
    [InlineData("/packNo", "1234567890")]
    [InlineData("/note", "a\u0001b")]
    [InlineData("/agentCode", "91431299MA00000015X")]
    [InlineData("/goods/1/gcode", "09021010")]
    [InlineData("/goods/1/itemNo", "123456789012345678901")]
    [InlineData("/goods/1/unit", "999")]
    public void A_value_that_the_message_cannot_carry_is_named_and_nothing_is_written(string path, string value)
    {
        var refusal = Assert.Single(Refusals(CebWriter.WriteLists, DocumentPath.Set(AValidList.Of(AValidList.Retail), path, value)!));

        Assert.Equal((0, path), Place(refusal));
        Assert.EndsWith("。", refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_pair_of_surrogates_never_reaches_the_xml() =>
        Assert.Equal("/note", Assert.Single(Refusals(CebWriter.WriteLists, AValidList.Of(AValidList.Retail) with { Note = "a\uD800" })).Path);

    [Fact]
    public void An_item_number_that_only_the_order_can_carry_is_carried_by_the_order()
    {
        var document = AValidList.Of(AValidList.Retail).WithLine(0, g => g with { ItemNo = "123456789012345678901234567890" });

        Assert.Equal("/goods/0/itemNo", Assert.Single(Refusals(CebWriter.WriteLists, document)).Path);
        Assert.Empty(Run(CebWriter.WriteOrders, Batch(document), out var length).Refusals);
        Assert.True(length > 0);
    }

    [Fact]
    public void Reasons_from_all_documents_come_at_once()
    {
        var good = AValidList.Of(AValidList.Retail);

        var refusals = Refusals(CebWriter.WriteLists, good, good with { Country = "XXX", Pod = null }, good with { Goods = [] });

        Assert.Equal([(1, "/country"), (1, "/pod"), (2, "/goods")], refusals.Select(Place));
    }

    [Fact]
    public void A_message_holds_one_to_a_hundred_documents_of_one_to_a_hundred_lines()
    {
        Assert.Single(Refusals(CebWriter.WriteLists));
        Assert.Single(Refusals(CebWriter.WriteLists, [.. Enumerable.Repeat(AValidList.Of(AValidList.Retail, 1), 101)]));
        Assert.Equal("/goods", Assert.Single(Refusals(CebWriter.WriteLists, AValidList.Of(AValidList.Retail, 101))).Path);
    }

    [Fact]
    public void Without_complete_transmission_data_nothing_is_written()
    {
        Transmission?[] incomplete =
        [
            null, _transmission with { CopCode = " " }, _transmission with { CopName = null }, _transmission with { DxpId = "" },
            _transmission with { CopCode = new string('1', 19) }, _transmission with { CopName = new string('甲', 101) }, _transmission with { DxpId = new string('D', 31) },
        ];

        Assert.All(incomplete, transmission =>
        {
            var outcome = Run(CebWriter.WriteLists, Batch(AValidList.Of(AValidList.Retail)) with { Transmission = transmission }, out var length);

            Assert.Null(Assert.Single(outcome.Refusals).Item);
            Assert.Equal(0, length);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("a\u0001")]
    public void The_number_of_the_enterprise_must_fit(string copNo)
    {
        var batch = Batch(AValidList.Of(AValidList.Retail)) with { Items = [new CebItem(AValidList.Of(AValidList.Retail), copNo)] };

        Assert.Contains("企业唯一编号", Assert.Single(Run(CebWriter.WriteLists, batch, out _).Refusals).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-00000000000A")]
    [InlineData("short")]
    public void Numbers_that_repeat_or_are_too_short_are_refused(string number) =>
        Assert.Single(Run(CebWriter.WriteLists, Batch(AValidList.Of(AValidList.Retail)) with { NewGuid = () => number }, out _).Refusals);

    [Fact]
    public void A_document_without_must_fix_findings_can_be_written()
    {
        string[] modes = [AValidList.Retail, AValidList.BusinessToBusiness, AValidList.OverseasWarehouse];

        Assert.All(modes, mode =>
        {
            var document = AValidList.Of(mode);

            Assert.False(AValidList.Check(document).HasMustFix);
            Assert.True(Run(CebWriter.WriteLists, Batch(document), out _).IsWritten);
            Assert.True(Run(CebWriter.WriteOrders, Batch(document), out _).IsWritten);
        });
    }

    [Fact]
    public void Whatever_the_writer_refuses_the_pre_check_has_called_must_fix()
    {
        var random = new Random(603);
        string?[] odd = [null, " ", "x", "-1", "1,000", "1.2345678", "CHN", "USD", "41", "A", "999", "９", "a\u0001", new string('9', 40), new string('甲', 1_200), "2026-02-30"];
        string[] paths = [.. FieldMap.Header.Select(DocumentPath.Of), .. FieldMap.Goods.Select(f => DocumentPath.Of(f, 0))];
        for (var round = 0; round < 2_000; round++)
        {
            var path = paths[random.Next(paths.Length)];
            var document = DocumentPath.Set(AValidList.Of(AValidList.Retail), path, odd[random.Next(odd.Length)])!;

            var isRefused = !Run(CebWriter.WriteLists, Batch(document), out _).IsWritten || !Run(CebWriter.WriteOrders, Batch(document), out _).IsWritten;

            Assert.True(!isRefused || AValidList.Check(document).HasMustFix, path + " = " + DocumentPath.Get(document, path));
        }
    }

    private delegate MessageOutcome Writing(Stream output, CebBatch batch, HuaihuaPilotZone.Customs.Codes.CustomsTables tables, CancellationToken cancellation);

    private static (int? Item, string Path) Place(MessageRefusal refusal) => (refusal.Item, refusal.Path);

    private static IReadOnlyList<MessageRefusal> Refusals(Writing write, params ExportList[] documents)
    {
        var outcome = Run(write, Batch(documents), out var length);
        Assert.False(outcome.IsWritten);
        Assert.Equal(0, length);
        return outcome.Refusals;
    }

    private static MessageOutcome Run(Writing write, CebBatch batch, out long length)
    {
        using var output = new MemoryStream();
        var outcome = write(output, batch, AValidList.Tables, TestContext.Current.CancellationToken);
        length = output.Length;
        return outcome;
    }

    private static CebBatch Batch(params ExportList[] documents) =>
        new([.. documents.Select((d, i) => new CebItem(d, FormattableString.Invariant($"HH-{i}")))], _transmission, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8)), CebBatch.RandomGuid);
}
