using System.Globalization;
using System.Security.Claims;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Signing in by user name or e-mail. What is wrong is never said more exactly than "name or password".</summary>
public sealed class SignInService(
    UserManager<PortalUser> users, SignInManager<PortalUser> signIn, MembershipService memberships, IHttpContextAccessor http, ChinaTime time)
{
    // one sentence for all: whether a name exists or is locked is nobody's business but its owner's
    private const string Wrong = "登录名或密码不对。连续输错 5 次，账号会锁定 15 分钟：请稍后再试，或找回密码。";

    /// <returns>The address of the person's desk.</returns>
    public async Task<Outcome<string>> SignInAsync(string name, string password, bool stay, CancellationToken cancellation)
    {
        name = name.Trim();
        var user = name.Contains('@') ? await users.FindByEmailAsync(name) : null;
        user ??= await users.FindByNameAsync(name);
        if (user is null) return Outcome.Refused(Wrong);
        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (!result.Succeeded) return Outcome.Refused(Wrong);
        if (user.IsDisabled) return Outcome.Refused("这个账号已停用，请联系园区管理员。");
        user.LastSignInAt = time.UtcNow;
        await users.UpdateAsync(user);
        await signIn.SignInAsync(user, stay);
        return await DeskAsync(user, cancellation);
    }

    /// <summary>Signs in a person who has just made their account by a one-time link.</summary>
    /// <returns>The address of the person's desk.</returns>
    public async Task<string> WelcomeAsync(int userId, CancellationToken cancellation)
    {
        var user = await FindAsync(userId);
        user.LastSignInAt = time.UtcNow;
        await users.UpdateAsync(user);
        await signIn.SignInAsync(user, isPersistent: false);
        return await DeskAsync(user, cancellation);
    }

    /// <summary>Keeps this session alive after the person's own act ended all sessions (a new password).</summary>
    public async Task RenewAsync(int userId)
    {
        var before = http.HttpContext!.User;
        await IssueAsync(await FindAsync(userId), person => CurrentMembership.KeepChoice(before, person));
    }

    /// <summary>From now on the person acts for another of their enterprises.</summary>
    /// <returns>False when it is not one of theirs.</returns>
    public async Task<bool> ChooseEnterpriseAsync(int userId, int enterpriseId, CancellationToken cancellation)
    {
        if (await memberships.FindChosenAsync(userId, enterpriseId, cancellation) is null) return false;
        await IssueAsync(await FindAsync(userId), person => CurrentMembership.Choose(person, enterpriseId));
        return true;
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    private async Task IssueAsync(PortalUser user, Action<ClaimsPrincipal> complete)
    {
        var context = http.HttpContext!;
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var person = await signIn.CreateUserPrincipalAsync(user);
        complete(person);
        // the same properties: a session kept on this computer stays kept
        await context.SignInAsync(IdentityConstants.ApplicationScheme, person, session.Properties);
    }

    private async Task<PortalUser> FindAsync(int userId) =>
        await users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException("The signed-in account is gone.");

    private async Task<string> DeskAsync(PortalUser user, CancellationToken cancellation)
    {
        if ((await users.GetRolesAsync(user)).Count > 0) return "/park";
        return await memberships.FindChosenAsync(user.Id, null, cancellation) is null ? "/" : "/enterprise";
    }
}
