using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations.Tables;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CodeTables;

/// <summary>All tables, and the latest imports.</summary>
public sealed record TablesPage(IReadOnlyList<TableSummary> Tables, Page<TableImport> Imports);

/// <summary>One table with its versions, and the form for the next one.</summary>
public sealed record CodeTablePage(TableSchema Schema, Page<TableVersion> Versions, ImportForm Form)
{
    /// <summary>The present version; 0 while the table is the shipped one.</summary>
    public int Current => Versions.Number == 1 && Versions.Rows is [var first, ..] ? first.Number : Versions.Total;
}

/// <summary>The preview of an import.</summary>
/// <param name="Fault">The only kind of fault that is shown; null for all.</param>
public sealed record ImportPage(TableImport Import, TableSchema Schema, TableChangeKind Kind, Page<ChangedTableRow> Rows, TableFault? Fault)
{
    /// <summary>Faults on the page.</summary>
    public const int MostShown = 100;

    private readonly IReadOnlyList<TableProblem> _problems = TableImportService.Problems(Import);

    /// <summary>The faults to show, the first of them.</summary>
    public IReadOnlyList<TableProblem> Problems => [.. _problems.Where(p => Fault is null || p.Fault == Fault).Take(MostShown)];

    /// <summary>How many faults of each kind there are among those that are kept, the most frequent first.</summary>
    public IReadOnlyList<(TableFault Fault, int Count)> Kinds => [.. _problems.CountBy(p => p.Fault).OrderByDescending(k => k.Value).ThenBy(k => k.Key).Select(k => (k.Key, k.Value))];

    /// <summary>Whether more faults fit than are shown.</summary>
    public bool IsCut => (Fault is null ? Import.ProblemCount : _problems.Count(p => p.Fault == Fault)) > MostShown;

    /// <summary>What a line of the file is called: JSON has elements.</summary>
    public bool IsJson => Import.File!.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    public int CountOf(TableChangeKind kind) => kind switch
    {
        TableChangeKind.New => Import.NewCount,
        TableChangeKind.Changed => Import.ChangedCount,
        TableChangeKind.Ended => Import.EndedCount,
        TableChangeKind.Untouched => Import.UntouchedCount,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>Two versions side by side.</summary>
public sealed record ComparisonPage(TableSchema Schema, TableVersion Earlier, TableVersion Later, Page<VersionDifference> Rows);

/// <summary>Kept words, and the form for one more.</summary>
public sealed record WordsPage(Page<CodeWord> Rows, WordForm Form);

public static class TableLooks
{
    public static string Word(this TableChangeKind kind) => kind switch
    {
        TableChangeKind.New => "新增",
        TableChangeKind.Changed => "变更",
        TableChangeKind.Ended => "终止",
        TableChangeKind.Untouched => "不变",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this TableFault fault) => fault switch
    {
        TableFault.Missing => "缺少",
        TableFault.Shape => "写法不对",
        TableFault.OtherSystem => "新旧代码混用",
        TableFault.UnknownCode => "代码不存在",
        TableFault.EndsBeforeStart => "有效期颠倒",
        TableFault.Duplicate => "重复",
        TableFault.Contradiction => "自相矛盾",
        TableFault.Overlap => "有效期重叠",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    public static string Tone(this TableImportState state) => state switch
    {
        TableImportState.Ready => "warn",
        TableImportState.Confirmed => "ok",
        TableImportState.Unreadable => "bad",
        TableImportState.Reading => "info",
        _ => "mute",
    };

    /// <summary>Further columns in a line: 第一法定单位 007，出口退税率 13%.</summary>
    public static string Details(this KeptRow row, TableSchema schema) =>
        string.Join("，", schema.Columns.Select(c => (c.Label, Value: row[c.Name])).Where(c => c.Value is not null).Select(c => $"{c.Label} {c.Value}"));
}
