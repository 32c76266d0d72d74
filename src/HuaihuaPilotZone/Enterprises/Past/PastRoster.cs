using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>Which roster is wanted: how it was on a day, as it was known on another.</summary>
/// <param name="On">Valid time, a civil day.</param>
/// <param name="KnownOn">Recorded time, a civil day not before <paramref name="On"/>; null for what is known now.</param>
/// <param name="Word">Part of a name, or the whole credit code.</param>
/// <param name="AreaId">An area with all that lie in it.</param>
public sealed record PastQuery(DateOnly On, DateOnly? KnownOn = null, string? Word = null, EnterpriseType? Type = null, EnterpriseStage? Stage = null, int? AreaId = null, int? TagId = null)
{
    /// <summary>Whether anything but the days narrows the list.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Word) || Type is not null || Stage is not null || AreaId is not null || TagId is not null;

    /// <summary>The word as names are compared; null for none.</summary>
    internal string? Text => RosterKeys.Text(SearchWord.Of(Word)) is { Length: > 0 } text ? text : null;

    /// <summary>The word as a credit code; null where it cannot be a whole one.</summary>
    internal string? Code => CreditCodes.Normalize(Word) is { Length: Enterprise.CreditCodeMaxLength } code ? code : null;

    /// <summary>The area and what lies in it; null where that is the area alone, or none was asked for.</summary>
    internal IReadOnlyList<int>? Areas { get; init; }
}

/// <summary>A part of the roster of a day.</summary>
/// <param name="AfterId">Number of the span from which the next part begins; null at the end.</param>
/// <param name="BeforeId">Number of the span before which the part before this one ends; null at the beginning.</param>
public sealed record PastList(IReadOnlyList<PastRow> Rows, int Size, RosterPlace Place, int? Total, long? AfterId, long? BeforeId) : ListPart(Rows.Count, Size, Place, Total, AfterId, BeforeId);

/// <summary>An enterprise as it was.</summary>
/// <param name="EnterpriseId">Null when the record was taken out of the roster since.</param>
/// <param name="RecordedOn">Civil day on which this was recorded.</param>
public sealed record PastRow(
    int? EnterpriseId, string Name, string CreditCode, EnterpriseType Type, string? AreaName, EnterpriseStage Stage, DateOnly StageSince, IReadOnlyList<string> TagNames,
    DateOnly ValidFrom, DateOnly RecordedOn, SpanOrigin Origin)
{
    /// <summary>Units that it had let on that day, as the leases say now; leases have days of their own and no history of what was known of them.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public bool IsBackdated => Origin != SpanOrigin.Opening && RecordedOn > ValidFrom;
}

/// <summary>A span of one enterprise with the words of its first day.</summary>
public sealed record PastSpan(RecordSpan Span, string? AreaName, IReadOnlyList<string> TagNames);

/// <summary>How many enterprises of a stage and of an area there were.</summary>
/// <param name="Areas">By word of the area; an empty word for those in none.</param>
public sealed record PastCounts(StageCounts Stages, IReadOnlyDictionary<string, int> Areas)
{
    /// <summary>How far the numbers of areas are exact.</summary>
    public FacetReach Reach { get; init; }

    /// <summary>As a page shows it; null where that is not known.</summary>
    public FacetCount? Told(string area) => FacetCount.Of(Areas.GetValueOrDefault(area), Reach);
}

/// <summary>
/// Reads the roster of a day. Nothing can be changed here. What fits is looked at up to <see cref="RosterFinder.Exact"/> and then ordered here; a longer list
/// is read off the index of its order, by numbered pages and then step by step, without saying how long it is.
/// </summary>
public sealed class PastRoster(PortalDbContext db, RosterNarrowing narrowing, PortalJournal journal, ChinaTime time)
{
    private const string NoArea = "";

    /// <summary>Rows of a file that are read at a time.</summary>
    private const int Chunk = 500;

    private readonly PastWalks _walks = new(db, narrowing, time);

