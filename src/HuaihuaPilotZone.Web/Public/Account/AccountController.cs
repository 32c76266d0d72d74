using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Account;

/// <summary>Signing in, by password and code, and out.</summary>
public sealed class AccountController(SignInService signIn, PendingSignIn pending) : Controller
{
    [HttpGet("/account/login")]
    public IActionResult Login(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost("/account/login")]
    public async Task<IActionResult> Login(SignInForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var outcome = await signIn.SignInAsync(new SignInAttempt(form.Name!, form.Password!, form.Stay, Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : null), cancellation);
        if (outcome.IsDone) return LocalRedirect(outcome.Value);
        ModelState.Show(outcome.Refusals);
        return View(form);
    }

    [HttpGet("/account/code")]
    public async Task<IActionResult> Code() => await pending.FindAsync(PendingStep.Code) is null ? Redirect("/account/login") : View(new CodeForm());

    [HttpPost("/account/code")]
    public async Task<IActionResult> Code(CodeForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        if (await signIn.EnterCodeAsync(form.Code!, cancellation) is not { } outcome) return Redirect("/account/login");
        if (outcome.IsDone) return LocalRedirect(outcome.Value);
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
