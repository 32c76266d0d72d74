using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PortalOptions>().BindConfiguration("Portal")
            .Validate(o => o.BaseAddress is { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Portal:BaseAddress is not an http or https address.")
            .Validate(
                _ => string.IsNullOrEmpty(configuration["Mail:Host"]) || !string.IsNullOrEmpty(configuration["Portal:BaseAddress"]),
                "Mail:Host is set, but Portal:BaseAddress is not: the links in mails would lead nowhere.")
            .ValidateOnStart();
        if (string.IsNullOrEmpty(configuration["Mail:Host"])) services.AddSingleton<IMailTransport, FileMailTransport>();
        else services.AddSingleton<IMailTransport, SmtpMailTransport>();
        return services
            .AddSingleton<PortalAddress>()
            .AddSingleton<OutboxBell>()
            .AddScoped<Outbox>()
            .AddScoped<Inbox>()
            .AddScoped<MailDelivery>()
            .AddScoped<MailLedger>()
            .AddHostedService<MailWorker>();
    }
}
