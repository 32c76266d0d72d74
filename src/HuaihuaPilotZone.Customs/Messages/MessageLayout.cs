using System.Collections.Frozen;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Which specification a message belongs to; it decides namespace, prefix and the blocks around the documents.</summary>
public enum MessageFamily
{
    /// <summary>CEB export messages.</summary>
    Export,

    /// <summary>CEB import messages: read and checked only, nothing of them is filed here.</summary>
    Import,

    /// <summary>报关单 DecMessage and its answer.</summary>
    Declaration,

    /// <summary>Envelopes of the exchange platform.</summary>
    Dxp,
}

/// <summary>Whether an element must be there.</summary>
public enum ElementNeed
{
    /// <summary>May be left out or empty.</summary>
    Optional,

    /// <summary>Must have a value.</summary>
    Required,

    /// <summary>Must be there but has no value yet at some stages, such as invtNo in CEB604 before customs has stored the list.</summary>
    MayBeBlank,
}

/// <summary>Whether an element tells something about a natural person.</summary>
public enum PersonalData
{
    None,

    /// <summary>Name, telephone, address.</summary>
    Person,

    /// <summary>Number of an identity document; never kept in plain.</summary>
    IdentityNumber,
}

/// <summary>One element of a block. Names starting with @ are attributes; the name "." is the text of the block itself.</summary>
public sealed class ElementLayout
{
    private readonly bool _isAppStatus;
    private readonly bool _isOperType;

    internal ElementLayout(int index, string name, ElementType type)
    {
        Index = index;
        Name = name;
        Type = type;
        IsAttribute = name[0] == '@';
        IsOwnText = name == ".";
        IsGuid = name is "guid" or "@guid";
        _isAppStatus = name == "appStatus";
        _isOperType = name == "OperType";
    }

    /// <summary>Position among the elements of its block, from 0, in the order of the schema.</summary>
    public int Index { get; }

    /// <summary>Name as in the schema, misprints of the schema included.</summary>
    public string Name { get; }

    /// <summary>Chinese name.</summary>
    public string Label { get; internal init; } = "";

    public ElementType Type { get; }

    public ElementNeed Need { get; internal init; }

    /// <summary>DecMessage: must have a value when the declaration is declared and not only saved.</summary>
    public bool IsNeededToDeclare { get; internal init; }

    /// <summary>The values allowed; empty when any value of the type will do.</summary>
    public IReadOnlyList<string> Values => Allowed;

    /// <summary>The same as an array, for speed.</summary>
    internal string[] Allowed { get; init; } = [];

    /// <summary>What the writer puts where nothing was given; null for nothing.</summary>
    public string? Default { get; internal init; }

    /// <summary>Form of a time: yyyyMMdd, yyyyMMddHHmmss or yyyyMMddHHmmssfff; null when the element holds none.</summary>
    public string? TimeFormat { get; internal init; }

    /// <summary>The type in the older version that is still read: 2018/113 for CEB, the 2018 XSD for DecMessage; null when unchanged.</summary>
    public ElementType? OldType { get; internal init; }

    /// <summary>True when the older version does not have the element.</summary>
    public bool IsNew { get; internal init; }

    public PersonalData Personal { get; internal init; }

    /// <summary>Another spelling that is read too, from a misprint in the specification.</summary>
    public string? Alias { get; internal init; }

    /// <summary>What the specification says about the value, in Chinese.</summary>
    public string Rule { get; internal init; } = "";

    public bool IsAttribute { get; }

    /// <summary>The text of the block itself.</summary>
    internal bool IsOwnText { get; }

    internal bool IsGuid { get; }

    /// <summary>The value with which the document is declared and needs a signature (facts A1.11, B3: appStatus 2, OperType C and D).</summary>
    internal bool IsDeclaring(string value) => (_isAppStatus && value == "2") || (_isOperType && value is "C" or "D");

    /// <summary>What is wrong with a value that is not blank, under the present version.</summary>
    internal ValueFault Check(string value)
    {
        if (TimeFormat is { } format) return MessageTimes.Read(value, format) is null ? ValueFault.NotATime : ValueFault.None;
        var fault = Type.Check(value);
        return fault == ValueFault.None && Allowed.Length > 0 && !Allowed.Contains(value) ? ValueFault.NotAllowed : fault;
    }

    /// <summary>Whether the older version accepts the value; it knows no fixed values.</summary>
    internal bool IsRightInOldVersion(string value) => OldType?.Check(value) == ValueFault.None;
}

/// <summary>A block: a document, its head, one of its lines, or a part around the documents.</summary>
public sealed class BlockLayout
{
    private FrozenDictionary<string, ElementLayout> _elements = FrozenDictionary<string, ElementLayout>.Empty;
    private FrozenDictionary<string, BlockLayout> _blocks = FrozenDictionary<string, BlockLayout>.Empty;

    internal BlockLayout(string name) => Name = name;

    public string Name { get; }

