using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>Looks at the top of a file before anything of it is imported.</summary>
internal static class ImportFiles
{
    private const int Samples = 5;

    public static bool IsMessage(FileType type) => type == FileType.Xml;

    /// <summary>Null for what cannot be read row by row.</summary>
    public static SheetFormat? FormatOf(FileType type) => type switch
    {
        FileType.Xlsx => SheetFormat.Xlsx,
        FileType.Xls => SheetFormat.Xls,
        FileType.Text => SheetFormat.Csv,
        _ => null,
    };

    /// <summary>The top of a spreadsheet and how many rows it seems to have below.</summary>
    public static Outcome<(FileTop Top, int Rows)> Look(Stream file, SheetFormat format, IReadOnlyList<TargetColumn> columns)
    {
        try
        {
            var seems = 0;
            var top = SheetReader.Read(file, format, sized: rows => seems = rows).Take(ColumnMatcher.MostRowsAbove + Samples + 1).ToList();
            if (top.TrueForAll(r => r.IsBlank)) return Outcome.Refused(FileCabinet.Field, "表格里没有内容。请下载模板填写后再上传。");
            if (top.Max(r => r.Cells.Count) == 1) return Outcome.Refused(FileCabinet.Field, "表格只有 1 列。请确认各列之间有分隔符，或下载模板填写。");
            var match = ColumnMatcher.Match(top, columns, new Dictionary<string, string>());
            var heading = match?.HeadingRow ?? top.Take(ColumnMatcher.MostRowsAbove).MaxBy(r => r.Cells.Count(c => c.Length > 0))!.Number;
            var below = top.Where(r => r.Number > heading && !r.IsBlank).ToList();
            if (below.Count == 0) return Outcome.Refused(FileCabinet.Field, $"第 {heading} 行是标题，下面没有数据。");
            var headings = top.First(r => r.Number == heading).Cells;
            return (new FileTop(heading, headings, [.. below.Take(Samples).Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(IdentityNumbers.MaskWithin)])]), Math.Max(0, seems - heading));
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused(FileCabinet.Field, e.Message);
        }
    }

    /// <summary>Whether a message can be read as far as its first document.</summary>
    public static Outcome Look(Stream file, Func<Stream, IEnumerable<MessageGroup>> messages)
    {
        try
        {
            return messages(file).Any() ? Outcome.Done : Outcome.Refused(FileCabinet.Field, "报文里没有单证。");
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused(FileCabinet.Field, e.Message);
        }
    }
}
