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
        enterprises = OfId(enterprises, query);
        if (query.IsSuspended) enterprises = enterprises.Where(e => e.SuspendedAt != null);
        return OfCompleteness(enterprises, query.Completeness);
    }

    /// <summary>The conditions that need no more of an enterprise than its id, which every index has.</summary>
    internal IQueryable<Enterprise> OfId(IQueryable<Enterprise> enterprises, RosterQuery query)
    {
        if (query.TagId is { } tag) enterprises = enterprises.Where(e => e.Tags.Any(t => t.IndustryTagId == tag));
        if (query.Market is { } market) enterprises = enterprises.Where(e => e.Markets.Any(m => m.Market == market));
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

        return enterprises;
    }

    /// <summary>All others.</summary>
    internal static RosterQuery WithoutId(RosterQuery query) => query with { TagId = null, Market = null, ParkId = null, Papers = null };

    private static IQueryable<Enterprise> OfCompleteness(IQueryable<Enterprise> enterprises, RosterCompleteness? completeness)
    {
        if (completeness is null) return enterprises;
        var (from, to) = Filled(completeness);
        return enterprises.Where(e => e.Completeness >= from && e.Completeness <= to);
    }

    /// <summary>From how many to how many of a hundred a record has filled in.</summary>
    private static (int From, int To) Filled(RosterCompleteness? completeness) => completeness switch
    {
        RosterCompleteness.Whole => (RecordCompleteness.Full, RecordCompleteness.Full),
        RosterCompleteness.Partial => (0, RecordCompleteness.Full - 1),
        RosterCompleteness.Poor => (0, RecordCompleteness.Half - 1),
        _ => (0, RecordCompleteness.Full),
    };

    /// <summary>All that are filled in more or less than is asked for.</summary>
    /// <returns>Null where they are too many to be gathered.</returns>
    internal async Task<IReadOnlyList<RosterSpot>?> OthersAsync(RosterCompleteness completeness, CancellationToken cancellation)
    {
        var asked = Filled(completeness);
        var others = asked.From == 0 ? (asked.To + 1, RecordCompleteness.Full) : (0, asked.From - 1);
        return await RosterLengths.FilledAsync(db, others, RosterFinder.Exact + 1, cancellation) switch
        {
            0 => [],
            > RosterFinder.Exact => null,
            _ => await RosterLengths.OfFilled(db, others, RosterFinder.Exact).ToListAsync(cancellation),
        };
    }

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

        var walks = new List<RosterCandidates>();
        foreach (var walk in await WalksAsync(query, cancellation)) walks.Add(await NarrowAsync(walk, query, cancellation));
        return walks;
    }

    private async Task<RosterCandidates> NarrowAsync(RosterCandidates walk, RosterQuery query, CancellationToken cancellation)
    {
        var left = walk.Met is not null && RosterWord.Read(query.Word).Count == 1 ? walk.Rest with { Word = null } : walk.Rest;
        var isAll = left with { Sort = default } == new RosterQuery();
        return walk with
        {
            Found = Residual(Facets(walk.Found, query), walk.Rest, walk.Met),
            Reach = walk.Length is { } length ? await ReachAsync(length, cancellation) : walk.Reach,
            IsAll = isAll,
            Spots = isAll ? walk.Spots : null,
        };
    }

    /// <summary>How many stand in an index that have not been merged.</summary>
    /// <returns>Null where that would have to be looked up.</returns>
    private async Task<int?> ReachAsync(Func<int, Task<int>> length, CancellationToken cancellation)
    {
        const int tooMany = RosterFinder.Exact + 1;
        if (await length(tooMany) is < tooMany and var few) return few;
        var merged = await RosterLengths.MergedAsync(db, tooMany, cancellation);
        return merged == 0 || await length(tooMany + merged) - merged >= tooMany ? tooMany : null;
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
            var length = await (walk.Length?.Invoke(most + 1) ?? walk.Ids.Take(most + 1).CountAsync(cancellation));
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
        return
        [
            query switch
            {
                { Papers: { } papers } => Named(Expiring(papers).OrderBy(d => d.ValidTo).ThenBy(d => d.Id).Select(d => d.EnterpriseId), mayRepeat: true) with { Rest = query with { Papers = null } },
                { ParkId: { } park } => Named(Tenants(park).OrderBy(l => l.EnterpriseId).ThenBy(l => l.Id).Select(l => l.EnterpriseId), mayRepeat: true) with { Rest = query with { ParkId = null } },
                { TagId: { } tag } => OfTag(tag, cancellation) with { Rest = query with { TagId = null } },
                { Market: { } market } => OfMarket(market, cancellation) with { Rest = query with { Market = null } },
                { IsSuspended: true } => OfSuspended(cancellation) with { Rest = query with { IsSuspended = false } },
                _ => OfFilled(query.Completeness, cancellation) with { Rest = query with { Completeness = null } },
            },
        ];
    }

    private RosterCandidates OfTag(int tag, CancellationToken cancellation) => Named(db.Set<EnterpriseTag>().Where(t => t.IndustryTagId == tag).OrderBy(t => t.EnterpriseId).Select(t => t.EnterpriseId)) with
    {
        Length = most => RosterLengths.TagAsync(db, tag, most, cancellation),
    };

    private RosterCandidates OfMarket(TargetMarket market, CancellationToken cancellation) => Named(db.Set<EnterpriseMarket>().Where(m => m.Market == market).OrderBy(m => m.EnterpriseId).Select(m => m.EnterpriseId)) with
    {
        Length = most => RosterLengths.MarketAsync(db, market, most, cancellation),
    };

    private RosterCandidates OfSuspended(CancellationToken cancellation) => Ordered(db.Enterprises.Where(e => e.SuspendedAt != null).OrderBy(e => e.SuspendedAt).ThenBy(e => e.Id)) with
    {
        Length = most => RosterLengths.SuspendedAsync(db, most, cancellation),
    };

    private RosterCandidates OfFilled(RosterCompleteness? completeness, CancellationToken cancellation) => Ordered(OfCompleteness(db.Enterprises, completeness).OrderBy(e => e.Completeness).ThenBy(e => e.Id)) with
    {
        Length = most => RosterLengths.FilledAsync(db, Filled(completeness), most, cancellation),
        Spots = most => RosterLengths.OfFilled(db, Filled(completeness), most),
    };

    /// <summary>Enterprises that rows of another table name, in the order of its index.</summary>
    private RosterCandidates Named(IQueryable<int> ids, bool mayRepeat = false) => new(from id in ids from e in db.Enterprises where e.Id == id select e, ids, mayRepeat);

    /// <summary>Enterprises along an index of their own.</summary>
    private RosterCandidates Ordered(IQueryable<Enterprise> index) => new(Along(index), index.IgnoreQueryFilters().Select(e => e.Id));

    /// <summary>How long the walk along the narrowest condition would be, as far as it matters.</summary>
    private async Task<int> ReachAsync(RosterQuery query, int most, CancellationToken cancellation)
    {
        if (RosterWord.Read(query.Word) is [var word, ..])
        {
            if (word.IsLatin) return await RosterLengths.SoundAsync(db, word, most, cancellation);
            return word.Pairs.Count == 0 ? await Beginning(word).Take(most).CountAsync(cancellation) : (await RarestAsync(word, most, cancellation)).Count;
        }

        return query switch
        {
            // few at any time
            { Papers: not null } or { ParkId: not null } or { IsSuspended: true } => 0,
            { TagId: { } tag } => await RosterLengths.TagAsync(db, tag, most, cancellation),
            { Market: { } market } => await RosterLengths.MarketAsync(db, market, most, cancellation),
            _ => await RosterLengths.FilledAsync(db, Filled(query.Completeness), most, cancellation),
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
            found.Add(Ordered(db.Enterprises.Where(e => string.Compare(e.CreditCode, code) >= 0 && string.Compare(e.CreditCode, codeEnd) < 0).OrderBy(e => e.CreditCode)) with { IsMet = true, Spots = most => RosterLengths.OfCode(db, word, most) });
        if (word.MayBeCustomsCode)
            found.Add(Ordered(db.Enterprises.Where(e => string.Compare(e.CustomsCode, code) >= 0 && string.Compare(e.CustomsCode, codeEnd) < 0).OrderBy(e => e.CustomsCode)) with { IsMet = true });
        var sounds = await RosterLengths.SoundAsync(db, word, MostReached, cancellation);
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
            var count = await RosterLengths.PairAsync(db, pair, most, cancellation);
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

    /// <summary>How long the walk along the index is, where that was counted; no more than that are found.</summary>
    public int? Reach { get; init; }

    /// <summary>Counts what stands in the index, up to a number, by a command that is made once; null where there is none.</summary>
    public Func<int, Task<int>>? Length { get; init; }

    /// <summary>Whether everything along the walk is found.</summary>
    public bool IsAll { get; init; }

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
