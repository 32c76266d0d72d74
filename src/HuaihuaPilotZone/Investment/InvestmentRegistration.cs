using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Investment.Opportunities;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Investment;

public static class InvestmentRegistration
{
    public static IServiceCollection AddInvestment(this IServiceCollection services) => services
        .AddScoped<LeadLists>()
        .AddScoped<LeadDesk>()
        .AddScoped<LeadSigning>()
        .AddScoped<LeadReminders>()
        .AddHostedService<LeadReminderWorker>()
        .AddScoped<OpportunityDesk>()
        .AddScoped<OpportunityDirectory>()
        .AddScoped<CostBook>()
        .AddScoped<RoomSeed, InvestmentSeed>()
        .AddScoped<RoomSeed, CostsSeed>();
}
