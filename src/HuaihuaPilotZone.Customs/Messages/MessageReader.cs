namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Reads any message of the catalogue from beginning to end, one block at a time, in flat memory. It takes version 202205 and 2018/113,
/// any prefix and any order, and says what it put up with. A wrong file never makes it throw: it ends, and <see cref="Problems"/> says why.
/// Faults of the stream itself are the stream's exceptions.
/// <code>
/// using var reader = MessageReader.Open(file);
/// while (reader.ReadEntity() is { } entity) Use(entity.Head["orderNo"], entity.Records);
/// foreach (var problem in reader.Problems) Console.WriteLine(problem);
/// </code>
/// Lists without a limit (CEB607, CEB509, CEB711) are read with <see cref="Read"/>, which gives one block after the other.
/// </summary>
public sealed class MessageReader : IDisposable
{
    private readonly MessageReadingOptions _options;
    private readonly ReadingLog _log;
    private readonly ReadingGuard _guard;
    private readonly List<XmlCursor> _cursors = [];
    private IEnumerator<MessageRecord>? _walk;
    private Func<bool> _step = () => false;
    private MessageWalk? _message;
    private bool _isAhead;

    private MessageReader(MessageReadingOptions options)
    {
        _options = options;
        _log = new ReadingLog(options.MostProblems);
        _guard = new ReadingGuard(_log);
    }

    /// <summary>The message of the root; null when the root is not known.</summary>
    public MessageLayout? Message => _message?.Layout;

    /// <summary>
    /// The root: its attributes (@guid, @version), BaseTransfer and BaseSubscribe. What stands behind the documents is there when all is read.
    /// </summary>
    public MessageRecord? Root => _message?.Root;

    /// <summary>The block read last; null before the first and after the last.</summary>
    public MessageRecord? Record { get; private set; }

    /// <summary>Number of the document from 1 to which <see cref="Record"/> belongs.</summary>
    public int Entity => _message?.Entity ?? 0;

    /// <summary>Whether the message carries a signature. It is not verified. Known when all is read.</summary>
    public bool IsSigned => _message?.IsSigned ?? false;

    /// <summary>TransInfo, AddInfo and SvNo of the DXP envelope around the message; empty without one.</summary>
    public IReadOnlyList<MessageRecord> Envelope { get; private set; } = [];

    /// <summary>What is wrong, in the order of the file; at most as many as the options allow.</summary>
    public IReadOnlyList<MessageProblem> Problems => _log.Problems;

    /// <summary>How many problems there are, those beyond the limit included.</summary>
    public int ProblemCount => _log.Count;

    /// <summary>What was put up with.</summary>
    public IReadOnlyList<MessageTolerance> Tolerances => _log.Tolerances;

    /// <summary>Opens a file and reads as far as the root. The stream stays open.</summary>
    public static MessageReader Open(Stream input, MessageReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var reader = new MessageReader(options ?? MessageReadingOptions.Default);
        reader._walk = reader.Walk(input).GetEnumerator();
        reader._step = reader._walk.MoveNext;
        reader._isAhead = reader._guard.Run(reader._step);
        return reader;
    }

    /// <summary>Reads a file from memory.</summary>
    public static MessageReader Open(ReadOnlyMemory<byte> file, MessageReadingOptions? options = null) =>
        Open(new MemoryStream(file.ToArray(), writable: false), options);

    /// <summary>
    /// Moves to the next block that belongs to a document: its head, one of its lines, or the document itself where it has no parts.
    /// </summary>
    /// <returns>False when there is none any more.</returns>
    public bool Read()
    {
        if (_isAhead) _isAhead = false;
        else if (_walk is null || !_guard.Run(_step)) _walk = null;
        Record = _walk?.Current;
        return Record is not null;
    }

    /// <summary>The next document as a whole; null when there is none any more. Not for lists without a limit: all lines are held in memory.</summary>
    public MessageRecord? ReadEntity()
    {
        if (!Read()) return null;
        var number = Entity;
        var entity = _message!.Current;
        if (ReferenceEquals(entity, Record)) return entity;
        do
        {
            entity.Add(Record!);
        }
        while (Read() && Entity == number);
        _isAhead = Record is not null;
        return entity;
    }

    /// <summary>Closes the readers; the stream stays open.</summary>
    public void Dispose()
    {
        _walk?.Dispose();
        foreach (var cursor in _cursors) cursor.Dispose();
    }

    // An iterator cannot catch around its own steps, so faults of the file are caught around this one.
    private IEnumerable<MessageRecord> Walk(Stream input)
    {
        var xml = Open(input);
        if (!xml.MoveToRoot()) yield break;
        var envelope = DxpWalk.IsEnvelope(xml) ? new DxpWalk(xml, _options, _log) : null;
        if (envelope is not null)
        {
            Envelope = envelope.Records;
            if (!envelope.MoveToData()) yield break;
            xml = Open(envelope.Data());
            if (!xml.MoveToRoot()) yield break;
            if (DxpWalk.IsEnvelope(xml))
            {
                envelope.RefuseEnvelope(xml);
                yield break;
            }
        }

        _message = MessageWalk.Begin(xml, _options, _log);
        if (_message is null) yield break;
        foreach (var record in _message.Records()) yield return record;
        xml.ReadToEnd();
        envelope?.ReadRest(_message.Layout.Name);
    }

    private XmlCursor Open(Stream input)
    {
        _guard.Source = new MessageSource(input, _options, _log);
        _guard.Cursor = _guard.Source.Open();
        _cursors.Add(_guard.Cursor);
        return _guard.Cursor;
    }
}
