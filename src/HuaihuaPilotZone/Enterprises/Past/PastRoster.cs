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
public sealed record PastQuery(DateOnly On, DateOnly? KnownOn = null, string? Word = null, EnterpriseType? Type = null, EnterpriseStage? Stage = null, int? AreaId = null, int? TagId = null)
{
    /// <summary>Whether the index of the counts says all that is asked for.</summary>
    internal bool IsOfIndex => string.IsNullOrWhiteSpace(Word) && Type is null && TagId is null;

    /// <summary>Whether anything but the days narrows the list.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Word) || Type is not null || Stage is not null || AreaId is not null || TagId is not null;
}

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
/// <param name="Stages">Null where more than <see cref="RosterFinder.Exact"/> would have to be counted.</param>
/// <param name="Areas">By word of the area; an empty word for those in none; null likewise.</param>
public sealed record PastCounts(StageCounts? Stages, IReadOnlyDictionary<string, int>? Areas);

/// <summary>
/// Reads the roster of a day. Nothing can be changed here. What fits is looked at up to <see cref="RosterFinder.Exact"/> and then ordered here; a longer list
/// is read off the index of its order, up to the last numbered page, without saying how long it is.
/// </summary>
public sealed class PastRoster(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const string NoArea = "";

    /// <summary>Spans that had begun by a day, so few that each may be looked at.</summary>
    private const int MostBegun = 2 * RosterFinder.Exact;

    /// <summary>A part of the list, by the sound of the names.</summary>
    public async Task<Page<PastRow>> ListAsync(PastQuery query, PageRequest page, CancellationToken cancellation)
    {
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        if (await GatherAsync(query, cancellation) is { } few)
        {
            return new Page<PastRow>(await RowsAsync(await ReadAsync(few, page, cancellation), query, words, cancellation), page.Number, page.Size, few.Count);
        }

        var shown = new PageRequest(Math.Min(page.Number, RosterPlace.MostPages), page.Size);
        return new Page<PastRow>(await RowsAsync(await WalkAsync(query, shown, cancellation), query, words, cancellation), shown.Number, shown.Size, RosterPlace.MostPages * shown.Size) { IsCut = true };
    }

    /// <summary>A page read off the index of the names, as is done where a list is too long to be gathered.</summary>
    public async Task<IReadOnlyList<RecordSpan>> WalkAsync(PastQuery query, PageRequest page, CancellationToken cancellation)
    {
        var spots = new List<PastSpot>();
        foreach (var part in Parts(query))
            spots.AddRange(await Narrow(Along(part), query).Take(page.Skip + page.Size).Select(s => new PastSpot(s.Id, s.NameKey, s.Stage, s.ParkAreaId)).ToListAsync(cancellation));
        return await ReadAsync(spots, page, cancellation);
    }

    /// <summary>The whole list, for a file; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<PastRow> StreamAsync(PastQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, string.Create(CultureInfo.InvariantCulture, $"CSV：{query.On:yyyy-MM-dd} 的名录{(query.IsNarrowed ? "（按条件）" : "")}"));
        await db.SaveChangesAsync(cancellation);
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        // as many as there are let units
        var units = await UnitsAsync(db.Leases, query.On, cancellation);
        var all = Parts(query) is [var whole] ? Narrow(Along(whole), query) : Narrow(Known(query), query).OrderBy(s => s.NameKey).ThenBy(s => s.Id);
        await foreach (var span in all.AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(span, words, units);
    }

    /// <summary>The counts under the query's other conditions: of stages whatever the stage, of areas whatever the area.</summary>
    public async Task<PastCounts> CountAsync(PastQuery query, CancellationToken cancellation)
    {
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        // first without both, so that each can be counted under the other
        var all = await GatherAsync(query with { Stage = null, AreaId = null }, cancellation);
        var stages = all?.Where(s => query.AreaId is null || s.AreaId == query.AreaId).ToList() ?? (query.AreaId is null ? null : await GatherAsync(query with { Stage = null }, cancellation));
        var areas = all?.Where(s => query.Stage is null || s.Stage == query.Stage).ToList() ?? (query.Stage is null ? null : await GatherAsync(query with { AreaId = null }, cancellation));
        return new PastCounts(
            stages is null ? null : new StageCounts(stages.GroupBy(s => s.Stage).ToDictionary(g => g.Key, g => g.Count())),
            areas?.GroupBy(s => words.Area(s.AreaId) ?? NoArea, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
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

    private async Task<IReadOnlyList<RecordSpan>> ReadAsync(List<PastSpot> spots, PageRequest page, CancellationToken cancellation)
    {
        long[] ids = [.. spots.OrderBy(s => s.NameKey, StringComparer.Ordinal).ThenBy(s => s.Id).Skip(page.Skip).Take(page.Size).Select(s => s.Id)];
        var spans = await db.RecordSpans.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        return [.. ids.Where(spans.ContainsKey).Select(id => spans[id])];
    }

    /// <summary>Everything that fits, in no order; null where that is too much.</summary>
    private async Task<List<PastSpot>?> GatherAsync(PastQuery query, CancellationToken cancellation)
    {
        var spots = new List<PastSpot>();
        // either not much had begun by then, or most of what had not ended had begun: the index of the one or of the other is walked
        var began = db.RecordSpans.Where(s => s.SupersededOn == RecordSpan.Open && s.ValidFrom <= query.On).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id);
        var isOld = query.IsOfIndex && await began.Take(MostBegun + 1).CountAsync(cancellation) > MostBegun;
        foreach (var part in Parts(query))
        {
            var found = Narrow(part, query);
            var walk = isOld ? found.OrderBy(s => s.ValidTo).ThenBy(s => s.ValidFrom) : found.OrderByDescending(s => s.ValidFrom).ThenByDescending(s => s.Id);
            // counting needs nothing but the index
            if (isOld && await walk.Take(RosterFinder.Exact + 1).CountAsync(cancellation) > RosterFinder.Exact) return null;
            spots.AddRange(await walk.Take(RosterFinder.Exact + 1).Select(s => new PastSpot(s.Id, s.NameKey, s.Stage, s.ParkAreaId)).ToListAsync(cancellation));
            if (spots.Count > RosterFinder.Exact) return null;
        }

        return spots;
    }

    /// <summary>Walks along the index of the names and takes each span by its id: whatever else is asked of it, SQLite does not take another index and sort.</summary>
    private IQueryable<RecordSpan> Along(IQueryable<RecordSpan> part) => from w in part.OrderBy(s => s.NameKey).ThenBy(s => s.Id) from s in db.RecordSpans.AsNoTracking() where s.Id == w.Id select s;

    private static IQueryable<RecordSpan> Narrow(IQueryable<RecordSpan> part, PastQuery query)
    {
        var on = query.On;
        var found = part.Where(s => s.ValidTo > on && s.ValidFrom <= on);
        if (query.Stage is { } stage) found = found.Where(s => s.Stage == stage);
        if (query.Type is { } type) found = found.Where(s => s.Type == type);
        if (query.AreaId is { } area) found = found.Where(s => s.ParkAreaId == area);
        if (query.TagId is { } tag)
        {
            var joined = SpanFacts.Join([tag]);
            found = found.Where(s => s.TagIds.Contains(joined));
        }

        if (SearchWord.Of(query.Word) is { } word)
        {
            var (text, code) = (RosterKeys.Text(word), CreditCodes.Normalize(word));
            found = found.Where(s => s.NameText.Contains(text) || s.CreditCode == code);
        }

        return found;
    }

    /// <summary>The spans as known on a day.</summary>
    private IQueryable<RecordSpan> Known(PastQuery query) => query.KnownOn is { } day && day < time.Today
        ? db.RecordSpans.AsNoTracking().Where(s => s.RecordedOn <= day && s.SupersededOn > day)
        : db.RecordSpans.AsNoTracking().Where(s => s.SupersededOn == RecordSpan.Open && s.EnterpriseId != null);

    /// <summary>The same in parts of one index each: what is still known, and what has been superseded since.</summary>
    private List<IQueryable<RecordSpan>> Parts(PastQuery query)
    {
        if (query.KnownOn is not { } day || day >= time.Today) return [Known(query)];
        var recorded = db.RecordSpans.AsNoTracking().Where(s => s.RecordedOn <= day);
        return [recorded.Where(s => s.SupersededOn == RecordSpan.Open), recorded.Where(s => s.SupersededOn > day && s.SupersededOn < RecordSpan.Open)];
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

    /// <summary>Where a span stands in the list, and what it counts for.</summary>
    private sealed record PastSpot(long Id, string NameKey, EnterpriseStage Stage, int? AreaId);
}
