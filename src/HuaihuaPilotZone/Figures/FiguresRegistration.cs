using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Figures.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Figures;

public static class FiguresRegistration
{
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddScoped<FigureService>()
        .AddScoped<IndicatorDesk>()
        .AddScoped<ObservationDesk>()
        .AddScoped<ObservationImport>()
        .AddScoped<PublicStatistics>()
        .AddScoped<RoomSeed, FiguresSeed>()
        .AddScoped<RoomSeed, IndicatorSeed>();
}
