using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Subscriptions;

public static class SubscriptionsRegistration
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddOptions<SubscriptionOptions>().BindConfiguration(SubscriptionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PersonalColumn>();
        return services
            .AddSingleton<SubscriptionKeys>()
            .AddSingleton<SubscriptionMails>()
            .AddScoped<PublishedItems>()
            .AddScoped<SubscriptionBook>()
            .AddScoped<SubscriptionFigures>()
            .AddScoped<Announcer>()
            .AddScoped<SubscriptionPost>()
            .AddHostedService<SubscriptionWorker>();
    }
}

/// <summary>Looks three times a minute what has come out and whose mail is due, and once a day which addresses are to be forgotten.</summary>
internal sealed class SubscriptionWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<SubscriptionWorker> logger) : RoundWorker(start, TimeSpan.FromSeconds(20), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (isNewDay) await scope.ServiceProvider.GetRequiredService<SubscriptionBook>().ForgetOldAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<Announcer>().AnnounceNewAsync(cancellation);
        return await scope.ServiceProvider.GetRequiredService<SubscriptionPost>().SendDueAsync(cancellation) > 0;
    }
}
