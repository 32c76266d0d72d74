using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Public.Account;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Password;

/// <summary>The password of the signed-in person.</summary>
[Authorize]
public sealed class PasswordController(PasswordService passwords, SignInService signIn, IStringLocalizer<AccountText> words) : Controller
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
        TempData["Notice"] = words["Password.Changed"].Value;
        return Redirect("/account/password");
    }
}
