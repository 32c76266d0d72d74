using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>What is still to come after the password.</summary>
public enum PendingStep
{
    /// <summary>A code of the second factor.</summary>
    Code,

    /// <summary>Setting the second factor up.</summary>
    SetUp,
}

/// <summary>Somebody whose password was right and who is not in yet.</summary>
/// <param name="Stay">Whether they want to stay signed in.</param>
/// <param name="ReturnUrl">Local address they came for; null for their desk.</param>
public sealed record Pending(PortalUser User, PendingStep Step, bool Stay, string? ReturnUrl);

/// <summary>Remembers in a sealed cookie for a few minutes who gave the right password. It opens no page but those of the second step.</summary>
public sealed class PendingSignIn(UserManager<PortalUser> users, IHttpContextAccessor http)
{
    public const string CookieName = "hh-second-step";

    /// <summary>How long the second step may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Stamp = "hh:stamp";
    private const string StepItem = "step";
    private const string StayItem = "stay";
    private const string ReturnItem = "return";

    private HttpContext Context => http.HttpContext!;

    public Task BeginAsync(Pending pending)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, pending.User.Id.ToString(CultureInfo.InvariantCulture)));
        // a new password, or the account disabled, ends this too
        identity.AddClaim(new Claim(Stamp, pending.User.SecurityStamp ?? ""));
        var properties = new AuthenticationProperties();
        properties.Items[StepItem] = pending.Step.ToString();
        // what is null comes back as an empty text, so it is left out
        if (pending.Stay) properties.Items[StayItem] = StayItem;
        if (pending.ReturnUrl is { Length: > 0 } leads) properties.Items[ReturnItem] = leads;
        return Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Null when nobody is at this step, or it took too long.</summary>
    public async Task<Pending?> FindAsync(PendingStep step)
    {
        var said = await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (said is not { Succeeded: true, Principal: { } person, Properties: { } properties } || person.UserId() is not { } id) return null;
        if (properties.Items.TryGetValue(StepItem, out var at) && at != step.ToString()) return null;
        var user = await users.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture));
        if (user is not { IsDisabled: false } || person.FindFirstValue(Stamp) != user.SecurityStamp) return null;
        return new Pending(user, step, properties.Items.ContainsKey(StayItem), properties.Items.TryGetValue(ReturnItem, out var leads) ? leads : null);
    }

    public Task EndAsync() => Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
