using System.Text;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>A file is what its content says, from the first byte to the last.</summary>
public sealed class LookingIntoFilesTests
{
    public static TheoryData<string, byte[], FileType> GoodFiles => new()
    {
        { "合同.pdf", SampleFiles.Pdf(), FileType.Pdf },
        { "a.PNG", SampleFiles.Png(), FileType.Png },
        { "a.jpg", SampleFiles.Jpeg(), FileType.Jpeg },
        { "a.jpeg", [.. SampleFiles.Jpeg(), 0, 0], FileType.Jpeg },
        { "发票.ofd", SampleFiles.Ofd(), FileType.Ofd },
        { "a.docx", SampleFiles.Docx(), FileType.Docx },
        { "a.xlsx", SampleFiles.Xlsx(), FileType.Xlsx },
        { "a.pptx", SampleFiles.Pptx(), FileType.Pptx },
        { "a.doc", SampleFiles.Compound("Root Entry", "WordDocument"), FileType.Doc },
        { "a.xls", SampleFiles.Compound("Root Entry", "Workbook"), FileType.Xls },
        { "a.ppt", SampleFiles.Compound("Root Entry", "PowerPoint Document"), FileType.Ppt },
        { "a.xml", SampleFiles.Xml(), FileType.Xml },
        { "a.xml", [.. Encoding.UTF8.Preamble, .. SampleFiles.Xml()], FileType.Xml },
        { "a.csv", Encoding.UTF8.GetBytes("品名,数量\r\n箱包,3\r\n"), FileType.Text },
        { "a.csv", [0xC6, 0xB7, 0xC3, 0xFB, (byte)',', (byte)'1', (byte)'\n'], FileType.Text },
        { "a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("品名\t1")], FileType.Text },
    };

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "a.pdf", SampleFiles.Png(), "与文件名不符" },
        { "a.exe", SampleFiles.Pdf(), "与文件名不符" },
        { "a.docx", SampleFiles.Xlsx(), "与文件名不符" },
        { "a", SampleFiles.Pdf(), "与文件名不符" },
        { "a.bin", [1, 2, 3, 4, 0, 0, 0, 9, 9], "不是可以上传的文件" },
        { "a.exe", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0], "不是可以上传的文件" },
        { "a.pdf", SampleFiles.Pdf()[..^8], "不完整" },
        { "a.pdf", [.. SampleFiles.Pdf(), .. "<script>"u8], "结尾之后" },
        { "a.png", SampleFiles.Png()[..^3], "不完整" },
        { "a.png", [.. SampleFiles.Png(), .. "<?php"u8], "结尾之后" },
        { "a.jpg", [.. SampleFiles.Jpeg(), .. "<html>"u8], "结尾之后" },
        // a PDF and an archive in one: the archive's directory stands before the PDF's last line, its comment reaches to the end
        { "a.pdf", Both(), "压缩包" },
        { "a.zip", SampleFiles.Zip(("a.txt", "1")), "压缩包不能上传" },
        { "a.docx", SampleFiles.Zip((SampleFiles.OfficeTypes, ""), ("word/document.xml", ""), ("xl/workbook.xml", "")), "压缩包不能上传" },
        { "a.docx", SampleFiles.Zip((SampleFiles.OfficeTypes, ""), ("word/document.xml", ""), ("word/vbaProject.bin", "x")), "宏" },
        { "a.docx", SampleFiles.Zip((SampleFiles.OfficeTypes, ""), ("word/document.xml", ""), ("../../etc/cron", "x")), "打不开" },
        { "a.docx", SampleFiles.Docx()[..^9], "打不开" },
        { "a.xlsx", Bomb(), "解压后过大" },
        { "a.xls", SampleFiles.Compound("Root Entry", "Workbook", "_VBA_PROJECT_CUR"), "宏" },
        { "a.doc", SampleFiles.Compound("Root Entry", "__properties_version1.0"), "不是 Word" },
        { "a.doc", SampleFiles.Compound("WordDocument")[..900], "打不开" },
        { "a.xml", "<list><item></list>"u8.ToArray(), "第 1 行" },
        { "a.xml", "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>"u8.ToArray(), "文档类型声明" },
        { "a.xml", "<?xml-stylesheet href='x'?><l/>"u8.ToArray(), "样式表" },
        { "a.xml", "<l><x xmlns='http://www.w3.org/2000/svg'/></l>"u8.ToArray(), "网页内容" },
        { "a.xml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 300))), "嵌套太深" },
        { "a.txt", "<!DOCTYPE html><p>"u8.ToArray(), "网页不能上传" },
        { "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "网页不能上传" },
    };

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public void A_file_is_known_by_its_content(string name, byte[] content, FileType type)
    {
        using var stream = new MemoryStream(content);

        var found = FileInspection.Inspect(stream, name);

        Assert.True(found.IsDone, found.IsDone ? "" : found.Refusals[0].Message);
        Assert.Equal(type, found.Value);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_file_that_is_not_what_it_says_or_more_than_it_says_is_refused_with_the_reason(string name, byte[] content, string reason)
    {
        using var stream = new MemoryStream(content);

        var found = FileInspection.Inspect(stream, name);

        Assert.False(found.IsDone);
        Assert.Contains(reason, found.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_break_the_inspection()
    {
        var random = new Random(20261122);
        byte[][] heads = [SampleFiles.Pdf(), SampleFiles.Png(), SampleFiles.Jpeg(), SampleFiles.Docx(), SampleFiles.Compound("WordDocument"), SampleFiles.Xml()];
        for (var i = 0; i < 600; i++)
        {
            var bytes = heads[i % heads.Length].ToArray();
            for (var j = 0; j < 6; j++) bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            using var stream = new MemoryStream(bytes, 0, random.Next(4, bytes.Length + 1));

            var found = FileInspection.Inspect(stream, "a.pdf");

            Assert.True(found.IsDone || found.Refusals[0].Message.Length > 0);
        }
    }

    /// <summary>Forty megabytes of blanks in some forty kilobytes.</summary>
    private static byte[] Bomb()
    {
        var blanks = new byte[1024 * 1024];
        Array.Fill(blanks, (byte)' ');
        return SampleFiles.Zip((SampleFiles.OfficeTypes, s => s.WriteByte(1)), ("xl/workbook.xml", s => WriteOften(s, blanks)));
    }

    private static void WriteOften(Stream stream, byte[] bytes)
    {
        for (var i = 0; i < 40; i++) stream.Write(bytes);
    }

    private static byte[] Both()
    {
        var zip = SampleFiles.Zip(("a.txt", "1"));
        var end = "\n%%EOF\n"u8.ToArray();
        zip[^2] = (byte)end.Length;
        return [.. "%PDF-1.4\n"u8, .. zip, .. end];
    }
}
