namespace HuaihuaPilotZone.Files;

/// <summary>What a file's content was found to be.</summary>
public enum FileType
{
    Pdf,
    Png,
    Jpeg,
    Ofd,
    Docx,
    Xlsx,
    Pptx,
    Doc,
    Xls,
    Ppt,
    Xml,

    /// <summary>Plain text, CSV included.</summary>
    Text,

    Webp,
}

public static class FileTypes
{
    /// <summary>Endings a file of this type may have, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(this FileType type) => type switch
    {
        FileType.Pdf => [".pdf"],
        FileType.Png => [".png"],
        FileType.Jpeg => [".jpg", ".jpeg"],
        FileType.Ofd => [".ofd"],
        FileType.Docx => [".docx"],
        FileType.Xlsx => [".xlsx"],
        FileType.Pptx => [".pptx"],
        FileType.Doc => [".doc"],
        FileType.Xls => [".xls"],
        FileType.Ppt => [".ppt"],
        FileType.Xml => [".xml"],
        FileType.Text => [".txt", ".csv", ".json"],
        FileType.Webp => [".webp"],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string Word(this FileType type) => type switch
    {
        FileType.Pdf => "PDF",
        FileType.Png or FileType.Jpeg or FileType.Webp => "图片",
        FileType.Ofd => "OFD",
        FileType.Docx or FileType.Doc => "文字文档",
        FileType.Xlsx or FileType.Xls => "表格",
        FileType.Pptx or FileType.Ppt => "演示文稿",
        FileType.Xml => "XML",
        FileType.Text => "文本",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The media type to serve it under. What a browser could run (XML, text) is served as bytes without meaning.</summary>
    public static string MediaType(this FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
        FileType.Webp => "image/webp",
        FileType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileType.Doc => "application/msword",
        FileType.Xls => "application/vnd.ms-excel",
        FileType.Ppt => "application/vnd.ms-powerpoint",
        _ => "application/octet-stream",
    };
}
