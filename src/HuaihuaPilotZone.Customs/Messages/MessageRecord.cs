namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// One block with its values, and the blocks inside it: the one shape in which messages are read and written.
/// Values are the texts of the message; null stands for an element that is not there or has no value.
/// </summary>
public sealed class MessageRecord
{
    private readonly string?[] _values;
    private List<MessageRecord>? _records;

    /// <summary>An empty record.</summary>
    public MessageRecord(BlockLayout block)
    {
        ArgumentNullException.ThrowIfNull(block);
        Block = block;
        _values = block.ElementArray.Length == 0 ? [] : new string?[block.ElementArray.Length];
    }

    public BlockLayout Block { get; }

    /// <summary>Line of its start tag from 1; 0 for records that were not read.</summary>
    public int Line { get; internal init; }

    /// <summary>Column of its start tag from 1; 0 for records that were not read.</summary>
    public int Column { get; internal init; }

    /// <summary>The blocks inside, in the order in which they were read or added.</summary>
    public IReadOnlyList<MessageRecord> Records => _records ?? (IReadOnlyList<MessageRecord>)[];

    /// <summary>
    /// Where the head values stand: the record itself, or the head block inside it, which is added when it is not there yet.
    /// </summary>
    public MessageRecord Head => Block.IsContainer ? First(Block.Blocks[0].Name) ?? Add(Block.Blocks[0].Name) : this;

    /// <summary>Value of an element; null when there is none.</summary>
    /// <exception cref="ArgumentException">The block has no such element.</exception>
    public string? this[string element]
    {
        get => _values[Slot(element)];
        set => _values[Slot(element)] = value;
    }

    /// <summary>The blocks inside as a list; null for none.</summary>
    internal List<MessageRecord>? Inner => _records;

    internal string? this[ElementLayout element]
    {
        get => _values[element.Index];
        set => _values[element.Index] = value;
    }

    /// <summary>Adds an empty block.</summary>
    /// <exception cref="ArgumentException">The block has no such block inside.</exception>
    public MessageRecord Add(string block)
    {
        var layout = Block.FindBlock(block) ?? throw new ArgumentException($"{Block.Name} holds no {block}.", nameof(block));
        var record = new MessageRecord(layout);
        Add(record);
        return record;
    }

    /// <summary>Adds an empty line: the last kind of block of a document, such as InventoryList.</summary>
    public MessageRecord AddLine() => Add(Block.Blocks[^1].Name);

    /// <summary>The blocks of a name.</summary>
    public IEnumerable<MessageRecord> Of(string block) => Records.Where(r => r.Block.Name == block);

    /// <summary>The first block of a name, or null.</summary>
    public MessageRecord? First(string block) => Of(block).FirstOrDefault();

    internal void Add(MessageRecord record) => (_records ??= []).Add(record);

    /// <summary>Makes room for blocks that are about to be added.</summary>
    internal void Expect(int blocks) => (_records ??= []).EnsureCapacity(_records.Count + blocks);

    private int Slot(string element) =>
        Block.Find(element)?.Index ?? throw new ArgumentException($"{Block.Name} has no element {element}.", nameof(element));
}
