using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Operations;

public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<OperationsOptions>().BindConfiguration("Operations").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<InstanceIdentity>()
            .AddSingleton<ErrorNotes>()
            .AddSingleton<RouteTimes>()
            .AddSingleton<QueueAges>()
            .AddScoped<OperationsReader>()
            .AddScoped<OperationsKeeper>()
            .AddScoped<OperationsBoard>()
            .AddScoped<IncidentDesk>()
            .AddHostedService<OperationsWorker>();
    }
}
