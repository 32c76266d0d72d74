using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Public.Developers;

/// <summary>Invented files to try the interface with. Numbers that must be new are new each time, so that a sample can be submitted.</summary>
public sealed class ApiSamples(ChinaTime time)
{
    /// <summary>A number of the form that declarations have.</summary>
    public static readonly DeclarationNumber Number = new(new DateOnly(2026, 11, 22), 7);

    /// <summary>A number of the form that consignments have.</summary>
    public const string Consignment = "HY-20261122-0001";

    /// <summary>A retail list under its own names.</summary>
    public string ListJson() => ListOf(time.Today, NewNumber());

    /// <summary>Three retail lists for one call.</summary>
    public string ListsJson() => ListsOf(time.Today, NewNumber());

    /// <summary>The same as CEB603.</summary>
    /// <exception cref="InvalidOperationException">The sample cannot be written, which a test finds.</exception>
    public string ListXml()
    {
        if (!DocumentJson.TryDeserialize(DocumentSchemas.ExportList, ListJson(), out var document)) throw new InvalidOperationException("The sample is no list.");
        using var output = new MemoryStream();
        var batch = new CebBatch(
            [new CebItem(ExportList.From(document), Number.CopNo)], new Transmission("91431299MA0000015J", "示例箱包有限公司", "DXPENT0000000001"), new DateTimeOffset(time.UtcNow), CebBatch.RandomGuid);
        var outcome = CebWriter.WriteLists(output, batch, CustomsTables.BuiltIn(), CancellationToken.None);
        return outcome.IsWritten ? Encoding.UTF8.GetString(output.ToArray()) : throw new InvalidOperationException(outcome.Refusals[0].Reason);
    }

    /// <summary>CEB604 that says 放行 of one list, at this moment.</summary>
    public string ReceiptXml(DeclarationNumber number) => ReceiptOf(number, ChinaTime.FromUtc(time.UtcNow).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture));

    /// <summary>Two events of a consignment that there need not be.</summary>
    public string EventsJson() => EventsOf(new DateTimeOffset(time.UtcNow));

    /// <summary>Two readings of its sensor.</summary>
    public string ReadingsJson() => ReadingsOf(new DateTimeOffset(time.UtcNow));

    private string NewNumber() => $"SAMPLE-{time.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(6)}";

    internal static string EventsOf(DateTimeOffset now) => $$"""
        {
          "events": [
            {
              "eventID": "SAMPLE-{{now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}}-1",
              "eventType": "TRANSPORT",
              "eventClassifierCode": "ACT",
              "transportEventTypeCode": "DEPA",
              "eventDateTime": "{{Moment(now.AddHours(-1))}}",
              "eventCreatedDateTime": "{{Moment(now)}}",
              "consignment": "{{Consignment}}",
              "location": "怀化",
              "modeOfTransport": "RAIL"
            },
            {
              "eventID": "SAMPLE-{{now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}}-2",
              "eventType": "EQUIPMENT",
              "eventClassifierCode": "ACT",
              "equipmentEventTypeCode": "LOAD",
              "eventDateTime": "{{Moment(now.AddHours(-2))}}",
              "eventCreatedDateTime": "{{Moment(now)}}",
              "consignment": "{{Consignment}}",
              "equipmentReference": "MWCU6059784",
              "location": "怀化"
            }
          ]
        }
        """;

    internal static string ReadingsOf(DateTimeOffset now) => $$"""
        {
          "readings": [
            { "consignment": "{{Consignment}}", "device": "SAMPLE-T1", "at": "{{Moment(now.AddMinutes(-10))}}", "temperature": 4.2 },
            { "consignment": "{{Consignment}}", "device": "SAMPLE-T1", "at": "{{Moment(now)}}", "temperature": 4.4, "latitude": 27.55, "longitude": 110.0 }
          ]
        }
        """;

    private static string Moment(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal static string ReceiptOf(DeclarationNumber number, string at) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ceb:CEB604Message guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">
          <ceb:InventoryReturn>
            <ceb:guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC95</ceb:guid>
            <ceb:agentCode>91431299MA0000015J</ceb:agentCode>
            <ceb:copNo>{number.CopNo}</ceb:copNo>
            <ceb:preNo></ceb:preNo>
            <ceb:invtNo></ceb:invtNo>
            <ceb:ebcCode>91431299MA0000015J</ceb:ebcCode>
            <ceb:ebpCode>无</ceb:ebpCode>
            <ceb:orderNo>SAMPLE</ceb:orderNo>
            <ceb:statisticsFlag>B</ceb:statisticsFlag>
            <ceb:returnStatus>800</ceb:returnStatus>
            <ceb:returnTime>{at}</ceb:returnTime>
            <ceb:returnInfo>示例回执</ceb:returnInfo>
          </ceb:InventoryReturn>
        </ceb:CEB604Message>
        """;

    /// <summary>So many lists of one call, whose numbers begin alike.</summary>
    public static string ListsOf(DateOnly day, string number, int count = 3) =>
        $"{{\"{DocumentBatch.ArrayName}\": [{string.Join(", ", Enumerable.Range(1, count).Select(i => ListOf(day, string.Create(CultureInfo.InvariantCulture, $"{number}-{i:D2}"))))}]}}";

    /// <summary>The list with a day and a number for order and waybill.</summary>
    public static string ListOf(DateOnly day, string number) => $$"""
        {
          "kind": "list",
          "tradeMode": "9610",
          "customsCode": "4900",
          "portCode": "7200",
          "ieDate": "{{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}",
          "statisticsFlag": "B",
          "ebpCode": "无",
          "ebpName": "示例境外平台",
          "ebcCode": "91431299MA0000015J",
          "ebcName": "示例箱包有限公司",
          "agentCode": "91431299MA0000015J",
          "agentName": "示例箱包有限公司",
          "ownerCode": "91431299MA0000015J",
          "ownerName": "示例箱包有限公司",
          "logisticsCode": "91431299MA00000318",
          "logisticsName": "示例国际货运代理有限公司",
          "orderNo": "{{number}}",
          "logisticsNo": "{{number}}",
          "orderGoodsValue": "643.2",
          "orderFreight": "0",
          "orderCurrency": "USD",
          "trafMode": "3",
          "country": "USA",
          "pod": "USA264",
          "freight": "0",
          "freightCurrency": "USD",
          "insuredFee": "0",
          "insuredFeeCurrency": "USD",
          "wrapType": "22",
          "packNo": "4",
          "grossWeight": "80",
          "netWeight": "68.4",
          "goods": [
            {
              "itemNo": "SAMPLE-01",
              "itemName": "示例拉杆箱",
              "gcode": "4202121000",
              "gname": "拉杆箱",
              "gmodel": "20 寸，涤纶面，无品牌",
              "barCode": "无",
              "country": "USA",
              "currency": "USD",
              "qty": "24",
              "unit": "007",
              "qty1": "68.4",
              "unit1": "035",
              "price": "26.8",
              "totalPrice": "643.2"
            }
          ]
        }
        """;
}
