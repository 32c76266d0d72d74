using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Enterprises.Views;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Enterprises;

public static class EnterprisesRegistration
{
    public static IServiceCollection AddEnterprises(this IServiceCollection services) => services
        .AddScoped<EnterpriseRoster>()
        .AddScoped<EnterpriseService>()
        .AddScoped<RosterCells>()
        .AddScoped<RosterExport>()
        .AddScoped<RosterViews>()
        .AddScoped<BulkRunner>()
        .AddScoped<BulkEditService>()
        .AddJob<BulkEditJob>(BulkEditJob.Kind)
        .AddScoped<RosterNarrowing>()
        .AddSingleton<RosterCountsMemory>()
        .AddSingleton<LongCountsMemory>()
        .AddScoped<LongListCounts>()
        .AddScoped<RosterCounts>()
        .AddScoped<RosterFinder>()
        .AddScoped<RosterUpkeep>()
        .AddScoped<RosterRecount>()
        .AddScoped<SampleRoster>()
        .AddScoped<RosterWriter>()
        .AddScoped<EnterpriseReferences>()
        .AddScoped<SimilarEnterprises>()
        .AddScoped<RosterImportWork>()
        .AddImportKind<RosterImports>()
        .AddHostedService<RosterUpkeepWorker>()
        .AddJob<RosterRecountJob>(RosterRecountJob.Kind)
        .AddScoped<PastRoster>()
        .AddScoped<RosterComparison>()
        .AddScoped<RosterChanges>()
        .AddScoped<PastCorrections>()
        .AddScoped<TagKeeping>()
        .AddScoped<PastOpening>()
        .AddHostedService<PastOpeningWorker>()
        .AddScoped<MergeObstacles>()
        .AddScoped<MergeNews>()
        .AddScoped<MergeService>()
        .AddScoped<MergeUndo>()
        .AddScoped<MergeCandidates>()
        .AddScoped<MergedRecords>()
        .AddScoped<MergeLists>()
        .AddScoped<MergeSweep>()
        .AddScoped<SplitService>()
        .AddHostedService<MergeSweepWorker>()
        .AddScoped<ProposalService>()
        .AddScoped<ProposalDesk>()
        .AddScoped<FilingProfileService>()
        .AddScoped<PublicDirectory>()
        .AddScoped<EnterprisePages>()
        .AddScoped<ShowcaseDesk>()
        .AddScoped<OpenRoster>()
        .AddScoped<EntryApplicationService>()
        .AddScoped<EntryReview>()
        .AddScoped<VaultService>()
        .AddScoped<AttachmentService>()
        .AddScoped<VaultReminders>()
        .AddHostedService<VaultReminderWorker>()
        .AddScoped<RoomSeed, EnterprisesSeed>()
        .AddScoped<RoomSeed, ApplicationsSeed>();
}
