using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.LetterCopies;

/// <summary>Editors publish copies of letters. What they see is masked; the letters themselves are behind another lock.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.EditContent)]
public sealed class LetterCopiesController(LetterPublications publications) : Controller
{
    private const string Home = "/park/letter-publications";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(PublicationState? state, int? page, CancellationToken cancellation) =>
        View(new CopyListPage(state, await publications.ListAsync(state, new PageRequest(page), cancellation)));

    [HttpGet(Home + "/{number}")]
    public async Task<IActionResult> Edit(string number, CancellationToken cancellation) =>
        await publications.FindAsync(number, cancellation) is { } detail ? View(new CopyEditPage(detail, CopyForm.Of(detail))) : NotFound();

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Edit(string number, CopyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await publications.PublishAsync(number, form.Version, form.ToCopy(), cancellation);
            if (outcome.IsDone) return Done($"{Home}/{number}", "已公开，公众现在可以看到。");
            ModelState.Show(outcome.Refusals);
        }
        return await publications.FindAsync(number, cancellation) is { } detail ? View(new CopyEditPage(detail, form)) : NotFound();
    }

    [HttpGet(Home + "/{number}/withdraw")]
    public async Task<IActionResult> Withdraw(string number, CancellationToken cancellation) =>
        await publications.FindAsync(number, cancellation) is { } detail ? View(nameof(Withdraw), Page(detail, new WithdrawForm { Version = detail.Version })) : NotFound();

    [HttpPost(Home + "/{number}/withdraw")]
    public async Task<IActionResult> Withdraw(string number, WithdrawForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await publications.FindAsync(number, cancellation) is { } detail ? View(nameof(Withdraw), Page(detail, form)) : NotFound();
        var outcome = await publications.WithdrawAsync(number, form.Version, form.Reason!.Trim(), cancellation);
        if (outcome.IsDone) return Done($"{Home}/{number}", "已撤回，公众不再看到。");
        TempData["NoticeTone"] = "bad";
        return Done(Home, outcome.Refusals[0].Message);
    }

    private static WithdrawPage Page(LetterCopyDetail detail, WithdrawForm form) => new(detail.Copy.Title, "来信公开稿", $"{Home}/{detail.Number}", form);

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}
