using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Showcase;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>A policy that the public may read about an industry.</summary>
public sealed record NamedPolicy(string Slug, string Title, string? Number, string Issuers, DateOnly? IssuedOn, bool IsDemonstration);

/// <summary>A product that an enterprise of the directory shows.</summary>
public sealed record NamedProduct(int EnterpriseId, string EnterpriseName, string? EnterpriseEnglishName, string Name, string? EnglishName, string? Text, bool IsDemonstration);

/// <summary>What stands beside the nodes of a chain.</summary>
public sealed record ChainShelfView(IReadOnlyList<NamedPolicy> Policies, IReadOnlyList<NamedProduct> Products);

/// <summary>
/// The policies about an industry and the products of the enterprises in it, as the public sees them: the rows of the library and of what enterprises show,
/// never typed again. The books of products behind declarations are the enterprises' own and stay out.
/// </summary>
public sealed class ChainShelf(PortalDbContext db, ChinaTime time)
{
    private const int MostProducts = 100;

    public async Task<ChainShelfView> OfAsync(int chainId, CancellationToken cancellation)
    {
        var today = time.Today;
        var policies = await db.ChainPolicies.Where(p => p.ChainId == chainId && p.Policy!.State == PublicationState.Published && p.Policy.Openness != Openness.Closed)
            .OrderByDescending(p => p.Policy!.IssuedOn).ThenBy(p => p.Id).Take(ChainPolicies.Most)
            .Select(p => new NamedPolicy(p.Policy!.Slug, p.Policy.Title, p.Policy.Number, p.Policy.IssuersText, p.Policy.IssuedOn, p.Policy.IsDemonstration)).ToListAsync(cancellation);
        var members = db.ChainMembers.Where(m => m.Node!.ChainId == chainId && m.State == MemberState.Confirmed);
        var products = await db.ShowcaseItems
            .Where(i => i.Kind == ShowcaseKind.Product && i.State == ShowcaseState.Public && (i.ValidTo == null || i.ValidTo >= today) && members.Any(m => m.EnterpriseId == i.EnterpriseId))
            .Where(i => i.Enterprise!.IsPublic && i.Enterprise.SuspendedAt == null && i.Enterprise.Stage != EnterpriseStage.Left)
            .OrderBy(i => i.Enterprise!.NameKey).ThenBy(i => i.EnterpriseId).ThenBy(i => i.Id).Take(MostProducts)
            .Select(i => new NamedProduct(i.EnterpriseId, i.Enterprise!.Name, i.Enterprise.EnglishName, i.Name, i.EnglishName, i.Text, i.IsDemonstration)).ToListAsync(cancellation);
        return new ChainShelfView(policies, products);
    }
}
