using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.SiteChecks.Checks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.SiteChecks;

public static class SiteChecksRegistration
{
    public static IServiceCollection AddSiteChecks(this IServiceCollection services)
    {
        services.AddOptions<SiteCheckOptions>().BindConfiguration(SiteCheckOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ILinkProbe, HttpLinkProbe>()
            .AddScoped<PublishedTexts>()
            .AddScoped<FrontChecks>()
            .AddScoped<DialogueChecks>()
            .AddScoped<PolicyChecks>()
            .AddScoped<TextContentChecks>()
            .AddScoped<RunningChecks>()
            .AddScoped<ForeignLinkChecks>()
            .AddScoped<SiteInspector>()
            .AddScoped<SiteFindingNotices>()
            .AddScoped<SiteCheckBook>()
            .AddScoped<IRegularWork>(provider => provider.GetRequiredService<SiteCheckBook>())
            .AddHostedService<SiteCheckWorker>();
    }
}

/// <summary>Looks every quarter of an hour whether tonight's inspection is due.</summary>
internal sealed class SiteCheckWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<SiteCheckWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(15), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteCheckBook>().InspectDueAsync(cancellation);
        return false;
    }
}
