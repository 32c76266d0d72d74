using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.EnterpriseSwitch;

/// <summary>For people who serve several enterprises: which one they act for. Outside the desk's lock, since the chosen membership may just have ended.</summary>
[Authorize]
public sealed class EnterpriseSwitchController(MembershipService memberships, SignInService signIn, CurrentMembership current, RefusedAccess refused) : Controller
{
    [HttpGet("/enterprise/switch")]
    public async Task<IActionResult> Choose(CancellationToken cancellation)
    {
        var now = await current.FindAsync(cancellation);
        return View(new SwitchPage(await memberships.ListAsync(User.UserId()!.Value, cancellation), now?.EnterpriseId));
    }

    [HttpPost("/enterprise/switch")]
    public async Task<IActionResult> Choose(int enterpriseId, CancellationToken cancellation)
    {
        if (await signIn.ChooseEnterpriseAsync(User.UserId()!.Value, enterpriseId, cancellation)) return Redirect("/enterprise");
        await refused.NoteAsync(JournalSubjects.Enterprise, enterpriseId.ToString(CultureInfo.InvariantCulture), cancellation);
        return NotFound();
    }
}

/// <param name="CurrentId">The enterprise acted for now; null when that membership has ended.</param>
public sealed record SwitchPage(IReadOnlyList<ServedEnterprise> Served, int? CurrentId);