    /// <summary>A part of the list, by the sound of the names.</summary>
    public async Task<PastList> ListAsync(PastQuery query, RosterPlace place, int size, CancellationToken cancellation)
    {
        query = await WithAreasAsync(query, cancellation);
        size = Math.Clamp(size, 1, PageRequest.MaxSize);
        var found = await GatherAsync(query, cancellation);
        var spot = (place.AfterId ?? place.BeforeId) is { } id ? await SpotAsync(id, cancellation) : null;
        // the span that the address names is gone: begin anew
        if (spot is null) place = new RosterPlace(found is null ? place.Number : Math.Clamp(place.Number, 1, Math.Max(1, ((found.Count - 1) / size) + 1)));
        var isBack = spot is not null && place.BeforeId is not null;
        var skip = spot is null ? (place.Number - 1) * size : 0;
        var part = found is null ? await WalkAsync(query, spot, isBack, skip + size + 1, cancellation) : Behind(found, spot, isBack);
        part = [.. part.Skip(skip).Take(size + 1)];
        var hasMore = part.Count > size;
        if (hasMore) part.RemoveAt(size);
        if (isBack) part.Reverse();
        var (hasNext, hasPrevious) = isBack ? (part.Count > 0, hasMore) : (hasMore, skip > 0 || spot is not null);
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        return new PastList(
            await RowsAsync(await ReadAsync(part, cancellation), query, words, cancellation), size, place, found?.Count, hasNext ? part[^1].Id : null, hasPrevious && part.Count > 0 ? part[0].Id : null);
    }

    /// <summary>The first spans off the index of the names, as is done where a list is too long to be gathered.</summary>
    public async Task<IReadOnlyList<long>> WalkAsync(PastQuery query, int most, CancellationToken cancellation) =>
        [.. (await WalkAsync(await WithAreasAsync(query, cancellation), null, isBack: false, most, cancellation)).Select(s => s.Id)];

    /// <summary>Numbers of all spans that fit, in their order, found as in a roster of which much had begun by that day; null where they are too many.</summary>
    public async Task<IReadOnlyList<long>?> MeetAsync(PastQuery query, CancellationToken cancellation)
    {
        query = await WithAreasAsync(query, cancellation);
        return await GatherAsync(await _walks.OfLongAsync(query, cancellation), cancellation) is { } spots ? [.. spots.Order(PastSpot.ByName).Select(s => s.Id)] : null;
    }

    /// <summary>The whole list, for a file; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<PastRow> StreamAsync(PastQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, string.Create(CultureInfo.InvariantCulture, $"CSV：{query.On:yyyy-MM-dd} 的名录{(query.IsNarrowed ? "（按条件）" : "")}"));
        await db.SaveChangesAsync(cancellation);
        query = await WithAreasAsync(query, cancellation);
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        if (await GatherAsync(query, cancellation) is { } few)
        {
            foreach (var chunk in few.Order(PastSpot.ByName).Chunk(Chunk))
            {
                foreach (var row in await RowsAsync(await ReadAsync(chunk, cancellation), query, words, cancellation)) yield return row;
            }

            yield break;
        }

        // as many as there are let units
        var units = await UnitsAsync(db.Leases, query.On, cancellation);
        await foreach (var span in _walks.Whole(query).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(span, words, units);
    }

