using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HuaihuaPilotZone.Accounts;

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<SuccessionOptions>().BindConfiguration(SuccessionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SignInRules>().BindConfiguration(SignInRules.Section).ValidateDataAnnotations()
            .Validate(o => string.IsNullOrEmpty(o.BreachedPasswords) || File.Exists(o.BreachedPasswords), "SignIn:BreachedPasswords names a file that is not there.")
            .ValidateOnStart();
        services.TryAddSingleton<PersonalColumn>();
        // Identity's own looks at every name at each change, whichever of the two is registered first
        services.Replace(ServiceDescriptor.Scoped<IUserValidator<PortalUser>, NewNames>());
        return services
            .AddScoped<MembershipService>()
            .AddScoped<InvitationService>()
            .AddScoped<InvitationAcceptance>()
            .AddScoped<PeopleService>()
            .AddScoped<EnterprisePeople>()
            .AddScoped<SuccessionRequests>()
            .AddScoped<SuccessionDesk>()
            .AddScoped<PasswordService>()
            .AddScoped<RefusedAccess>()
            .AddScoped<SignInSessions>()
            .AddScoped<SignInThrottle>()
            .AddScoped<RecoveryCodes>()
            .AddScoped<SecondFactors>()
            .AddScoped<SignInSweeper>()
            .AddHostedService<SignInSweepWorker>()
            .AddScoped<RoomSeed, AccountsSeed>();
    }
}
