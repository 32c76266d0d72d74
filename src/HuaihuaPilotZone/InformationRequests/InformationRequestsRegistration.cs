using HuaihuaPilotZone.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HuaihuaPilotZone.InformationRequests;

public static class InformationRequestsRegistration
{
    public static IServiceCollection AddInformationRequests(this IServiceCollection services)
    {
        services.AddOptions<InformationRequestOptions>().BindConfiguration(InformationRequestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PersonalColumn>();
        return services
            .AddScoped<InformationRequestBox>()
            .AddScoped<InformationRequestDesk>()
            .AddScoped<InformationRequestClock>()
            .AddHostedService<InformationRequestWorker>();
    }
}
