using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Content;

public static class ContentRegistration
{
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddOptions<PublisherOptions>().BindConfiguration(PublisherOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EditorialOptions>().BindConfiguration(EditorialOptions.Section).ValidateOnStart();
        services
            .AddScoped<EditorialNotices>()
            .AddScoped<TextChecks>()
            .AddScoped<SensitiveWords>()
            .AddScoped<NewsColumns>()
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
            .AddScoped<EnglishVersions>()
            .AddScoped<PolicyLibrary>()
            .AddScoped<PolicyDesk>()
            .AddScoped<RoomSeed, NewsSeed>()
            .AddScoped<RoomSeed, PolicySeed>();
    }
}
