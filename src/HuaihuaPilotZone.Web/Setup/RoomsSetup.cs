using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The rooms of the zone.</summary>
public static class RoomsSetup
{
    public static void AddPortalRooms(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ChinaTime>();
        builder.Services.AddScoped<Actor>();
        builder.Services.AddScoped<DatabasePreparation>();
        builder.Services.AddPortalDatabase(configuration, builder.Environment.ContentRootPath);
        builder.Services
            .AddJournal()
            .AddMessages(configuration)
            .AddAccounts()
            .AddEnterprises()
            .AddDeclarations();
        builder.Services.AddAutoMapper(mapper =>
        {
            mapper.LicenseKey = configuration["AutoMapper:LicenseKey"];
            mapper.AddMaps(typeof(PortalDbContext).Assembly, typeof(RoomsSetup).Assembly);
        });
    }
}
