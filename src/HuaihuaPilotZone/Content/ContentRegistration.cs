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
