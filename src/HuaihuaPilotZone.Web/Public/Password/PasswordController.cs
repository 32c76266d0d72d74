using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Password;

/// <summary>The password of the signed-in person.</summary>
[Authorize]
public sealed class PasswordController(PasswordService passwords, SignInService signIn) : Controller
{
    [HttpGet("/account/password")]
    public IActionResult Change() => View(new PasswordForm());

    [HttpPost("/account/password")]
    public async Task<IActionResult> Change(PasswordForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var userId = User.UserId()!.Value;
        var outcome = await passwords.ChangeAsync(userId, form.CurrentPassword!, form.Password!, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return View(form);
        }
        await signIn.RenewAsync(userId);
        TempData["Notice"] = "密码已修改。其他电脑上的登录已退出。";
        return Redirect("/account/password");
    }
}
