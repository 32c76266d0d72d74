using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        return string.IsNullOrEmpty(configuration["Mail:Host"])
            ? services.AddSingleton<IMailSender, FileMailSender>()
            : services.AddSingleton<IMailSender, SmtpMailSender>();
    }
}
