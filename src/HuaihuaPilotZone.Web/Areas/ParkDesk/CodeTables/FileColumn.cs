using System.Globalization;
using HuaihuaPilotZone.Customs.Codes.Kept;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CodeTables;

/// <summary>A column of a file that is imported, as the page explains it.</summary>
/// <param name="Label">Its heading in the template.</param>
/// <param name="Writing">How its values are written.</param>
public sealed record FileColumn(string Label, bool IsRequired, string Writing)
{
    private const string Day = "2026-01-31 这样的日期，留空为不限";

    /// <summary>The columns of a table, in the order of the template.</summary>
    public static IReadOnlyList<FileColumn> Of(TableSchema schema)
    {
        List<FileColumn> columns =
        [
            new("代码", true, schema.IsTariff ? $"{schema.ShapeWord}，点、横线和空格不计" : schema.ShapeWord),
            new("名称", true, $"最多 {TableSchema.NameMaxLength} 字"),
        ];
        if (schema.OldShape is not null) columns.Add(new FileColumn("旧代码", false, "2018 年以前的海关代码，没有留空"));
        columns.Add(new FileColumn("生效日期", false, Day));
        columns.Add(new FileColumn("失效日期", false, Day));
        columns.AddRange(schema.Columns.Select(c => new FileColumn(c.Label, c.IsRequired, WritingOf(c))));
        return columns;
    }

    /// <summary>A row in these columns.</summary>
    public static IEnumerable<string?> Values(TableSchema schema, KeptRow row)
    {
        IEnumerable<string?> first = [row.Code, row.Name];
        if (schema.OldShape is not null) first = first.Append(row.OldCode);
        return [.. first, Written(row.From), Written(row.To), .. schema.Columns.Select(c => row[c.Name])];
    }

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string WritingOf(TableColumn column) => column switch
    {
        { Kind: TableColumnKind.Unit } => "单位代码或名称，如 035 或 千克",
        { Kind: TableColumnKind.Country } => "3 位字母，如 VNM",
        { Kind: TableColumnKind.Rate } => "百分数，如 13% 或 13；复合税率照原文写",
        { Name: TariffColumns.Elements } => "编号加名称，用分号隔开，如 1:品牌类型;2:出口享惠情况",
        { Name: TariffColumns.Supervision } => "监管证件代码连写，如 AB，没有留空",
        _ => $"照原文写，最多 {TableSchema.ValueMaxLength} 字，没有留空",
    };
}
