using System.IO.Compression;
using System.Xml;

namespace HuaihuaPilotZone.Files;

/// <summary>Names the people and titles that a document would carry to the public and that cannot be taken out here without changing the document.</summary>
internal static class DocumentTraces
{
    private const int MostNames = 5;

    /// <returns>What was found, each a phrase in Chinese; empty where nothing was.</returns>
    public static IReadOnlyList<string> Find(Stream content, FileType type) => type switch
    {
        FileType.Pdf => PdfTraces.Find(content),
        FileType.Docx or FileType.Xlsx or FileType.Pptx => InOffice(content),
        FileType.Ofd => InOfd(content),
        FileType.Doc or FileType.Xls or FileType.Ppt => ["旧版 Office 格式，作者等属性去不掉，请另存为 docx、xlsx 或 pptx"],
        _ => [],
    };

    /// <summary>Comments, tracked changes and signatures name people; properties are emptied elsewhere.</summary>
    private static IReadOnlyList<string> InOffice(Stream content)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var isSigned = false;
        foreach (var entry in archive.Entries)
        {
            isSigned |= entry.FullName.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase);
            if (NamesPeople(entry.FullName)) AddNames(entry, names);
        }

        return [.. Say("批注或修订的作者", names), .. isSigned ? ["电子签名，去掉文件属性后签名会失效"] : Array.Empty<string>()];
    }

    private static bool NamesPeople(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (path.StartsWith("word/", StringComparison.OrdinalIgnoreCase)
            || path.Contains("comment", StringComparison.OrdinalIgnoreCase) || path.Contains("persons/", StringComparison.OrdinalIgnoreCase) || path.Contains("authors", StringComparison.OrdinalIgnoreCase));

    private static void AddNames(ZipArchiveEntry entry, SortedSet<string> names)
    {
        var isOfPeople = entry.Name.Contains("author", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("persons/", StringComparison.OrdinalIgnoreCase);
        foreach (var reader in Elements(entry))
        {
            if (reader.LocalName == "author" && reader.NodeType == XmlNodeType.Element) Add(names, reader.IsEmptyElement ? null : TextOf(reader));
            for (var i = 0; i < reader.AttributeCount; i++)
            {
                reader.MoveToAttribute(i);
                if (reader.LocalName == "author" || (isOfPeople && reader.LocalName is "name" or "displayName")) Add(names, reader.Value);
            }
        }
    }

    private static IReadOnlyList<string> InOfd(Stream content)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reader in Elements(archive.GetEntry("OFD.xml")!))
        {
            if (reader is { LocalName: "Author", IsEmptyElement: false }) Add(names, TextOf(reader));
        }

        return Say("作者", names);
    }

    /// <summary>Stands on one element after the other; what is no XML has none.</summary>
    private static IEnumerable<XmlReader> Elements(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (IsRead(reader))
        {
            if (reader.NodeType == XmlNodeType.Element) yield return reader;
        }
    }

    private static bool IsRead(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string? TextOf(XmlReader reader)
    {
        try
        {
            return reader.Read() && reader.NodeType == XmlNodeType.Text ? reader.Value : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Add(SortedSet<string> names, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name) && names.Count < MostNames) names.Add(name.Trim());
    }

    private static IReadOnlyList<string> Say(string what, SortedSet<string> names) => names.Count == 0 ? [] : [$"{what}“{string.Join("”“", names)}”"];
}
