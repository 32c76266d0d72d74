using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Shared.Imports;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed class ImportQuery
{
    public string? Q { get; set; }

    public string? Stage { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public ImportFilter ToFilter() => new(Q, Parse<ImportStage>(Stage), Parse<ImportSort>(Sort) ?? ImportSort.Created, string.Equals(Dir, "asc", StringComparison.OrdinalIgnoreCase));

    private static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>The address bar of one batch.</summary>
public sealed class RowQuery
{
    /// <summary>Only rows with problems of this rule.</summary>
    public string? Rule { get; set; }

    public string? Column { get; set; }

    /// <summary>Name of a <see cref="RowView"/>; rows that must be mended where there is none.</summary>
    public string? Show { get; set; }

    public int? Page { get; set; }

    public RowView View => Enum.TryParse<RowView>(Show, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : RowView.Bad;

    /// <summary>Whether rows without problems are among those that are shown.</summary>
    public bool ShowsAll => View is RowView.All or RowView.Good or RowView.Skipped;

    public RowFilter ToFilter() => new(string.IsNullOrEmpty(Rule) ? null : Rule, string.IsNullOrEmpty(Column) ? null : Column, View);
}

/// <param name="Home">Address of the list at this desk.</param>
public sealed record ImportListPage(string Home, ImportQuery Query, Page<ImportBatchRow> Rows, IReadOnlyList<ImportKind> Kinds)
{
    public ImportKind? KindOf(ImportBatchRow row) => Kinds.FirstOrDefault(k => k.Name == row.Kind);
}

/// <param name="Variants">What can be chosen today of the kind.</param>
public sealed record ImportNewPage(string Home, UploadForm Form, IReadOnlyList<ImportKind> Kinds, ImportKind Kind, IReadOnlyList<ImportVariant> Variants);

/// <summary>A batch, whatever its stage.</summary>
public record ImportPage(string Home, ImportDetail Detail)
{
    public string Address => $"{Home}/{Detail.Batch.Id}";
}

public sealed record ImportMatchPage(string Home, ImportDetail Detail, IReadOnlyList<string?> Targets) : ImportPage(Home, Detail);

/// <param name="Kinds">Kinds of problems.</param>
public sealed record ImportReviewPage(string Home, ImportDetail Detail, RowQuery Query, IReadOnlyList<ProblemKind> Kinds, Page<ReviewRow> Rows) : ImportPage(Home, Detail)
{
    private const int MostColumns = 8;

    /// <summary>Places of the columns to show: those that say which row it is, and those that something is said of, errors first.</summary>
    public IReadOnlyList<int> Shown()
    {
        var said = Rows.Rows.SelectMany(r => r.Problems).OrderByDescending(p => p.IsMustFix).Select(p => p.Column).OfType<string>().Distinct(StringComparer.Ordinal);
        var names = Detail.Kind.Landmarks.Concat(Query.Column is { Length: > 0 } wanted ? said.OrderByDescending(c => c == wanted) : said).Distinct(StringComparer.Ordinal);
        var converted = Rows.Rows.SelectMany(r => r.Originals.Keys).Distinct().Select(place => Detail.Columns[place]);
        if (Query.ShowsAll) names = names.Concat(converted).Concat(Detail.Columns).Distinct(StringComparer.Ordinal);
        return [.. names.Select(n => Detail.Columns.ToList().IndexOf(n)).Where(i => i >= 0).Take(MostColumns)];
    }

    /// <summary>What is said of a kind: of one of its places where each has something else to say. A sentence that begins with its column names it once.</summary>
    public string Words(ProblemKind kind)
    {
        var label = kind.Column is null ? "" : Detail.LabelOf(kind.Column);
        var named = label.Length == 0 || kind.Reason.StartsWith(label, StringComparison.Ordinal) ? "" : label + "：";
        return $"{(kind.IsOneReason ? "" : "例如，")}{named}{kind.Reason}";
    }

    /// <summary>The problems of a row as they stand beside it; what only deserves a look is named once, however many columns it is said of.</summary>
    public IEnumerable<ImportProblem> SaidOf(ReviewRow row) =>
        Detail.Kind.IsOfPark ? row.Problems : row.Problems.Where((p, i) => p.IsMustFix || p.Choices is not null || !row.Problems.Take(i).Any(before => before.RuleId == p.RuleId));

    /// <summary>Where a button goes that puts one value into a cell, whether or not the page has that column.</summary>
    public string TakeAddress(ReviewRow row, ImportProblem problem) =>
        $"{Address}/rows{QueryString.Create([KeyValuePair.Create<string, string?>(nameof(RowForm.Row), row.Number.ToString(CultureInfo.InvariantCulture)), KeyValuePair.Create(nameof(RowForm.TakeColumn), problem.Column)])}";

    /// <summary>Where the buttons of a kind go.</summary>
    /// <param name="text">Which of the page's texts holds the old and the new value; null where the button says what it does.</param>
    public string KindAddress(ProblemKind kind, int? text = null) => $"{Address}/kinds{QueryString.Create(new Dictionary<string, string?>
    {
        [nameof(KindForm.RuleId)] = kind.RuleId,
        [nameof(KindForm.Column)] = kind.Column,
        [nameof(KindForm.At)] = text?.ToString(CultureInfo.InvariantCulture),
    }.Where(p => p.Value is not null))}";

    /// <summary>Places that deserve a look and hinder nothing.</summary>
    public int Advice => Kinds.Where(k => !k.IsMustFix).Sum(k => k.Count);

    /// <summary>Whether cells have to be mended that are shown masked.</summary>
    public bool HasPersonalProblems => Kinds.Any(k => k.Column is not null && Detail.Kind.IsPersonal(k.Column));

    /// <summary>What the rows on the page are.</summary>
    public string ViewWord => Query.Rule is { Length: > 0 } rule ? $"只看 {rule}" : Query.View switch
    {
        RowView.Good => "只看可导入的行",
        RowView.Skipped => "只看选择跳过的行",
        RowView.Advice => "只看有建议核对的行，不改也可以导入",
        RowView.All => "全部行",
        _ => "只看有问题的行",
    };

    /// <summary>Said where no row is to be shown.</summary>
    public EmptyState Nothing => Query.View switch
    {
        RowView.Skipped => new EmptyState(EmptyKind.Nothing, "没有选择跳过的行", "重复的行可以选择跳过。"),
        RowView.Good => new EmptyState(EmptyKind.Nothing, "还没有可导入的行", "先改好有问题的行。", new EmptyAction("看有问题的行", Address)),
        RowView.Advice => new EmptyState(EmptyKind.Nothing, "没有建议核对的内容", "可以直接导入。"),
        _ when Advice > 0 => new EmptyState(EmptyKind.Nothing, "没有必须修改的行", $"可以导入了。另有 {Advice:N0} 处建议核对，不改也可以导入。", new EmptyAction("看建议核对", $"{Address}?show=advice")),
        _ => new EmptyState(EmptyKind.Nothing, "没有有问题的行", "可以导入了。"),
    };

    public int GoodRows => Detail.Rows(ImportGroupState.Good);

    public int BadRows => Detail.Rows(ImportGroupState.Bad);

    public int SkippedRows => Detail.Rows(ImportGroupState.Skipped);

    /// <summary>What stays behind when the good rows are imported.</summary>
    public string LeftWords => SkippedRows == 0 ? $"跳过 {BadRows:N0} 行" : $"{BadRows:N0} 行有问题不导入，{SkippedRows:N0} 行选择跳过";
}

public sealed record ImportResultPage(string Home, ImportDetail Detail, Page<ImportResult> Results, bool KeptOnly) : ImportPage(Home, Detail);

/// <summary>What is asked before something is given up or taken back.</summary>
public static class ImportQuestions
{
    /// <param name="home">Address of the list at this desk.</param>
    public static ConfirmPage Discard(string home, ImportDetail detail) => detail.IsReopened
        ? Of(home, detail, "discard", "结束修改？", "没有导入的行仍保留，可以以后再改或下载；已导入的不变。", "结束修改", "继续修改")
        : Of(home, detail, "discard", "放弃这次导入？", "已读入的行会删除，没有导入任何内容。", "放弃", "不放弃");

    /// <inheritdoc cref="Discard"/>
    public static ConfirmPage Undo(string home, ImportDetail detail) =>
        Of(home, detail, "undo", "撤回这批导入？", $"{detail.Kind.ResultWord}都恢复到导入以前；后来{detail.Kind.Kept}的保留并列出。", "撤回", "不撤回");

    private static ConfirmPage Of(string home, ImportDetail detail, string act, string question, string consequence, string verb, string stay)
    {
        var address = $"{home}/{detail.Batch.Id}";
        return new ConfirmPage(question, detail.Batch.FileName, consequence, verb, $"{address}/{act}", stay, address, [new Crumb("批量导入", home), new Crumb(detail.Batch.FileName, address)]);
    }
}

public static class ImportLooks
{
    public static string Tone(this ImportStage stage) => stage switch
    {
        ImportStage.Matching or ImportStage.Review => "warn",
        ImportStage.Committed => "ok",
        ImportStage.Undone or ImportStage.Discarded => "mute",
        _ => "info",
    };

    public static (string Tone, string Word) Look(this ImportGroupState state) => state switch
    {
        ImportGroupState.Committed => ("ok", "已导入"),
        ImportGroupState.Kept => ("warn", "已保留"),
        ImportGroupState.Undone => ("mute", "已撤回"),
        ImportGroupState.Good => ("ok", "可导入"),
        ImportGroupState.Bad => ("bad", "有问题"),
        ImportGroupState.Skipped => ("mute", "已跳过"),
        _ => ("hollow", "待核对"),
    };

    /// <summary>Address of the public page of a rule; null for what the bench itself says.</summary>
    public static string? RuleAddress(string id) => RuleCatalogue.Find(id) is null ? null : $"/rules/{id}";

    /// <summary>Values of a problem to choose from; empty where nothing can be chosen.</summary>
    public static IReadOnlyList<string> Choices(ImportProblem problem) => problem.Column is null ? [] : Choices(problem.Choices);

    /// <summary>Values that every problem of a kind can be given.</summary>
    public static IReadOnlyList<string> Choices(ProblemKind kind) => kind is { Column: not null, Suggested: 0 } ? Choices(kind.Choices) : [];

    private static string[] Choices(string? choices) => choices is null ? [] : ImportCells.Read<string[]>(choices);

    /// <summary>Which of the four steps a stage belongs to, from 0.</summary>
    public static int Step(this ImportStage stage) => stage switch
    {
        ImportStage.Matching => 1,
        ImportStage.Reading or ImportStage.Checking or ImportStage.Review or ImportStage.Repairing => 2,
        _ => 3,
    };
}
