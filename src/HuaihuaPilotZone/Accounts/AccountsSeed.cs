using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>The staff roles always; the demonstration accounts where asked for.</summary>
internal sealed class AccountsSeed(PortalDbContext db, RoleManager<PortalRole> roles, UserManager<PortalUser> users, ChinaTime time) : RoomSeed
{
    public override int Order => 20;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        foreach (var role in StaffRoles.All)
        {
            if (!await roles.RoleExistsAsync(role)) Check(await roles.CreateAsync(new PortalRole(role)));
        }
    }

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        foreach (var account in DemonstrationAccounts.All)
        {
            if (await users.FindByNameAsync(account.UserName) is null) await CreateAsync(account, cancellation);
        }
    }

    private async Task CreateAsync(DemonstrationAccount account, CancellationToken cancellation)
    {
        var user = new PortalUser
        {
            UserName = account.UserName,
            Email = $"{account.UserName}@example.invalid",
            EmailConfirmed = true,
            DisplayName = account.DisplayName,
            CreatedAt = time.UtcNow,
            IsDemonstration = true,
            PrivacyNoticeVersion = PrivacyNotice.Version,
            PrivacyNoticeAcceptedAt = time.UtcNow,
            LockoutEnabled = true,
        };
        Check(await users.CreateAsync(user, DemonstrationAccounts.Password));
        if (account.StaffRoleNames.Count > 0) Check(await users.AddToRolesAsync(user, account.StaffRoleNames));
        if (account is not { CreditCode: { } code, Role: { } role }) return;
        var enterpriseId = await db.Enterprises.Where(e => e.CreditCode == code).Select(e => e.Id).SingleAsync(cancellation);
        db.Memberships.Add(new Membership { UserId = user.Id, EnterpriseId = enterpriseId, Role = role, Since = time.UtcNow });
        await db.SaveChangesAsync(cancellation);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }
}
