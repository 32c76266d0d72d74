using HuaihuaPilotZone.Data.Seed;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Accounts;

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddScoped<MembershipService>()
        .AddScoped<InvitationService>()
        .AddScoped<InvitationAcceptance>()
        .AddScoped<PeopleService>()
        .AddScoped<PasswordService>()
        .AddScoped<RefusedAccess>()
        .AddScoped<RoomSeed, AccountsSeed>();
}
