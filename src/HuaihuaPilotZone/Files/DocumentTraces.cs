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
        FileType.Doc or FileType.Xls or FileType.Ppt => ["旧版 Office 格式的作者等属性"],
        _ => [],
    };

    /// <summary>How somebody at a desk gets rid of them in the program that the document was written with; one or more whole sentences.</summary>
    public static string Advice(FileType type) => type switch
    {
        FileType.Pdf => "请用没有加密、没有签章的原稿重新导出：Word 先在“文件→信息→检查问题→检查文档”里删除“文档属性和个人信息”，WPS 先在“文件→文档加密→属性”里清空作者和标题，再导出为 PDF 上传。",
        FileType.Docx or FileType.Xlsx or FileType.Pptx => "请在 Word 或 WPS 的“审阅”里接受全部修订、删除全部批注，保存后重新上传。",
        FileType.Doc or FileType.Xls or FileType.Ppt => "请在 Office 或 WPS 里点“文件→另存为”，文件类型选 docx、xlsx 或 pptx，再上传另存的文件。",
        FileType.Ofd => "请打开原稿，在文档属性里清空作者，重新导出 OFD 后上传。",
        _ => "请在原软件里清除后重新上传。",
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
