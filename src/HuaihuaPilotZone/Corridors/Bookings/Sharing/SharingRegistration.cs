using HuaihuaPilotZone.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

public static class SharingRegistration
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services
        .AddScoped<IntentDesk>()
        .AddScoped<SharingFinder>()
        .AddScoped<SharingDesk>()
        .AddScoped<SharedContainers>()
        .AddScoped<SharingOverview>()
        .AddScoped<IBookingWatcher, SharedBookingWatcher>()
        .AddScoped<Timetable.IDepartureWatcher, SharedBookingWatcher>()
        .AddHostedService<SharingWorker>();
}

/// <summary>Ends late proposals every ten minutes.</summary>
internal sealed class SharingWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<SharingWorker> logger) : RoundWorker(start, TimeSpan.FromMinutes(10), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SharingDesk>().EndLateAsync(cancellation) > 0;
    }
}
