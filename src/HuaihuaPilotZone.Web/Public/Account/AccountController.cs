using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Account;

/// <summary>Signing in and out.</summary>
public sealed class AccountController(SignInService signIn) : Controller
{
    [HttpGet("/account/login")]
    public IActionResult Login(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/account/login")]
    public async Task<IActionResult> Login(SignInForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var outcome = await signIn.SignInAsync(form.Name!, form.Password!, form.Stay, cancellation);
        if (outcome.IsDone) return Url.IsLocalUrl(form.ReturnUrl) ? LocalRedirect(form.ReturnUrl) : Redirect(outcome.Value);
        ModelState.Show(outcome.Refusals);
        return View(form);
    }

    [HttpPost("/account/logout")]
    public async Task<IActionResult> Logout()
    {
        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
