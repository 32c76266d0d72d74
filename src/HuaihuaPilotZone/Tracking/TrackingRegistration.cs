using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Tracking;

public static class TrackingRegistration
{
    /// <summary>Consignments and what is reported of them.</summary>
    public static IServiceCollection AddTracking(this IServiceCollection services)
    {
        services.AddOptions<EventOptions>().BindConfiguration("Events").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TrackingOptions>().BindConfiguration("Tracking").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WatchBell>()
            .AddSingleton<EventIntake>()
            .AddScoped<EventWriter>()
            .AddScoped<EventCalls>()
            .AddScoped<ReadingCalls>()
            .AddScoped<EventLists>()
            .AddScoped<EventSimulation>()
            .AddScoped<SensorBook>()
            .AddScoped<SensorDesk>()
            .AddScoped<SensorLists>()
            .AddScoped<ConsignmentWatch>()
            .AddScoped<AlertDesk>()
            .AddScoped<DwellTimes>()
            .AddScoped<TrackingLookup>()
            .AddScoped<ConsignmentDesk>()
            .AddScoped<ConsignmentTimeline>()
            .AddScoped<ConsignmentLinks>()
            .AddScoped<DeclarationJoins>()
            .AddScoped<AffectedConsignments>()
            .AddScoped<Replanner>()
            .AddScoped<ReplanDesk>()
            .AddScoped<RoomSeed, ConsignmentsSeed>()
            .AddHostedService<EventCommitter>()
            .AddHostedService<WatchWorker>()
            .AddHostedService<ReplanWorker>()
            .AddHostedService<ReadingSweeper>();
    }
}

/// <summary>Forgets readings whose time is over.</summary>
internal sealed class ReadingSweeper(IServiceScopeFactory scopes, WorkerStart start, ILogger<ReadingSweeper> logger) : RoundWorker(start, TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SensorBook>().ForgetOldAsync(cancellation) > 0;
    }
}
