using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Declarations.Templates;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Numbers;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Declarations;

public static class DeclarationsRegistration
{
    public static IServiceCollection AddDeclarations(this IServiceCollection services)
    {
        services.AddOptions<DeclarationOptions>().BindConfiguration("Declarations").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ZoneApprovalOptions>().BindConfiguration("Zone:PilotZoneApproval")
            .Validate(o => string.IsNullOrEmpty(o.Number) || o.Date is not null, "Zone:PilotZoneApproval: a number needs its date.").ValidateOnStart();
        services.AddOptions<ToleranceOptions>().BindConfiguration("PreCheck:Tolerances").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CustomsTablesCache>()
            .AddSingleton<KnownSeries>().AddScoped<NumberGiver>()
            .AddScoped<CustomsTablesSource>()
            .AddScoped<CustomsTablesService>()
            .AddScoped<TableRevisions>()
            .AddScoped<TablePreview>()
            .AddScoped<TableImportService>()
            .AddScoped<TableVersions>()
            .AddScoped<AgreementDirectory>()
            .AddScoped<CodeWords>()
            .AddScoped<CheckReplay>()
            .AddJob<TableReading>(TableReading.Kind)
            .AddScoped<LoadingFacts>()
            .AddScoped<DeclarationCheck>()
            .AddScoped<DraftMaker>()
            .AddScoped<DeclarationFixes>()
            .AddScoped<DeclarationDetails>()
            .AddScoped<DeclarationNotices>()
            .AddScoped<Prefill>()
            .AddScoped<DeclarationService>()
            .AddScoped<DeclarationLists>()
            .AddScoped<DraftTemplates>()
            .AddScoped<DraftMerge>()
            .AddScoped<ReviewService>()
            .AddScoped<ReviewReasons>()
            .AddScoped<ReviewStatistics>()
            .AddScoped<HandoverFiles>()
            .AddScoped<ReturnHolds>()
            .AddScoped<ApplicationService>()
            .AddScoped<CrossCheckService>()
            .AddScoped<OrderBook>()
            .AddScoped<SampleOrders>()
            .AddScoped<OrderChecks>()
            .AddScoped<OrderEditing>()
            .AddScoped<DeclarationEvents>()
            .AddScoped<DeclarationFeed>()
            .AddScoped<ReceiptMatching>()
            .AddScoped<ReceiptIntake>()
            .AddScoped<ReceiptLists>()
            .AddScoped<RoomSeed, DeclarationsSeed>();
    }
}
