using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>The portal's rooms and sign-in as it registers them for SQL Server, on a <see cref="PretendServer"/>.</summary>
internal static class SqlServerServices
{
    private static readonly IReadOnlyList<ServiceDescriptor> _portal = Describe();

    /// <summary>Fresh services, so that no call finds what another one left in a cache.</summary>
    public static ServiceProvider Make(PretendServer server)
    {
        var services = new ServiceCollection();
        foreach (var descriptor in _portal) ((ICollection<ServiceDescriptor>)services).Add(descriptor);
        services.ConfigureDbContext<SqlServerPortalDbContext>(o => o.AddInterceptors(server));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static List<ServiceDescriptor> Describe()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:SqlServer"] = "Server=nowhere.invalid;Database=none",
            // the portal's own would have to be read from the server
            ["Personal:Keys:test"] = TestKeys.Encrypting,
            ["Personal:MarkKey"] = TestKeys.Marking,
        });
        builder.AddPortalRooms();
        builder.AddPortalSignIn();
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton<IConfiguration>(builder.Configuration));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock()));
        services.Replace(ServiceDescriptor.Scoped(_ => Somebody()));
        // the real keys stand in the database and are read by a framework that does not wait
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.ConfigureDbContext<SqlServerPortalDbContext>(o => o.ConfigureWarnings(w => w.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning,
            CoreEventId.FirstWithoutOrderByAndFilterWarning,
            RelationalEventId.MultipleCollectionIncludeWarning)));
        return [.. services];
    }

    private static Actor Somebody()
    {
        var actor = new Actor();
        actor.Is(1, "示例");
        return actor;
    }
}
