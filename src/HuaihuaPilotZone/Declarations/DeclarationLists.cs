using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Views of an enterprise's documents; two of them divide the drafts.</summary>
public enum DeclarationView
{
    All,

    /// <summary>草稿.</summary>
    Draft,

    /// <summary>预检未通过: drafts with something that must be mended.</summary>
    Failing,

    /// <summary>待提交: drafts without.</summary>
    Ready,

    Submitted,
    Returned,
    Accepted,
    HandedOver,
    Withdrawn,
}

public enum DeclarationSort
{
    Updated,
    Number,
    Value,
}

/// <summary>What a list of declarations is narrowed by.</summary>
public sealed record DeclarationFilter(DeclarationView View = DeclarationView.All, string? Query = null, string? TradeMode = null, DeclarationSort Sort = DeclarationSort.Updated, bool Ascending = false);

/// <summary>A row of a list.</summary>
public sealed class DeclarationRow
{
    public DeclarationNumber Number { get; set; }

    public string EnterpriseName { get; set; } = "";

    public DocumentKind Kind { get; set; }

    public DeclarationState State { get; set; }

    public CustomsState CustomsState { get; set; }

    public string? TradeMode { get; set; }

    public string? OrderNo { get; set; }

    public string? WaybillNo { get; set; }

    public string GoodsSummary { get; set; } = "";

    public decimal? GoodsValue { get; set; }

    public string? Currency { get; set; }

    public int MustFixCount { get; set; }

    public int AdviceCount { get; set; }

    public DateTime UpdatedAt { get; set; }

    public DateTime? SubmittedAt { get; set; }

    public bool IsUnreviewed { get; set; }

    public bool IsDemonstration { get; set; }
}

internal sealed class DeclarationMapping : Profile
{
    public DeclarationMapping() => CreateMap<Declaration, DeclarationRow>();
}

/// <summary>Lists and counts of declarations, for the enterprise and for the reviewer.</summary>
public sealed class DeclarationLists(PortalDbContext db, IMapper mapper, IOptions<DeclarationOptions> options)
{
    /// <summary>One page of an enterprise's documents.</summary>
    public Task<Page<DeclarationRow>> ListAsync(int enterpriseId, DeclarationFilter filter, PageRequest page, CancellationToken cancellation) =>
        PageAsync(Sort(Narrow(Of(enterpriseId), filter), filter), page, cancellation);

    /// <summary>The lists and declarations that an enterprise submitted last, the newest first: what the next one usually repeats.</summary>
    public async Task<IReadOnlyList<DeclarationRow>> LatestAsync(int enterpriseId, int count, CancellationToken cancellation) =>
        await Of(enterpriseId).Where(d => (d.Kind == DocumentKind.List || d.Kind == DocumentKind.CustomsDeclaration) && d.SubmittedAt != null && d.State != DeclarationState.Withdrawn)
            .OrderByDescending(d => d.SubmittedAt).ThenByDescending(d => d.Id).Take(count).ProjectTo<DeclarationRow>(mapper.ConfigurationProvider).ToListAsync(cancellation);

    /// <summary>All documents of an enterprise that a filter lets through, batch by batch, the newest first; for exports.</summary>
    public IAsyncEnumerable<DeclarationRow> StreamAsync(int enterpriseId, DeclarationFilter filter, CancellationToken cancellation) => StreamAsync(Narrow(Of(enterpriseId), filter), cancellation);

    /// <summary>How many documents of an enterprise stand in each view.</summary>
    public async Task<IReadOnlyDictionary<DeclarationView, int>> CountsAsync(int enterpriseId, CancellationToken cancellation)
    {
        var states = await Of(enterpriseId).GroupBy(d => d.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var failing = await Of(enterpriseId).CountAsync(d => d.State == DeclarationState.Draft && d.MustFixCount > 0, cancellation);
        int In(DeclarationState state) => states.Where(s => s.State == state).Sum(s => s.Count);
        return new Dictionary<DeclarationView, int>
        {
            [DeclarationView.All] = states.Sum(s => s.Count),
            [DeclarationView.Draft] = In(DeclarationState.Draft),
            [DeclarationView.Failing] = failing,
            [DeclarationView.Ready] = In(DeclarationState.Draft) - failing,
            [DeclarationView.Submitted] = In(DeclarationState.Submitted),
            [DeclarationView.Returned] = In(DeclarationState.Returned),
            [DeclarationView.Accepted] = In(DeclarationState.Accepted),
            [DeclarationView.HandedOver] = In(DeclarationState.HandedOver),
            [DeclarationView.Withdrawn] = In(DeclarationState.Withdrawn),
        };
    }

    /// <summary>
    /// The reviewer's list: what waits, the oldest first; or, by view, what was answered. A word is looked for among those that changed last
    /// (<see cref="DeclarationOptions.MostSearched"/>), a whole number among all.
    /// </summary>
    public async Task<Page<DeclarationRow>> QueueAsync(DeclarationFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var submitted = await SubmittedAsync(filter, cancellation);
        var sorted = filter.View == DeclarationView.Submitted ? submitted.OrderBy(d => d.SubmittedAt).ThenBy(d => d.Id) : Sort(submitted, filter);
        return await PageAsync(sorted, page, cancellation);
    }

    /// <summary>All that the reviewer's list lets through, batch by batch, the newest first; for exports.</summary>
    public async IAsyncEnumerable<DeclarationRow> StreamQueueAsync(DeclarationFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in StreamAsync(await SubmittedAsync(filter, cancellation), cancellation)) yield return row;
    }

