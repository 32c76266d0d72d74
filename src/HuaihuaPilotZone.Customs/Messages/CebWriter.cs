using System.Globalization;
using System.Text;
using System.Xml;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Writes the unsigned CEB messages (version 202205) that the E-Port client signs and sends: everything is checked first,
/// then streamed, so that there is never half a file. Writing is synchronous; give it a file or a memory stream.
/// </summary>
public static class CebWriter
{
    /// <summary>Namespace of all CEB messages.</summary>
    public const string Namespace = "http://www.chinaport.gov.cn/ceb";

    private const string Prefix = "ceb";
    private const int GuidLength = 36;

    private static readonly TimeSpan _chinaTime = TimeSpan.FromHours(8);

    // entities keep a carriage return that a reader would otherwise turn into a line feed
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Writes CEB303Message 电子订单: one Order per document.</summary>
    public static CebOutcome WriteOrders(Stream output, CebBatch batch, CustomsTables tables, CancellationToken cancellation = default) =>
        Write(CebLayouts.Order, output, batch, tables, cancellation);

    /// <summary>Writes CEB603Message 出口申报清单: one Inventory per document.</summary>
    public static CebOutcome WriteLists(Stream output, CebBatch batch, CustomsTables tables, CancellationToken cancellation = default) =>
        Write(CebLayouts.Inventory, output, batch, tables, cancellation);

    private static CebOutcome Write(CebLayout layout, Stream output, CebBatch batch, CustomsTables tables, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(tables);
        var refusals = new List<CebRefusal>();
        CheckBatch(batch, refusals);
        var guids = TakeGuids(batch, refusals);
        if (refusals.Count > 0) return new CebOutcome(refusals);

        var appTime = batch.AppTime.ToOffset(_chinaTime).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var places = new CebPlace[batch.Items.Count];
        for (var item = 0; item < places.Length; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            places[item] = new CebPlace(tables, new DocumentReading(batch.Items[item].Document), guids[item + 1], batch.Items[item].CopNo, appTime);
            CebCheck.Run(layout, places[item], item, refusals);
        }

        if (refusals.Count > 0) return new CebOutcome(refusals);
        using var xml = XmlWriter.Create(output, _settings);
        WriteMessage(xml, layout, places, guids[0], batch.Transmission!);
        return new CebOutcome([]);
    }

    private static void CheckBatch(CebBatch batch, List<CebRefusal> refusals)
    {
        if (batch.Items.Count is 0 or > CebBatch.MaxItems)
        {
            refusals.Add(new CebRefusal(null, "", FormattableString.Invariant($"一份报文可放 1 至 {CebBatch.MaxItems} 份单证，现有 {batch.Items.Count} 份。")));
        }

        if (TransmissionCheck.Problem(batch.Transmission) is { } problem) refusals.Add(new CebRefusal(null, "", problem));
    }

    private static string[] TakeGuids(CebBatch batch, List<CebRefusal> refusals)
    {
        var guids = new string[batch.Items.Count + 1];
        for (var i = 0; i < guids.Length; i++) guids[i] = batch.NewGuid().ToUpperInvariant();
        var areRight = guids.All(g => g.Length == GuidLength && TextCleaning.IsXmlText(g)) && guids.Distinct(StringComparer.Ordinal).Count() == guids.Length;
        if (!areRight) refusals.Add(new CebRefusal(null, "", "系统唯一序号应为 36 位且互不相同，报文没有生成。"));
        return guids;
    }

    private static void WriteMessage(XmlWriter xml, CebLayout layout, CebPlace[] places, string guid, Transmission transmission)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(Prefix, layout.Root, Namespace);
        xml.WriteAttributeString("guid", guid);
        xml.WriteAttributeString("version", "1.0");
        foreach (var place in places)
        {
            xml.WriteStartElement(Prefix, layout.Entity, Namespace);
            WriteElements(xml, layout.Head, layout.HeadElements, place);
            for (place.Line = 0; place.Line < place.Reading.Lines; place.Line++) WriteElements(xml, layout.Line, layout.LineElements, place);
            xml.WriteEndElement();
        }

        xml.WriteStartElement(Prefix, "BaseTransfer", Namespace);
        WriteElement(xml, "copCode", TextCleaning.Trim(transmission.CopCode!));
        WriteElement(xml, "copName", TextCleaning.Trim(transmission.CopName!));
        WriteElement(xml, "dxpMode", "DXP");
        WriteElement(xml, "dxpId", TextCleaning.Trim(transmission.DxpId!));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteElements(XmlWriter xml, string name, IReadOnlyList<CebElement> elements, CebPlace place)
    {
        xml.WriteStartElement(Prefix, name, Namespace);
        for (var i = 0; i < elements.Count; i++)
        {
            // optional elements are left out rather than sent empty
            if (elements[i].ValueAt(place) is { Length: > 0 } value) WriteElement(xml, elements[i].Name, value);
        }

        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(Prefix, name, Namespace);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
