using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Enterprises;

public static class EnterprisesRegistration
{
    public static IServiceCollection AddEnterprises(this IServiceCollection services) => services
        .AddScoped<RoomSeed, EnterprisesSeed>();
}
