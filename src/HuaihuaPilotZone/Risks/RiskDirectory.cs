using HuaihuaPilotZone.Common;
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
/// <param name="Countries">Countries that published notices name.</param>
/// <param name="Corridors">Corridors that they name.</param>
public sealed record RiskList(Page<ShownRisk> Rows, IReadOnlyList<ScopeCountry> Countries, IReadOnlyList<Corridor> Corridors);

/// <summary>Published notices, as the public reads them.</summary>
public sealed class RiskDirectory(PortalDbContext db, CustomsTablesSource tables, ChinaTime time)
{
    private const int MostOffered = 300;
    private const int MostShown = 20;

    /// <summary>The latest first.</summary>
    public async Task<RiskList> ListAsync(RiskQuestion question, PageRequest page, CancellationToken cancellation)
    {
        var published = db.RiskNotices.Where(n => n.State == RiskState.Published);
        var rows = await Narrowed(question).OrderByDescending(n => n.From).ThenByDescending(n => n.Id).ToPageAsync(page, cancellation);
        var countries = await db.Set<RiskCountry>().Where(c => published.Any(n => n.Id == c.NoticeId)).Select(c => c.Code).Distinct().OrderBy(v => v).Take(MostOffered).ToListAsync(cancellation);
        var corridors = await db.Corridors.AsNoTracking().Where(c => db.Set<RiskCorridor>().Any(r => r.CorridorId == c.Id && published.Any(n => n.Id == r.NoticeId)))
            .OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostOffered).ToListAsync(cancellation);
        var known = await tables.ReadAsync(cancellation);
        return new RiskList(rows.Select(n => Show(n, known)), [.. countries.Select(c => Named(c, known))], corridors);
    }

    /// <summary>Null where the public sees none of this number.</summary>
    public async Task<ShownRisk?> FindAsync(string number, CancellationToken cancellation) =>
        await WithScope().SingleOrDefaultAsync(n => n.Number == number && n.State == RiskState.Published, cancellation) is { } notice ? Show(notice, await tables.ReadAsync(cancellation)) : null;

    /// <summary>What holds today or later and names a corridor.</summary>
    public async Task<IReadOnlyList<RiskNotice>> OfCorridorAsync(int corridorId, CancellationToken cancellation)
    {
        var today = time.Today;
        var rows = await db.RiskNotices.AsNoTracking()
            .Where(n => n.State == RiskState.Published && (n.Until == null || n.Until >= today) && n.Corridors.Any(c => c.CorridorId == corridorId))
            .OrderByDescending(n => n.From).ThenByDescending(n => n.Id).Take(MostShown).ToListAsync(cancellation);
        return [.. rows.OrderByDescending(n => n.Severity)];
    }

    /// <summary>What was published last, for a feed.</summary>
    public async Task<IReadOnlyList<RiskNotice>> LatestAsync(int count, CancellationToken cancellation) =>
        await WithScope().Where(n => n.State == RiskState.Published).OrderByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id).Take(count).ToListAsync(cancellation);

    private static ScopeCountry Named(string code, CustomsTables tables) => new(code, tables.Countries.Find(code)?.Name ?? code);

    private ShownRisk Show(RiskNotice notice, CustomsTables tables) =>
        new(notice, [.. notice.Countries.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => Named(c.Code, tables))], notice.HoldsOn(time.Today));

    private IQueryable<RiskNotice> WithScope() => db.RiskNotices.AsNoTracking().AsSplitQuery().Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).ThenInclude(c => c.Corridor);

    private IQueryable<RiskNotice> Narrowed(RiskQuestion question)
    {
        var today = time.Today;
        var rows = WithScope().Where(n => n.State == RiskState.Published);
        if (!question.All) rows = rows.Where(n => n.From <= today && (n.Until == null || n.Until >= today));
        if (question.Country is { Length: > 0 } country) rows = rows.Where(n => n.Countries.Count == 0 || n.Countries.Any(c => c.Code == country));
        if (question.Corridor is { Length: > 0 } corridor) rows = rows.Where(n => n.Corridors.Count == 0 || n.Corridors.Any(c => c.Corridor!.Slug == corridor));
        if (question.Goods is { Length: >= RiskGoods.LeastDigits and <= RiskGoods.MostDigits } goods)
        {
            var range = RiskGoods.Of(goods);
            var (first, last) = (range.First, range.Last);
            rows = rows.Where(n => n.Goods.Count == 0 || n.Goods.Any(g => string.Compare(g.First, last) <= 0 && string.Compare(g.Last, first) >= 0));
        }

        return rows;
    }
}
