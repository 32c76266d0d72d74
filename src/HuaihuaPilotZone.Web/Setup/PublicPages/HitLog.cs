using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>
/// One line for each route and round says how many kept pages were served. A line for each request would say nothing more, since the log
/// names neither addresses nor visitors, and would cost more than the page.
/// </summary>
public sealed class HitLog(PageStore store, WorkerStart start, ILogger<HitLog> logger) : RoundWorker(start, TimeSpan.FromSeconds(10), bell: null, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Write();
    }

    protected override Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        Write();
        return Task.FromResult(false);
    }

    private void Write()
    {
        foreach (var (route, times) in store.TakeHits())
        {
            logger.LogInformation("GET /{Route} {Times} times from kept pages", route.TrimStart('/'), times);
            PortalMeter.Pages(times, areKept: true);
        }
    }
}
