using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Web.Public.Account;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.SignIns;

/// <summary>Where the signed-in person is signed in, and signing out there.</summary>
[Authorize]
public sealed class SignInsController(SignInSessions sessions, CurrentSession current, SignInService signIn, IStringLocalizer<AccountText> words) : Controller
{
    private const string Home = "/account/sessions";

    private int UserId => User.UserId()!.Value;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new SignInsPage(await sessions.ListAsync(UserId, cancellation), current.Live?.Id));

    [HttpPost(Home + "/{id:int}/end")]
    public async Task<IActionResult> End(int id, CancellationToken cancellation)
    {
        if (id == current.Live?.Id)
        {
            await signIn.SignOutAsync();
            return Redirect("/");
        }

        if (await sessions.EndAsync(UserId, id, cancellation) is not { } isDone) return NotFound();
        TempData["Notice"] = words[isDone ? "Sessions.Ended" : "Sessions.Gone"].Value;
        return Redirect(Home);
    }

    [HttpPost(Home + "/end-others")]
    public async Task<IActionResult> EndOthers(CancellationToken cancellation)
    {
        var ended = current.Live is { } live ? await sessions.EndOthersAsync(UserId, live.Id, cancellation) : 0;
        TempData["Notice"] = words["Sessions.OthersEnded", ended].Value;
        return Redirect(Home);
    }
}

/// <summary>Sign-ins that last.</summary>
/// <param name="PresentId">The one of this browser.</param>
public sealed record SignInsPage(IReadOnlyList<SessionRow> Sessions, int? PresentId);
