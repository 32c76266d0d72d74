using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Letters;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>Builds the entries anew from what they are about: after a change of the engine, or of what the search knows of a kind of page.</summary>
public sealed class SearchRebuild(PortalDbContext db, SearchEngineChoice choice, JobService jobs)
{
    private const int Batch = 100;

    private readonly SearchIndexer _indexer = new(choice.Kind);

    /// <summary>The kinds in the order in which they are built.</summary>
    internal static IReadOnlyList<SearchKind> Kinds { get; } = Enum.GetValues<SearchKind>();

    /// <summary>Starts the rebuild as a job.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        jobs.Add(SearchRebuildJob.Kind, "重建搜索索引", new { }, enterpriseId: null);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether a database of an earlier build has pages of some kind, but no entries of them.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellation) =>
        !await db.SearchEntries.AnyAsync(e => e.Kind != SearchKind.Rule && e.Kind != SearchKind.Page, cancellation)
        && (await db.News.AnyAsync(cancellation) || await db.PolicyDocuments.AnyAsync(cancellation) || await db.Corridors.AnyAsync(cancellation) || await db.Enterprises.AnyAsync(cancellation))
        || await LacksAsync(SearchKind.Indicator, db.Observations.Where(o => o.State == ObservationState.Published), cancellation)
        || await LacksAsync(SearchKind.Letter, db.Letters.Where(l => l.PublicState == PublicationState.Published && l.Kind != LetterKind.Report), cancellation);

    /// <summary>The rules of the pre-check and the fixed pages are parts of the program: their entries follow at each start.</summary>
    public async Task RefreshFixedAsync(CancellationToken cancellation)
    {
        var known = await db.SearchEntries.Include(e => e.Postings).Where(e => e.Kind == SearchKind.Rule || e.Kind == SearchKind.Page).OrderBy(e => e.Id).AsSplitQuery().ToListAsync(cancellation);
        var texts = RuleCatalogue.All.Concat<object>(FixedPages.All).Select(r => SearchTexts.Of(r)!).ToDictionary(t => t.Address!, StringComparer.Ordinal);
        foreach (var gone in known.Where(e => !texts.ContainsKey(e.Address!)).ToList()) SearchIndexer.Remove(db, gone);
        foreach (var text in texts.Values)
        {
            var entry = known.Find(e => e.Address == text.Address);
            if (entry is null || entry.Title != text.Title || entry.EnglishTitle != text.EnglishTitle || entry.Text != text.Text || HasOtherEngine(entry)) _indexer.Write(db, entry, text);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Builds the next entries of one kind and saves them.</summary>
    /// <param name="after">The last id that is done; 0 at the beginning.</param>
    /// <returns>The last id of this step; null when the kind is done.</returns>
    internal async Task<int?> StepAsync(SearchKind kind, int after, CancellationToken cancellation)
    {
        var records = await ReadAsync(kind, after, cancellation);
        foreach (var record in records) await _indexer.RefreshAsync(db, record, isGone: false, cancellation);
        await db.SaveChangesAsync(cancellation);
        return records.Count == 0 ? null : IdOf(records[^1]);
    }

    /// <summary>Builds everything at once, for a start after an update.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var kind in Kinds.Where(k => k is not (SearchKind.Rule or SearchKind.Page)))
        {
            int? last = 0;
            while (last is { } after)
            {
                db.ChangeTracker.Clear();
                last = await StepAsync(kind, after, cancellation);
            }
        }
    }

    private async Task<bool> LacksAsync<T>(SearchKind kind, IQueryable<T> pages, CancellationToken cancellation) =>
        !await db.SearchEntries.AnyAsync(e => e.Kind == kind, cancellation) && await pages.AnyAsync(cancellation);

    private bool HasOtherEngine(SearchEntry entry) => (entry.TitleTerms is not null) != (choice.Kind == SearchEngineKind.FullText);

    private async Task<IReadOnlyList<object>> ReadAsync(SearchKind kind, int after, CancellationToken cancellation) => kind switch
    {
        SearchKind.News => await db.News.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Policy => await db.PolicyDocuments.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Enterprise => await db.Enterprises.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Park => await db.Parks.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Opportunity => await db.Opportunities.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Chain => await db.Chains.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Corridor => await db.Corridors.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Service => await db.ServiceItems.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Letter => await db.Letters.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Risk => await db.RiskNotices.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Batch).ToListAsync(cancellation),
        SearchKind.Indicator => await IndicatorsAsync(after, cancellation),
        _ => [],
    };

    private async Task<IReadOnlyList<object>> IndicatorsAsync(int after, CancellationToken cancellation)
    {
        var pages = new List<object>();
        foreach (var id in await db.Indicators.Where(i => i.Id > after).OrderBy(i => i.Id).Take(Batch).Select(i => i.Id).ToListAsync(cancellation))
        {
            if (await IndicatorPage.ReadAsync(db, id, cancellation) is { } page) pages.Add(page);
        }

        return pages;
    }

    private static int IdOf(object record) => record switch
    {
        Letter letter => letter.Id,
        IndicatorPage page => page.Shown.Id,
        Content.News.NewsItem news => news.Id,
        Content.Policies.PolicyDocument policy => policy.Id,
        Enterprises.Enterprise enterprise => enterprise.Id,
        Corridors.Corridor corridor => corridor.Id,
        Parks.Park park => park.Id,
        Chains.Chain chain => chain.Id,
        Investment.Opportunities.Opportunity opportunity => opportunity.Id,
        ServiceHall.ServiceItem service => service.Id,
        Risks.RiskNotice risk => risk.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType().Name, null),
    };
}

/// <summary>The rebuild as a job, step by step, while the search goes on answering.</summary>
internal sealed class SearchRebuildJob(PortalDbContext db, SearchRebuild rebuild) : JobHandler
{
    public const string Kind = "search.rebuild";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var at = run.Checkpoint<Place>() ?? new Place(0, 0);
        var done = run.DoneBefore;
        while (at.Kind < SearchRebuild.Kinds.Count)
        {
            var next = at;
            await db.InTransactionAsync(
                async token =>
                {
                    var last = await rebuild.StepAsync(SearchRebuild.Kinds[at.Kind], at.After, token);
                    next = last is { } id ? at with { After = id } : new Place(at.Kind + 1, 0);
                    await run.ReportAsync(done + 1, total: null, "正在重建搜索索引", next, token);
                    return Outcome.Done;
                },
                cancellation);
            (at, done) = (next, done + 1);
        }

        db.ChangeTracker.Clear();
        await rebuild.RefreshFixedAsync(cancellation);
        return new JobResult("搜索索引已重建。", "/park/search");
    }

    private sealed record Place(int Kind, int After);
}
