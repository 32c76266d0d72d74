using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation
namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// The conditions of a roster query, in two forms: as what an enterprise must fulfil while an index is walked, and as a walk of its own along the index
/// of the narrowest condition. In the second form the order of the tables is written down (a cross join with its condition behind), since SQLite keeps
/// it and has no figures to choose a better one.
/// </summary>
public sealed class RosterNarrowing(PortalDbContext db, ChinaTime time)
{
    /// <summary>A pair of characters in fewer names than this is narrow enough: no other is looked at.</summary>
    private const int Narrow = 500;

    private const int MostPairs = 8;

    /// <summary>A walk is counted up to here.</summary>
    internal const int MostReached = (2 * RosterFinder.Exact) + 1;

    /// <summary>Half of the parts.</summary>
    private const int Half = 50;

    private const int Full = 100;

    private static readonly HotQuery<Func<PortalDbContext, string, int, CancellationToken, Task<int>>> _pairs = new(() => EF.CompileAsyncQuery((PortalDbContext db, string pair, int most, CancellationToken _) =>
        db.EnterpriseGrams.Where(g => g.Gram == pair).OrderBy(g => g.EnterpriseId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, string, string, int, CancellationToken, Task<int>>> _sounds = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string text, string end, int most, CancellationToken _) =>
            db.EnterpriseSounds.Where(s => string.Compare(s.Sound, text) >= 0 && string.Compare(s.Sound, end) < 0).OrderBy(s => s.Sound).ThenBy(s => s.EnterpriseId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, string, string, int, IAsyncEnumerable<RosterSpot>>> _ofCode = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string code, string end, int most) => db.Enterprises.AsNoTracking()
            .Where(e => string.Compare(e.CreditCode, code) >= 0 && string.Compare(e.CreditCode, end) < 0).OrderBy(e => e.CreditCode).Take(most)
            .Select(e => new RosterSpot(e.Id, e.Stage, e.Type, e.ParkAreaId, e.StageSince, e.NameKey, e.UpdatedAt))));

    /// <summary>Stage, type and area, and whether only those are wanted that the public sees.</summary>
    internal static IQueryable<Enterprise> Facets(IQueryable<Enterprise> enterprises, RosterQuery query)
    {
        if (query.IsShown) enterprises = enterprises.Where(e => e.Visibility == EnterpriseVisibility.Shown);
        if (query.Stage is { } stage) enterprises = enterprises.Where(e => e.Stage == stage);
        if (query.Type is { } type) enterprises = enterprises.Where(e => e.Type == type);
        if (query.Areas is { } areas) return enterprises.Where(e => e.ParkAreaId != null && areas.Contains(e.ParkAreaId.Value));
        return query.AreaId is { } area ? enterprises.Where(e => e.ParkAreaId == area) : enterprises;
    }

    /// <summary>What alone decides which index is walked; several areas have none in common.</summary>
    internal static RosterQuery OneFacet(RosterQuery query) => query switch
    {
        { Stage: not null } => query with { Type = null, AreaId = null, Areas = null },
        { Type: not null } or { Areas: not null } => query with { AreaId = null, Areas = null },
        _ => query,
    };

    /// <summary>All other conditions, for enterprises that are walked through.</summary>
    /// <param name="met">A word that each of them is known to fit.</param>
    internal IQueryable<Enterprise> Residual(IQueryable<Enterprise> enterprises, RosterQuery query, RosterWord? met = null)
    {
        foreach (var word in RosterWord.Read(query.Word).Where(w => w != met)) enterprises = OfWord(enterprises, word);
        if (query.TagId is { } tag) enterprises = enterprises.Where(e => e.Tags.Any(t => t.IndustryTagId == tag));
        if (query.Market is { } market) enterprises = enterprises.Where(e => e.Markets.Any(m => m.Market == market));
        if (query.IsSuspended) enterprises = enterprises.Where(e => e.SuspendedAt != null);
        if (query.ParkId is { } park)
        {
            var tenants = Tenants(park);
            enterprises = enterprises.Where(e => tenants.Any(l => l.EnterpriseId == e.Id));
        }

        if (query.Papers is { } papers)
        {
            var expiring = Expiring(papers);
            enterprises = enterprises.Where(e => expiring.Any(d => d.EnterpriseId == e.Id));
        }

        return OfCompleteness(enterprises, query.Completeness);
    }

