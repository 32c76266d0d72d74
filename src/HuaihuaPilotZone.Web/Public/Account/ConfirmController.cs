using System.ComponentModel.DataAnnotations;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Account;

/// <summary>Asks who it is before a page or file that is dangerous to give away, then leads on to it.</summary>
[Authorize]
public sealed class ConfirmController(StepUp stepUp) : Controller
{
    public const string Address = "/account/confirm";

    /// <summary>The page that asks and then leads on to a local address.</summary>
    public static string AddressFor(string returnUrl) => $"{Address}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    [HttpGet(Address)]
    public IActionResult Ask(string? returnUrl) => stepUp.IsDue ? Page(returnUrl) : Redirect(Target(returnUrl));

    [HttpPost(Address)]
    public async Task<IActionResult> Confirm(string? returnUrl, [FromForm(Name = StepUpFilter.Field)] string? proof, CancellationToken cancellation)
    {
        var outcome = await stepUp.ProveAsync(proof, cancellation);
        if (outcome.IsDone) return LocalRedirect(Target(returnUrl));
        ModelState.Show(outcome.Refusals);
        return Page(returnUrl);
    }

    private ViewResult Page(string? returnUrl) => View(StepUpFilter.View, new ConfirmPage(AddressFor(Target(returnUrl)), stepUp.AsksCode, [], HadFiles: false));

    private string Target(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
}

/// <summary>The page that asks for the password or a code.</summary>
/// <param name="Action">Where the answer goes: the dangerous act itself, with what was sent before.</param>
/// <param name="Fields">What was sent before.</param>
/// <param name="Back">Where a file was asked for, which the answer saves while this page stays; null for everything else.</param>
/// <param name="HadFiles">Whether files were sent too: a page cannot hold them, so they have to be chosen again.</param>
public sealed record ConfirmPage(string Action, bool AsksCode, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles, string? Back = null)
{
    /// <summary>The field of the answer; never filled in.</summary>
    [Display(Name = "密码或验证码")]
    public string? StepUpProof => null;
}
