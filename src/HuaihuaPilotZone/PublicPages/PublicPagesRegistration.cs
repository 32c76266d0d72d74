using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.PublicPages;

public static class PublicPagesRegistration
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddOptions<PublicPageOptions>().BindConfiguration(PublicPageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PublicChanges>()
            .AddSingleton<PortalStatus>()
            .AddSingleton<PublicChangesWatcher>()
            .AddHostedService(provider => provider.GetRequiredService<PublicChangesWatcher>());
    }
}
