using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Jobs;

public static class JobsRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<JobBell>()
            .AddSingleton<JobRunner>()
            .AddScoped<JobService>()
            .AddScoped<JobLeases>()
            .AddHostedService<JobWorker>();
    }

    /// <summary>Makes a kind of job known: rooms call it in their registration.</summary>
    /// <param name="kind">Room and act, such as imports.orders; kept with every job, so never renamed.</param>
    /// <param name="page">Where its owner watches it; null for the list of jobs at a desk.</param>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string kind, string? page = null)
        where T : JobHandler => services.AddSingleton(new JobKind(kind, page)).AddKeyedScoped<JobHandler, T>(kind);
}
