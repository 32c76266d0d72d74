using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>What sort of value a field holds; it decides how typed text is cleaned, checked and written.</summary>
public enum FieldKind
{
    /// <summary>Free text: names, descriptions, remarks.</summary>
    Text,

    /// <summary>A number given by somebody else and kept as text: order, waybill, licence, bar code.</summary>
    Reference,

    /// <summary>A code out of a code list.</summary>
    Code,

    /// <summary>A party: 10-character customs code or 18-character unified social credit code.</summary>
    Party,

    /// <summary>A tariff code; dots and spaces are ignored.</summary>
    HsCode,

    /// <summary>A decimal of at most 19 digits, five of them after the point (N19,5).</summary>
    Number,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A calendar day, yyyy-MM-dd.</summary>
    Date,
}

/// <summary>The code list a field takes its value from.</summary>
public enum CodeList
{
    None,
    SupervisionModes,
    TransportModes,
    Currencies,
    Countries,
    Units,
    Packaging,
    Ports,
    CustomsOffices,
    StatisticsFlags,

    /// <summary>征免性质.</summary>
    TaxNatures,

    /// <summary>成交方式.</summary>
    TradeTerms,

    /// <summary>征免方式.</summary>
    DutyModes,

    /// <summary>监管证件.</summary>
    ControlDocuments,

    /// <summary>随附单据类别.</summary>
    AttachedDocuments,

    /// <summary>集装箱规格.</summary>
    ContainerTypes,

    /// <summary>国内地区, 5 characters.</summary>
    Districts,

    /// <summary>行政区划, 6 digits.</summary>
    Divisions,

    /// <summary>国内口岸, 6 digits.</summary>
    DomesticPorts,

    /// <summary>单据类型: the first two characters of Type.</summary>
    DeclarationTypes,

    /// <summary>报关单类型.</summary>
    EntryTypes,

    /// <summary>运费标记: 1 rate, 2 price per tonne, 3 total.</summary>
    FreightMarks,

    /// <summary>保费、杂费标记: 1 rate, 3 total.</summary>
    ChargeMarks,

    /// <summary>是、否 as 1 and 0.</summary>
    YesNo,

    /// <summary>随附单据格式: S structured, US unstructured.</summary>
    AttachmentFormats,
}

/// <summary>The parts of the form, in the order in which they are shown.</summary>
public enum FormSection
{
    /// <summary>基本信息.</summary>
    Basics,

    /// <summary>参与方.</summary>
    Parties,

    /// <summary>订单.</summary>
    Order,

    /// <summary>物流与运输.</summary>
    Transport,

    /// <summary>金额费用.</summary>
    Charges,

    /// <summary>重量包装.</summary>
    Weight,

    /// <summary>商品.</summary>
    Goods,
}

/// <summary>Supervision modes that can be declared by list.</summary>
[Flags]
public enum ListModes
{
    None = 0,

    /// <summary>9610 电子商务.</summary>
    Retail = 1,

    /// <summary>9710 跨境电商B2B直接出口.</summary>
    BusinessToBusiness = 2,

    /// <summary>9810 跨境电商出口海外仓.</summary>
    OverseasWarehouse = 4,

    /// <summary>1210 保税电商: from a special customs area, once staff have stated one with its approval (facts E25).</summary>
    SpecialArea = 8,

    /// <summary>The modes that are open everywhere.</summary>
    Ordinary = Retail | BusinessToBusiness | OverseasWarehouse,

    All = Ordinary | SpecialArea,
}

/// <summary>One field of a document: its name, its Chinese label, its place in the messages and what it may hold.</summary>
public abstract class Field
{
    private protected Field(int index, string name, string label, FormSection section, FieldKind kind, LineGroup? collection)
    {
        Collection = collection;
        Index = index;
        Name = name;
        Label = label;
        Section = section;
        Kind = kind;
    }

    /// <summary>The collection whose lines carry the field; null for a field of the header.</summary>
    public LineGroup? Collection { get; }

    /// <summary>Position among the fields of the header or of the collection, from 0, in the order of the form.</summary>
    public int Index { get; }

    /// <summary>The document's own name, camelCase.</summary>
    public string Name { get; }

    /// <summary>Chinese label.</summary>
    public string Label { get; }

    /// <summary>Chinese label under 9810, where the platform's place is taken by the overseas warehouse.</summary>
    public string? WarehouseLabel { get; init; }

    public FormSection Section { get; }

    public FieldKind Kind { get; }

    public CodeList CodeList { get; init; }

    /// <summary>Element of CEB603, or null when the list does not carry the field.</summary>
    public string? ListElement { get; init; }

