using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Corridors.Bookings.Warehouses;

/// <summary>Invented warehouses, only where demonstration data is asked for: no registry of real ones was found.</summary>
internal sealed class WarehousesSeed(PortalDbContext db, WarehouseDesk desk) : RoomSeed
{
    private const string Source = "示例：仓库、能力和运营方均为演示虚构";

    public override int Order => 46;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Warehouses.AnyAsync(cancellation)) return;
        WarehouseData[] invented =
        [
            new("示例万象海外仓", WarehouseKind.Overseas, "LAO", "万象", "示例海外仓企业", 200, null, null, null, Source, FigureStatus.Demonstration, false),
            new("示例河内海外仓", WarehouseKind.Overseas, "VNM", "河内", "示例海外仓企业", 120, null, null, null, Source, FigureStatus.Demonstration, false),
            new("示例万象冷库", WarehouseKind.ColdStore, "LAO", "万象", null, 60, -18m, 8m, null, Source, FigureStatus.Demonstration, false),
            new("示例陆港前置仓", WarehouseKind.Front, "CHN", "怀化", "示例快递企业", 300, null, null, null, Source, FigureStatus.Demonstration, false),
        ];
        foreach (var data in invented)
        {
            var outcome = await desk.AddAsync(data, cancellation);
            if (!outcome.IsDone) throw new InvalidOperationException($"{data.Name}: {outcome.Refusals[0].Message}");
        }
        db.ChangeTracker.Clear();
    }
}

public static class WarehousesRegistration
{
    public static IServiceCollection AddWarehouses(this IServiceCollection services) => services
        .AddScoped<WarehouseDesk>()
        .AddScoped<InboundDesk>()
        .AddScoped<StockDesk>()
        .AddScoped<WarehouseTrail>()
        .AddScoped<RoomSeed, WarehousesSeed>();
}
