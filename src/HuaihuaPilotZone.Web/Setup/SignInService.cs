using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Signing in by user name or e-mail. What is wrong is never said more exactly than "name or password".</summary>
public sealed class SignInService(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, MembershipService memberships, ChinaTime time)
{
    private const string Wrong = "登录名或密码不对。";

    /// <returns>The address of the person's desk.</returns>
    public async Task<Outcome<string>> SignInAsync(string name, string password, bool stay, CancellationToken cancellation)
    {
        name = name.Trim();
        var user = name.Contains('@') ? await users.FindByEmailAsync(name) : null;
        user ??= await users.FindByNameAsync(name);
        if (user is null) return Outcome.Refused(Wrong);
        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut) return Outcome.Refused("连续多次密码不对，账号已锁定 15 分钟。请稍后再试，或找回密码。");
        if (!result.Succeeded) return Outcome.Refused(Wrong);
        if (user.IsDisabled) return Outcome.Refused("这个账号已停用，请联系园区管理员。");
        user.LastSignInAt = time.UtcNow;
        await users.UpdateAsync(user);
        await signIn.SignInAsync(user, stay);
        return await DeskAsync(user, cancellation);
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    private async Task<string> DeskAsync(PortalUser user, CancellationToken cancellation)
    {
        if ((await users.GetRolesAsync(user)).Count > 0) return "/park";
        return await memberships.FindChosenAsync(user.Id, null, cancellation) is null ? "/" : "/enterprise";
    }
}
