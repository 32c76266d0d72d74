using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.English;

/// <summary>English versions of news items and policy documents.</summary>
[Area(Policies.ParkDesk)]
public sealed class EnglishController(EnglishVersions versions, IMapper mapper) : Controller
{
    private const string Home = "/park/{kind:regex(^(news|policies)$)}/{id:int}/english";

    [HttpGet(Home)]
    public async Task<IActionResult> Edit(TranslatedKind kind, int id, CancellationToken cancellation) =>
        await versions.FindAsync(kind, id, cancellation) is { } work ? View(Page(kind, id, work, mapper.Map<EnglishForm>(work.English) ?? new EnglishForm())) : NotFound();

    [HttpPost(Home)]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(TranslatedKind kind, int id, EnglishForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await versions.SaveAsync(kind, id, form.Version, mapper.Map<EnglishDraft>(form), cancellation);
            if (outcome.IsDone) return Done(kind, id, "英文版已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await versions.FindAsync(kind, id, cancellation) is not { } work) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = work.English?.Version ?? 0;
        return View(Page(kind, id, work, form));
    }

    [HttpPost(Home + "/publish")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Publish(TranslatedKind kind, int id, int version, CancellationToken cancellation) =>
        Tell(kind, id, await versions.PublishAsync(kind, id, version, cancellation), "英文版已发布。中文内容发布期间，公众可以看到。");

    [HttpPost(Home + "/withdraw")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Withdraw(TranslatedKind kind, int id, int version, CancellationToken cancellation) =>
        Tell(kind, id, await versions.WithdrawAsync(kind, id, version, cancellation), "英文版已撤回，英文网页改为显示中文内容。");

    private static EnglishPage Page(TranslatedKind kind, int id, EnglishWork work, EnglishForm form) =>
        new(form, work, AddressOf(kind, id), AddressOf(kind, id)[..^"/english".Length], MarkdownText.Render(work.Chinese.Body));

    private static string AddressOf(TranslatedKind kind, int id) => FormattableString.Invariant($"/park/{(kind == TranslatedKind.News ? "news" : "policies")}/{id}/english");

    private RedirectResult Tell(TranslatedKind kind, int id, Outcome outcome, string notice)
    {
        if (outcome.IsDone) return Done(kind, id, notice);
        TempData["NoticeTone"] = "bad";
        return Done(kind, id, outcome.Refusals[0].Message);
    }

    private RedirectResult Done(TranslatedKind kind, int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(AddressOf(kind, id));
    }
}
