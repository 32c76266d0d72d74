using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Turns a DecMessage into the 报关单 that the pre-check and the form know, an export or one of goods that come back; the reverse of <see cref="DeclarationWriter"/>.</summary>
public static class DeclarationReader
{
    /// <summary>Whether the message is an export declaration; imports are read as messages only.</summary>
    public static bool IsExport(MessageRecord message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.First("DecHead")?["IEFlag"] == "E";
    }

    /// <summary>What the message is here; null for other imports, which are read as messages only.</summary>
    public static DocumentSchema? SchemaOf(MessageRecord message) =>
        IsExport(message) ? DocumentSchemas.CustomsDeclaration
        : message.First("DecHead")?["TradeMode"] == ReturnDeclaration.Mode ? ReturnDeclaration.Schema
        : null;

    /// <summary>Reads a declaration. Elements that the form has no field for are left out.</summary>
    /// <param name="message">The document of a DecMessage.</param>
    /// <param name="schema">What it is, see <see cref="SchemaOf"/>.</param>
    public static CustomsDocument Read(MessageRecord message, DocumentSchema schema)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(schema);
        var document = new CustomsDocument(schema);
        foreach (var field in schema.Header)
        {
            var (block, element) = PlaceOf(field);
            if (message.First(block)?[element] is { } value) document = document.With(field, value);
        }

        foreach (var lines in schema.Collections)
        {
            var records = message.Of(PlaceOf(Written(lines.Fields).First()).Block).ToList();
            if (records.Count > 0) document = document.With(lines.Collection, [.. records.Select(r => Line(lines, r))]);
        }

        return document;
    }

    private static DocumentLine Line(LineSchema lines, MessageRecord record)
    {
        var line = new DocumentLine(lines);
        foreach (var field in Written(lines.Fields))
        {
            if (record[PlaceOf(field).Element] is { } value) line = line.With(field, value);
        }

        return line;
    }

    // the number of a line on the declaration that goods left with stands in no element
    private static IEnumerable<Field> Written(IEnumerable<Field> fields) => fields.Where(f => f.DeclarationElement is not null);

    private static (string Block, string Element) PlaceOf(Field field) => field.DeclarationElement!.Split('/') is [var block, var element]
        ? (block, element)
        : throw new InvalidOperationException($"{field.Name} has no element.");
}
