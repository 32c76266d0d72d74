using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Unmasking;

/// <summary>Why somebody wants to see it.</summary>
public sealed class UnmaskForm
{
    [Display(Name = "查看原因")]
    public string? Reason { get; set; }
}

public sealed class UnmaskFormValidator : AbstractValidator<UnmaskForm>
{
    public UnmaskFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明查看的原因。").MaximumLength(HuaihuaPilotZone.Personal.Unmasking.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>The form, and after it what was asked for.</summary>
/// <param name="Back">Page of the record.</param>
/// <param name="People">Null before the reason was given.</param>
public sealed record UnmaskPage(string Name, string Back, UnmaskForm Form, IReadOnlyList<UnmaskedPerson>? People);

/// <summary>Shows in full what is masked elsewhere, after a reason that is journalled. The one place for it, behind a step-up.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.KeepRoster)]
public sealed class UnmaskingController(HuaihuaPilotZone.Personal.Unmasking unmasking) : Controller
{
    private const string Contacts = "/park/enterprises/{id:int}/contacts/full";
    private const string Person = "/park/people/{id:int}/full";

    [HttpGet(Contacts)]
    public Task<IActionResult> ContactsInFull(int id, CancellationToken cancellation) => AskAsync(UnmaskKind.Enterprise, id, new UnmaskForm(), cancellation);

    [StepUp]
    [HttpPost(Contacts)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ContactsInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(UnmaskKind.Enterprise, id, form, cancellation);

    [HttpGet(Person)]
    public Task<IActionResult> PersonInFull(int id, CancellationToken cancellation) => AskAsync(UnmaskKind.Person, id, new UnmaskForm(), cancellation);

    [StepUp]
    [HttpPost(Person)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> PersonInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(UnmaskKind.Person, id, form, cancellation);

    private async Task<IActionResult> LookAsync(UnmaskKind kind, int id, UnmaskForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await AskAsync(kind, id, form, cancellation);
        var looked = await unmasking.LookAsync(kind, id, FormText.Clean(form.Reason), cancellation);
        if (!looked.IsDone)
        {
            ModelState.Show(looked.Refusals);
            return await AskAsync(kind, id, form, cancellation);
        }
        Response.Headers.CacheControl = "no-store";
        return await ShowAsync(kind, id, form, looked.Value, cancellation);
    }

    private Task<IActionResult> AskAsync(UnmaskKind kind, int id, UnmaskForm form, CancellationToken cancellation) => ShowAsync(kind, id, form, null, cancellation);

    private async Task<IActionResult> ShowAsync(UnmaskKind kind, int id, UnmaskForm form, IReadOnlyList<UnmaskedPerson>? people, CancellationToken cancellation) =>
        await unmasking.NameAsync(kind, id, cancellation) is { } name
            ? View("Unmask", new UnmaskPage(name, kind == UnmaskKind.Enterprise ? $"/park/enterprises/{id}" : $"/park/people/{id}", form, people))
            : NotFound();
}
