using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// Collects the fields of an application out of the catalogue of messages: names, labels, lengths and required marks are those of the
/// element, so that a form cannot say other than its message. The order is that of the form.
/// </summary>
/// <param name="message">Root of the message, such as CEB213Message.</param>
/// <param name="block">Block of the message that holds the elements.</param>
internal sealed class ApplicationFields(string message, string block, LineGroup? collection = null)
{
    private const int NumberLength = 20;

    private readonly List<DocumentField> _fields = [];
    private readonly BlockLayout _block = BlockOf(MessageCatalogue.Get(message), block);

    public IReadOnlyList<DocumentField> Fields => _fields;

    /// <summary>The part of the form for the fields that follow.</summary>
    public FormSection Section { get; set; } = FormSection.Goods;

    /// <summary>Adds the field of an element.</summary>
    /// <param name="element">Name of the element, which is the name of the field too.</param>
    /// <param name="required">Where the specification asks for more or less than the schema.</param>
    public DocumentField Add(string element, FieldKind kind, CodeList codes = CodeList.None, string? label = null, bool? required = null, string? hint = null)
    {
        var layout = _block.Find(element) ?? throw new ArgumentException($"{block} has no element {element}.", nameof(element));
        var field = new DocumentField(_fields.Count, element, label ?? layout.Label.Replace('(', '（').Replace(')', '）'), Section, kind, collection)
        {
            CodeList = codes,
            ApplicationElement = $"{block}/{element}",
            Article = $"{message[..^"Message".Length]} {block} {element}",
            MaxLength = layout.Type.Kind == ElementKind.Text ? layout.Type.Most ?? NumberLength : NumberLength,
            RequiredIn = required ?? layout.Need == ElementNeed.Required ? ListModes.All : ListModes.None,
            EmptyHint = hint,
        };
        _fields.Add(field);
        return field;
    }

    private static BlockLayout BlockOf(MessageLayout layout, string block) =>
        layout.Entity.Name == block ? layout.Entity : layout.Entity.FindBlock(block) ?? throw new ArgumentException($"{layout.Name} has no block {block}.", nameof(block));
}