    /// <summary>The counts under the query's other conditions: of stages whatever the stage, of areas whatever the area.</summary>
    public async Task<PastCounts> CountAsync(PastQuery query, CancellationToken cancellation)
    {
        query = await WithAreasAsync(query, cancellation);
        var anywhere = query with { AreaId = null, Areas = null };
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        // first without both, so that each can be counted under the other
        var all = await GatherAsync(anywhere with { Stage = null }, cancellation);
        var stages = all?.Where(s => IsIn(s.AreaId, query)).ToList() ?? (query.AreaId is null ? null : await GatherAsync(query with { Stage = null }, cancellation));
        var areas = all?.Where(s => query.Stage is null || s.Stage == query.Stage).ToList() ?? (query.Stage is null ? null : await GatherAsync(anywhere, cancellation));
        var (begun, reach) = stages is null || areas is null ? await BeginningAsync(anywhere with { Stage = null }, cancellation) : ([], FacetReach.All);
        var ofStages = stages?.ConvertAll(s => new PastCell(s.Stage, s.AreaId, 1)) ?? begun.FindAll(c => IsIn(c.AreaId, query));
        var ofAreas = areas?.ConvertAll(s => new PastCell(s.Stage, s.AreaId, 1)) ?? begun.FindAll(c => query.Stage is null || c.Stage == query.Stage);
        return new PastCounts(
            new StageCounts(ofStages.GroupBy(c => c.Stage).ToDictionary(g => g.Key, g => g.Sum(c => c.Count))) { Reach = stages is null ? reach : FacetReach.All },
            ofAreas.GroupBy(c => words.Area(c.AreaId) ?? NoArea, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal))
        {
            Reach = areas is null ? reach : FacetReach.All,
        };
    }

    /// <summary>What areas and tags were called on a day.</summary>
    public Task<TaxonomyWords> WordsAsync(DateOnly on, CancellationToken cancellation) => TaxonomyWords.ReadAsync(db, on, cancellation);

    /// <summary>The spans of an enterprise, the latest first; those that were superseded come behind the one that is known instead.</summary>
    public async Task<IReadOnlyList<PastSpan>> OfAsync(int enterpriseId, CancellationToken cancellation)
    {
        var history = await TaxonomyHistory.ReadAsync(db, cancellation);
        var spans = await db.RecordSpans.AsNoTracking().Where(s => s.EnterpriseId == enterpriseId)
            .OrderByDescending(s => s.ValidFrom).ThenByDescending(s => s.SupersededOn).ThenByDescending(s => s.Id).Take(MostSpans).ToListAsync(cancellation);
        return [.. spans.Select(s => (Span: s, Words: history.On(s.ValidFrom))).Select(s => new PastSpan(s.Span, s.Words.Area(s.Span.ParkAreaId), s.Words.Of(s.Span.TagIds)))];
    }

    /// <summary>Spans of one enterprise that a page shows.</summary>
    public const int MostSpans = 500;

    /// <summary>An area is asked for with all that lie in it.</summary>
    private async Task<PastQuery> WithAreasAsync(PastQuery query, CancellationToken cancellation) =>
        query.AreaId is { } area ? query with { Areas = await AreaTree.WithinAsync(db, area, cancellation) } : query;

    private static bool IsIn(int? areaId, PastQuery query) => query.AreaId is null || areaId == query.AreaId || (areaId is { } area && query.Areas?.Contains(area) == true);

    private static List<PastSpot> Behind(List<PastSpot> found, PastSpot? spot, bool isBack)
    {
        var rest = found.Where(s => spot is null || (isBack ? PastSpot.ByName.Compare(s, spot) < 0 : PastSpot.ByName.Compare(s, spot) > 0));
        return [.. isBack ? rest.OrderDescending(PastSpot.ByName) : rest.Order(PastSpot.ByName)];
    }

    private async Task<List<PastSpot>> WalkAsync(PastQuery query, PastSpot? after, bool isBack, int most, CancellationToken cancellation)
    {
        var spots = new List<PastSpot>();
        foreach (var part in _walks.ByName(query, after, isBack)) spots.AddRange(await Spots(part.Take(most)).ToListAsync(cancellation));
        return [.. isBack ? spots.OrderDescending(PastSpot.ByName) : spots.Order(PastSpot.ByName)];
    }

    private Task<PastSpot?> SpotAsync(long id, CancellationToken cancellation) => Spots(db.RecordSpans.Where(s => s.Id == id)).SingleOrDefaultAsync(cancellation);

    private static IQueryable<PastSpot> Spots(IQueryable<RecordSpan> spans) => spans.Select(s => new PastSpot(s.Id, s.NameKey, s.Stage, s.ParkAreaId));

