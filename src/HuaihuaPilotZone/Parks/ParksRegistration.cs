using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Parks.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Parks;

public static class ParksRegistration
{
    public static IServiceCollection AddParks(this IServiceCollection services) => services
        .AddScoped<ParkDirectory>()
        .AddScoped<ParkKeeping>()
        .AddScoped<AreaKeeping>()
        .AddScoped<UnitDesk>()
        .AddScoped<LeaseService>()
        .AddScoped<TicketService>()
        .AddScoped<RoomSeed, ParksSeed>();
}
