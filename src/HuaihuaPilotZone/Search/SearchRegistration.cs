using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Search;

public static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton(provider => new SearchEngineChoice(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.SearchEngineKind))
        .AddSingleton<SearchVocabulary>()
        .AddScoped<SearchVocabularyReader>()
        .AddHostedService<SearchVocabularyWorker>()
        .AddScoped<SearchSynonyms>()
        .AddScoped<SearchRebuild>()
        .AddScoped<SiteSearch>()
        .AddScoped<PublicAddresses>()
        .AddJob<SearchRebuildJob>(SearchRebuildJob.Kind)
        .AddScoped<RoomSeed, SearchSeed>();
}
