using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Templates;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Templates;

/// <summary>Keeping documents as templates, and starting drafts from them.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class TemplatesController(DraftTemplates templates, DeclarationService declarations, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/templates";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(string? q, int? page, CancellationToken cancellation) =>
        View(new TemplateListPage(q, await templates.ListAsync(EnterpriseId, q, new PageRequest(page), cancellation)));

    [HttpPost("/enterprise/declarations/{number}/template")]
    public async Task<IActionResult> Keep(DeclarationNumber number, TemplateForm form, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is null) return NotFound();
        var outcome = ModelState.IsValid ? await templates.KeepAsync(EnterpriseId, number, form.Name!, cancellation) : Outcome.Refused("请填写模板名称。");
        TempData["Notice"] = outcome.IsDone ? $"已存为模板“{form.Name!.Trim()}”。" : outcome.Refusals[0].Message;
        if (outcome.IsDone) return Redirect(Home);
        TempData["NoticeTone"] = "bad";
        return Redirect($"/enterprise/declarations/{number}");
    }

    [HttpPost(Home + "/{id:int}/start")]
    public async Task<IActionResult> Start(int id, CancellationToken cancellation)
    {
        if (await templates.FindAsync(EnterpriseId, id, cancellation) is not { } template) return NotFound();
        var outcome = await declarations.StartAsync(EnterpriseId, id, cancellation);
        if (!outcome.IsDone) return NotFound();
        TempData["Notice"] = $"已从模板“{template.Name}”新建 {outcome.Value.Number}。{outcome.Value.Say()}";
        return Redirect($"/enterprise/declarations/{outcome.Value.Number}/edit");
    }

    [HttpPost(Home + "/{id:int}/delete")]
    public async Task<IActionResult> Delete(int id, CancellationToken cancellation)
    {
        if (await templates.FindAsync(EnterpriseId, id, cancellation) is not { } template) return NotFound();
        var outcome = await templates.DeleteAsync(EnterpriseId, id, cancellation);
        TempData["Notice"] = outcome.IsDone ? $"模板“{template.Name}”已删除。" : outcome.Refusals[0].Message;
        return Redirect(Home);
    }
}

/// <summary>The name that a template gets.</summary>
public sealed class TemplateForm
{
    public string? Name { get; set; }
}

public sealed class TemplateFormValidator : AbstractValidator<TemplateForm>
{
    public TemplateFormValidator() => RuleFor(f => f.Name).NotEmpty().WithMessage("请填写模板名称。").MaximumLength(DraftTemplate.NameMaxLength).WithMessage($"模板名称最多 {DraftTemplate.NameMaxLength} 个字。");
}

public sealed record TemplateListPage(string? Word, Page<DraftTemplate> Rows);
