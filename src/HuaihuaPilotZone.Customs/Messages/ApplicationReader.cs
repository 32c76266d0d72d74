using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Turns the message of an application into the document that form and pre-check know; the reverse of <see cref="ApplicationWriter"/>.</summary>
public static class ApplicationReader
{
    /// <summary>The kind of document that a message is read as, or null.</summary>
    public static DocumentSchema? SchemaOf(string? message) => message is null ? null : DocumentSchemas.All.FirstOrDefault(s => s.Message == message);

    /// <summary>
    /// Reads an application. An old code that stands for several new ones stays as it is, so that the check asks for the right one;
    /// elements that the form has no field for are left out.
    /// </summary>
    /// <param name="entity">The document of the message that <paramref name="schema"/> names.</param>
    public static CustomsDocument Read(DocumentSchema schema, MessageRecord entity, CustomsTables tables)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(entity);
        var head = entity.Head;
        var document = schema.Header.Aggregate(new CustomsDocument(schema), (d, field) => Value(head, field, tables) is { } value ? d.With(field, value) : d);
        foreach (var lines in schema.Collections)
        {
            var records = entity.Of(lines.Fields[0].ApplicationElement!.Split('/')[0]);
            document = document.With(lines.Collection, [.. records.Select(r => lines.Fields.Aggregate(new DocumentLine(lines), (line, field) => Value(r, field, tables) is { } value ? line.With(field, value) : line))]);
        }

        return document;
    }

    private static string? Value(MessageRecord record, Field field, CustomsTables tables)
    {
        if (record[field.ApplicationElement!.Split('/')[1]] is not { } value) return null;
        return OldCodes.Differ(field.CodeList) && OldCodes.FindOld(tables, field.CodeList, value) is [var only] ? only.Code : value;
    }
}
