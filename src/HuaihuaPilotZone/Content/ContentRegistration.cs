using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Links;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HuaihuaPilotZone.Content;

public static class ContentRegistration
{
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddOptions<PublisherOptions>().BindConfiguration(PublisherOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EditorialOptions>().BindConfiguration(EditorialOptions.Section).ValidateOnStart();
        // who serves the pages says which there are; without anybody who does, none is doubted
        services.TryAddSingleton(new SiteRoutes(_ => true));
        services
            .AddScoped<EditorialNotices>()
            .AddScoped<TextChecks>()
            .AddScoped<SiteLinks>()
            .AddScoped<SensitiveWords>()
            .AddSingleton<ColumnMemory>()
            .AddScoped<NewsColumns>()
            .AddScoped<ColumnDesk>()
            .AddScoped<EditorialTools>()
            .AddScoped<NewsEditorial>()
            .AddScoped<NewsHistory>()
            .AddScoped<PolicyHistory>()
            .AddScoped<RoomSeed, VersionSeed>()
            .AddScoped<PolicyWriter>()
            .AddScoped<PolicyEditorial>()
            .AddScoped<ScheduledPublications>()
            .AddScoped<WaitingTexts>()
            .AddHostedService<PublicationWorker>();
        return services
            .AddScoped<NewsService>()
            .AddScoped<PolicyIndexNumbers>()
            .AddScoped<MediaLibrary>()
            .AddScoped<MediaVariants>()
            .AddHostedService<MediaVariantWorker>()
            .AddScoped<MediaUsers>()
            .AddScoped<EnglishVersions>()
            .AddScoped<EnglishEditorial>()
            .AddScoped<EnglishHistory>()
            .AddScoped<PolicyLibrary>()
            .AddScoped<PolicyKeywords>()
            .AddScoped<RoomSeed, PolicyKeywordSeed>()
            .AddScoped<PolicyDesk>()
            .AddScoped<RoomSeed, NewsSeed>()
            .AddScoped<RoomSeed, PolicySeed>();
    }
}
