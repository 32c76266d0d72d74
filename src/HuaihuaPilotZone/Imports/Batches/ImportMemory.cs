using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>Remembers what the headings of a file meant, for the next file that has the same ones.</summary>
public sealed class ImportMemory(PortalDbContext db)
{
    /// <summary>Folded heading to name of a column, as <see cref="ColumnMatcher.Match"/> takes it; empty when such a file never came.</summary>
    public Task<Dictionary<string, string>> ReadAsync(int? enterpriseId, string kind, IReadOnlyList<string> headings, CancellationToken cancellation)
    {
        var set = SetOf(headings);
        return db.RememberedColumns.AsNoTracking().Where(c => c.EnterpriseId == enterpriseId && c.Kind == kind && c.HeadingSet == set)
            .OrderBy(c => c.Heading).Take(new SheetLimits().Columns).ToDictionaryAsync(c => c.Heading, c => c.Target, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Replaces what was remembered of such files; inside the caller's transaction, who saves.</summary>
    /// <param name="targets">As many as there are headings; empty for "not used".</param>
    public async Task KeepAsync(int? enterpriseId, string kind, IReadOnlyList<string> headings, IReadOnlyList<string> targets, CancellationToken cancellation)
    {
        var set = SetOf(headings);
        await db.RememberedColumns.Where(c => c.EnterpriseId == enterpriseId && c.Kind == kind && c.HeadingSet == set).ExecuteDeleteAsync(cancellation);
        var columns = headings.Select((h, i) => (Heading: Cut(ColumnMatcher.Fold(h)), Target: targets[i])).Where(c => c.Heading.Length > 0)
            // of two columns with one heading, the one that is used is meant
            .OrderByDescending(c => c.Target.Length > 0).DistinctBy(c => c.Heading, StringComparer.Ordinal);
        db.RememberedColumns.AddRange(columns.Select(c => new RememberedColumn { EnterpriseId = enterpriseId, Kind = kind, HeadingSet = set, Heading = c.Heading, Target = c.Target }));
    }

    private static string SetOf(IReadOnlyList<string> headings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headings.Select(ColumnMatcher.Fold).Order(StringComparer.Ordinal)))));

    private static string Cut(string heading) => heading.Length <= RememberedColumn.HeadingMaxLength ? heading : heading[..RememberedColumn.HeadingMaxLength];
}
