using System.Diagnostics.CodeAnalysis;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>An export list as JSON; see <see cref="DocumentJson"/>.</summary>
public static class ExportListJson
{
    /// <summary>Writes a document; the same document always gives the same text.</summary>
    public static string Serialize(ExportList document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DocumentJson.Serialize(document.ToDocument());
    }

    /// <summary>Reads a document.</summary>
    /// <returns>False when the text is not JSON, not an object, or a field holds an object or an array.</returns>
    public static bool TryDeserialize([NotNullWhen(true)] string? json, [NotNullWhen(true)] out ExportList? document)
    {
        document = DocumentJson.TryDeserialize(DocumentSchemas.ExportList, json, out var read) ? ExportList.From(read) : null;
        return document is not null;
    }
}
