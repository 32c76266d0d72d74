using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Backups;

public static class BackupsRegistration
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddScoped<BackupMaker>().AddScoped<BackupRestorer>().AddScoped<IPortalBackups, PortalBackups>();
}