    private static IQueryable<Enterprise> OfCompleteness(IQueryable<Enterprise> enterprises, RosterCompleteness? completeness) =>
        completeness switch
        {
            RosterCompleteness.Whole => enterprises.Where(e => e.Completeness == Full),
            RosterCompleteness.Partial => enterprises.Where(e => e.Completeness < Full),
            RosterCompleteness.Poor => enterprises.Where(e => e.Completeness < Half),
            _ => enterprises,
        };

    /// <summary>Walks along one index and takes each enterprise by its id: whatever else is asked of it, SQLite does not take another index instead.</summary>
    internal IQueryable<Enterprise> Along(IQueryable<Enterprise> index) => from w in index from e in db.Enterprises where e.Id == w.Id select e;

    /// <summary>All that fit, along the index of the narrowest condition, which gives its order; several where a word may stand in several places.</summary>
    /// <param name="ofFacets">How many have the stage, type and area that were asked for.</param>
    internal async Task<IReadOnlyList<RosterCandidates>> CandidatesAsync(RosterQuery query, int ofFacets, CancellationToken cancellation)
    {
        var hasFacets = query is { Stage: not null } or { Type: not null } or { AreaId: not null } or { IsShown: true };
        if (hasFacets && ofFacets <= RosterFinder.Exact && await ReachAsync(query, ofFacets + 1, cancellation) > ofFacets)
        {
            var few = Residual(Facets(db.Enterprises, query), query);
            // those that are shown stand in indexes of their own, in this order
            few = query.IsShown ? few.OrderBy(e => e.NameKey).ThenBy(e => e.Id) : few.OrderBy(e => e.Id);
            return [new(few, few.Select(e => e.Id))];
        }

        var isOneWord = query with { Word = null, Sort = default } == new RosterQuery() && RosterWord.Read(query.Word).Count == 1;
        return [.. (await WalksAsync(query, cancellation)).Select(w => w with { Found = Residual(Facets(w.Found, query), w.Rest, w.Met), Spots = isOneWord && w.IsMet ? w.Spots : null })];
    }

    /// <summary>The beginning of a list that is too long to be gathered, along the longest of its walks.</summary>
    /// <param name="most">How much is looked at.</param>
    /// <returns>Null where nothing fits.</returns>
    internal async Task<RosterBeginning?> BeginningAsync(RosterQuery query, int most, CancellationToken cancellation)
    {
        var walks = await WalksAsync(query, cancellation);
        var (longest, reach) = ((RosterCandidates?)null, 0);
        foreach (var walk in walks)
        {
            var length = await walk.Ids.Take(most + 1).CountAsync(cancellation);
            if (length > reach) (longest, reach) = (walk, length);
        }

        if (longest is null) return null;
        var found = Residual(Facets(longest.Found.Take(most), query), longest.Rest, longest.Met);
        return new RosterBeginning(found, longest.MayRepeat, IsWhole: walks.Count == 1 && reach <= most);
    }

    /// <summary>What the narrowest condition lets through, along its index; several where a word may stand in several places.</summary>
    private async Task<IReadOnlyList<RosterCandidates>> WalksAsync(RosterQuery query, CancellationToken cancellation)
    {
        if (RosterWord.Read(query.Word) is [var word, ..])
            return [.. (await ByWordAsync(word, cancellation)).Select(c => c with { Rest = query, Met = c.IsMet ? word : null })];
        var (walk, rest) = query switch
        {
            { Papers: { } papers } => (Named(Expiring(papers).OrderBy(d => d.ValidTo).ThenBy(d => d.Id).Select(d => d.EnterpriseId), mayRepeat: true), query with { Papers = null }),
            { ParkId: { } park } => (Named(Tenants(park).OrderBy(l => l.EnterpriseId).ThenBy(l => l.Id).Select(l => l.EnterpriseId), mayRepeat: true), query with { ParkId = null }),
            { TagId: { } tag } => (Named(db.Set<EnterpriseTag>().Where(t => t.IndustryTagId == tag).OrderBy(t => t.EnterpriseId).Select(t => t.EnterpriseId)), query with { TagId = null }),
            { Market: { } market } => (Named(db.Set<EnterpriseMarket>().Where(m => m.Market == market).OrderBy(m => m.EnterpriseId).Select(m => m.EnterpriseId)), query with { Market = null }),
            { IsSuspended: true } => (Ordered(db.Enterprises.Where(e => e.SuspendedAt != null).OrderBy(e => e.SuspendedAt).ThenBy(e => e.Id)), query with { IsSuspended = false }),
            _ => (Ordered(OfCompleteness(db.Enterprises, query.Completeness).OrderBy(e => e.Completeness).ThenBy(e => e.Id)), query with { Completeness = null }),
        };
        return [walk with { Rest = rest }];
    }

