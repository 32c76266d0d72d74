using System.Text;
using System.Xml.Linq;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class ReadingReceiptsTests
{
    private static readonly XNamespace _ceb = CebWriter.Namespace;

    public static TheoryData<string> Names => [.. MessageCatalogue.All.Where(m => !m.IsSent).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_received_message_gives_receipts_with_the_key_of_their_document(string name)
    {
        var file = Read(Encoding.UTF8.GetString(SampleMessages.Bytes(name)));

        Assert.Empty(file.Problems);
        Assert.NotEmpty(file.Receipts);
        Assert.All(file.Receipts, r => Assert.Equal(MessageCatalogue.Get(name).NaturalKey, r.Key.Select(k => k.Key)));
        Assert.All(file.Receipts, r => Assert.NotEmpty(r.Meaning.Text));
    }

    [Theory]
    [InlineData("1", CustomsProgress.Draft, "电子口岸已暂存")]
    [InlineData("2", CustomsProgress.InProgress, "电子口岸申报中")]
    [InlineData("3", CustomsProgress.InProgress, "发送海关成功")]
    [InlineData("4", CustomsProgress.Failed, "发送海关失败")]
    [InlineData("100", CustomsProgress.Failed, "海关退单")]
    [InlineData("120", CustomsProgress.InProgress, "海关入库")]
    [InlineData("300", CustomsProgress.InProgress, "人工审核")]
    [InlineData("399", CustomsProgress.Accepted, "海关审结")]
    [InlineData("500", CustomsProgress.Held, "查验")]
    [InlineData("505", CustomsProgress.Held, "移交")]
    [InlineData("599", CustomsProgress.Held, "扣留")]
    [InlineData("600", CustomsProgress.Held, "挂起")]
    [InlineData("700", CustomsProgress.Returned, "退运")]
    [InlineData("800", CustomsProgress.Released, "放行")]
    [InlineData("899", CustomsProgress.Closed, "结关")]
    [InlineData("0120", CustomsProgress.InProgress, "海关入库")]
    [InlineData("-621005", CustomsProgress.Failed, "超过单次交易限值")]
    [InlineData("-621025", CustomsProgress.Failed, "进口清单")]
    [InlineData("777", CustomsProgress.Unknown, "777")]
    [InlineData("ok", CustomsProgress.Unknown, "ok")]
    public void A_state_has_its_text_its_progress_and_what_to_do(string status, CustomsProgress progress, string text)
    {
        var receipt = Of("returnStatus", status);

        Assert.Equal(status, receipt.StatusText);
        Assert.Equal(progress, receipt.Meaning.Progress);
        Assert.Contains(text, receipt.Meaning.Text, StringComparison.Ordinal);
        Assert.EndsWith("。", receipt.Meaning.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_is_exact_and_in_China()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 23, 59, 58, 123, TimeSpan.FromHours(8)), Of("returnTime", "20261122235958123").Time);
        Assert.Null(Of("returnTime", "2026-11-22 23:59:5").Time);
    }

    [Fact]
    public void Codes_are_taken_out_of_state_and_words_and_unknown_ones_are_kept()
    {
        var receipt = Of("returnInfo", "[Code:-301009;Desc:变更的订单不存在] 订单 2026-11-200001，另见 -301010、-301016 和 -301009。");

        Assert.Equal(["-301009", "-301010", "-301016"], receipt.Codes.Select(c => c.Code));
        Assert.Equal([true, true, false], receipt.Codes.Select(c => c.IsKnown));
        Assert.Equal("订单：错误代码 -301016，含义未收录", receipt.Codes[2].Text);
        Assert.Equal(["-10102"], Of("returnStatus", "-10102").Codes.Select(c => c.Code));
    }

    [Fact]
    public void The_tables_say_something_about_every_code()
    {
        Assert.Equal(18, ReturnStatuses.All.Count);
        Assert.All([.. ReturnStatuses.All, .. ErrorCodes.All], m => Assert.True(m is { IsKnown: true, Text.Length: > 0 } && m.Next.EndsWith('。')));
        Assert.True(ErrorCodes.All.Count > 60);
        Assert.False(ErrorCodes.Of("5000").IsKnown);
        Assert.Equal("错误代码 x，含义未收录", ErrorCodes.Of("x").Text);
    }

    [Fact]
    public void The_same_receipt_is_known_again_and_the_newest_counts()
    {
        var stored = Of("returnStatus", "120", "20261122080000000");
        var released = Of("returnStatus", "800", "20261122090000000");
        var again = Of("returnStatus", "120", "20261122080000000");

        Assert.Equal(stored.Identity, again.Identity);
        Assert.NotEqual(stored.Identity, released.Identity);
        Assert.Same(released, Receipt.Current([stored, released, again]));
        Assert.Null(Receipt.Current([]));
    }

    [Theory]
    [InlineData("0", CustomsProgress.Draft)]
    [InlineData("-1", CustomsProgress.Failed)]
    public void The_answer_of_the_single_window_is_a_receipt_too(string code, CustomsProgress progress)
    {
        var receipt = Assert.Single(Read($"""
            <DecImportResponse xmlns="http://www.chinaport.gov.cn/dec"><ResponseCode>{code}</ResponseCode><ErrorMessage>说明</ErrorMessage>
            <ClientSeqNo>HH0000000000000001</ClientSeqNo><SeqNo>E20260000000000001</SeqNo><TrnPreId/></DecImportResponse>
            """).Receipts);

        Assert.Equal((progress, "说明"), (receipt.Meaning.Progress, receipt.Info));
        Assert.Equal("HH0000000000000001", receipt.Key.Single().Value);
        Assert.Contains("待核", receipt.Meaning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exchange_platform_answers_with_its_own_codes()
    {
        var xml = SampleMessages.Xml("DxpRep");
        xml.Descendants().First(e => e.Name.LocalName == "ResponseCode").Value = "1002";

        var receipt = Read(xml.ToString()).Receipts[0];

        Assert.Equal("交换平台：证书已过期", receipt.Meaning.Text);
        Assert.Equal(["1002"], receipt.Codes.Select(c => c.Code));
    }

    [Fact]
    public void States_that_customs_does_not_list_are_shown_as_they_are()
    {
        var result = Assert.Single(Read(Encoding.UTF8.GetString(SampleMessages.Bytes("CEB792Message"))).Receipts.Take(1));

        Assert.Equal(CustomsProgress.Unknown, result.Meaning.Progress);
        Assert.NotEmpty(result.StatusText);
        Assert.NotNull(result.Head["entryId"]);
        Assert.NotNull(result.Time);
    }

    [Fact]
    public void What_a_company_sends_is_no_receipt() => Assert.Empty(Read(Encoding.UTF8.GetString(SampleMessages.Bytes("CEB603Message"))).Receipts);

    private static Receipt Of(string element, string value, string time = "20261122080000000")
    {
        var xml = SampleMessages.Xml("CEB604Message");
        var first = xml.Descendants(_ceb + "InventoryReturn").First();
        first.Element(_ceb + "returnTime")!.Value = time;
        first.Element(_ceb + element)!.Value = value;
        return Read(xml.Declaration + xml.ToString()).Receipts[0];
    }

    private static ReceiptFile Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ReceiptFile.Read(file);
    }
}
