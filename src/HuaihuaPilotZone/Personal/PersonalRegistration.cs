using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Personal.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Personal;

public static class PersonalRegistration
{
    public static IServiceCollection AddPersonal(this IServiceCollection services)
    {
        services.AddOptions<PrivacyOptions>().BindConfiguration(PrivacyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<AgreedPeople>()
            .AddScoped<ConsentService>()
            .AddScoped<PrivacyRequests>()
            .AddScoped<PrivacyDesk>()
            .AddScoped<PersonalErasure>()
            .AddScoped<ExportSections>()
            .AddScoped<PersonalExport>()
            .AddScoped<PersonalExportJobs>()
            .AddScoped<MaskedRecords>()
            .AddScoped<Unmasking>()
            .AddScoped<BreachNotices>()
            .AddScoped<RetentionService>()
            .AddScoped<IRegularWork>(provider => provider.GetRequiredService<RetentionService>())
            .AddScoped<KeyRotation>()
            .AddJob<RetentionHandler>(RetentionHandler.Kind)
            .AddJob<RotationHandler>(RotationHandler.Kind)
            .AddJob<PersonalExportHandler>(PersonalExportJobs.Kind, "/account/privacy")
            .AddHostedService<RetentionWorker>()
            .AddScoped<RoomSeed, PersonalKeysSeed>()
            .AddScoped<RoomSeed, PersonalSeed>();
    }
}
