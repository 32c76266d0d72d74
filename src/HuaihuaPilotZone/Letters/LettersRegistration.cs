using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HuaihuaPilotZone.Letters;

public static class LettersRegistration
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddOptions<LetterOptions>().BindConfiguration(LetterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PersonalColumn>();
        return services
            .AddScoped<LetterBox>()
            .AddScoped<LetterDesk>()
            .AddScoped<LetterPublications>()
            .AddScoped<PublishedLetters>()
            .AddScoped<LetterClock>()
            .AddHostedService<LetterWorker>()
            .AddScoped<RoomSeed, LettersSeed>();
    }
}
