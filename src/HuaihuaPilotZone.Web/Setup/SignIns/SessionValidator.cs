using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>Looks at every request whether its sign-in still lasts: the person, their stamp and the session are read in one statement.</summary>
internal sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<PortalUser> signIn, ILoggerFactory logger,
    SignInSessions sessions, CurrentSession current, IOptions<SignInRules> rules, IOptions<IdentityOptions> identity, IHttpContextAccessor http)
    : SecurityStampValidator<PortalUser>(options, signIn, logger)
{
    protected override async Task<PortalUser?> VerifySecurityStamp(ClaimsPrincipal? principal)
    {
        if (principal?.UserId() is not { } userId || CurrentSession.IdOf(principal) is not { } sessionId) return null;
        var cancellation = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        var live = await sessions.FindLiveAsync(userId, sessionId, cancellation);
        if (live is null || principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) != live.User.SecurityStamp) return null;
        // somebody who has become staff, or whose portal asks for it since, signs in again and sets it up
        if (SecondFactors.IsMissing(live.IsStaff, live.User, rules.Value)) return null;
        current.Is(live);
        if (http.HttpContext is not { } context || !Unattended.Is(context.Request)) await sessions.SeeAsync(live, cancellation);
        return live.User;
    }
}
