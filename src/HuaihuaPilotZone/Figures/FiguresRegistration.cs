using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Figures;

public static class FiguresRegistration
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddScoped<FigureService>()
        .AddScoped<RoomSeed, FiguresSeed>();
}
