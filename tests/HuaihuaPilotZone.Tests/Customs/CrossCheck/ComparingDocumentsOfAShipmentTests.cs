using System.Text;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Customs.CrossCheck;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;
using HuaihuaPilotZone.Tests.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.CrossCheck;

public class ComparingDocumentsOfAShipmentTests
{
    private const int CleanSets = 20;

    private static readonly string[] _modes = [AValidList.Retail, AValidList.BusinessToBusiness, AValidList.OverseasWarehouse];

    private static readonly DateTimeOffset _now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Part, element, line from 1 or 0 for the head, wrong value, rule.</summary>
    public static TheoryData<SetPart, string, int, string, string> Seeds => new()
    {
        { SetPart.Order, "orderNo", 0, "DD-OTHER", "CROSS-001" },
        { SetPart.Receipt, "orderNo", 0, "DD-OTHER", "CROSS-001" },
        { SetPart.Order, "ebpCode", 0, "91431299MA00000028", "CROSS-002" },
        { SetPart.Receipt, "ebpName", 0, "另一家平台", "CROSS-003" },
        { SetPart.List, "ebcCode", 0, "91431299MA00000015", "CROSS-004" },
        { SetPart.Waybill, "ebcName", 0, "另一家企业", "CROSS-005" },
        { SetPart.Waybill, "logisticsCode", 0, "91431299MA00000015", "CROSS-006" },
        { SetPart.List, "logisticsName", 0, "另一家物流", "CROSS-007" },
        { SetPart.Waybill, "logisticsNo", 0, "YD-OTHER", "CROSS-008" },
        { SetPart.Waybill, "grossWeight", 0, "1.5", "CROSS-009" },
        { SetPart.List, "packNo", 0, "9", "CROSS-010" },
        { SetPart.Waybill, "freight", 0, "21", "CROSS-011" },
        { SetPart.Waybill, "insuredFee", 0, "3", "CROSS-012" },
        { SetPart.Receipt, "currency", 0, "142", "CROSS-013" },
        { SetPart.Order, "itemNo", 1, "XB-OTHER", "CROSS-021" },
        { SetPart.List, "itemName", 1, "行李箱", "CROSS-022" },
        { SetPart.Order, "qty", 1, "11", "CROSS-023" },
        { SetPart.List, "unit", 1, "001", "CROSS-024" },
        { SetPart.Order, "price", 1, "25.4", "CROSS-025" },
        { SetPart.Order, "totalPrice", 1, "254", "CROSS-026" },
        { SetPart.Order, "currency", 1, "142", "CROSS-027" },
        { SetPart.List, "barCode", 1, "6901234567892", "CROSS-028" },
        { SetPart.Order, "orderType", 0, "I", "CROSS-034" },
        { SetPart.Receipt, "charge", 0, "1", "CROSS-037" },
    };

    /// <summary>What the samples of the import messages, each with values of its own, are made to agree on.</summary>
    private static readonly (string Element, string Value)[] _imported =
    [
        ("acturalPaid", "100"), ("amountPaid", "100.00"), ("payTransactionId", "T-1"), ("buyerName", "甲"), ("payerName", "甲"), ("consignee", "乙"), ("consigneeTelephone", "1"), ("consigneeAddress", "丙"),
    ];

    public static TheoryData<int> Sets => [.. Enumerable.Range(0, CleanSets)];

    [Fact]
    public void At_least_twenty_types_of_mismatch_are_seeded() => Assert.True(Seeds.Select(s => ((ITheoryDataRow)s).GetData()[4]).Distinct().Count() >= 20);

