using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.IndustryTags;

/// <summary>A word for a tag.</summary>
public sealed class IndustryTagForm
{
    [Display(Name = "名称")]
    public string? Word { get; set; }
}

public sealed class IndustryTagFormValidator : AbstractValidator<IndustryTagForm>
{
    public IndustryTagFormValidator() =>
        RuleFor(f => f.Word).NotEmpty().WithMessage("请填写名称。").MaximumLength(FormerWord.WordMaxLength).WithMessage($"名称最多 {FormerWord.WordMaxLength} 个字。");
}

/// <summary>All tags, and the form for another one.</summary>
public sealed record IndustryTagsPage(IReadOnlyList<TagRow> Rows, IndustryTagForm Form, bool MayKeep);

/// <summary>The industry tags of the roster. What they were called before stays for the days before.</summary>
[Area(Policies.ParkDesk)]
public sealed class IndustryTagsController(TagKeeping tags, IAuthorizationService doors) : Controller
{
    private const string Home = "/park/enterprises/tags";

    [HttpGet(Home)]
    public Task<IActionResult> Index(CancellationToken cancellation) => ShowAsync(new IndustryTagForm(), cancellation);

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home)]
    public async Task<IActionResult> Add(IndustryTagForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var added = await tags.AddAsync(form.Word!, cancellation);
            if (added.IsDone) return Answer(added, "已新增。");
            ModelState.Show(added.Refusals);
        }

        return await ShowAsync(form, cancellation);
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/{id:int}/rename")]
    public async Task<IActionResult> Rename(int id, string? word, CancellationToken cancellation) => Answer(await tags.RenameAsync(id, word ?? "", cancellation), "已改名，以前的日期仍用以前的名称。");

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/{id:int}/close")]
    public async Task<IActionResult> Close(int id, bool closed, CancellationToken cancellation) => Answer(await tags.CloseAsync(id, closed, cancellation), closed ? "已停用，不能再选用。" : "已恢复。");

    private RedirectResult Answer(Outcome outcome, string done)
    {
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }

    private async Task<IActionResult> ShowAsync(IndustryTagForm form, CancellationToken cancellation) =>
        View("Index", new IndustryTagsPage(await tags.ListAsync(cancellation), form, (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded));
}
