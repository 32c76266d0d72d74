using System.Globalization;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>Findings of the pre-check, and what the bench itself sees of an order, as problems of rows.</summary>
internal static class ListProblems
{
    /// <summary>Said of the profile and not of a row; the draft says it again.</summary>
    private const string ProfileRule = "PROFILE-001";

    private const string HeaderRule = "IMPORT-001";
    private const string NoteRule = "IMPORT-002";

    public static IEnumerable<RowProblem> Of(AssembledList list, IReadOnlyList<ImportedRow> rows, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Where(f => f.RuleId != ProfileRule))
        {
            var (row, column) = list.PlaceOf(finding.Path);
            var suggestion = finding.Proposal is { } proposal && proposal.Path == finding.Path ? proposal.Value ?? "" : null;
            yield return new RowProblem(row, column, finding.Value, finding.RuleId, finding.Severity == Severity.MustFix, finding.Title, finding.Reason, suggestion)
            {
                Choices = [.. finding.Alternatives.Where(a => a.Path == finding.Path).Select(a => a.Value ?? "")],
            };
        }

        foreach (var d in list.Differences)
            yield return new RowProblem(d.RowNumber, d.Column, d.Value, HeaderRule, true, "同一订单前后不一致", $"同一订单的第一行写的是“{d.First}”，这一行是“{d.Value}”。", d.First);
        foreach (var row in rows.Where(r => r.Note is not null)) yield return new RowProblem(row.Number, null, null, NoteRule, false, "报文带入说明", row.Note!, null);
    }

    /// <summary>Where a record came from, for its history.</summary>
    public static string OriginOf(ImportContext context, ImportedGroup group) => string.Create(CultureInfo.InvariantCulture, $"导入自“{context.FileName}”第 {group.Rows[0].Number} 行");
}
