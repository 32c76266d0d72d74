using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Parks;

public static class ParksRegistration
{
    public static IServiceCollection AddParks(this IServiceCollection services) => services
        .AddScoped<ParkDirectory>()
        .AddScoped<ParkKeeping>()
        .AddScoped<UnitDesk>()
        .AddScoped<LeaseService>()
        .AddScoped<RoomSeed, ParksSeed>();
}
