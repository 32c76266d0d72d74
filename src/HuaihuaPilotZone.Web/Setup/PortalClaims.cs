using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What the sign-in cookie says of a person beside Identity's own claims.</summary>
public sealed class PortalClaims(UserManager<PortalUser> users, RoleManager<PortalRole> roles, IOptions<IdentityOptions> options, MembershipService memberships)
    : UserClaimsPrincipalFactory<PortalUser, PortalRole>(users, roles, options)
{
    public const string DisplayName = "hh:name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        if (await memberships.FindChosenAsync(user.Id, null, CancellationToken.None) is { } membership)
            identity.AddClaim(new Claim(CurrentMembership.EnterpriseClaim, membership.EnterpriseId.ToString(CultureInfo.InvariantCulture)));
        return identity;
    }
}
