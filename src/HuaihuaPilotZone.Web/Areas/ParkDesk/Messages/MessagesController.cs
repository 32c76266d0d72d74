using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Messages;

/// <summary>What became of the mails; administrators try those again that were given up.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.RunPortal)]
public sealed class MessagesController(MailLedger ledger) : Controller
{
    [HttpGet("/park/messages")]
    public async Task<IActionResult> Index(MailState? state, string? q, int? page, CancellationToken cancellation)
    {
        var shown = state is { } wanted && Enum.IsDefined(wanted) ? wanted : MailState.GivenUp;
        return View(new MailPage(shown, q, await ledger.CountGivenUpAsync(cancellation), await ledger.ListAsync(shown, q, new PageRequest(page), cancellation)));
    }

    [Authorize(Policies.RunPortal)]
    [HttpPost("/park/messages/{id:int}/retry")]
    public async Task<IActionResult> Retry(int id, CancellationToken cancellation)
    {
        var outcome = await ledger.RetryAsync(id, cancellation);
        TempData["Notice"] = outcome.IsDone ? "已重新排队发送。" : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect("/park/messages");
    }
}

/// <param name="Word">What was searched for.</param>
/// <param name="GivenUp">How many were given up in all.</param>
public sealed record MailPage(MailState State, string? Word, int GivenUp, Page<MailRow> Mails);
