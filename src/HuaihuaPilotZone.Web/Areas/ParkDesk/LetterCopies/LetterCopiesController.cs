using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.LetterCopies;

/// <summary>Editors publish copies of letters. What they see is masked; the letters themselves are behind another lock.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.EditContent)]
public sealed class LetterCopiesController(LetterPublications publications) : Controller
{
    private const string Home = "/park/letter-publications";

    private static readonly string[] _head = ["编号", "类型", "公开标题", "状态", "答复时间", "首次公开时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CopyQuery query, CancellationToken cancellation) =>
        View(new CopyListPage(query, await publications.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.xlsx")]
    [HttpGet(Home + "/export.csv")]
    public Task Export(CopyQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "letter-publications", "来信公开", _head, publications.StreamAsync(query.ToFilter()),
        row => [row.Number, row.Kind.Word(), row.PublicTitle, CopyListPage.Word(row.State), ListTimes.Of(row.RepliedAt), ListTimes.Of(row.PublishedAt)],
        cancellation);

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
