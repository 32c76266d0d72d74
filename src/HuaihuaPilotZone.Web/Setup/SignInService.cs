using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What somebody gives to get in.</summary>
/// <param name="Name">User name or e-mail address.</param>
/// <param name="Stay">Whether the browser keeps the sign-in when it is closed.</param>
/// <param name="ReturnUrl">Local address they came for; null for their desk.</param>
public sealed record SignInAttempt(string Name, string Password, bool Stay, string? ReturnUrl);

/// <summary>Signing in by user name or e-mail, and then by a code where the account has a second factor. What is wrong is never said more exactly than "name or password".</summary>
public sealed class SignInService(
    UserManager<PortalUser> users, SignInManager<PortalUser> signIn, MembershipService memberships, SignInSessions sessions, SignInThrottle throttle,
    SecondFactors factors, CurrentSession current, PendingSignIn pending, BrowserCookie browser, IOptions<SignInRules> options, IHttpContextAccessor http)
{
    // one sentence for all: whether a name exists or has to wait is nobody's business but its owner's
    private const string Wrong = "登录名或密码不对。连续输错后，要等一会儿才能再试：请稍后再试，或找回密码。";

    private const string WrongCode = "验证码不对，或已经用过。连续输错后，要等一会儿才能再试。";

    /// <summary>A hash that fits no password: an unknown name costs as much work as a known one.</summary>
    private static readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<PortalUser>().HashPassword(null!, Guid.NewGuid().ToString()));

    /// <returns>Where to go next: the page for the code, the page that sets it up, or on into the portal.</returns>
    public async Task<Outcome<string>> SignInAsync(SignInAttempt attempt, CancellationToken cancellation)
    {
        var name = attempt.Name.Trim();
        var user = await FindAsync(name);
        var place = browser.Place();
        var known = user is null ? KnownPlace.None : await sessions.RecogniseAsync(user.Id, place, cancellation);
        var taken = await throttle.TakeAsync("password", user is null ? users.NormalizeName(name) : Subject(user), place, known, cancellation);
        // looked at also when it does not count, so that waiting takes no other time than being wrong
        var isRight = await IsPasswordAsync(user, attempt.Password);
        if (taken is null || user is null || !isRight) return Outcome.Refused(Wrong);
        await throttle.SucceedAsync(taken, cancellation);
        if (user.IsDisabled) return Outcome.Refused("这个账号已停用，请联系园区管理员。");
        return await GoOnAsync(user, attempt.Stay, attempt.ReturnUrl, cancellation);
    }

    /// <summary>The second step: a code of the app, or a recovery code.</summary>
    /// <returns>Where to go next; null when the first step has to be done again.</returns>
    public async Task<Outcome<string>?> EnterCodeAsync(string code, CancellationToken cancellation)
    {
        if (await pending.FindAsync(PendingStep.Code) is not { } half) return null;
        var place = browser.Place();
        var known = await sessions.RecogniseAsync(half.User.Id, place, cancellation);
        if (await throttle.TakeAsync("code", Subject(half.User), place, known, cancellation) is not { } taken) return (Outcome<string>)Outcome.Refused("Code", WrongCode);
        var right = await factors.VerifyAsync(half.User.Id, code, cancellation);
        if (!right.IsDone) return (Outcome<string>)right;
        await throttle.SucceedAsync(taken, cancellation);
        return await EnterAsync(await RequireAsync(half.User.Id), half.Stay, half.ReturnUrl, cancellation);
    }

    /// <summary>Lets somebody in who has just set up the second factor that was missing.</summary>
    /// <returns>Where to go next.</returns>
    public async Task<string> EnterAfterSetUpAsync(Pending half, CancellationToken cancellation) =>
        await EnterAsync(await RequireAsync(half.User.Id), half.Stay, half.ReturnUrl, cancellation);

    /// <summary>Goes on with a person who has just made their account, or was given more rights, by a one-time link.</summary>
    /// <returns>The address of the person's desk, or of the page that sets up a second factor.</returns>
    public async Task<string> WelcomeAsync(int userId, CancellationToken cancellation)
    {
        var user = await RequireAsync(userId);
        var isStaff = (await users.GetRolesAsync(user)).Count > 0;
        if (current.Live?.User.Id != userId || SecondFactors.IsMissing(isStaff, user, options.Value)) return await GoOnAsync(user, stay: false, null, cancellation);
        await IssueAsync(user, static _ => { });
        return await DeskAsync(user, cancellation);
    }

    /// <summary>Keeps this session alive after the person's own act ended all sessions (a new password).</summary>
    public async Task RenewAsync(int userId)
    {
        var before = http.HttpContext!.User;
        var user = await RequireAsync(userId);
        if (CurrentSession.IdOf(before) is { } session) await sessions.RenewAsync(user, session, http.HttpContext.RequestAborted);
        await IssueAsync(user, person => CurrentMembership.KeepChoice(before, person));
    }

    /// <summary>From now on the person acts for another of their enterprises.</summary>
    /// <returns>False when it is not one of theirs.</returns>
    public async Task<bool> ChooseEnterpriseAsync(int userId, int enterpriseId, CancellationToken cancellation)
    {
        if (await memberships.FindChosenAsync(userId, enterpriseId, cancellation) is null) return false;
        await IssueAsync(await RequireAsync(userId), person => CurrentMembership.Choose(person, enterpriseId));
        return true;
    }

    /// <summary>Ends this session here and in the list of the person's sign-ins, and has the browser clear what the portal keeps in it; cookies that belong to nobody stay.</summary>
    public async Task SignOutAsync()
    {
        http.HttpContext!.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        await EndPresentAsync(CancellationToken.None);
        await pending.EndAsync();
        await signIn.SignOutAsync();
    }

    /// <summary>After the password, or the one-time link: whatever else the account has to have, then in.</summary>
    private async Task<string> GoOnAsync(PortalUser user, bool stay, string? returnUrl, CancellationToken cancellation)
    {
        var isMissing = SecondFactors.IsMissing((await users.GetRolesAsync(user)).Count > 0, user, options.Value);
        if (!user.TwoFactorEnabled && !isMissing) return await EnterAsync(user, stay, returnUrl, cancellation);
        // a sign-in that does not last any more would take the second step's cookie with it
        await EndPresentAsync(cancellation);
        await http.HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);
        await pending.BeginAsync(new Pending(user, isMissing ? PendingStep.SetUp : PendingStep.Code, stay, returnUrl));
        return isMissing ? "/account/second-factor/start" : "/account/code";
    }

    private async Task<string> EnterAsync(PortalUser user, bool stay, string? returnUrl, CancellationToken cancellation)
    {
        await EndPresentAsync(cancellation);
        await pending.EndAsync();
        var session = await sessions.BeginAsync(user, browser.Place(), cancellation);
        browser.Keep();
        await signIn.SignInWithClaimsAsync(user, stay, [CurrentSession.Of(session)]);
        return returnUrl ?? await DeskAsync(user, cancellation);
    }

    /// <summary>A browser that signs in anew has left its former sign-in behind.</summary>
    private async Task EndPresentAsync(CancellationToken cancellation)
    {
        var before = http.HttpContext!.User;
        if (before.UserId() is { } userId && CurrentSession.IdOf(before) is { } session) await sessions.EndAsync(userId, session, cancellation);
    }

    private async Task IssueAsync(PortalUser user, Action<ClaimsPrincipal> complete)
    {
        var context = http.HttpContext!;
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var person = await signIn.CreateUserPrincipalAsync(user);
        CurrentSession.Keep(context.User, person);
        complete(person);
        // the same properties: a session kept on this computer stays kept
        await context.SignInAsync(IdentityConstants.ApplicationScheme, person, session.Properties);
    }

    private async Task<bool> IsPasswordAsync(PortalUser? user, string password)
    {
        if (user is not null) return await users.CheckPasswordAsync(user, password);
        users.PasswordHasher.VerifyHashedPassword(null!, _nobodysHash.Value, password);
        return false;
    }

    private async Task<PortalUser?> FindAsync(string name)
    {
        var user = name.Contains('@') ? await users.FindByEmailAsync(name) : null;
        return user ?? await users.FindByNameAsync(name);
    }

    private async Task<PortalUser> RequireAsync(int userId) =>
        await users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException("The signed-in account is gone.");

    private async Task<string> DeskAsync(PortalUser user, CancellationToken cancellation)
    {
        if ((await users.GetRolesAsync(user)).Count > 0) return "/park";
        return await memberships.FindChosenAsync(user.Id, null, cancellation) is null ? "/" : "/enterprise";
    }

    private static string Subject(PortalUser user) => FormattableString.Invariant($"user {user.Id}");
}
