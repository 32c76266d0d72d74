using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation
namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>
/// How long a walk along an index is, up to a number, and the first rows of one that is all that was asked for. Every search asks several of these, so they are made
/// into commands once. Lengths are counted in the index alone, where a merged record is counted too: to see that it was merged, it would have to be opened.
/// </summary>
internal static class RosterLengths
{
    private static readonly HotQuery<Func<PortalDbContext, string, int, CancellationToken, Task<int>>> _pair = new(() => EF.CompileAsyncQuery((PortalDbContext db, string pair, int most, CancellationToken _) =>
        db.EnterpriseGrams.Where(g => g.Gram == pair).OrderBy(g => g.EnterpriseId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, string, string, int, CancellationToken, Task<int>>> _sound = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string text, string end, int most, CancellationToken _) =>
            db.EnterpriseSounds.Where(s => string.Compare(s.Sound, text) >= 0 && string.Compare(s.Sound, end) < 0).OrderBy(s => s.Sound).ThenBy(s => s.EnterpriseId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, int, int, CancellationToken, Task<int>>> _tag = new(() => EF.CompileAsyncQuery((PortalDbContext db, int tag, int most, CancellationToken _) =>
        db.Set<EnterpriseTag>().Where(t => t.IndustryTagId == tag).OrderBy(t => t.EnterpriseId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, TargetMarket, int, CancellationToken, Task<int>>> _market = new(() => EF.CompileAsyncQuery((PortalDbContext db, TargetMarket market, int most, CancellationToken _) =>
        db.Set<EnterpriseMarket>().Where(m => m.Market == market).OrderBy(m => m.EnterpriseId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, int, int, int, CancellationToken, Task<int>>> _filled = new(() => EF.CompileAsyncQuery((PortalDbContext db, int from, int to, int most, CancellationToken _) =>
        db.Enterprises.IgnoreQueryFilters().Where(e => e.Completeness >= from && e.Completeness <= to).OrderBy(e => e.Completeness).ThenBy(e => e.Id).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, int, CancellationToken, Task<int>>> _suspended = new(() => EF.CompileAsyncQuery((PortalDbContext db, int most, CancellationToken _) =>
        db.Enterprises.IgnoreQueryFilters().Where(e => e.SuspendedAt != null).OrderBy(e => e.SuspendedAt).ThenBy(e => e.Id).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, int, CancellationToken, Task<int>>> _merged = new(() => EF.CompileAsyncQuery((PortalDbContext db, int most, CancellationToken _) =>
        db.Enterprises.IgnoreQueryFilters().Where(e => e.MergedIntoId != null).OrderBy(e => e.MergedIntoId).Take(most).Count()));

    private static readonly HotQuery<Func<PortalDbContext, string, string, int, IAsyncEnumerable<RosterSpot>>> _ofCode = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, string code, string end, int most) => db.Enterprises.AsNoTracking()
            .Where(e => string.Compare(e.CreditCode, code) >= 0 && string.Compare(e.CreditCode, end) < 0).OrderBy(e => e.CreditCode).Take(most)
            .Select(e => new RosterSpot(e.Id, e.Stage, e.Type, e.ParkAreaId, e.StageSince, e.NameKey, e.UpdatedAt))));

    private static readonly HotQuery<Func<PortalDbContext, int, int, int, IAsyncEnumerable<RosterSpot>>> _ofFilled = new(() => EF.CompileAsyncQuery(
        (PortalDbContext db, int from, int to, int most) => db.Enterprises.AsNoTracking()
            .Where(e => e.Completeness >= from && e.Completeness <= to).OrderBy(e => e.Completeness).ThenBy(e => e.Id).Take(most)
            .Select(e => new RosterSpot(e.Id, e.Stage, e.Type, e.ParkAreaId, e.StageSince, e.NameKey, e.UpdatedAt))));

    /// <summary>Enterprises in whose names a pair of characters stands or once stood.</summary>
    public static Task<int> PairAsync(PortalDbContext db, string pair, int most, CancellationToken cancellation) => _pair.For(db)(db, pair, most, cancellation);

    /// <summary>Beginnings in letters from one to before another.</summary>
    public static Task<int> SoundAsync(PortalDbContext db, RosterWord word, int most, CancellationToken cancellation) => _sound.For(db)(db, word.Text, word.End, most, cancellation);

    public static Task<int> TagAsync(PortalDbContext db, int tag, int most, CancellationToken cancellation) => _tag.For(db)(db, tag, most, cancellation);

    public static Task<int> MarketAsync(PortalDbContext db, TargetMarket market, int most, CancellationToken cancellation) => _market.For(db)(db, market, most, cancellation);

    public static Task<int> FilledAsync(PortalDbContext db, (int From, int To) filled, int most, CancellationToken cancellation) => _filled.For(db)(db, filled.From, filled.To, most, cancellation);

    public static Task<int> SuspendedAsync(PortalDbContext db, int most, CancellationToken cancellation) => _suspended.For(db)(db, most, cancellation);

    /// <summary>Records that were merged into others.</summary>
    public static Task<int> MergedAsync(PortalDbContext db, int most, CancellationToken cancellation) => _merged.For(db)(db, most, cancellation);

    public static IAsyncEnumerable<RosterSpot> OfCode(PortalDbContext db, RosterWord word, int most) => _ofCode.For(db)(db, word.Code, word.CodeEnd, most);

    public static IAsyncEnumerable<RosterSpot> OfFilled(PortalDbContext db, (int From, int To) filled, int most) => _ofFilled.For(db)(db, filled.From, filled.To, most);
}
