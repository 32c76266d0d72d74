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
/// <param name="Areas">By word of the area; an empty word for those in none.</param>
public sealed record PastCounts(StageCounts Stages, IReadOnlyDictionary<string, int> Areas);

/// <summary>Reads the roster of a day. Nothing can be changed here.</summary>
public sealed class PastRoster(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    private const string NoArea = "";

    /// <summary>A part of the list, by the sound of the names.</summary>
    public async Task<Page<PastRow>> ListAsync(PastQuery query, PageRequest page, CancellationToken cancellation)
    {
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        var found = await Narrow(query).OrderBy(s => s.NameKey).ThenBy(s => s.Id).ToPageAsync(page, cancellation);
        List<int> ids = [.. found.Rows.Select(s => s.EnterpriseId).OfType<int>()];
        var units = await UnitsAsync(db.Leases.Where(l => ids.Contains(l.EnterpriseId)), query.On, cancellation);
        return new Page<PastRow>([.. found.Rows.Select(s => Row(s, words, units))], found.Number, found.Size, found.Total);
    }

    /// <summary>The whole list, for a file; noted in the journal before the first row leaves.</summary>
    public async IAsyncEnumerable<PastRow> StreamAsync(PastQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Roster, "export", EnterpriseActs.Exported, string.Create(CultureInfo.InvariantCulture, $"CSV：{query.On:yyyy-MM-dd} 的名录{(query.IsNarrowed ? "（按条件）" : "")}"));
        await db.SaveChangesAsync(cancellation);
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        // as many as there are let units
        var units = await UnitsAsync(db.Leases, query.On, cancellation);
        await foreach (var span in Narrow(query).OrderBy(s => s.NameKey).ThenBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancellation)) yield return Row(span, words, units);
    }

    /// <summary>The counts under the query's other conditions: of stages whatever the stage, of areas whatever the area.</summary>
    public async Task<PastCounts> CountAsync(PastQuery query, CancellationToken cancellation)
    {
        var words = await TaxonomyWords.ReadAsync(db, query.On, cancellation);
        var stages = await Narrow(query with { Stage = null }).GroupBy(s => s.Stage).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var areas = await Narrow(query with { AreaId = null }).GroupBy(s => s.ParkAreaId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return new PastCounts(
            new StageCounts(stages.ToDictionary(s => s.Key, s => s.Count)),
            areas.GroupBy(a => words.Area(a.Key) ?? NoArea, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(a => a.Count), StringComparer.Ordinal));
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

    private IQueryable<RecordSpan> Narrow(PastQuery query)
    {
        var found = Holding(query.On, query.KnownOn);
        if (query.Stage is { } stage) found = found.Where(s => s.Stage == stage);
        if (query.Type is { } type) found = found.Where(s => s.Type == type);
        if (query.AreaId is { } area) found = found.Where(s => s.ParkAreaId == area);
        if (query.TagId is { } tag)
        {
            var part = SpanFacts.Join([tag]);
            found = found.Where(s => s.TagIds.Contains(part));
        }

        if (SearchWord.Of(query.Word) is { } word)
        {
            var (text, code) = (RosterKeys.Text(word), CreditCodes.Normalize(word));
            found = found.Where(s => s.NameText.Contains(text) || s.CreditCode == code);
        }

        return found;
    }

    /// <summary>The spans that held on a day, as known on another.</summary>
    private IQueryable<RecordSpan> Holding(DateOnly on, DateOnly? knownOn)
    {
        var known = knownOn is { } day && day < time.Today
            ? db.RecordSpans.AsNoTracking().Where(s => s.RecordedOn <= day && s.SupersededOn > day)
            : db.RecordSpans.AsNoTracking().Where(s => s.SupersededOn == RecordSpan.Open && s.EnterpriseId != null);
        return known.Where(s => s.ValidTo > on && s.ValidFrom <= on);
    }

    private static async Task<ILookup<int, string>> UnitsAsync(IQueryable<Lease> leases, DateOnly on, CancellationToken cancellation) =>
        (await leases.AsNoTracking().Where(OnDay.Runs(on)).OrderBy(l => l.Unit!.Building!.Name).ThenBy(l => l.Unit!.Code).ThenBy(l => l.Id)
            .Select(l => new { l.EnterpriseId, Building = l.Unit!.Building!.Name, l.Unit.Code }).ToListAsync(cancellation)).ToLookup(l => l.EnterpriseId, l => $"{l.Building} {l.Code}");

    private static PastRow Row(RecordSpan span, TaxonomyWords words, ILookup<int, string> units) => new(
        span.EnterpriseId, span.Name, span.CreditCode, span.Type, words.Area(span.ParkAreaId), span.Stage, span.StageSince, words.Of(span.TagIds), span.ValidFrom, span.RecordedOn, span.Origin)
    {
        Units = span.EnterpriseId is { } id ? [.. units[id]] : [],
    };
}
