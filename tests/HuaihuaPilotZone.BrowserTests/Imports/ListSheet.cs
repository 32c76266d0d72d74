using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Tests.Declarations;
using Microsoft.Playwright;

namespace HuaihuaPilotZone.BrowserTests.Imports;

/// <summary>A spreadsheet of export lists as somebody keeps it: own words for some headings, values as people type them, a column that nobody else needs.</summary>
internal static class ListSheet
{
    /// <summary>The column that means nothing to the portal.</summary>
    public const string OwnHeading = "仓库内部备注";

    private const string OwnColumn = "own";

    private static readonly Dictionary<string, string> _ownWords = new(StringComparer.Ordinal) { ["/orderNo"] = "订单号", ["/goods/gcode"] = "HS编码", ["/goods/totalPrice"] = "金额", [OwnColumn] = OwnHeading };

    /// <summary>A row that passes, by column name, with an order of its own.</summary>
    /// <param name="cells">Cells that say something else.</param>
    public static Dictionary<string, string> Row(params (string Column, string Value)[] cells)
    {
        var row = Filing.Valid().ToDictionary(f => ColumnOf(f.Key), f => f.Value!, StringComparer.Ordinal);
        (row["/country"], row["/goods/unit"], row["/goods/currency"], row["/grossWeight"], row[OwnColumn]) = ("美国", "个", "美元", "80kg", "三号架");
        return row.With(cells);
    }

    /// <summary>The same row with some cells changed.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> row, params (string Column, string Value)[] cells)
    {
        var changed = new Dictionary<string, string>(row, StringComparer.Ordinal);
        foreach (var (column, value) in cells) changed[column] = value;
        return changed;
    }

    /// <summary>An XLSX file with these rows, the first of them in the second row of the file.</summary>
    public static FilePayload File(string name, params IReadOnlyList<Dictionary<string, string>> rows)
    {
        string[] columns = [.. rows[0].Keys];
        using var content = new MemoryStream();
        SheetWriter.Write(content, new SheetContent("订单", [[.. columns.Select(Heading)], .. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r[c])])]));
        return new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content.ToArray() };
    }

    private static string Heading(string column) => _ownWords.GetValueOrDefault(column) ?? ListColumns.All.Single(c => c.Name == column).Label;

    private static string ColumnOf(string field) => field.StartsWith("Goods[0].", StringComparison.Ordinal) ? "/goods/" + Camel(field["Goods[0].".Length..]) : "/" + Camel(field);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
