namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Walks through one message and gives the blocks of its documents.</summary>
internal sealed class MessageWalk
{
    private readonly XmlCursor _xml;
    private readonly RecordReader _records;
    private readonly Dictionary<BlockLayout, int> _counts = [];
    private BlockLayout? _block;
    private bool _isInDocument;

    private MessageWalk(MessageLayout layout, XmlCursor xml, MessageReadingOptions options, ReadingLog log)
    {
        Layout = layout;
        _xml = xml;
        _records = new RecordReader(xml, layout.Namespace, options, log) { Place = Place };
        Root = new MessageRecord(layout.Root) { Line = xml.Line, Column = xml.Column };
        Current = Root;
        xml.Know(layout.Root);
    }

    public MessageLayout Layout { get; }

    public MessageRecord Root { get; }

    /// <summary>The document being read, without its blocks.</summary>
    public MessageRecord Current { get; private set; }

    /// <summary>Number of that document from 1.</summary>
    public int Entity { get; private set; }

    public bool IsSigned => _records.IsSigned;

    private bool IsOneDocument => ReferenceEquals(Layout.Entity, Layout.Root);

    /// <summary>Begins at the root on which the cursor stands; null when it is not known, and the log says so.</summary>
    public static MessageWalk? Begin(XmlCursor xml, MessageReadingOptions options, ReadingLog log)
    {
        if (MessageCatalogue.Find(xml.Name) is not { } layout)
        {
            log.Add(UnknownRoots.Problem(xml));
            return null;
        }

        if (xml.Prefix != layout.Prefix) log.Tolerate(ToleranceKind.OtherPrefix, xml.Prefix, xml.Line, xml.Column, xml.Prefix.Length == 0 ? "没有使用命名空间前缀。" : $"命名空间前缀是 {xml.Prefix}。");
        return new MessageWalk(layout, xml, options, log);
    }

    /// <summary>The blocks of all documents, one after the other.</summary>
    public IEnumerable<MessageRecord> Records()
    {
        _records.CheckNamespace();
        var seen = new bool[Layout.Root.Elements.Count];
        _records.ReadAttributes(Root, seen);
        if (IsOneDocument) Entity = 1;
        if (!_xml.IsEmpty)
        {
            foreach (var record in Children(Root, seen)) yield return record;
        }

        _block = null;
        _records.CheckMissing(Root, seen);
        CheckCounts(Root);
        if (IsOneDocument && !Layout.Root.IsContainer) yield return Root;
    }

    private IEnumerable<MessageRecord> Children(MessageRecord parent, bool[] seen)
    {
        var depth = _xml.Depth;
        var last = -1;
        var lastElement = -1;
        while (_xml.NextChild(depth))
        {
            _records.CheckNamespace();
            if (parent.Block.Find(_xml.Name) is { } element)
            {
                if (element.Index < lastElement) _records.Tolerated(parent.Block.Name);
                lastElement = element.Index;
                _records.ReadElement(parent, element, seen);
                continue;
            }

            if (parent.Block.FindBlock(_xml.Name) is not { } block)
            {
                _records.Pass(opaque: null);
                continue;
            }

            var place = Index(parent.Block, block);
            if (place < last) _records.Tolerated(parent.Block.Name);
            last = place;
            foreach (var record in _xml.Name == block.Wrapper ? Wrapped(parent, block) : Block(parent, block)) yield return record;
        }

        _records.ReportText();
    }

    private static int Index(BlockLayout parent, BlockLayout block)
    {
        for (var i = 0; i < parent.Blocks.Count; i++)
        {
            if (ReferenceEquals(parent.Blocks[i], block)) return i;
        }

        return -1;
    }

    private IEnumerable<MessageRecord> Wrapped(MessageRecord parent, BlockLayout block)
    {
        if (_xml.IsEmpty) yield break;
        var depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            _records.CheckNamespace();
            if (_xml.Name == block.Name)
            {
                foreach (var record in Block(parent, block)) yield return record;
            }
            else
            {
                _records.Pass(opaque: null);
            }
        }
    }

    // gives what belongs to a document; what stands around the documents is kept with the root
    private IEnumerable<MessageRecord> Block(MessageRecord parent, BlockLayout block)
    {
        var isEntity = ReferenceEquals(block, Layout.Entity);
        _block = block;
        Count(block, isEntity);
        if (block.IsOpaque)
        {
            _records.Pass(block);
            yield break;
        }

        if (isEntity && block.IsContainer)
        {
            foreach (var part in Document(block)) yield return part;
            yield break;
        }

        if (isEntity) Entity++;
        _isInDocument |= isEntity;
        var record = _records.Read(block);
        _isInDocument &= !isEntity;
        if (isEntity) Current = record;
        if (isEntity || IsOneDocument || !ReferenceEquals(parent, Root)) yield return record;
        else Root.Add(record);
    }

    private IEnumerable<MessageRecord> Document(BlockLayout block)
    {
        Entity++;
        _isInDocument = true;
        Current = new MessageRecord(block) { Line = _xml.Line, Column = _xml.Column };
        foreach (var part in block.Blocks) _counts[part] = 0;
        var current = Current;
        if (!_xml.IsEmpty)
        {
            foreach (var record in Children(current, [])) yield return record;
        }

        _block = null;
        CheckCounts(current);
        _isInDocument = false;
    }

    private void Count(BlockLayout block, bool isEntity)
    {
        var count = _counts[block] = _counts.GetValueOrDefault(block) + 1;
        if (!(count > block.Most)) return;
        var problem = new MessageProblem(block.Most == 1 ? MessageProblemKind.BlockTwice : MessageProblemKind.TooManyBlocks, _xml.Line, _xml.Column, Place(), MessageFaults.TooMany(block, count));

        // what comes after the last document that a message may hold is not worth reading
        if (isEntity) throw new ReadingStoppedException(problem);
        if (count == block.Most + 1) _records.Report(problem.Kind, problem.Line, problem.Column, "", problem.Reason);
    }

    private void CheckCounts(MessageRecord parent)
    {
        foreach (var block in parent.Block.Blocks)
        {
            if (_counts.GetValueOrDefault(block) < block.Least) _records.Report(MessageProblemKind.BlockMissing, parent.Line, parent.Column, block.Name, MessageFaults.TooFew(block));
        }
    }

    private string Place()
    {
        var document = _isInDocument ? FormattableString.Invariant($"{Layout.Entity.Name}[{Entity}]") : "";
        if (_block is null || ReferenceEquals(_block, Layout.Entity)) return document;
        var block = _block.Most == 1 ? _block.Name : FormattableString.Invariant($"{_block.Name}[{_counts.GetValueOrDefault(_block)}]");
        return document.Length == 0 ? block : $"{document}/{block}";
    }
}
