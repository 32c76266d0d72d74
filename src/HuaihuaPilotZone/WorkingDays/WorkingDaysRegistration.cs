using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.WorkingDays;

public static class WorkingDaysRegistration
{
    public static IServiceCollection AddWorkingDays(this IServiceCollection services) => services
        .AddSingleton<WorkingCalendarCache>()
        .AddScoped<WorkingCalendarSource>()
        .AddScoped<WorkingDaysService>()
        .AddScoped<RoomSeed, WorkingDaysSeed>();
}
