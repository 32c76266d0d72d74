using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Yard;

public static class YardRegistration
{
    public static IServiceCollection AddYard(this IServiceCollection services) => services
        .AddScoped<GateDesk>()
        .AddScoped<YardKeeping>()
        .AddScoped<YardFigures>()
        .AddScoped<SlotKeeping>()
        .AddScoped<InspectionService>()
        .AddScoped<RoomSeed, YardSeed>();
}
