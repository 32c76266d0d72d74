using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Enterprises;

public static class EnterprisesRegistration
{
    public static IServiceCollection AddEnterprises(this IServiceCollection services) => services
        .AddScoped<EnterpriseRoster>()
        .AddScoped<EnterpriseService>()
        .AddScoped<FilingProfileService>()
        .AddScoped<PublicDirectory>()
        .AddScoped<EntryApplicationService>()
        .AddScoped<EntryReview>()
        .AddScoped<VaultService>()
        .AddScoped<AttachmentService>()
        .AddScoped<VaultReminders>()
        .AddHostedService<VaultReminderWorker>()
        .AddScoped<RoomSeed, EnterprisesSeed>()
        .AddScoped<RoomSeed, ApplicationsSeed>();
}
