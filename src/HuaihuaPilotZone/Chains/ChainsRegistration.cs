using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Chains;

public static class ChainsRegistration
{
    public static IServiceCollection AddChains(this IServiceCollection services) => services
        .AddScoped<ChainMap>()
        .AddScoped<ChainKeeping>()
        .AddScoped<ChainMembership>()
        .AddScoped<RelationBook>()
        .AddScoped<ChainPolicies>()
        .AddScoped<ChainShelf>()
        .AddScoped<RoomSeed, ChainsSeed>()
        .AddScoped<RoomSeed, ChainPoliciesSeed>();
}
