using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment.Costs;

/// <summary>Invented rates for the demonstration, each marked so. No rate of the zone stands in a source that was read, so none is seeded as a fact; the fitting deposit is left out to show what is not published.</summary>
internal sealed class CostsSeed(PortalDbContext db) : RoomSeed
{
    private static readonly DateOnly _from = new(2026, 1, 1);

    public override int Order => 41;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.CostRates.AnyAsync(cancellation)) return;
        db.CostRates.AddRange(
            Rate(CostItem.Rent, UnitUse.Workshop, 12m), Rate(CostItem.Rent, UnitUse.Warehouse, 15m), Rate(CostItem.Rent, UnitUse.ColdStore, 45m), Rate(CostItem.Rent, UnitUse.Office, 25m), Rate(CostItem.Rent, UnitUse.Shop, 30m),
            Rate(CostItem.PropertyFee, null, 1.5m), Rate(CostItem.Power, null, 0.75m), Rate(CostItem.Water, null, 3.2m), Rate(CostItem.Dormitory, null, 150m), Rate(CostItem.RentDeposit, null, 2m), Rate(CostItem.Entry, null, 500m));
        db.Subsidies.Add(new Subsidy
        {
            Title = "示例：首年租金补贴",
            EnglishTitle = "Demonstration: rent subsidy of the first year",
            Condition = "演示：签约三年以上、半年内投产的，首年租金补贴一半；不是真实政策，以公布的政策为准。",
            EnglishCondition = "Demonstration: half of the rent of the first year for leases of three years or more with production within half a year. No real policy; the published policies count.",
            From = _from,
            Source = Publications.Invented.Text,
            SourceStatus = FigureStatus.Demonstration,
            IsUnverified = true,
        });
        await db.SaveChangesAsync(cancellation);
    }

    private static CostRate Rate(CostItem item, UnitUse? use, decimal value) => new()
    {
        Item = item,
        Use = use,
        Scope = CostRate.ScopeOf(null, use),
        Value = value,
        From = _from,
        Source = Publications.Invented.Text,
        SourceStatus = FigureStatus.Demonstration,
        IsUnverified = true,
    };
}
