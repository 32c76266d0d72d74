using System.Globalization;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Reading a message from a file: a CEB607 of 100 MB and a CEB603 of 100 lists with 100 lines each. The baseline goes through the same file
/// with a bare XmlReader and takes every text, which is the least any reader on XmlReader has to do; the target is at most twice that.
/// BareSkim takes no text at all and shows what the texts cost.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks : IDisposable
{
    private const int Megabytes = 100;
    private const int Lines = 100;

    private readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };
    private string _path = "";

    /// <summary>Which message is read.</summary>
    [Params("CEB607 100 MB", "CEB603 100 x 100")]
    public string Message { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _path = Path.GetTempFileName();
        using (var file = File.Create(_path))
        {
            if (Message.StartsWith("CEB607", StringComparison.Ordinal)) WriteWayBill(file);
            else WriteLists(file);
        }

        if (Portal() != Count()) throw new InvalidOperationException("Not everything was read.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        File.Delete(_path);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public long BareXmlReader()
    {
        using var file = File.OpenRead(_path);
        using var xml = XmlReader.Create(file, _settings);
        var characters = 0L;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text) characters += xml.Value.Length;
        }

        return characters;
    }

    [Benchmark]
    public long BareSkim()
    {
        using var file = File.OpenRead(_path);
        using var xml = XmlReader.Create(file, _settings);
        var nodes = 0L;
        while (xml.Read()) nodes++;
        return nodes;
    }

    [Benchmark]
    public long Portal()
    {
        using var file = File.OpenRead(_path);
        using var reader = MessageReader.Open(file);
        var records = 0L;
        while (reader.Read()) records++;
        if (reader.ProblemCount > 0) throw new InvalidOperationException(reader.Problems[0].ToString());
        return records;
    }

    private long Count()
    {
        using var file = File.OpenRead(_path);
        using var xml = XmlReader.Create(file, _settings);
        var records = 0L;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && (xml.LocalName.EndsWith("Head", StringComparison.Ordinal) || xml.LocalName.EndsWith("List", StringComparison.Ordinal))) records++;
        }

        return records;
    }

    private static void WriteLists(Stream file)
    {
        var document = SampleLists.Of(Lines);
        CebItem[] items = [.. Enumerable.Range(1, Lines).Select(i => new CebItem(document, FormattableString.Invariant($"HH-20261122-{i:D4}")))];
        var outcome = CebWriter.WriteLists(file, new CebBatch(items, SampleLists.Transmission, SampleLists.Now, CebBatch.RandomGuid), SampleLists.Tables);
        if (!outcome.IsWritten) throw new InvalidOperationException(outcome.Refusals[0].Reason);
    }

    // a message of two lines is written, and its second line repeated with other numbers until the file is long enough
    private static void WriteWayBill(Stream file)
    {
        var layout = MessageCatalogue.Get("CEB607Message");
        var bill = layout.NewEntity();
        var head = bill.Head;
        string[] values =
        [
            "appType=1", "customsCode=4999", "copNo=HH-20261122-0001", "agentCode=91431299MA0000003B", "agentName=示例报关企业01", "trafMode=4", "trafName=示例班车", "voyageNo=20261120", "billNo=TD20261120",
            "grossWeight=12345.6", "logisticsCode=91431299MA00000290", "logisticsName=示例物流企业01", "msgCount=1", "msgSeqNo=1",
        ];
        foreach (var value in values) head[value.Split('=')[0]] = value.Split('=')[1];
        var line = bill.AddLine();
        line["gnum"] = "1";
        line["logisticsNo"] = "YD20261120000001";
        using var message = new MemoryStream();
        var outcome = MessageWriter.Write(message, new MessageDraft(layout, [bill], SampleLists.Transmission, SampleLists.Now, MessageDraft.RandomGuid));
        if (!outcome.IsWritten) throw new InvalidOperationException(outcome.Refusals[0].Reason);

        const string End = "</ceb:WayBillList>";
        var text = Encoding.UTF8.GetString(message.ToArray());
        var place = text.IndexOf(End, StringComparison.Ordinal) + End.Length;
        using var writer = new StreamWriter(file, new UTF8Encoding(false), 1024 * 1024, leaveOpen: true);
        writer.Write(text[..place]);
        for (var i = 2; file.Position < Megabytes * 1024L * 1024; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<ceb:WayBillList><ceb:gnum>{i % 99_999}</ceb:gnum><ceb:totalPackageNo>ZB{i / 100:D8}</ceb:totalPackageNo><ceb:logisticsNo>YD2026{i:D12}</ceb:logisticsNo><ceb:invtNo>49992026E{i:D9}</ceb:invtNo></ceb:WayBillList>"));
        }

        writer.Write(text[place..]);
    }
}
