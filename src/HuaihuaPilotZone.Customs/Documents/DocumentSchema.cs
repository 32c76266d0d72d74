using System.Collections.Frozen;
using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>The documents that the pre-check knows.</summary>
[Flags]
public enum DocumentScope
{
    None = 0,

    /// <summary>清单: CEB603 with its order CEB303.</summary>
    List = 1,

    /// <summary>报关单: DecMessage.</summary>
    Declaration = 2,

    Both = List | Declaration,

    /// <summary>出口退货申请单: CEB213.</summary>
    Return = 4,

    /// <summary>退货理货明细单: CEB215.</summary>
    Tally = 8,

    /// <summary>撤销申请单: CEB605.</summary>
    Withdrawal = 16,

    /// <summary>清单总分单: CEB607.</summary>
    Totals = 32,

    /// <summary>运抵单: CEB507.</summary>
    Arrival = 64,

    /// <summary>离境单: CEB509.</summary>
    Departure = 128,

    /// <summary>汇总申请单: CEB701.</summary>
    Aggregation = 256,

    /// <summary>退运报关单: DecMessage of goods that come back.</summary>
    ReturnDeclaration = 512,

    /// <summary>What is written as DecMessage.</summary>
    Declared = Declaration | ReturnDeclaration,

    /// <summary>Everything that refers to documents which were filed before.</summary>
    Applications = Return | Tally | Withdrawal | Totals | Arrival | Departure | Aggregation | ReturnDeclaration,
}

/// <summary>A collection with the fields of its lines.</summary>
public sealed record LineSchema(LineGroup Collection, IReadOnlyList<Field> Fields);

/// <summary>
/// What a kind of document consists of: the fields of its header and its collections of lines, in the order of the form.
/// Forms, checks, JSON, differences and messages all read it; nothing else knows what a document looks like.
/// </summary>
public sealed class DocumentSchema
{
    private readonly FrozenDictionary<string, Field> _header;
    private readonly FrozenDictionary<string, LineSchema> _collections;
    private readonly FrozenDictionary<string, Field>[] _lineFields;
    private readonly Func<FormSection, string> _sectionTitle;
    private readonly DocumentRoles? _roles;

    internal DocumentSchema(DocumentScope scope, string noun, IReadOnlyList<Field> header, IReadOnlyList<LineSchema> collections, DocumentRoles roles, Func<FormSection, string> sectionTitle)
        : this(scope, noun, header, collections, DocumentKeys.Of(roles), sectionTitle) => _roles = roles;

    internal DocumentSchema(DocumentScope scope, string noun, IReadOnlyList<Field> header, IReadOnlyList<LineSchema> collections, DocumentKeys keys, Func<FormSection, string> sectionTitle)
    {
        Scope = scope;
        Noun = noun;
        Header = header;
        Collections = collections;
        Keys = keys;
        _sectionTitle = sectionTitle;
        _header = header.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        _collections = collections.ToFrozenDictionary(c => c.Collection.Name, StringComparer.Ordinal);
        _lineFields = [.. collections.Select(c => c.Fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal))];
    }

    /// <summary>The one kind that this schema describes.</summary>
    public DocumentScope Scope { get; }

    /// <summary>清单 or 报关单.</summary>
    public string Noun { get; }

    /// <summary>Fields of the header in the order of the form.</summary>
    public IReadOnlyList<Field> Header { get; }

    /// <summary>The collections in the order of the form; the goods come first.</summary>
    public IReadOnlyList<LineSchema> Collections { get; }

    /// <summary>The goods, or what else a document of this kind lists first.</summary>
    /// <exception cref="InvalidOperationException">Documents of this kind have no lines.</exception>
    public LineSchema Goods => Collections.Count > 0 ? Collections[0] : throw new InvalidOperationException($"{Noun} has no lines.");

    /// <summary>Which field plays which part in the rules that lists and declarations share.</summary>
    /// <exception cref="InvalidOperationException">The document is an application.</exception>
    public DocumentRoles Roles => _roles ?? throw new InvalidOperationException($"{Noun} declares no goods.");

    /// <summary>What every kind of document is found, named and checked by.</summary>
    public DocumentKeys Keys { get; }

    /// <summary>Root of the one CEB message that an application is written as; null for lists and declarations, whose messages are made by their own writers.</summary>
    public string? Message { get; internal init; }

    /// <summary>Whether documents of this kind refer to lists that were filed before.</summary>
    public bool IsApplication => (Scope & DocumentScope.Applications) != DocumentScope.None;

    /// <summary>The header field of a document name, or null.</summary>
    public Field? FindHeader(string name) => _header.GetValueOrDefault(name);

    /// <summary>The collection of a document name, or null.</summary>
    public LineSchema? FindCollection(string name) => _collections.GetValueOrDefault(name);

    /// <summary>The field of a line by document name, or null.</summary>
    public Field? FindField(LineSchema collection, string name) => _lineFields[collection.Collection.Index].GetValueOrDefault(name);

    /// <summary>Chinese title of a part of the form.</summary>
    public string SectionTitle(FormSection section) => _sectionTitle(section);

    /// <summary>
    /// Chinese label of a JSON Pointer: "/netWeight" gives 净重（千克）, "/goods/1/totalPrice" gives 商品第 2 项：总价,
    /// "/goods/1" 商品第 2 项, "/goods" 商品 and the empty pointer 整份单证. A pointer that names nothing is given back as it is.
    /// </summary>
    /// <param name="tradeMode">Four digits, as typed; some labels depend on it.</param>
    public string Label(string path, string? tradeMode = null)
    {
        if (path.Length == 0) return "整份单证";
        if (!DocumentPath.TryParse(this, path, out var place)) return path;
        if (place.Collection is not { } lines) return place.Field!.LabelFor(tradeMode);
        if (place.Line is not { } line) return lines.LineWord;
        return place.Field is { } field
            ? string.Create(CultureInfo.InvariantCulture, $"{lines.LineWord}第 {line + 1} 项：{field.LabelFor(tradeMode)}")
            : string.Create(CultureInfo.InvariantCulture, $"{lines.LineWord}第 {line + 1} 项");
    }
}
