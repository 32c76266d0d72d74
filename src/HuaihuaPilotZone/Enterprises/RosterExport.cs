using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>The roster as rows of a file: exactly what a query finds, or chosen enterprises. Each is noted in the journal before the first row leaves.</summary>
public sealed class RosterExport(PortalDbContext db, RosterFinder finder, EnterpriseRoster roster, PortalJournal journal)
{
    private const int MostChosen = 2_000;

    /// <summary>Head and rows.</summary>
    /// <param name="ids">Chosen enterprises; none for all that the query finds.</param>
    /// <param name="mayPersonal">Whether the person may take along contacts; their columns are left out otherwise.</param>
    public async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(
        RosterQuery query, IReadOnlyList<int> ids, IReadOnlyList<RosterColumn> columns, bool mayPersonal, string format, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<RosterColumn> shown = [.. RosterColumns.Chosen(columns).Where(c => mayPersonal || !c.IsPersonal())];
        int[] chosen = [.. ids.Distinct().Take(MostChosen)];
        var what = chosen.Length > 0 ? $"选中 {chosen.Length} 家" : Describe(query, await roster.ChoicesAsync(cancellation));
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, $"{format}：{what}；列：{string.Join('、', shown.Select(c => c.Word()))}{(shown.Exists(c => c.IsPersonal()) ? "（含个人信息）" : "")}");
        await db.SaveChangesAsync(cancellation);
        yield return ["企业名称", "统一社会信用代码", .. shown.Select(c => c.Word())];
        var rows = chosen.Length > 0 ? ChosenAsync(chosen, cancellation) : finder.StreamAsync(query, cancellation);
        await foreach (var row in rows) yield return [row.Name, row.CreditCode, .. shown.Select(c => row.TextOf(c))];
    }

    /// <summary>The conditions of a query in words.</summary>
    public static string Describe(RosterQuery query, RosterChoices choices)
    {
        string?[] parts =
        [
            Texts.Tidy(query.Word) is { } word ? $"“{word}”" : null, query.Stage?.Word(), query.Type?.Word(), choices.AreaName(query.AreaId),
            query.TagId is { } tag ? choices.TagName(tag) : null, query.Market?.Word(), query.Completeness?.Word(), query.Papers?.Word(), query.ParkId is { } park ? choices.ParkName(park) : null, query.IsSuspended ? "已停用" : null,
        ];
        return string.Join('，', parts.Where(p => p is not null)) is { Length: > 0 } text ? text : "全部企业";
    }

    private async IAsyncEnumerable<RosterRow> ChosenAsync(IReadOnlyList<int> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await finder.ChosenAsync(ids, cancellation)) yield return row;
    }
}
