using System.Text.Json;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A stored check that was run again.</summary>
/// <param name="Submission">The stored one.</param>
/// <param name="Basis">What it rests on; null for checks of before that was kept.</param>
/// <param name="Tables">Version of the tables it was run with again.</param>
/// <param name="Stored">How many findings the stored check had.</param>
/// <param name="IsIdentical">Every finding is the same to the last character.</param>
/// <param name="Reasons">Why it may differ: what is no longer as it was. Empty when everything is.</param>
/// <param name="Gone">Findings that do not come again.</param>
/// <param name="Come">Findings that were not there.</param>
public sealed record ReplayedCheck(
    Submission Submission, CheckBasis? Basis, string RuleSetVersion, string Tables, int Stored, bool IsIdentical, IReadOnlyList<string> Reasons, IReadOnlyList<Finding> Gone, IReadOnlyList<Finding> Come);

/// <summary>Runs stored checks again with the tables as they stood: the same data judged the same, or the reason why not.</summary>
public sealed class CheckReplay(PortalDbContext db, CustomsTablesSource tables, DeclarationCheck check)
{
    /// <summary>The check of one submission, run again; null when there is none.</summary>
    public async Task<ReplayedCheck?> RunAsync(Declaration declaration, int sequence, CancellationToken cancellation) =>
        await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.DeclarationId == declaration.Id && s.Sequence == sequence, cancellation) is { } submission
            ? await RunAsync(submission, declaration, cancellation)
            : null;

    private async Task<ReplayedCheck> RunAsync(Submission submission, Declaration declaration, CancellationToken cancellation)
    {
        var schema = submission.Kind.Schema();
        var basis = CheckBasis.Parse(submission.Basis);
        var edition = basis is null ? await tables.CurrentAsync(cancellation) : await tables.AsOfAsync(basis.Edition, cancellation);
        var snapshot = edition.With(basis?.Settings ?? tables.Settings);
        var document = DocumentJson.TryDeserialize(schema, submission.Document, out var read) ? read : new CustomsDocument(schema);
        var sources = await check.SourcesAsync(declaration, cancellation);
        var usable = basis ?? new CheckBasis(edition.Number, Common.ChinaTime.DayOf(submission.SubmittedAt), new CheckLookups(null, null, null), tables.Settings);
        usable = usable with { Lookups = usable.Lookups.With(sources) };
        var result = usable.Run(document, snapshot);
        var stored = JsonSerializer.Deserialize<List<Finding>>(submission.Findings) ?? [];
        return new ReplayedCheck(
            submission, basis, result.RuleSetVersion, snapshot.TablesVersion, stored.Count, JsonSerializer.Serialize(result.Findings) == submission.Findings,
            [.. Reasons(submission, basis, usable, result.RuleSetVersion, snapshot.TablesVersion)], Without(stored, result.Findings), Without(result.Findings, stored));
    }

    private static IEnumerable<string> Reasons(Submission submission, CheckBasis? basis, CheckBasis now, string ruleSet, string tablesVersion)
    {
        if (basis is null) yield return "这次检查早于保存依据的做法，没有当时的代码表版次，也没有其他单证的查重结果，只能按现在的代码表重新运行。";
        if (basis is not null && basis.Lookups.SourcesHash != now.Lookups.SourcesHash) yield return "来源清单或其已退数量在这之后有变化。";
        if (submission.DocumentHash != DeclarationService.Hash(submission.Document)) yield return "保存的单证与提交时的指纹不符。";
        if (submission.RuleSetVersion != ruleSet) yield return $"预检规则由 {submission.RuleSetVersion} 版升级为 {ruleSet} 版。";
        if (basis is not null && submission.TablesVersion != tablesVersion) yield return $"随平台提供的代码表已更换，版本由 {submission.TablesVersion} 变为 {tablesVersion}。";
    }

    /// <summary>Findings of one list that the other does not have, each as often as it stands there.</summary>
    private static List<Finding> Without(IReadOnlyList<Finding> these, IReadOnlyList<Finding> those)
    {
        var left = those.ToList();
        return [.. these.Where(f => !left.Remove(f))];
    }
}
