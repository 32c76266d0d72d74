using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal.Seals;
using HuaihuaPilotZone.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Journal;

public static class JournalRegistration
{
    public static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddOptions<JournalOptions>().BindConfiguration("Journal").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<PortalJournal>()
            .AddScoped<JournalSealer>()
            .AddScoped<JournalVerifier>()
            .AddScoped<JournalKeeping>()
            .AddScoped<IRegularWork>(provider => provider.GetRequiredService<JournalKeeping>())
            .AddHostedService<JournalWorker>()
            .AddJob<VerifyJournalHandler>(VerifyJournalHandler.Kind);
    }
}