    /// <summary>Element of CEB303, or null when the order does not carry the field.</summary>
    public string? OrderElement { get; init; }

    /// <summary>Block and element of DecMessage, such as "DecHead/TrafMode"; null when the declaration does not carry the field.</summary>
    public string? DeclarationElement { get; init; }

    /// <summary>Block and element of the CEB message of an application, such as "InvtRefundHead/invtNo"; null for fields of lists and declarations.</summary>
    public string? ApplicationElement { get; init; }

    /// <summary>Item of 《进出口货物报关单填制规范》 that governs the field; null when only the interface does.</summary>
    public string? FillingItem { get; init; }

    /// <summary>Where the field stands in the specification, such as "CEB603 InventoryHead 第 17 项 ieDate".</summary>
    public string Article { get; init; } = "";

    /// <summary>Most characters (Unicode code points) in the document; the smaller limit where list and order differ.</summary>
    public int MaxLength { get; init; }

    /// <summary>Most characters in CEB303 where they differ from <see cref="MaxLength"/>.</summary>
    public int? OrderMaxLength { get; init; }

    /// <summary>Modes in which the field must be filled.</summary>
    public ListModes RequiredIn { get; init; }

    /// <summary>The only modes that the field is written in; None for all. Elsewhere nobody is asked for it.</summary>
    public ListModes OnlyIn { get; init; }

    /// <summary>Most digits after the point.</summary>
    public int MostDecimals { get; init; } = NumberReading.MostDecimals;

    /// <summary>Whether a number may be less than zero.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>What to fill in where there is nothing to say; one Chinese sentence, or null.</summary>
    public string? EmptyHint { get; init; }

    /// <summary>True for the fields of a line, whatever the collection.</summary>
    public bool IsOfLine => Collection is not null;

    /// <summary>JSON Pointer to the field.</summary>
    /// <param name="line">Number of the line from 0; without meaning for a field of the header.</param>
    public string PathAt(int line = 0) =>
        Collection is { } lines ? string.Create(CultureInfo.InvariantCulture, $"/{lines.Name}/{line}/{Name}") : "/" + Name;

    /// <summary>Whether the field is asked for under a mode.</summary>
    /// <param name="tradeMode">Four digits, as typed.</param>
    public bool IsUsed(string? tradeMode) => OnlyIn == ListModes.None || (OnlyIn & FieldMap.ModeOf(tradeMode)) != ListModes.None;

    /// <summary>Whether the field must be filled under a mode. A mode that is not a list mode asks for what any of the ordinary ones asks for.</summary>
    /// <param name="tradeMode">Four digits, as typed.</param>
    public bool IsRequired(string? tradeMode)
    {
        var mode = FieldMap.ModeOf(tradeMode);
        return mode == ListModes.None ? (RequiredIn & ListModes.Ordinary) != ListModes.None : (RequiredIn & mode) != ListModes.None;
    }

    /// <summary>The label for a mode.</summary>
    /// <param name="tradeMode">Four digits, as typed.</param>
    public string LabelFor(string? tradeMode) =>
        WarehouseLabel is { } label && FieldMap.ModeOf(tradeMode) == ListModes.OverseasWarehouse ? label : Label;
}

/// <summary>A field of the header of an export list.</summary>
public sealed class HeaderField : Field
{
    private readonly Func<ExportList, string?> _read;
    private readonly Func<ExportList, string?, ExportList> _write;

    internal HeaderField(int index, string name, string label, FormSection section, FieldKind kind, Func<ExportList, string?> read, Func<ExportList, string?, ExportList> write)
        : base(index, name, label, section, kind, collection: null)
    {
        _read = read;
        _write = write;
    }

    /// <summary>The value as typed.</summary>
    public string? Read(ExportList document) => _read(document);

    /// <summary>A document that differs in this field only.</summary>
    public ExportList Write(ExportList document, string? value) => _write(document, value);
}

/// <summary>A field of a goods line of an export list.</summary>
public sealed class GoodsField : Field
{
    private readonly Func<GoodsLine, string?> _read;
    private readonly Func<GoodsLine, string?, GoodsLine> _write;

    internal GoodsField(int index, string name, string label, FieldKind kind, Func<GoodsLine, string?> read, Func<GoodsLine, string?, GoodsLine> write)
        : base(index, name, label, FormSection.Goods, kind, GoodsFields.Lines)
    {
        _read = read;
        _write = write;
    }

    /// <summary>The value as typed.</summary>
    public string? Read(GoodsLine line) => _read(line);

    /// <summary>A line that differs in this field only.</summary>
    public GoodsLine Write(GoodsLine line, string? value) => _write(line, value);
}