    /// <summary>Enterprises that rows of another table name, in the order of its index.</summary>
    private RosterCandidates Named(IQueryable<int> ids, bool mayRepeat = false) => new(from id in ids from e in db.Enterprises where e.Id == id select e, ids, mayRepeat);

    /// <summary>Enterprises along an index of their own.</summary>
    private RosterCandidates Ordered(IQueryable<Enterprise> index) => new(Along(index), index.Select(e => e.Id));

    /// <summary>How long the walk along the narrowest condition would be, as far as it matters.</summary>
    private async Task<int> ReachAsync(RosterQuery query, int most, CancellationToken cancellation)
    {
        if (RosterWord.Read(query.Word) is [var word, ..])
        {
            if (word.IsLatin) return await CountSoundsAsync(word, most, cancellation);
            return word.Pairs.Count == 0 ? await Beginning(word).Take(most).CountAsync(cancellation) : (await RarestAsync(word, most, cancellation)).Count;
        }

        return query switch
        {
            // few at any time
            { Papers: not null } or { ParkId: not null } or { IsSuspended: true } => 0,
            { TagId: { } tag } => await db.Set<EnterpriseTag>().Where(t => t.IndustryTagId == tag).OrderBy(t => t.EnterpriseId).Take(most).CountAsync(cancellation),
            { Market: { } market } => await db.Set<EnterpriseMarket>().Where(m => m.Market == market).OrderBy(m => m.EnterpriseId).Take(most).CountAsync(cancellation),
            _ => await OfCompleteness(db.Enterprises, query.Completeness).OrderBy(e => e.Completeness).ThenBy(e => e.Id).Take(most).CountAsync(cancellation),
        };
    }

    private static IQueryable<Enterprise> OfWord(IQueryable<Enterprise> enterprises, RosterWord word)
    {
        var (text, end, code, codeEnd) = (word.Text, word.End, word.Code, word.CodeEnd);
        return word.IsLatin
            ? enterprises.Where(e => e.NameText.Contains(text) || e.FormerNames.Any(n => n.Text.Contains(text))
                || e.Sounds.Any(s => string.Compare(s.Sound, text) >= 0 && string.Compare(s.Sound, end) < 0)
                || (string.Compare(e.CreditCode, code) >= 0 && string.Compare(e.CreditCode, codeEnd) < 0)
                || (string.Compare(e.CustomsCode, code) >= 0 && string.Compare(e.CustomsCode, codeEnd) < 0))
            : enterprises.Where(e => e.NameText.Contains(text) || e.FormerNames.Any(n => n.Text.Contains(text)));
    }

    private async Task<IReadOnlyList<RosterCandidates>> ByWordAsync(RosterWord word, CancellationToken cancellation)
    {
        var found = new List<RosterCandidates>();
        var named = await NamedAsync(word, cancellation);
        if (named.Reach != 0) found.Add(Named(named.Found.Select(g => g.EnterpriseId), named.MayRepeat) with { Reach = named.Reach });
        if (!word.IsLatin) return found;
        var (code, codeEnd) = (word.Code, word.CodeEnd);
        if (word.MayBeCreditCode)
            found.Add(Ordered(db.Enterprises.Where(e => string.Compare(e.CreditCode, code) >= 0 && string.Compare(e.CreditCode, codeEnd) < 0).OrderBy(e => e.CreditCode)) with { IsMet = true, Spots = most => _ofCode.For(db)(db, code, codeEnd, most) });
        if (word.MayBeCustomsCode)
            found.Add(Ordered(db.Enterprises.Where(e => string.Compare(e.CustomsCode, code) >= 0 && string.Compare(e.CustomsCode, codeEnd) < 0).OrderBy(e => e.CustomsCode)) with { IsMet = true });
        var sounds = await CountSoundsAsync(word, MostReached, cancellation);
        if (sounds > 0) found.Add(Named(Sounds(word).Select(s => s.EnterpriseId), mayRepeat: true) with { Reach = sounds, IsMet = true });
        return found;
    }