    /// <summary>How many documents wait for the park, and since when the oldest does (UTC).</summary>
    public async Task<(int Count, DateTime? Oldest)> WaitingAsync(CancellationToken cancellation)
    {
        var waiting = db.Declarations.Where(d => d.State == DeclarationState.Submitted);
        return (await waiting.CountAsync(cancellation), await waiting.MinAsync(d => d.SubmittedAt, cancellation));
    }

    private IQueryable<Declaration> Of(int enterpriseId) => db.Declarations.AsNoTracking().Where(d => d.EnterpriseId == enterpriseId);

    private async Task<IQueryable<Declaration>> SubmittedAsync(DeclarationFilter filter, CancellationToken cancellation) =>
        Narrow(await WithinReachAsync(db.Declarations.AsNoTracking().Where(d => d.State != DeclarationState.Draft && d.SubmittedAt != null), filter, cancellation), filter);

    private async IAsyncEnumerable<DeclarationRow> StreamAsync(IQueryable<Declaration> found, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        const int Batch = 500;
        var before = int.MaxValue;
        while (true)
        {
            var last = before;
            var ids = await found.Where(d => d.Id < last).OrderByDescending(d => d.Id).Select(d => d.Id).Take(Batch).ToListAsync(cancellation);
            if (ids.Count == 0) yield break;
            var (newest, oldest) = (ids[0], ids[^1]);
            var rows = await found.Where(d => d.Id <= newest && d.Id >= oldest).OrderByDescending(d => d.Id)
                .ProjectTo<DeclarationRow>(mapper.ConfigurationProvider).ToListAsync(cancellation);
            foreach (var row in rows) yield return row;
            before = oldest;
        }
    }

    /// <summary>No index finds a part of a text: of all enterprises' documents only so many are read for it.</summary>
    private async Task<IQueryable<Declaration>> WithinReachAsync(IQueryable<Declaration> submitted, DeclarationFilter filter, CancellationToken cancellation)
    {
        if (SearchWord.Of(filter.Query) is not { } word) return submitted;
        if (DeclarationNumber.TryParse(word, null, out var number)) return submitted.Where(d => d.Number == number);
        var oldest = await InView(submitted, filter.View).OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Skip(options.Value.MostSearched - 1)
            .Select(d => (DateTime?)d.UpdatedAt).FirstOrDefaultAsync(cancellation);
        return oldest is { } since ? submitted.Where(d => d.UpdatedAt >= since) : submitted;
    }

    private static IQueryable<Declaration> InView(IQueryable<Declaration> declarations, DeclarationView view) => view switch
    {
        DeclarationView.Draft => declarations.Where(d => d.State == DeclarationState.Draft),
        DeclarationView.Failing => declarations.Where(d => d.State == DeclarationState.Draft && d.MustFixCount > 0),
        DeclarationView.Ready => declarations.Where(d => d.State == DeclarationState.Draft && d.MustFixCount == 0),
        DeclarationView.Submitted => declarations.Where(d => d.State == DeclarationState.Submitted),
        DeclarationView.Returned => declarations.Where(d => d.State == DeclarationState.Returned),
        DeclarationView.Accepted => declarations.Where(d => d.State == DeclarationState.Accepted),
        DeclarationView.HandedOver => declarations.Where(d => d.State == DeclarationState.HandedOver),
        DeclarationView.Withdrawn => declarations.Where(d => d.State == DeclarationState.Withdrawn),
        _ => declarations,
    };

    private static IQueryable<Declaration> Narrow(IQueryable<Declaration> declarations, DeclarationFilter filter)
    {
        declarations = InView(declarations, filter.View);
        if (filter.TradeMode is { Length: > 0 } mode) declarations = declarations.Where(d => d.TradeMode == mode);
        if (SearchWord.Upper(filter.Query) is { } query) declarations = declarations.Where(d => d.SearchText.Contains(query));
        return declarations;
    }

    private static IQueryable<Declaration> Sort(IQueryable<Declaration> declarations, DeclarationFilter filter) => (filter.Sort, filter.Ascending) switch
    {
        (DeclarationSort.Number, true) => declarations.OrderBy(d => d.Id),
        (DeclarationSort.Number, false) => declarations.OrderByDescending(d => d.Id),
        (DeclarationSort.Value, true) => declarations.OrderBy(d => (double?)d.GoodsValue).ThenBy(d => d.Id),
        (DeclarationSort.Value, false) => declarations.OrderByDescending(d => (double?)d.GoodsValue).ThenBy(d => d.Id),
        (_, true) => declarations.OrderBy(d => d.UpdatedAt).ThenBy(d => d.Id),
        _ => declarations.OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id),
    };

    private Task<Page<DeclarationRow>> PageAsync(IQueryable<Declaration> sorted, PageRequest page, CancellationToken cancellation) =>
        sorted.ProjectTo<DeclarationRow>(mapper.ConfigurationProvider).ToPageAsync(page, cancellation);
}
