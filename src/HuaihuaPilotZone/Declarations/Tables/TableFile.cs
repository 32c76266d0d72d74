using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>Reads a table out of CSV, a spreadsheet or JSON: one reader, whatever the file is.</summary>
internal static class TableFile
{
    /// <summary>More rows than the national tariff has by far.</summary>
    private const int MostRows = 100_000;

    private const int MostColumns = 60;

    /// <summary>The columns that a table understands.</summary>
    public static IReadOnlyList<TargetColumn> Columns(TableSchema schema) =>
    [
        new(RowReader.Code, "代码", [.. CodeHeadings(schema)], IsRequired: true),
        new(RowReader.Name, "名称", ["中文名称", "商品名称", "货品名称", "品名", $"{schema.Title}名称"], IsRequired: true),
        .. schema.OldShape is null ? Array.Empty<TargetColumn>() : [new TargetColumn(RowReader.OldCode, "旧代码", ["原代码", "原海关代码", "旧海关代码", "oldCode", "old_code"], IsRequired: false)],
        new(RowReader.From, "生效日期", ["启用日期", "有效期起", "开始日期", "validFrom", "startDate"], IsRequired: false),
        new(RowReader.To, "失效日期", ["停用日期", "有效期止", "截止日期", "结束日期", "validTo", "endDate"], IsRequired: false),
        .. schema.Columns.Select(c => new TargetColumn(c.Name, c.Label, c.Synonyms, c.IsRequired)),
    ];

    /// <summary>Rows of the file, the headings first.</summary>
    /// <exception cref="UnreadableSheetException">While enumerating.</exception>
    public static IEnumerable<SheetRow> Rows(Stream content, StoredFile file) => Path.GetExtension(file.Name).Equals(".json", StringComparison.OrdinalIgnoreCase)
        ? JsonRows(content)
        : SheetReader.Read(content, FormatOf(file), new SheetLimits(Rows: MostRows, Columns: MostColumns, CellLength: 2 * TableSchema.ValueMaxLength));

    private static IEnumerable<string> CodeHeadings(TableSchema schema)
    {
        IEnumerable<string> usual = [$"{schema.Title}代码", "编码", "现行代码", "新代码", "ISO代码"];
        return schema.IsTariff ? usual.Concat(["税则号列", "税号", "商品编码", "商品编号", "税则编码", "HS编码", "HSCode", "hs"]) : usual;
    }

    private static SheetFormat FormatOf(StoredFile file) => file.Type switch
    {
        FileType.Xlsx => SheetFormat.Xlsx,
        FileType.Xls => SheetFormat.Xls,
        FileType.Text => SheetFormat.Csv,
        _ => throw new UnreadableSheetException("请上传 CSV、Excel（xlsx、xls）或 JSON 文件。"),
    };

    /// <summary>An array of objects, or an object with one such array: the names of all properties become the headings.</summary>
    private static IEnumerable<SheetRow> JsonRows(Stream content)
    {
        using var json = Parse(content);
        var rows = ArrayIn(json.RootElement) ?? throw new UnreadableSheetException("JSON 应是一个数组，每个元素是一行，例如 [{\"code\": \"USD\", \"name\": \"美元\"}]。");
        var headings = new List<string>();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object) throw new UnreadableSheetException("JSON 数组里的每个元素都应是一个对象。");
            headings.AddRange(row.EnumerateObject().Select(p => p.Name).Except(headings, StringComparer.Ordinal));
            if (headings.Count > MostColumns) throw new UnreadableSheetException($"JSON 的属性超过 {MostColumns} 种。");
        }

        // the headings stand above the first element
        yield return new SheetRow(0, headings);
        var number = 0;
        foreach (var row in rows.EnumerateArray())
        {
            if (++number > MostRows) throw new UnreadableSheetException($"文件超过 {MostRows} 行。请分成几个文件导入。");
            yield return new SheetRow(number, [.. headings.Select(h => row.TryGetProperty(h, out var value) ? Text(value) : "")]);
        }
    }

    private static JsonDocument Parse(Stream content)
    {
        try
        {
            return JsonDocument.Parse(content, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw new UnreadableSheetException("JSON 写法有错，读不下去。请检查括号、引号和编码（UTF-8）。", e);
        }
    }

    private static JsonElement? ArrayIn(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root,
        JsonValueKind.Object => root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).Select(p => (JsonElement?)p.Value).FirstOrDefault(),
        _ => null,
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };
}
