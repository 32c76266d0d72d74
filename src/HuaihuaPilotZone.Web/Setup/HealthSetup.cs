using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Web.Setup.Running;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>/health/live: the process answers. /health/ready: the database is reachable and migrated, and the portal is not being stopped.</summary>
public static class HealthSetup
{
    private const string Ready = "ready";
    private const string Stopping = "stopping";

    public static void AddPortalHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks()
            .AddCheck<Readiness>(Stopping, tags: [Ready])
            .AddDbContextCheck<Data.PortalDbContext>("database", tags: [Ready])
            .AddCheck<MigrationsCheck>("migrations", tags: [Ready]);

    public static void MapPortalHealth(this IEndpointRouteBuilder endpoints)
    {
        var readiness = endpoints.ServiceProvider.GetRequiredService<Readiness>();
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            // a balancer has to learn it at once, however busy the database is
            Predicate = c => readiness.IsStopping ? c.Name == Stopping : c.Tags.Contains(Ready),
        }).AllowAnonymous();
    }

    private sealed class MigrationsCheck(DatabasePreparation preparation) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await preparation.IsMigratedAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("Migrations of this build have not been applied.");
    }
}