    /// <summary>The rarest pair of a word in names that enterprises have or once had; whether the whole word stands there, and in a name of today, has still to be looked at.</summary>
    internal async Task<RosterPairs> NamedAsync(RosterWord word, CancellationToken cancellation)
    {
        if (word.Pairs.Count == 0) return new(Beginning(word), await CountAsync(Beginning(word), cancellation), MayRepeat: true);
        var (rarest, count) = await RarestAsync(word, RosterFinder.Exact + 1, cancellation);
        return new(db.EnterpriseGrams.Where(g => g.Gram == rarest).OrderBy(g => g.EnterpriseId), count, MayRepeat: false);
    }

    /// <summary>How long a walk along an index alone is, as far as it matters.</summary>
    private static Task<int> CountAsync<T>(IQueryable<T> index, CancellationToken cancellation) => index.Take(MostReached).CountAsync(cancellation);

    private async Task<(string Pair, int Count)> RarestAsync(RosterWord word, int most, CancellationToken cancellation)
    {
        var (rarest, fewest) = (word.Pairs[0], int.MaxValue);
        foreach (var pair in word.Pairs.Take(MostPairs))
        {
            var count = await _pairs.For(db)(db, pair, most, cancellation);
            if (count < fewest) (rarest, fewest) = (pair, count);
            if (fewest < Narrow) break;
        }

        return (rarest, fewest);
    }

    private IQueryable<EnterpriseSound> Sounds(RosterWord word)
    {
        var (text, end) = (word.Text, word.End);
        return db.EnterpriseSounds.Where(s => string.Compare(s.Sound, text) >= 0 && string.Compare(s.Sound, end) < 0).OrderBy(s => s.Sound).ThenBy(s => s.EnterpriseId);
    }

    private Task<int> CountSoundsAsync(RosterWord word, int most, CancellationToken cancellation) => _sounds.For(db)(db, word.Text, word.End, most, cancellation);

    private IQueryable<EnterpriseGram> Beginning(RosterWord word)
    {
        var (first, end) = (word.Text, word.End);
        return db.EnterpriseGrams.Where(g => string.Compare(g.Gram, first) >= 0 && string.Compare(g.Gram, end) < 0).OrderBy(g => g.Gram).ThenBy(g => g.EnterpriseId);
    }

    /// <summary>Leases in a park that run today: as many as it has let units.</summary>
    private IQueryable<Lease> Tenants(int parkId) => db.Leases.Where(OnDay.Runs(time.Today)).Where(l => l.Unit!.Building!.ParkId == parkId);

    private IQueryable<VaultDocument> Expiring(RosterPapers papers)
    {
        var (today, until) = (time.Today, time.Today.AddDays(VaultService.WarningDays));
        var certificates = db.VaultDocuments.Where(d => !d.IsArchived && VaultCertificates.Types.Contains(d.Type));
        return papers == RosterPapers.Expired ? certificates.Where(d => d.ValidTo < today) : certificates.Where(d => d.ValidTo >= today && d.ValidTo <= until);
    }
}

/// <summary>Enterprises along one index, in its order.</summary>
/// <param name="Ids">What stands in the index alone.</param>
/// <param name="MayRepeat">Whether an enterprise may come more than once.</param>
internal sealed record RosterCandidates(IQueryable<Enterprise> Found, IQueryable<int> Ids, bool MayRepeat = false)
{
    /// <summary>How many rows are read before there are said to be too many.</summary>
    public int Most => MayRepeat ? 2 * RosterFinder.Exact : RosterFinder.Exact;

    /// <summary>How long the walk along the index is, where that was counted.</summary>
    public int? Reach { get; init; }

    /// <summary>Whether what stands in the index is all that the word asks for.</summary>
    public bool IsMet { get; init; }

    /// <summary>The first of them by a command that is made once; null where there is none, or where more is asked of them than this walk knows.</summary>
    public Func<int, IAsyncEnumerable<RosterSpot>>? Spots { get; init; }

    /// <summary>What else is asked of each of them.</summary>
    public RosterQuery Rest { get; init; } = new();

    /// <summary>The word that each of them is known to fit.</summary>
    public RosterWord? Met { get; init; }
}

/// <summary>The first of a long list.</summary>
/// <param name="MayRepeat">Whether an enterprise may come more than once.</param>
/// <param name="IsWhole">Whether that is all of the list.</param>
internal sealed record RosterBeginning(IQueryable<Enterprise> Found, bool MayRepeat, bool IsWhole);

/// <summary>Enterprises in whose names a pair of characters stands or once stood.</summary>
/// <param name="Reach">How many, as far as it matters.</param>
/// <param name="MayRepeat">Whether an enterprise may come more than once.</param>
internal sealed record RosterPairs(IQueryable<EnterpriseGram> Found, int Reach, bool MayRepeat);
