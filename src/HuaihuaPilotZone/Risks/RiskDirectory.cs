using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.EntityFrameworkCore;
#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation

namespace HuaihuaPilotZone.Risks;

/// <summary>A country with its Chinese name of the code table.</summary>
public sealed record ScopeCountry(string Code, string Name);

/// <summary>A published notice as a page shows it.</summary>
/// <param name="HoldsToday">Whether it holds on the present day.</param>
public sealed record ShownRisk(RiskNotice Notice, IReadOnlyList<ScopeCountry> Countries, bool HoldsToday);

/// <summary>What the list of notices shows and offers to narrow it.</summary>
/// <param name="Countries">Countries that the latest published notices name.</param>
/// <param name="Corridors">Corridors that they name.</param>
public sealed record RiskList(Page<ShownRisk> Rows, IReadOnlyList<ScopeCountry> Countries, IReadOnlyList<Corridor> Corridors);

/// <summary>Published notices, as the public reads them.</summary>
public sealed class RiskDirectory(PortalDbContext db, CustomsTablesSource tables, ChinaTime time)
{
    private const int MostOffered = 300;
    private const int MostLookedAt = 500;
    private const int MostShown = 20;

    private static readonly HotQuery<Func<PortalDbContext, int, DateOnly, IAsyncEnumerable<RiskNotice>>> _ofCorridor = new(() => EF.CompileAsyncQuery((PortalDbContext db, int corridorId, DateOnly today) =>
        db.RiskNotices.AsNoTracking()
            .Where(n => n.State == PublicationState.Published && (n.Until == null || n.Until >= today) && n.Corridors.Any(c => c.CorridorId == corridorId))
            .OrderByDescending(n => n.From).ThenByDescending(n => n.Id).Take(MostShown)));

    /// <summary>The latest first.</summary>
    public async Task<RiskList> ListAsync(RiskQuestion question, PageRequest page, CancellationToken cancellation)
    {
        // a list that goes back for years is not gone through for what its filters offer
        var latest = db.RiskNotices.Where(n => n.State == PublicationState.Published).OrderByDescending(n => n.From).ThenByDescending(n => n.Id).Take(MostLookedAt);
        var rows = await Narrowed(question).OrderByDescending(n => n.From).ThenByDescending(n => n.Id).ToPageAsync(page, cancellation);
        var countries = await latest.SelectMany(n => n.Countries).Select(c => c.Code).Distinct().OrderBy(v => v).Take(MostOffered).ToListAsync(cancellation);
        var named = latest.SelectMany(n => n.Corridors).Select(c => c.CorridorId);
        var corridors = await db.Corridors.AsNoTracking().Where(c => named.Contains(c.Id))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostOffered).ToListAsync(cancellation);
        var known = await tables.ReadAsync(cancellation);
        // what is asked for stands among the choices, however old the notices that name it
        if (question.Country is { Length: > 0 } asked && known.Countries.Find(asked) is not null && !countries.Contains(asked, StringComparer.Ordinal)) countries.Add(asked);
        return new RiskList(rows.Select(n => Show(n, known)), [.. countries.Select(c => Named(c, known))], corridors);
    }

    /// <summary>A notice as its page will show it.</summary>
    /// <param name="notice">With its scope.</param>
    public async Task<ShownRisk> ShowAsync(RiskNotice notice, CancellationToken cancellation) => Show(notice, await tables.ReadAsync(cancellation));

    /// <summary>Null where the public sees none of this number.</summary>
    public async Task<ShownRisk?> FindAsync(string number, CancellationToken cancellation) =>
        await WithScope().SingleOrDefaultAsync(n => n.Number == number && n.State == PublicationState.Published, cancellation) is { } notice ? Show(notice, await tables.ReadAsync(cancellation)) : null;

    /// <summary>What holds today or later and names a corridor.</summary>
    public async Task<IReadOnlyList<RiskNotice>> OfCorridorAsync(int corridorId, CancellationToken cancellation) =>
        [.. (await _ofCorridor.For(db)(db, corridorId, time.Today).ToListAsync(cancellation)).OrderByDescending(n => n.Severity)];

    /// <summary>What holds today, the latest first.</summary>
    /// <returns>No more than <paramref name="most"/>, without their scope.</returns>
    public async Task<IReadOnlyList<RiskNotice>> PresentAsync(int most, CancellationToken cancellation) =>
        await HoldingOn(db.RiskNotices.AsNoTracking().Where(n => n.State == PublicationState.Published), time.Today)
            .OrderByDescending(n => n.From).ThenByDescending(n => n.Id).Take(most).ToListAsync(cancellation);

    /// <summary>What was published last, for a feed.</summary>
    public async Task<IReadOnlyList<RiskNotice>> LatestAsync(int count, CancellationToken cancellation) =>
        await db.RiskNotices.AsNoTracking().Where(n => n.State == PublicationState.Published).OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Take(count).ToListAsync(cancellation);

    private static ScopeCountry Named(string code, CustomsTables tables) => new(code, tables.CountryName(code));

    private ShownRisk Show(RiskNotice notice, CustomsTables tables) =>
        new(notice, [.. notice.Countries.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => Named(c.Code, tables))], notice.HoldsOn(time.Today));

    private static IQueryable<RiskNotice> HoldingOn(IQueryable<RiskNotice> notices, DateOnly day) => notices.Where(n => n.From <= day && (n.Until == null || n.Until >= day));

    private IQueryable<RiskNotice> WithScope() => db.RiskNotices.AsNoTracking().AsSplitQuery().Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).ThenInclude(c => c.Corridor);

    private IQueryable<RiskNotice> Narrowed(RiskQuestion question)
    {
        var rows = WithScope().Where(n => n.State == PublicationState.Published);
        if (!question.All) rows = HoldingOn(rows, time.Today);
        if (question.Country is { Length: > 0 } country) rows = rows.Where(n => !n.Countries.Any() || n.Countries.Any(c => c.Code == country));
        if (question.Corridor is { Length: > 0 } corridor) rows = rows.Where(n => !n.Corridors.Any() || n.Corridors.Any(c => c.Corridor!.Slug == corridor));
        if (question.Goods is { Length: >= RiskGoods.LeastDigits and <= RiskGoods.MostDigits } goods)
        {
            var range = RiskGoods.Of(goods);
            var (first, last) = (range.First, range.Last);
            rows = rows.Where(n => !n.Goods.Any() || n.Goods.Any(g => string.Compare(g.First, last) <= 0 && string.Compare(g.Last, first) >= 0));
        }

        return rows;
    }
}
