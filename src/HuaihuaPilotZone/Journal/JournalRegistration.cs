using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Journal;

public static class JournalRegistration
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services.AddScoped<PortalJournal>();
}
