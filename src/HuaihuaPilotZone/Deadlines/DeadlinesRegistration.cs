using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Deadlines;

public static class DeadlinesRegistration
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services.AddScoped<DeadlineDesk>();
}
