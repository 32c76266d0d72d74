using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// CEB603 of 100 lists with 100 lines each. The baseline replays the same elements and texts, taken from the written message,
/// through a bare XmlWriter of the same settings: the least any writer on XmlWriter can take. The target is at most twice that.
/// </summary>
[MemoryDiagnoser]
public class MessageBenchmarks : IDisposable
{
    private const int Lists = 100;
    private const int Lines = 100;

    private readonly MemoryStream _output = new();
    private readonly List<(XmlNodeType Kind, string Name, string Value)> _nodes = [];
    private readonly XmlWriterSettings _settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false };
    private CebBatch _batch = new([], null, default, () => "");
    private string _root = "";

    [GlobalSetup]
    public void Prepare()
    {
        var document = SampleLists.Of(Lines);
        CebItem[] items = [.. Enumerable.Range(1, Lists).Select(i => new CebItem(document, FormattableString.Invariant($"HH-20261122-{i:D4}")))];
        var next = 0;
        _batch = new CebBatch(items, SampleLists.Transmission, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8)), () => FormattableString.Invariant($"{next++:D36}"));
        Portal();
        var written = _output.ToArray();
        Record();
        BareXmlWriter();
        if (!_output.ToArray().AsSpan().SequenceEqual(written)) throw new InvalidOperationException("The baseline writes other bytes.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _output.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public long BareXmlWriter()
    {
        _output.SetLength(0);
        using (var xml = XmlWriter.Create(_output, _settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("ceb", "CEB603Message", CebWriter.Namespace);
            xml.WriteAttributeString("guid", _root);
            xml.WriteAttributeString("version", "1.0");
            foreach (var (kind, name, value) in _nodes)
            {
                if (kind == XmlNodeType.Element) xml.WriteStartElement("ceb", name, CebWriter.Namespace);
                else if (kind == XmlNodeType.Text) xml.WriteString(value);
                else xml.WriteEndElement();
            }

            xml.WriteEndDocument();
        }

        return _output.Length;
    }

    [Benchmark]
    public long Portal()
    {
        _output.SetLength(0);
        var outcome = CebWriter.WriteLists(_output, _batch, SampleLists.Tables);
        if (!outcome.IsWritten) throw new InvalidOperationException(outcome.Refusals[0].Reason);
        return _output.Length;
    }

    private void Record()
    {
        _output.Position = 0;
        using var xml = XmlReader.Create(_output, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = false });
        xml.MoveToContent();
        _root = xml.GetAttribute("guid")!;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement or XmlNodeType.Text && xml.Depth > 0) _nodes.Add((xml.NodeType, xml.LocalName, xml.Value));
        }
    }
}
