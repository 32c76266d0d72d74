using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Finds out what a file is from its content. A file is taken only if it is of one known kind from its first byte to its last:
/// a file that is also something else (a polyglot), that unpacks to far more than it is, or that carries macros is refused.
/// </summary>
public static class FileInspection
{
    internal const string Unknown = "不是可以上传的文件。可以上传 PDF、OFD、图片（PNG、JPG、WebP）、Office 文档、XML、CSV 和文本。";

    /// <param name="content">Seekable.</param>
    /// <param name="name">Its ending must fit the content.</param>
    /// <returns>The type, or a sentence why the file is refused.</returns>
    public static Outcome<FileType> Inspect(Stream content, string name)
    {
        var found = Look(content);
        if (!found.IsDone) return found;
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return found.Value.Endings().Contains(ending)
            ? found
            : Outcome.Refused($"文件内容是“{found.Value.Word()}”，后缀应为 {string.Join(" 或 ", found.Value.Endings())}，与文件名不符。");
    }

    private static Outcome<FileType> Look(Stream content)
    {
        Span<byte> head = stackalloc byte[12];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var found = head switch
        {
            _ when head.StartsWith("%PDF-"u8) => SimpleFormats.Pdf(content),
            _ when head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => SimpleFormats.Png(content),
            _ when head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => SimpleFormats.Jpeg(content),
            _ when head.StartsWith("RIFF"u8) && head.EndsWith("WEBP"u8) => SimpleFormats.Webp(content),
            _ when head.StartsWith("PK\u0003\u0004"u8) => PackedFormats.Inspect(content),
            _ when head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => CompoundFormat.Inspect(content),
            _ => TextFormats.Inspect(content) ?? Outcome.Refused(Unknown),
        };
        if (!found.IsDone || found.Value is FileType.Ofd or FileType.Docx or FileType.Xlsx or FileType.Pptx) return found;
        return PackedFormats.EndsAsArchive(content) ? Outcome.Refused("文件里还藏着一个压缩包，不能上传。") : found;
    }
}
