using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Webhooks;

public static class WebhooksRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WebhookBell>()
            .AddSingleton<WebhookTargets>()
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<IWebhookTransport, HttpWebhookTransport>()
            .AddScoped<WebhookOutbox>()
            .AddScoped<WebhookService>()
            .AddScoped<WebhookSender>()
            .AddHostedService<WebhookWorker>();
    }
}
