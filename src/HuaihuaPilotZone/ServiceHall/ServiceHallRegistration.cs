using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.ServiceHall;

public static class ServiceHallRegistration
{
    public static IServiceCollection AddServiceHall(this IServiceCollection services)
    {
        services.AddOptions<ServiceHallOptions>().BindConfiguration(ServiceHallOptions.Section);
        return services.AddScoped<ServiceCatalogue>().AddScoped<ServiceItemDesk>().AddScoped<RoomSeed, ServiceHallSeed>();
    }
}
