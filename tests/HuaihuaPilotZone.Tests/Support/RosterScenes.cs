using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Makes the enterprises and people that a test needs, by the services that the pages use.</summary>
internal static class RosterScenes
{
    private static int _people;

    /// <summary>An enterprise of the roster.</summary>
    public static async Task<int> HasEnterpriseAsync(this Portal portal, string name, bool isPublic = false, string? creditCode = null) =>
        await portal.InScopeAsync(async s =>
        {
            var made = await s.GetRequiredService<EnterpriseService>().CreateAsync(
                new EnterpriseData { Name = name, CreditCode = creditCode ?? CreditCode.Next(), Type = EnterpriseType.Manufacturing, IsPublic = isPublic },
                EnterpriseStage.Signed, new DateOnly(2026, 6, 1), TestContext.Current.CancellationToken);
            return made.Value;
        });

    /// <summary>Somebody with an account of their own, so that a test may change it.</summary>
    public static async Task<PortalUser> HasPersonAsync(this Portal portal, params string[] roles)
    {
        var number = Interlocked.Increment(ref _people);
        return await portal.InScopeAsync(async s =>
        {
            var users = s.GetRequiredService<UserManager<PortalUser>>();
            var user = new PortalUser
            {
                UserName = $"person{number}",
                Email = $"person{number}@example.invalid",
                DisplayName = $"测试人员{number}",
                CreatedAt = s.GetRequiredService<ChinaTime>().UtcNow,
            };
            Assert.True((await users.CreateAsync(user, DemonstrationAccounts.Password)).Succeeded);
            Assert.True((await users.AddToRolesAsync(user, roles)).Succeeded);
            return user;
        });
    }

    public static Task<int> HasMembershipAsync(this Portal portal, PortalUser person, int enterpriseId, MembershipRole role = MembershipRole.EnterpriseAdministrator) =>
        portal.WithDatabaseAsync(db =>
        {
            db.Memberships.Add(new Membership { UserId = person.Id, EnterpriseId = enterpriseId, Role = role, Since = DateTime.UtcNow });
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    /// <summary>What a draft of the enterprise is pre-filled with, so that <c>Filing.Valid</c> passes.</summary>
    public static Task<int> HasFilingProfileAsync(this Portal portal, int enterpriseId) =>
        portal.WithDatabaseAsync(db =>
        {
            db.FilingProfiles.Add(new FilingProfile
            {
                EnterpriseId = enterpriseId,
                PlatformCode = FilingProfileService.NoPlatform,
                PlatformName = "示例境外平台",
                CarrierCode = CreditCode.Next(),
                CarrierName = "示例承运企业",
                CustomsOffice = "4900",
                PortOffice = "7200",
            });
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    /// <summary>The token of an invitation to an enterprise.</summary>
    public static Task<string> HasInvitationAsync(this Portal portal, int enterpriseId, string email, string name = "受邀人") =>
        portal.InScopeAsync(async s => (await s.GetRequiredService<InvitationService>().InviteForEnterpriseAsync(
            enterpriseId, name, email, MembershipRole.EnterpriseAdministrator, TestContext.Current.CancellationToken)).Value.Token);

    public static Task<int> IdOfAsync(this Portal portal, string creditCode) =>
        portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.CreditCode == creditCode).Select(e => e.Id).SingleAsync(TestContext.Current.CancellationToken));
}
