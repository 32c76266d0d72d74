using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Risks.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Risks;

public static class RisksRegistration
{
    public static IServiceCollection AddRisks(this IServiceCollection services) => services
        .AddScoped<RiskDesk>()
        .AddScoped<RiskEditorial>()
        .AddScoped<RiskHistory>()
        .AddScoped<RiskLists>()
        .AddScoped<RiskDirectory>()
        .AddSingleton<RiskMemory>()
        .AddScoped<DraftRisks>()
        .AddScoped<RiskTelling>()
        .AddJob<RiskTellingJob>(RiskTellingJob.Kind)
        .AddScoped<RoomSeed, RisksSeed>();
}
