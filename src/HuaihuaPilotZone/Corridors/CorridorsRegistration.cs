using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Planning;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Corridors;

public static class CorridorsRegistration
{
    public static IServiceCollection AddCorridors(this IServiceCollection services)
    {
        services.AddOptions<PlannerOptions>().BindConfiguration("Planner").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<CorridorService>()
            .AddScoped<NodeKeeping>()
            .AddScoped<LegKeeping>()
            .AddScoped<LegValueImport>()
            .AddScoped<NodeImport>()
            .AddScoped<LegImport>()
            .AddScoped<CorridorImport>()
            .AddScoped<StandingImport>()
            .AddScoped<StandingTurn>()
            .AddScoped<CorridorKeeping>()
            .AddScoped<NoticeDesk>()
            .AddScoped<NoticeImport>()
            .AddScoped<SheetTrial>()
            .AddScoped<ServiceDesk>()
            .AddScoped<ServicePast>()
            .AddScoped<DepartureDesk>()
            .AddScoped<DepartureImport>()
            .AddScoped<DepartureDeadlines>()
            .AddScoped<DepartureMaker>()
            .AddScoped<CalendarImport>()
            .AddScoped<ServiceImport>()
            .AddScoped<TimetableBoard>()
            .AddSingleton<PlanningNetworks>()
            .AddScoped<NetworkReader>()
            .AddScoped<PlanDesk>()
            .AddHostedService<DepartureWorker>()
            .AddScoped<RoomSeed, CorridorsSeed>()
            .AddScoped<RoomSeed, TimetableSeed>();
    }
}
