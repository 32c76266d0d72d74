using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Backups;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Addresses;
using HuaihuaPilotZone.Content.Links;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Webhooks;
using HuaihuaPilotZone.WorkingDays;
using HuaihuaPilotZone.Yard;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The rooms of the zone.</summary>
public static class RoomsSetup
{
    /// <summary>The machine's clock; also for commands that run without the portal.</summary>
    public static TimeProvider Clock => TimeProvider.System;

    public static void AddPortalRooms(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton(Clock);
        builder.Services.AddSingleton<ChinaTime>();
        builder.Services.AddSingleton<WorkerStart>().AddOptions<WorkerOptions>().BindConfiguration("Workers").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<Actor>();
        builder.Services.AddScoped<DatabasePreparation>();
        builder.Services.AddPortalDatabase(configuration, builder.Environment.ContentRootPath);
        builder.Services
            .AddJournal()
            .AddMessages(configuration)
            .AddJobs()
            .AddOperations()
            .AddFiles()
            .AddFilingReceipts()
            .AddBackups()
            .AddAccounts()
            .AddApiKeys()
            .AddWebhooks()
            .AddEnterprises()
            .AddContent()
            .AddPublicPages()
            .AddSiteChecks()
            .AddSearch()
            .AddAddresses()
            .AddFigures()
            .AddPolicyMatching()
            .AddCorridors()
            .AddBookings()
            .AddRisks()
            .AddDeclarations()
            .AddBooks()
            .AddImports()
            .AddWorkingDays()
            .AddDeadlines()
            .AddServiceHall()
            .AddLetters()
            .AddInformationRequests()
            .AddSubscriptions()
            .AddParks()
            .AddInvestment()
            .AddChains()
            .AddTracking()
            .AddYard()
            .AddPersonal();
        builder.Services.AddSingleton(provider => new SiteRoutes(new PageRoutes(provider).Has));
        builder.Services.AddAutoMapper(mapper =>
        {
            mapper.LicenseKey = configuration["AutoMapper:LicenseKey"];
            foreach (var profile in new[] { typeof(PortalDbContext).Assembly, typeof(RoomsSetup).Assembly }.SelectMany(a => DeclaredTypes.Ending(a, "Mapping"))) mapper.AddProfile(profile);
        });
    }
}
