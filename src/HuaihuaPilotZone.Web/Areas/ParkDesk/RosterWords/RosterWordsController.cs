using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.RosterWords;

/// <summary>A word for an area or a tag.</summary>
public sealed class RosterWordForm
{
    [Display(Name = "种类")]
    public TaxonomyKind? Kind { get; set; }

    [Display(Name = "名称")]
    public string? Word { get; set; }

    [Display(Name = "出处")]
    public string? Source { get; set; }
}

public sealed class RosterWordFormValidator : AbstractValidator<RosterWordForm>
{
    public RosterWordFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择种类。").IsInEnum().WithMessage("没有这个种类，请重新选择。");
        RuleFor(f => f.Word).NotEmpty().WithMessage("请填写名称。").MaximumLength(FormerWord.WordMaxLength).WithMessage($"名称最多 {FormerWord.WordMaxLength} 个字。");
        RuleFor(f => f.Source).MaximumLength(200).WithMessage("出处最多 200 个字。");
    }
}

/// <summary>All areas and tags, and the form for another one.</summary>
public sealed record RosterWordsPage(IReadOnlyList<TaxonomyRow> Rows, RosterWordForm Form, bool MayKeep);

/// <summary>The areas and tags of the roster. What they were called before stays for the days before.</summary>
[Area(Policies.ParkDesk)]
public sealed class RosterWordsController(RosterTaxonomy taxonomy, IAuthorizationService doors) : Controller
{
    private const string Home = "/park/enterprises/words";

    [HttpGet(Home)]
    public Task<IActionResult> Index(CancellationToken cancellation) => ShowAsync(new RosterWordForm(), cancellation);

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home)]
    public async Task<IActionResult> Add(RosterWordForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var added = await taxonomy.AddAsync(form.Kind!.Value, form.Word!, form.Source, cancellation);
            if (added.IsDone) return Answer(added, "已新增。");
            ModelState.Show(added.Refusals);
        }

        return await ShowAsync(form, cancellation);
    }

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/areas/{id:int}/rename")]
    public async Task<IActionResult> RenameArea(int id, string? word, CancellationToken cancellation) => Answer(await taxonomy.RenameAsync(TaxonomyKind.Area, id, word ?? "", cancellation), "已改名，以前的日期仍用以前的名称。");

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/tags/{id:int}/rename")]
    public async Task<IActionResult> RenameTag(int id, string? word, CancellationToken cancellation) => Answer(await taxonomy.RenameAsync(TaxonomyKind.Tag, id, word ?? "", cancellation), "已改名，以前的日期仍用以前的名称。");

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/areas/{id:int}/close")]
    public async Task<IActionResult> CloseArea(int id, bool closed, CancellationToken cancellation) => Answer(await taxonomy.CloseAsync(TaxonomyKind.Area, id, closed, cancellation), closed ? "已停用，不能再选用。" : "已恢复。");

    [Authorize(Policies.KeepRoster)]
    [HttpPost(Home + "/tags/{id:int}/close")]
    public async Task<IActionResult> CloseTag(int id, bool closed, CancellationToken cancellation) => Answer(await taxonomy.CloseAsync(TaxonomyKind.Tag, id, closed, cancellation), closed ? "已停用，不能再选用。" : "已恢复。");

    private RedirectResult Answer(Outcome outcome, string done)
    {
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }

    private async Task<IActionResult> ShowAsync(RosterWordForm form, CancellationToken cancellation) =>
        View("Index", new RosterWordsPage(await taxonomy.ListAsync(cancellation), form, (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded));
}
