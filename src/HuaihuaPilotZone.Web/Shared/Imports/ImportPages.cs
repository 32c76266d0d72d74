using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Batches;

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

    /// <summary>"all" also shows rows without problems.</summary>
    public string? Show { get; set; }

    public int? Page { get; set; }

    public bool ShowsAll => Show == "all";

    public RowFilter ToFilter() => new(string.IsNullOrEmpty(Rule) ? null : Rule, string.IsNullOrEmpty(Column) ? null : Column, ShowsAll);
}

/// <param name="Home">Address of the list at this desk.</param>
public sealed record ImportListPage(string Home, ImportQuery Query, Page<ImportBatchRow> Rows, IReadOnlyList<ImportKind> Kinds)
{
    public ImportKind? KindOf(ImportBatchRow row) => Kinds.FirstOrDefault(k => k.Name == row.Kind);
}

public sealed record ImportNewPage(string Home, UploadForm Form, IReadOnlyList<ImportKind> Kinds);

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

    public int GoodRows => Detail.Rows(ImportGroupState.Good);

    public int BadRows => Detail.Rows(ImportGroupState.Bad);
}

public sealed record ImportResultPage(string Home, ImportDetail Detail, Page<ImportResult> Results, bool KeptOnly) : ImportPage(Home, Detail);

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
        _ => ("hollow", "待核对"),
    };

    /// <summary>Address of the public page of a rule; null for what the bench itself says.</summary>
    public static string? RuleAddress(string id) => RuleCatalogue.Find(id) is null ? null : $"/rules/{id}";

    /// <summary>Values of a problem to choose from; empty where nothing can be chosen.</summary>
    public static IReadOnlyList<string> Choices(ImportProblem problem) =>
        problem is { Column: not null, Choices: { } choices } ? ImportCells.Read<string[]>(choices) : [];

    /// <summary>Which of the four steps a stage belongs to, from 0.</summary>
    public static int Step(this ImportStage stage) => stage switch
    {
        ImportStage.Matching => 1,
        ImportStage.Reading or ImportStage.Checking or ImportStage.Review or ImportStage.Repairing => 2,
        _ => 3,
    };
}
