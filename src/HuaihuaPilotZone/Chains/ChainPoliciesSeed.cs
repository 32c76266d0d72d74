using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Chains;

/// <summary>Puts an invented policy beside the core industry of the demonstration; the library comes after the chains.</summary>
internal sealed class ChainPoliciesSeed(PortalDbContext db) : RoomSeed
{
    public override int Order => 66;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.ChainPolicies.AnyAsync(cancellation)) return;
        var chain = await db.Chains.Where(c => c.IsCore).OrderBy(c => c.SortOrder).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancellation);
        var policy = await db.PolicyDocuments.Where(d => d.IsDemonstration && d.CardWho != null).OrderBy(d => d.Id).Select(d => (int?)d.Id).FirstOrDefaultAsync(cancellation);
        if (chain is not { } to || policy is not { } named) return;
        db.ChainPolicies.Add(new ChainPolicy { ChainId = to, PolicyId = named });
        await db.SaveChangesAsync(cancellation);
    }
}