    /// <summary>Element around all blocks of this kind, such as DecLists around DecList; null when there is none.</summary>
    public string? Wrapper { get; internal init; }

    /// <summary>Chinese name.</summary>
    public string Label { get; internal init; } = "";

    /// <summary>Fewest in the block around it.</summary>
    public int Least { get; internal init; }

    /// <summary>Most in the block around it; null when unlimited.</summary>
    public int? Most { get; internal init; }

    /// <summary>True for blocks whose content is neither read nor written here, such as the signature.</summary>
    public bool IsOpaque { get; internal init; }

    /// <summary>Another spelling that is read too, from a misprint in the specification.</summary>
    public string? Alias { get; internal init; }

    /// <summary>Elements in the order of the schema.</summary>
    public IReadOnlyList<ElementLayout> Elements => ElementArray;

    /// <summary>Blocks inside this one in the order of the schema.</summary>
    public IReadOnlyList<BlockLayout> Blocks => BlockArray;

    /// <summary>Elements and blocks together in the order of the schema.</summary>
    internal object[] Sequence { get; private set; } = [];

    // arrays, because walking through an interface costs more than reading a value
    internal ElementLayout[] ElementArray { get; private set; } = [];

    internal BlockLayout[] BlockArray { get; private set; } = [];

    /// <summary>What the writer fills in where nothing was given: numbers, times and values that are the only ones allowed.</summary>
    internal ElementLayout[] Added { get; private set; } = [];

    internal bool HasAttributes { get; private set; }

    /// <summary>True for a block that only holds other blocks.</summary>
    internal bool IsContainer { get; private set; }

    /// <summary>The element of a name, or null.</summary>
    public ElementLayout? Find(string element) => _elements.GetValueOrDefault(element);

    /// <summary>The block of a name inside this one, or null.</summary>
    public BlockLayout? FindBlock(string block) => _blocks.GetValueOrDefault(block);

    internal void Fill(IReadOnlyList<ElementLayout> elements, IReadOnlyList<BlockLayout> blocks, IReadOnlyList<object> sequence)
    {
        ElementArray = [.. elements];
        BlockArray = [.. blocks];
        Sequence = [.. sequence];
        Added = [.. elements.Where(e => e.IsGuid || e.Name == "appTime" || (e.Default is not null && e.Need != ElementNeed.Optional))];
        HasAttributes = elements.Any(e => e.IsAttribute);
        IsContainer = blocks.Count > 0 && elements.All(e => e.IsAttribute);
        _elements = elements.Select(e => (e.Name, e)).Concat(elements.Where(e => e.Alias is not null).Select(e => (e.Alias!, e))).ToFrozenDictionary(e => e.Item1, e => e.e, StringComparer.Ordinal);
        _blocks = blocks.Select(b => (b.Name, b)).Concat(blocks.Where(b => b.Alias is not null).Select(b => (b.Alias!, b)))
            .Concat(blocks.Where(b => b.Wrapper is not null).Select(b => (b.Wrapper!, b))).ToFrozenDictionary(b => b.Item1, b => b.b, StringComparer.Ordinal);
    }
}

/// <summary>One message of the catalogue.</summary>
public sealed class MessageLayout
{
    internal MessageLayout(string name, MessageFamily family, BlockLayout root, BlockLayout entity)
    {
        Name = name;
        Family = family;
        Root = root;
        Entity = entity;
    }

    /// <summary>Name of the root element.</summary>
    public string Name { get; }

    public MessageFamily Family { get; }

    /// <summary>Chinese name.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>True for what a company sends, false for what it receives.</summary>
    public bool IsSent { get; internal init; }

    /// <summary>Who sends it, in Chinese.</summary>
    public string Sender { get; internal init; } = "";

    /// <summary>Names of the elements that tell documents of the sender apart, our reading of the fields that receipts echo [?].</summary>
    public IReadOnlyList<string> NaturalKey { get; internal init; } = [];

    /// <summary>Name of the message that answers it, or null.</summary>
    public string? Receipt { get; internal init; }

    /// <summary>Version in which the message is new; null when 2018/113 has it.</summary>
    public string? Since { get; internal init; }

    /// <summary>The root: attributes, documents and what stands around them.</summary>
    public BlockLayout Root { get; }

    /// <summary>The block of one document; the root itself where a message is one document.</summary>
    public BlockLayout Entity { get; }

    /// <summary>Namespace of all elements.</summary>
    public string Namespace => Family switch
    {
        MessageFamily.Declaration => "http://www.chinaport.gov.cn/dec",
        MessageFamily.Dxp => "http://www.chinaport.gov.cn/dxp",
        _ => "http://www.chinaport.gov.cn/ceb",
    };

    /// <summary>The usual prefix, which the writer uses; empty for none.</summary>
    public string Prefix => Family switch
    {
        MessageFamily.Declaration => "",
        MessageFamily.Dxp => "dxp",
        _ => "ceb",
    };

    /// <summary>An empty document of this message, to be filled and written.</summary>
    public MessageRecord NewEntity() => new(Entity);
}
