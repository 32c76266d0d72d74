namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Walks through a DXP envelope, DxpMsg or DxpMsgSv, and stops at the message inside.</summary>
internal sealed class DxpWalk
{
    private readonly XmlCursor _xml;
    private readonly RecordReader _reader;
    private readonly ReadingLog _log;
    private readonly List<MessageRecord> _records = [];
    private readonly Stack<(int Depth, BlockLayout Block)> _open = new();

    public DxpWalk(XmlCursor xml, MessageReadingOptions options, ReadingLog log)
    {
        _xml = xml;
        _log = log;
        var layout = MessageCatalogue.Get(xml.Name);
        _reader = new RecordReader(xml, layout.Namespace, options, log);
        xml.Know(layout.Root);
        log.Tolerate(ToleranceKind.Wrapped, xml.Name, xml.Line, xml.Column, $"报文装在 DXP 信封 {xml.Name} 里，已取出。");
        _reader.CheckNamespace();
        Enter(layout);
    }

    /// <summary>TransInfo, AddInfo, SvNo, as far as they were read.</summary>
    public IReadOnlyList<MessageRecord> Records => _records;

    public static bool IsEnvelope(XmlCursor xml) => xml.Name is "DxpMsg" or "DxpMsgSv";

    /// <summary>Moves to the element that holds the message; false when there is none, and the log says so.</summary>
    public bool MoveToData()
    {
        if (Move(untilData: true)) return true;
        _reader.Report(MessageProblemKind.BrokenWrapper, _xml.Line, _xml.Column, "Data", "DXP 信封里没有业务报文（Data）。");
        return false;
    }

    public Stream Data() => new Base64Stream(_xml);

    /// <summary>Says that what is inside is an envelope once more.</summary>
    public void RefuseEnvelope(XmlCursor inside) =>
        _log.Add(new MessageProblem(MessageProblemKind.BrokenWrapper, inside.Line, inside.Column, inside.Name, $"DXP 信封里又是一个信封 {inside.Name}，应直接装业务报文。"));

    /// <summary>Reads what follows the message, whose bytes have been read to their end.</summary>
    /// <param name="message">The name of the message; both sides agree on what the envelope calls it, so another message's name is told and no fault. Null where it was not read.</param>
    public void ReadRest(string? message = null)
    {
        Move(untilData: false);
        if (message is not null && _records.Find(r => r.Block.Name == "TransInfo") is { } sent && sent["MsgType"] is { } type && type != message && MessageCatalogue.Find(type) is not null)
            _log.Tolerate(ToleranceKind.OtherType, type, sent.Line, sent.Column, $"信封写的报文类型是 {type}，里面是 {message}，已按里面的报文读取。");
        foreach (var missing in MessageCatalogue.Get("DxpMsg").Root.Blocks.Where(b => b.Least > 0 && _records.All(r => r.Block.Name != b.Name)))
        {
            _reader.Report(MessageProblemKind.BlockMissing, _xml.Line, _xml.Column, missing.Name, MessageFaults.TooFew(missing));
        }

        _xml.ReadToEnd();
    }

    private void Enter(MessageLayout layout)
    {
        var root = new MessageRecord(layout.Root) { Line = _xml.Line, Column = _xml.Column };
        _reader.ReadAttributes(root, new bool[layout.Root.Elements.Count]);
        if (!_xml.IsEmpty) _open.Push((_xml.Depth, layout.Root));
    }

    private bool Move(bool untilData)
    {
        while (_open.TryPeek(out var open))
        {
            if (!_xml.NextChild(open.Depth))
            {
                _open.Pop();
                continue;
            }

            _reader.CheckNamespace();
            var block = open.Block.FindBlock(_xml.Name);
            if (_xml.Name == "Data" && open.Block.Name == "DxpMsg" && untilData) return true;
            if (_xml.Name == "DxpMsg" && open.Block.Name == "DxpMsgSv") Enter(MessageCatalogue.Get("DxpMsg"));
            else if (block is { IsOpaque: false }) _records.Add(_reader.Read(block));
            else _reader.Pass(block);
        }

        return false;
    }
}