    private async Task<IReadOnlyList<RecordSpan>> ReadAsync(IEnumerable<PastSpot> spots, CancellationToken cancellation)
    {
        long[] ids = [.. spots.Select(s => s.Id)];
        var spans = await db.RecordSpans.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        return [.. ids.Where(spans.ContainsKey).Select(id => spans[id])];
    }

    /// <summary>Everything that fits, in no order; null where that is too much.</summary>
    private async Task<List<PastSpot>?> GatherAsync(PastQuery query, CancellationToken cancellation) => await GatherAsync(await _walks.OfAsync(query, cancellation), cancellation);

    private static async Task<List<PastSpot>?> GatherAsync(IReadOnlyList<PastWalk> walks, CancellationToken cancellation)
    {
        var spots = new Dictionary<long, PastSpot>();
        foreach (var walk in walks)
        {
            if (walk.IsCovered && await walk.Found.Take(walk.Most + 1).CountAsync(cancellation) > walk.Most) return null;
            var rows = await Spots(walk.Found.Take(walk.Most + 1)).ToListAsync(cancellation);
            foreach (var spot in rows) spots[spot.Id] = spot;
            if (rows.Count > walk.Most || spots.Count > RosterFinder.Exact) return null;
        }

        return [.. spots.Values];
    }

    /// <summary>What the beginning of a list has that is too long to be gathered: so many there are at least.</summary>
    private async Task<(List<PastCell> Cells, FacetReach Reach)> BeginningAsync(PastQuery query, CancellationToken cancellation)
    {
        var walks = await _walks.OfLongAsync(query, cancellation);
        // one walk alone: what stands in two would be counted twice
        var found = walks[0].Found.Take(RosterNarrowing.MostReached).Select(s => new { s.Id, s.Stage, s.ParkAreaId });
        if (walks[0].MayRepeat) found = found.Distinct();
        var cells = await found.GroupBy(s => new { s.Stage, s.ParkAreaId }).Select(g => new PastCell(g.Key.Stage, g.Key.ParkAreaId, g.Count())).ToListAsync(cancellation);
        var isWhole = walks is [{ MayRepeat: false }] && cells.Sum(c => c.Count) < RosterNarrowing.MostReached;
        return (cells, isWhole ? FacetReach.TenThousand : FacetReach.Least);
    }

    private async Task<IReadOnlyList<PastRow>> RowsAsync(IReadOnlyList<RecordSpan> spans, PastQuery query, TaxonomyWords words, CancellationToken cancellation)
    {
        List<int> ids = [.. spans.Select(s => s.EnterpriseId).OfType<int>()];
        var units = await UnitsAsync(db.Leases.Where(l => ids.Contains(l.EnterpriseId)), query.On, cancellation);
        return [.. spans.Select(s => Row(s, words, units))];
    }

    private static async Task<ILookup<int, string>> UnitsAsync(IQueryable<Lease> leases, DateOnly on, CancellationToken cancellation) =>
        (await leases.AsNoTracking().Where(OnDay.Runs(on)).OrderBy(l => l.Unit!.Building!.Name).ThenBy(l => l.Unit!.Code).ThenBy(l => l.Id)
            .Select(l => new { l.EnterpriseId, Building = l.Unit!.Building!.Name, l.Unit.Code }).ToListAsync(cancellation)).ToLookup(l => l.EnterpriseId, l => $"{l.Building} {l.Code}");

    private static PastRow Row(RecordSpan span, TaxonomyWords words, ILookup<int, string> units) => new(
        span.EnterpriseId, span.Name, span.CreditCode, span.Type, words.Area(span.ParkAreaId), span.Stage, span.StageSince, words.Of(span.TagIds), span.ValidFrom, span.RecordedOn, span.Origin)
    {
        Units = span.EnterpriseId is { } id ? [.. units[id]] : [],
    };

    /// <summary>How many there were of a stage in an area.</summary>
    private sealed record PastCell(EnterpriseStage Stage, int? AreaId, int Count);
}
