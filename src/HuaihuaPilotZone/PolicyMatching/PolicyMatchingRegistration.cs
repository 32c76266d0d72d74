using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.PolicyMatching;

public static class PolicyMatchingRegistration
{
    public static IServiceCollection AddPolicyMatching(this IServiceCollection services) => services
        .AddSingleton<ConditionMemory>()
        .AddScoped<ConditionNames>()
        .AddScoped<FactReader>()
        .AddScoped<PolicyMatcher>()
        .AddScoped<CriteriaDesk>()
        .AddScoped<RoomSeed, PolicyMatchingSeed>();
}