    [Theory]
    [MemberData(nameof(Sets))]
    public void No_false_alarm_is_raised_on_a_clean_set(int number)
    {
        var rows = CrossChecker.Run(Clean(number));

        Assert.Equal([], rows.Where(r => r.Mismatch is not null).Select(r => r.Mismatch));
        Assert.True(rows.Count >= 20);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_seeded_mismatch_is_named_by_its_rule_alone_with_both_values_in_words(SetPart part, string element, int line, string wrong, string ruleId)
    {
        for (var number = 0; number < CleanSets; number++)
        {
            var set = Clean(number);
            var record = line == 0 ? set[part]!.Head : set[part]!.Records.Where(r => r.Block.Name.EndsWith("List", StringComparison.Ordinal)).ElementAt(line - 1);
            record[element] = wrong;

            var row = Assert.Single(CrossChecker.Run(set), r => r.Mismatch is not null);

            Assert.Equal(ruleId, row.Rule.Id);
            Assert.Equal(line == 0 ? null : line, row.Line);
            Assert.Contains(wrong, row.Mismatch, StringComparison.Ordinal);
            Assert.Equal(wrong, row.Values[(int)part]);
            Assert.EndsWith("。", row.Mismatch, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_list_whose_total_differs_from_the_order_is_named_beside_the_line()
    {
        var set = Clean(1);
        set.List!.Records.First(r => r.Block.Name == "InventoryList")["totalPrice"] = "999";

        Assert.Equal(["CROSS-026", "CROSS-036"], Wrong(set));
    }

    [Fact]
    public void A_line_that_only_one_of_them_has_is_named_once()
    {
        var (few, many) = (Clean(0), Clean(1));

        Assert.Contains("CROSS-035", Wrong(many with { Order = few.Order }));
        Assert.Contains("CROSS-035", Wrong(few with { Order = many.Order }));
    }

    [Fact]
    public void What_is_missing_is_named_and_a_receipt_only_where_the_law_of_the_export_day_asks_for_one()
    {
        var set = Clean(0);
        var old = Clean(0);
        old.List!.Head["ieDate"] = "20241214";

        Assert.Equal(["CROSS-031"], Wrong(set with { Order = null, Receipt = null }));
        Assert.Equal(["CROSS-032"], Wrong(set with { Waybill = null }));
        Assert.Equal([], Wrong(set with { Receipt = null }));
        Assert.Equal(["CROSS-033"], Wrong(old with { Receipt = null }));
    }

    [Fact]
    public void A_list_taken_from_its_draft_agrees_with_the_order_that_is_written_from_it()
    {
        var list = AValidList.Of(AValidList.OverseasWarehouse, 3);
        var written = Clean(2, list);

        Assert.Equal([], Wrong(written.WithList(list.ToDocument(), AValidList.Tables)));
        Assert.Equal(["CROSS-010"], Wrong(written.WithList((list with { PackNo = "8" }).ToDocument(), AValidList.Tables)));
    }

    [Fact]
    public void Order_payment_waybill_and_list_of_an_import_are_compared_without_their_identity_numbers()
    {
        string[] messages = ["CEB311Message", "CEB411Message", "CEB511Message", "CEB621Message"];
        SetReading Read(Action<string, StringBuilder>? change = null) => messages.Aggregate(SetReading.None, (reading, name) =>
        {
            var text = new StringBuilder(Encoding.UTF8.GetString(SampleMessages.Bytes(name)));
            foreach (var (element, value) in _imported) Replace(text, element, value);
            change?.Invoke(name, text);
            return reading.Add(name, Encoding.UTF8.GetBytes(text.ToString()), AValidList.Today);
        });

        var same = Read();
        var other = Read((name, text) =>
        {
            if (name != "CEB411Message") return;
            Replace(text, "payerIdNumber", "431202199003071230");
            Replace(text, "amountPaid", "99.5");
        });

        Assert.True(same.Set.IsImport);
        Assert.Equal([], Wrong(same.Set).Where(r => r.StartsWith("CROSS-04", StringComparison.Ordinal)));
        Assert.Equal(["CROSS-041", "CROSS-044"], Wrong(other.Set).Where(r => r.StartsWith("CROSS-04", StringComparison.Ordinal)));
        var rows = CrossChecker.Run(other.Set);
        Assert.All(rows, r => Assert.DoesNotContain("19900307", string.Concat(r.Values) + r.Mismatch, StringComparison.Ordinal));
        Assert.Contains("支付凭证是“43**************30”", rows.Single(r => r.Rule.Id == "CROSS-044").Mismatch, StringComparison.Ordinal);
        Assert.Contains("进口单证", SetReading.None.Add("a.xml", Bytes(AValidList.Of(AValidList.Retail), CebWriter.WriteLists), AValidList.Today).Add("b.xml", SampleMessages.Bytes("CEB311Message"), AValidList.Today).Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_told_apart_by_what_they_are_and_the_rest_is_said()
    {
        var list = AValidList.Of(AValidList.Retail);
        var file = Bytes(list, CebWriter.WriteLists);

        var reading = SetReading.None.Add("a.xml", file, AValidList.Today).Add("b.xml", file, AValidList.Today).Add("c.xml", Encoding.UTF8.GetBytes("<x/>"), AValidList.Today).Add("d.xml", "no"u8.ToArray(), AValidList.Today);

        Assert.NotNull(reading.Set.List);
        Assert.Null(reading.Set.Order);
        Assert.Equal(3, reading.Remarks.Count);
        Assert.Contains("b.xml：已经有一份清单", reading.Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_the_comparison_has_a_seed()
    {
        string[] seeded = [.. Seeds.Select(s => (string)((ITheoryDataRow)s).GetData()[4]!), "CROSS-031", "CROSS-032", "CROSS-033", "CROSS-035", "CROSS-036", .. RuleExamples.Compared.Where(c => c.IsImport).Select(c => c.RuleId)];

        Assert.Equal([], CrossRules.All.Select(r => r.Id).Except(seeded));
    }

    private static IEnumerable<string> Wrong(DocumentSet set) => CrossChecker.Run(set).Where(r => r.Mismatch is not null).Select(r => r.Rule.Id);

    private static DocumentSet Clean(int number, ExportList? typed = null)
    {
        var list = typed ?? AValidList.Of(_modes[number % _modes.Length], 1 + (number % 4)) with { OrderNo = $"DD-{number}", LogisticsNo = $"YD-{number}" };
        var set = SetReading.None.Add("order.xml", Bytes(list, CebWriter.WriteOrders), AValidList.Today).Add("list.xml", Bytes(list, CebWriter.WriteLists), AValidList.Today).Set;
        var receipt = MessageCatalogue.Get("CEB403Message").NewEntity();
        var waybill = MessageCatalogue.Get("CEB505Message").NewEntity();
        foreach (var name in new[] { "orderNo", "ebpCode", "ebpName", "ebcCode", "ebcName", "currency" }) receipt[name] = set.Order!.Head[name];
        foreach (var name in new[] { "logisticsCode", "logisticsName", "logisticsNo", "packNo", "insuredFee" }) waybill[name] = set.List!.Head[name];
        receipt["charge"] = NumberOf(set.Order!.Head["goodsValue"]) + NumberOf(set.Order.Head["freight"]) is var due && number % 2 == 0 ? $"{due}.00" : $"{due}";
        // the same number in another dress is the same number, and what the carrier need not say is left out in every other set
        waybill["freight"] = number % 3 == 0 ? "20.0" : "20";
        waybill["grossWeight"] = set.List!.Head["grossWeight"] + (number % 2 == 0 || set.List.Head["grossWeight"]!.Contains('.', StringComparison.Ordinal) ? "" : ".00");
        waybill["ebcName"] = set.List.Head["ebcName"];
        if (number % 2 == 0) waybill["ebcCode"] = set.List.Head["ebcCode"];
        return set.With(SetPart.Receipt, receipt).With(SetPart.Waybill, waybill);
    }

    private static void Replace(StringBuilder text, string element, string value)
    {
        var changed = Regex.Replace(text.ToString(), $"(<ceb:{element}>)[^<]*", m => m.Groups[1].Value + value, RegexOptions.None, TimeSpan.FromSeconds(1));
        text.Clear().Append(changed);
    }

    private static decimal NumberOf(string? text) => TypedValue.Decimal(text)!.Value;

    private static byte[] Bytes(ExportList list, Func<Stream, CebBatch, HuaihuaPilotZone.Customs.Codes.CustomsTables, CancellationToken, MessageOutcome> write)
    {
        using var output = new MemoryStream();
        var batch = new CebBatch([new CebItem(list, "C1")], new Transmission("91431299MA0000003B", "示例报关企业01", "DXPENT0000000001"), _now, CebBatch.RandomGuid);
        Assert.Empty(write(output, batch, AValidList.Tables, TestContext.Current.CancellationToken).Refusals);
        return output.ToArray();
    }
}
