namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>What is wrong with a file that was read.</summary>
public enum MessageProblemKind
{
    /// <summary>Empty, or neither XML nor JSON.</summary>
    NotXml,
    NotWellFormed,

    /// <summary>A document type declaration; never read, so that no entity is expanded or fetched.</summary>
    DocumentType,
    UnknownRoot,

    /// <summary>A message that exists but is not in the catalogue.</summary>
    UnsupportedMessage,

    /// <summary>The namespace is not the one of the message.</summary>
    WrongNamespace,

    /// <summary>The bytes are not in the encoding that the file declares.</summary>
    WrongEncoding,

    /// <summary>More bytes, depth, elements or characters than the options allow.</summary>
    LimitReached,

    /// <summary>A wrapper without exactly one message in it, or with broken base64.</summary>
    BrokenWrapper,
    BlockTwice,
    TooManyBlocks,
    BlockMissing,
    ElementTwice,
    Missing,
    Blank,
    TooShort,
    TooLong,
    NotANumber,
    TooManyDigits,
    NotATime,
    NotAllowed,

    /// <summary>Values of one document that cannot both be right.</summary>
    Contradictory,

    /// <summary>The number of an identity document is wrong. The number itself is never quoted.</summary>
    WrongIdentityNumber,
}

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Kind">What sort of fault it is.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column from 1; 0 when the whole file is meant.</param>
/// <param name="Place">Such as Inventory[3]/InventoryList[2]/qty; empty when the whole file is meant.</param>
/// <param name="Reason">The plain Chinese sentence, without the position.</param>
public sealed record MessageProblem(MessageProblemKind Kind, int Line, int Column, string Place, string Reason)
{
    /// <summary>The sentence with its position in front.</summary>
    public override string ToString() => Line == 0 ? Reason : FormattableString.Invariant($"第 {Line} 行第 {Column} 列：{Reason}");
}

/// <summary>What a reader put up with although the specification says otherwise.</summary>
public enum ToleranceKind
{
    ByteOrderMark,

    /// <summary>Not UTF-8, but declared so and readable.</summary>
    OtherEncoding,
    OtherPrefix,
    OtherOrder,
    LowerCaseGuid,

    /// <summary>Right under the older version (2018/113, or the 2018 XSD of DecMessage) only.</summary>
    OldVersion,

    /// <summary>A misprint of the specification used as a name.</summary>
    MisprintedName,
    UnknownElement,

    /// <summary>A known block whose content is not read here.</summary>
    NotRead,

    /// <summary>An element that has no value yet.</summary>
    BlankValue,
    BlanksAround,

    /// <summary>Text between elements.</summary>
    StrayText,

    /// <summary>The message came inside JSON or a DXP envelope.</summary>
    Wrapped,

    /// <summary>The envelope names another message than it holds.</summary>
    OtherType,
}

/// <summary>Something the reader put up with; the same thing is listed once, with its first place.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Name">Element, prefix or encoding.</param>
/// <param name="Line">Line of the first place from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column of the first place from 1; 0 when the whole file is meant.</param>
/// <param name="Count">How often.</param>
/// <param name="Text">The plain Chinese sentence.</param>
public sealed record MessageTolerance(ToleranceKind Kind, string Name, int Line, int Column, int Count, string Text);

/// <summary>Limits of reading; a file beyond them is refused.</summary>
public sealed record MessageReadingOptions
{
    public static MessageReadingOptions Default { get; } = new();

    /// <summary>Most bytes of the file.</summary>
    public long MostBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most bytes of a JSON file, which is held in memory as a whole.</summary>
    public int MostJsonBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Deepest nesting of elements; no message of the catalogue needs more than eight.</summary>
    public int MostDepth { get; init; } = 32;

    /// <summary>Most elements, unknown ones and those of skipped blocks included.</summary>
    public int MostElements { get; init; } = 20_000_000;

    /// <summary>Most characters of one value; no element of a document has more than 5,000.</summary>
    public int MostCharacters { get; init; } = 1024 * 1024;

    /// <summary>Most problems that are listed; the rest is only counted.</summary>
    public int MostProblems { get; init; } = 1000;

    /// <summary>What is kept of the number of an identity document. The default keeps the first two and last two characters.</summary>
    public Func<string, string> IdentityNumber { get; init; } = IdentityNumbers.Mask;

    /// <summary>Nobody whose identity number is checked is born later; null for no such limit.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>Collects problems and tolerances while a file is read.</summary>
internal sealed class ReadingLog(int mostProblems)
{
    private readonly List<MessageProblem> _problems = [];
    private readonly Dictionary<(ToleranceKind, string), MessageTolerance> _tolerances = [];

    public IReadOnlyList<MessageProblem> Problems => _problems;

    public IReadOnlyList<MessageTolerance> Tolerances => [.. _tolerances.Values];

    public int Count { get; private set; }

    public void Add(MessageProblem problem)
    {
        Count++;
        if (_problems.Count < mostProblems) _problems.Add(problem);
    }

    public void Tolerate(ToleranceKind kind, string name, int line, int column, string text)
    {
        _tolerances[(kind, name)] = _tolerances.TryGetValue((kind, name), out var known)
            ? known with { Count = known.Count + 1 }
            : new MessageTolerance(kind, name, line, column, 1, text);
    }
}

/// <summary>Ends the reading of a file at once; caught by the reader, never seen outside.</summary>
internal sealed class ReadingStoppedException(MessageProblem problem) : Exception(problem.Reason)
{
    public MessageProblem Problem { get; } = problem;
}
