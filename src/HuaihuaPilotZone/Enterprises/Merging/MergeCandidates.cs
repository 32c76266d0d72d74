using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Importing;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>A record that may be the same enterprise.</summary>
/// <param name="Why">What is alike; null for one that was searched.</param>
public sealed record MergeCandidate(int Id, string Name, string CreditCode, EnterpriseStage Stage, string? AreaName, string? Why);

/// <summary>Finds the other record of an enterprise: likely ones, by customs code and similar name as imports see it, or what is searched.</summary>
public sealed class MergeCandidates(PortalDbContext db, SimilarEnterprises similar, RosterFinder finder)
{
    private const int Most = 10;

    /// <summary>Records that are likely the same.</summary>
    public async Task<IReadOnlyList<MergeCandidate>> SuggestAsync(int id, string name, string? customsCode, CancellationToken cancellation)
    {
        var why = new Dictionary<int, string>();
        if (customsCode is not null)
        {
            foreach (var same in await db.Enterprises.Where(e => e.CustomsCode == customsCode && e.Id != id).OrderBy(e => e.Id).Select(e => e.Id).Take(Most).ToListAsync(cancellation)) why[same] = "海关注册编码相同";
        }

        foreach (var like in await similar.OthersAsync(id, name, Most, cancellation)) why[like.Id] = why.TryGetValue(like.Id, out var known) ? $"{known}，{like.Words}" : like.Words;
        return await ReadAsync([.. why.Keys], why, cancellation);
    }

    /// <summary>Records found by name, former name, code or former code, but for the record itself.</summary>
    public async Task<IReadOnlyList<MergeCandidate>> SearchAsync(int id, string word, CancellationToken cancellation)
    {
        var found = await finder.ListAsync(new RosterQuery(word, Sort: RosterSort.Name), new RosterPlace(), Most + 1, cancellation);
        return await ReadAsync([.. found.Rows.Select(r => r.Id).Where(i => i != id).Take(Most)], new Dictionary<int, string>(), cancellation);
    }

    private async Task<IReadOnlyList<MergeCandidate>> ReadAsync(IReadOnlyList<int> ids, Dictionary<int, string> why, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var rows = await db.Enterprises.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name, e.CreditCode, e.Stage, AreaName = e.ParkArea!.Name }).ToDictionaryAsync(e => e.Id, cancellation);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(r => new MergeCandidate(r.Id, r.Name, r.CreditCode, r.Stage, r.AreaName, why.GetValueOrDefault(r.Id)))];
    }
}
