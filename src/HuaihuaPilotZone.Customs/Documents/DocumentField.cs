namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>A field of a document that is described by its schema alone, without a typed record beside it.</summary>
public sealed class DocumentField : Field
{
    internal DocumentField(int index, string name, string label, FormSection section, FieldKind kind, LineGroup? collection)
        : base(index, name, label, section, kind, collection)
    {
    }
}

/// <summary>Collects the fields of a header or of a collection in the order in which they are described; the order is that of the form.</summary>
internal sealed class FieldList(LineGroup? collection = null)
{
    private readonly List<DocumentField> _fields = [];

    public IReadOnlyList<DocumentField> Fields => _fields;

    /// <summary>The part of the form for the fields that follow.</summary>
    public FormSection Section { get; set; } = FormSection.Goods;

    /// <summary>Adds the next field; what the call does not say is said by <paramref name="about"/>.</summary>
    /// <param name="element">Block and element of DecMessage, such as "DecHead/TrafMode"; null for what is kept here and not written.</param>
    /// <param name="maxLength">Most characters in the present version of the interface (4.9).</param>
    /// <param name="about">Code list, item of the filling rules, required mark and whatever else is unusual.</param>
    public DocumentField Add(string name, string label, FieldKind kind, string? element, int maxLength, FieldFacts? about = null)
    {
        about ??= new FieldFacts();
        var field = new DocumentField(_fields.Count, name, label, Section, kind, collection)
        {
            CodeList = about.Codes,
            DeclarationElement = element,
            Article = element is null ? label : $"DecMessage {element}",
            FillingItem = about.Item,
            MaxLength = maxLength,
            RequiredIn = about.Required ? ListModes.All : ListModes.None,
            MostDecimals = about.MostDecimals,
            MayBeNegative = about.MayBeNegative,
            EmptyHint = about.EmptyHint,
        };
        _fields.Add(field);
        return field;
    }
}

/// <summary>What is special about a field.</summary>
/// <param name="Required">Whether the column "declare" asks for it; in a line, whether the line needs it.</param>
/// <param name="Codes">The list the value comes from.</param>
/// <param name="Item">Item of the filling rules.</param>
internal sealed record FieldFacts(bool Required = false, CodeList Codes = CodeList.None, string? Item = null)
{
    public int MostDecimals { get; init; } = NumberReading.MostDecimals;

    public bool MayBeNegative { get; init; }

    public string? EmptyHint { get; init; }
}
