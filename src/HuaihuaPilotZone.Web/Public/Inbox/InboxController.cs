using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Inbox;

/// <summary>The signed-in person's messages, from whatever desk.</summary>
[Authorize]
public sealed class InboxController(Messages.Inbox inbox, SignInService signIn, CurrentMembership membership, IStringLocalizer<InboxText> words) : Controller
{
    private int UserId => User.UserId()!.Value;

    [HttpGet("/inbox")]
    public async Task<IActionResult> Index(bool unread, int? page, CancellationToken cancellation)
    {
        var notices = await inbox.ListAsync(UserId, unread, new PageRequest(page), cancellation);
        return View(new InboxPage(unread, await inbox.CountUnreadAsync(UserId, cancellation), notices));
    }

    /// <summary>Marks a notice as read and leads to its record, as the enterprise whose record it is.</summary>
    [HttpPost("/inbox/{id:int}/open")]
    public async Task<IActionResult> Open(int id, CancellationToken cancellation)
    {
        if (await inbox.OpenAsync(UserId, id, cancellation) is not { } notice) return NotFound();
        if (notice.EnterpriseId is { } enterprise && (await membership.FindAsync(cancellation))?.EnterpriseId != enterprise
            && !await signIn.ChooseEnterpriseAsync(UserId, enterprise, cancellation)) return NotFound();
        return LocalRedirect(notice.Link);
    }

    [HttpPost("/inbox/read")]
    public async Task<IActionResult> ReadAll(int upTo, CancellationToken cancellation)
    {
        TempData["Notice"] = words["ReadAll.Done", await inbox.ReadAllAsync(UserId, upTo, cancellation)].Value;
        return Redirect("/inbox");
    }

    [HttpGet("/inbox/settings")]
    public async Task<IActionResult> Settings(CancellationToken cancellation) =>
        View(new InboxSettingsForm { Mailed = [.. await inbox.MailedKindsAsync(UserId, cancellation)] });

    [HttpPost("/inbox/settings")]
    public async Task<IActionResult> Settings(InboxSettingsForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var outcome = await inbox.SetMailedKindsAsync(UserId, form.Mailed, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return View(form);
        }
        TempData["Notice"] = words["Settings.Saved"].Value;
        return Redirect("/inbox/settings");
    }
}
