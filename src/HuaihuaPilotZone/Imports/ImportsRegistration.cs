using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Orders;
using HuaihuaPilotZone.Imports.Work;
using HuaihuaPilotZone.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Imports;

public static class ImportsRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddScoped<ImportKinds>()
        .AddScoped<ImportMemory>()
        .AddScoped<ImportService>()
        .AddScoped<ImportReview>()
        .AddScoped<ImportRepairs>()
        .AddScoped<ImportDownloads>()
        .AddScoped<ImportSteps>()
        .AddScoped<ImportChanges>()
        .AddScoped<ListNumbers>()
        .AddScoped<KnownLists>()
        .AddScoped<GoodsPaste>()
        .AddScoped<ImportIntake>()
        .AddImportKind<ListImports>()
        .AddImportKind<OrderImports>()
        .AddJob<ReadHandler>(ReadHandler.Kind)
        .AddJob<CheckHandler>(CheckHandler.Kind)
        .AddJob<RepairHandler>(RepairHandler.Kind)
        .AddJob<CommitHandler>(CommitHandler.Kind)
        .AddJob<UndoHandler>(UndoHandler.Kind);

    /// <summary>Makes a kind of import known: rooms call it in their registration.</summary>
    public static IServiceCollection AddImportKind<T>(this IServiceCollection services)
        where T : ImportKind => services.AddScoped<ImportKind, T>();
}
