using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Corridors;

public static class CorridorsRegistration
{
    public static IServiceCollection AddCorridors(this IServiceCollection services) => services
        .AddScoped<CorridorService>()
        .AddScoped<RoomSeed, CorridorsSeed>();
}
