using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>For which enterprise the signed-in person acts: read from the cookie's choice and checked against the database once per request.</summary>
public sealed class CurrentMembership(IHttpContextAccessor http, MembershipService memberships)
{
    public const string EnterpriseClaim = "hh:enterprise";

    private ServedEnterprise? _membership;
    private bool _isRead;

    /// <exception cref="InvalidOperationException">The page is not behind the enterprise desk's lock.</exception>
    public ServedEnterprise Required => _membership ?? throw new InvalidOperationException("No membership: the enterprise desk is locked for this person.");

    /// <summary>Writes the enterprise a person chose into their claims, in place of the one they came with.</summary>
    public static void Choose(ClaimsPrincipal person, int enterpriseId)
    {
        var identity = person.Identities.First();
        foreach (var claim in identity.FindAll(EnterpriseClaim).ToList()) identity.RemoveClaim(claim);
        identity.AddClaim(new Claim(EnterpriseClaim, enterpriseId.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Every request makes the claims afresh; the choice lives in the cookie alone and is carried over. Whether it still holds is checked against the database, see <see cref="FindAsync"/>.</summary>
    public static void KeepChoice(ClaimsPrincipal? before, ClaimsPrincipal? after)
    {
        if (after is not null && int.TryParse(before?.FindFirstValue(EnterpriseClaim), CultureInfo.InvariantCulture, out var chosen)) Choose(after, chosen);
    }

    public async Task<ServedEnterprise?> FindAsync(CancellationToken cancellation)
    {
        if (_isRead) return _membership;
        _isRead = true;
        var person = http.HttpContext?.User;
        if (!int.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)) return null;
        var chosen = int.TryParse(person!.FindFirstValue(EnterpriseClaim), CultureInfo.InvariantCulture, out var id) ? id : (int?)null;
        return _membership = await memberships.FindChosenAsync(userId, chosen, cancellation);
    }
}

internal sealed record MembershipRequirement(bool AdministratorOnly) : IAuthorizationRequirement;

/// <summary>The handlers of all locks are made for every request, also of a page without one: the membership, with a database context behind it, is asked for only at its own.</summary>
internal sealed class MembershipHandler(IHttpContextAccessor http) : AuthorizationHandler<MembershipRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MembershipRequirement requirement)
    {
        if (http.HttpContext is not { } request) return;
        var membership = await request.RequestServices.GetRequiredService<CurrentMembership>().FindAsync(request.RequestAborted);
        if (membership is not null && (!requirement.AdministratorOnly || membership.Role == MembershipRole.EnterpriseAdministrator)) context.Succeed(requirement);
    }
}
