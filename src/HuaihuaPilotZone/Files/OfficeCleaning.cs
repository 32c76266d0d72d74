using System.IO.Compression;
using System.Text;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Copies an Office document (ECMA-376) without its properties: who wrote and changed it, for whom, how long, and times. What stands in the
/// document itself is not touched; see <see cref="DocumentTraces"/> for the people named there.
/// </summary>
internal static class OfficeCleaning
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>The parts of the properties, and what stands in their place: a document that refers to them stays whole.</summary>
    private static readonly Dictionary<string, string> _empty = new(StringComparer.OrdinalIgnoreCase)
    {
        ["docProps/core.xml"] = Head + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
        ["docProps/app.xml"] = Head + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
        ["docProps/custom.xml"] = Head + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
    };

    /// <summary>The earliest time that an archive can say.</summary>
    private static readonly DateTimeOffset _noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="from">A document that was looked into; seekable.</param>
    public static void Copy(Stream from, Stream to)
    {
        from.Position = 0;
        using var source = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = _noTime;
            using var part = copy.Open();
            if (_empty.TryGetValue(entry.FullName, out var empty))
            {
                part.Write(Encoding.UTF8.GetBytes(empty));
                continue;
            }

            using var old = entry.Open();
            old.CopyTo(part);
        }
    }
}
