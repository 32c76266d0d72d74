using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Invitation;

/// <summary>Opening a one-time link: a new account, or more rights for one that exists.</summary>
public sealed class InvitationController(InvitationAcceptance acceptance, SignInService signIn) : Controller
{
    [HttpGet("/account/invitation")]
    public Task<IActionResult> Open(string? token, CancellationToken cancellation) => ShowAsync(new InvitationForm { Token = token ?? "" }, cancellation);

    [HttpPost("/account/invitation")]
    public async Task<IActionResult> Accept(InvitationForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, cancellation);
        var person = new NewPerson(form.UserName!, form.Email, form.Password!, new PrivacyConsent(form.AcceptsNotice, form.NoticeVersion));
        var outcome = await acceptance.AcceptAsNewAsync(form.Token, person, cancellation);
        if (outcome.IsDone) return Redirect(await signIn.WelcomeAsync(outcome.Value, cancellation));
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(form, cancellation);
    }

    [Authorize]
    [HttpPost("/account/invitation/join")]
    public async Task<IActionResult> Join(JoinForm form, CancellationToken cancellation)
    {
        var outcome = await acceptance.AcceptAsExistingAsync(form.Token, User.UserId()!.Value, new PrivacyConsent(form.AcceptsNotice, form.NoticeVersion), cancellation);
        if (outcome.IsDone) return Redirect(await signIn.WelcomeAsync(User.UserId()!.Value, cancellation));
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(new InvitationForm { Token = form.Token, AcceptsNotice = form.AcceptsNotice }, cancellation);
    }

    private async Task<IActionResult> ShowAsync(InvitationForm form, CancellationToken cancellation)
    {
        form.Shown = await acceptance.LookAsync(form.Token, User.UserId(), cancellation);
        if (form.Shown is not null) return View("Open", form);
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Closed");
    }
}
