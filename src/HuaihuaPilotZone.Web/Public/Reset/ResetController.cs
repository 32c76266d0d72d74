using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Public.Account;
using HuaihuaPilotZone.Web.Public.Password;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Reset;

/// <summary>A new password for somebody who cannot sign in.</summary>
public sealed class ResetController(PasswordService passwords, IStringLocalizer<AccountText> words) : Controller
{
    [HttpGet("/account/reset")]
    public IActionResult Ask() => View(new ResetRequestForm());

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost("/account/reset")]
    public async Task<IActionResult> Ask(ResetRequestForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        await passwords.RequestResetAsync(form.Name!, cancellation);
        return Redirect("/account/reset/sent");
    }

    [HttpGet("/account/reset/sent")]
    public IActionResult Sent() => View();

    [HttpGet("/account/reset/{id:int}")]
    public async Task<IActionResult> Choose(int id, string? token, CancellationToken cancellation) =>
        await passwords.IsLinkOpenAsync(id, token, cancellation) ? View(new ResetForm { Token = token }) : Closed();

    [HttpPost("/account/reset/{id:int}")]
    public async Task<IActionResult> Choose(int id, ResetForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var outcome = await passwords.ResetAsync(id, form.Token, form.Password!, cancellation);
        if (outcome.IsDone)
        {
            TempData["Notice"] = words["Reset.Changed"].Value;
            return Redirect("/account/login");
        }
        if (!await passwords.IsLinkOpenAsync(id, form.Token, cancellation)) return Closed();
        ModelState.Show(outcome.Refusals);
        return View(form);
    }

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Closed");
    }
}
