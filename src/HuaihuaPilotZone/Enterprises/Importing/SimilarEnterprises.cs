#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>An enterprise of the roster whose name, present or former, is like one that was asked for.</summary>
/// <param name="Words">What is alike and what differs, in words.</param>
public sealed record SimilarEnterprise(int Id, string Name, string CreditCode, int Version, string Words);

/// <summary>
/// Finds enterprises with similar names by the rarest pairs of a name's characters, or, where all its pairs are frequent, by its sound. Every step reads
/// a short stretch of an index: how frequent a pair is, is counted once and only as far as it matters.
/// </summary>
public sealed class SimilarEnterprises(PortalDbContext db)
{
    /// <summary>A pair in more names than this tells nothing.</summary>
    private const int MostOfPair = 100;

    private const int MostPairs = 4;
    private const int MostOfName = 200;
    private const int MostBySound = 20;
    private const int MostRemembered = 200_000;

    private static readonly HotQuery<Func<PortalDbContext, string, CancellationToken, Task<int>>> _holders = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string pair, CancellationToken _) => db.EnterpriseGrams.Where(g => g.Gram == pair).OrderBy(g => g.EnterpriseId).Take(MostOfPair + 1).Count()));

    private static readonly HotQuery<Func<PortalDbContext, string, string, IAsyncEnumerable<int>>> _sounding = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string start, string end) => db.Enterprises.Where(e => string.Compare(e.NameKey, start) >= 0 && string.Compare(e.NameKey, end) < 0)
            .OrderBy(e => e.NameKey).ThenBy(e => e.Id).Take(MostBySound).Select(e => e.Id)));

    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);

    /// <summary>For each name the most similar enterprise; those with none are left out.</summary>
    public async Task<IReadOnlyDictionary<string, SimilarEnterprise>> FindAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var pairs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal)) pairs[name] = await RarestAsync(NameLikeness.CoreOf(name), cancellation);
        var holders = await HoldersAsync([.. pairs.Values.SelectMany(p => p).Distinct(StringComparer.Ordinal)], cancellation);
        var candidates = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var (name, rare) in pairs) candidates[name] = await CandidatesAsync(name, rare, holders, cancellation);

        var known = await ReadAsync([.. candidates.Values.SelectMany(c => c).Distinct()], cancellation);
        var found = new Dictionary<string, SimilarEnterprise>(StringComparer.Ordinal);
        foreach (var (name, ids) in candidates)
        {
            if (ids.Where(known.ContainsKey).Select(id => Compare(name, known[id])).OfType<Likeness>().OrderBy(l => l.Rank).ThenBy(l => l.Enterprise.Id).FirstOrDefault() is { } best)
                found[name] = best.Enterprise;
        }

        return found;
    }

    /// <summary>The enterprises that may be the same as one of the roster, by its name, the most similar first.</summary>
    /// <param name="exceptId">The one itself.</param>
    public async Task<IReadOnlyList<SimilarEnterprise>> OthersAsync(int exceptId, string name, int most, CancellationToken cancellation)
    {
        var rare = await RarestAsync(NameLikeness.CoreOf(name), cancellation);
        var holders = await HoldersAsync([.. rare], cancellation);
        var ids = await CandidatesAsync(name, rare, holders, cancellation);
        var known = await ReadAsync([.. ids.Where(id => id != exceptId).Distinct()], cancellation);
        return [.. known.Values.Select(k => Compare(name, k)).OfType<Likeness>().OrderBy(l => l.Rank).ThenBy(l => l.Enterprise.Id).Take(most).Select(l => l.Enterprise)];
    }

    private async Task<IReadOnlyList<int>> CandidatesAsync(string name, IReadOnlyList<string> rare, ILookup<string, int> holders, CancellationToken cancellation) => rare.Count == 0
        ? await BySoundAsync(name, cancellation)
        : [.. rare.SelectMany(p => holders[p]).GroupBy(id => id).Where(g => rare.Count < 3 || g.Count() > 1).Select(g => g.Key)];

    private async Task<IReadOnlyList<string>> RarestAsync(string core, CancellationToken cancellation)
    {
        var counted = new List<(string Pair, int Count)>();
        foreach (var pair in RosterKeys.Grams(core).Where(p => p.Length > 1))
        {
            if (!_frequencies.TryGetValue(pair, out var count))
            {
                count = await _holders.For(db)(db, pair, cancellation);
                if (_frequencies.Count >= MostRemembered) _frequencies.Clear();
                _frequencies[pair] = count;
            }

            counted.Add((pair, count));
        }

        var sum = 0;
        return [.. counted.Where(p => p.Count is > 0 and <= MostOfPair).OrderBy(p => p.Count).Take(MostPairs).TakeWhile(p => (sum += p.Count) <= MostOfName).Select(p => p.Pair)];
    }

    private async Task<ILookup<string, int>> HoldersAsync(string[] pairs, CancellationToken cancellation)
    {
        if (pairs.Length == 0) return Array.Empty<(string Pair, int Id)>().ToLookup(p => p.Pair, p => p.Id, StringComparer.Ordinal);
        var rows = await db.EnterpriseGrams.AsNoTracking().Where(g => pairs.Contains(g.Gram)).Select(g => new { g.Gram, g.EnterpriseId }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.Gram, r => r.EnterpriseId, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<int>> BySoundAsync(string name, CancellationToken cancellation)
    {
        var text = RosterKeys.Text(name);
        if (text.Length < 2) return [];
        var core = NameLikeness.CoreOf(name);
        var start = RosterKeys.SortKeyStart(text[..(text.IndexOf(core, StringComparison.Ordinal) + core.Length)]);
        return await _sounding.For(db)(db, start, start + "~~").ToListAsync(cancellation);
    }

    private async Task<Dictionary<int, Named>> ReadAsync(int[] ids, CancellationToken cancellation)
    {
        if (ids.Length == 0) return [];
        var rows = await db.Enterprises.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name, e.CreditCode, e.Version }).ToListAsync(cancellation);
        var former = (await db.Set<FormerName>().AsNoTracking().Where(n => ids.Contains(n.EnterpriseId)).Select(n => new { n.EnterpriseId, n.Name }).ToListAsync(cancellation)).ToLookup(n => n.EnterpriseId, n => n.Name);
        return rows.ToDictionary(r => r.Id, r => new Named(r.Id, r.Name, r.CreditCode, r.Version, [.. former[r.Id]]));
    }

    private static Likeness? Compare(string name, Named other)
    {
        if (NameLikeness.Explain(name, other.Name) is { } words) return new Likeness(Rank(name, other.Name), new SimilarEnterprise(other.Id, other.Name, other.CreditCode, other.Version, words));
        var former = other.Former.Select(f => (Name: f, Words: NameLikeness.Explain(name, f))).FirstOrDefault(f => f.Words is not null);
        return former.Words is null ? null : new Likeness(Rank(name, former.Name) + 1, new SimilarEnterprise(other.Id, other.Name, other.CreditCode, other.Version, $"与曾用名“{former.Name}”相比，{former.Words}"));
    }

    /// <summary>The less there is between two names, the smaller.</summary>
    private static int Rank(string name, string other) => name == other ? 0 : RosterKeys.Text(name) == RosterKeys.Text(other) ? 2 : NameLikeness.CoreOf(name) == NameLikeness.CoreOf(other) ? 4 : 6;

    private sealed record Named(int Id, string Name, string CreditCode, int Version, IReadOnlyList<string> Former);

    private sealed record Likeness(int Rank, SimilarEnterprise Enterprise);
}
