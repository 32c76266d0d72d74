using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>A corridor that reaches a country.</summary>
public sealed record ReachingCorridor(string Slug, string Name, string EnglishName);

/// <summary>A member of an agreement with the corridors of the dry port that reach it.</summary>
/// <param name="Holds">Whether the agreement holds for it today.</param>
public sealed record MemberView(OriginMember Member, bool Holds, IReadOnlyList<ReachingCorridor> Corridors);

/// <summary>An agreement on preferential origin, as the code tables have it.</summary>
/// <param name="Document">The row of the accompanying document that is given for it; null where the table has none.</param>
/// <param name="Others">Agreements of the table whose members it does not have.</param>
public sealed record AgreementView(NamedCode Agreement, IReadOnlyList<MemberView> Members, NamedCode? Document, IReadOnlyList<NamedCode> Others);

/// <summary>Agreements and their members: rows of the code tables that staff keep, beside the corridors of the network.</summary>
public sealed class AgreementDirectory(PortalDbContext db, CustomsTablesSource tables, ChinaTime time)
{
    /// <summary>原产地证明 among the accompanying documents.</summary>
    private const string OriginDocument = "Y";

    private const int MostLegs = 2_000;

    /// <param name="code">Two digits, such as 22 for RCEP.</param>
    /// <returns>Null where the table of agreements has none of this code.</returns>
    public async Task<AgreementView?> FindAsync(string code, CancellationToken cancellation)
    {
        var known = await tables.ReadAsync(cancellation);
        if (known.OriginAgreements.Find(code) is not { } agreement) return null;
        var (today, reached) = (time.Today, await ReachedAsync(cancellation));
        return new AgreementView(
            agreement,
            [.. OriginMembers.Of(known, code).Select(m => new MemberView(m, m.Since is not { } since || since <= today, [.. reached[m.Country.Code]]))],
            known.ControlDocuments.Find(OriginDocument),
            [.. known.OriginAgreements.Rows.Where(a => a.Code != code && OriginMembers.Of(known, a.Code).Count == 0)]);
    }

    private async Task<ILookup<string, ReachingCorridor>> ReachedAsync(CancellationToken cancellation)
    {
        var legs = await db.Corridors.SelectMany(c => c.Legs, (c, l) => new { c.Id, l.Position, c.Slug, c.Name, c.EnglishName, From = l.Leg!.From!.CountryCode, To = l.Leg.To!.CountryCode })
            .OrderBy(l => l.Id).ThenBy(l => l.Position).Take(MostLegs).ToListAsync(cancellation);
        return legs.SelectMany(l => new[] { l.From, l.To }.Select(c => (Country: c, Corridor: new ReachingCorridor(l.Slug, l.Name, l.EnglishName)))).Distinct()
            .ToLookup(p => p.Country, p => p.Corridor, StringComparer.Ordinal);
    }
}
