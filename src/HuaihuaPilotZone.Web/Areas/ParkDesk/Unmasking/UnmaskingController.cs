using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using HuaihuaPilotZone.Web.Shared.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Unmasking;

/// <summary>The form, and after it what was asked for.</summary>
/// <param name="Back">Page of the record.</param>
/// <param name="Seen">Null before the reason was given.</param>
public sealed record UnmaskPage(string Name, string Back, UnmaskForm Form, UnmaskedRecord? Seen)
{
    /// <summary>Whether it is vehicles that are shown, and not people.</summary>
    public bool IsOfVehicles { get; init; }

    public string What => IsOfVehicles ? "完整车牌" : "完整联系方式";
}

/// <summary>Shows in full what is masked elsewhere, after a reason that is journalled. The one place for it, behind a step-up; each record behind the lock of its own desk.</summary>
[Area(Policies.ParkDesk)]
public sealed class UnmaskingController(HuaihuaPilotZone.Personal.Unmasking unmasking) : Controller
{
    private const string Contacts = "/park/enterprises/{id:int}/contacts/full";
    private const string Person = "/park/people/{id:int}/full";
    private const string Application = "/park/applications/{number}/contact/full";
    private const string Letter = "/park/letters/{number}/writer/full";
    private const string InformationRequest = "/park/information-requests/{number}/applicant/full";
    private const string Succession = "/park/successions/{number}/person/full";
    private const string Lead = "/park/investment/{number}/contact/full";
    private const string Import = "/park/imports/{id:int}/contacts/full";
    private const string Mail = "/park/messages/{id:int}/recipient/full";
    private const string YardStay = "/park/yard/stays/{id:int}/vehicles/full";

    [HttpGet(Contacts)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ContactsInFull(int id, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Enterprise, id), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Contacts)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ContactsInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Enterprise, id), form, cancellation);

    [HttpGet(Person)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> PersonInFull(int id, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Person, id), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Person)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> PersonInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Person, id), form, cancellation);

    [HttpGet(Application)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ApplicantInFull(string number, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Application, number), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Application)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ApplicantInFull(string number, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Application, number), form, cancellation);

    [HttpGet(Letter)]
    [Authorize(Policies.AnswerLetters)]
    public Task<IActionResult> WriterInFull(string number, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Letter, number), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Letter)]
    [Authorize(Policies.AnswerLetters)]
    public Task<IActionResult> WriterInFull(string number, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Letter, number), form, cancellation);

    [InformationRequestsModule]
    [HttpGet(InformationRequest)]
    [Authorize(Policies.AnswerLetters)]
    public Task<IActionResult> RequesterInFull(string number, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.InformationRequest, number), new UnmaskForm(), null, cancellation);

    [StepUp]
    [InformationRequestsModule]
    [HttpPost(InformationRequest)]
    [Authorize(Policies.AnswerLetters)]
    public Task<IActionResult> RequesterInFull(string number, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.InformationRequest, number), form, cancellation);

    [HttpGet(Succession)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> SuccessorInFull(string number, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Succession, number), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Succession)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> SuccessorInFull(string number, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Succession, number), form, cancellation);

    [HttpGet(Lead)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> LeadInFull(string number, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Lead, number), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Lead)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> LeadInFull(string number, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Lead, number), form, cancellation);

    [HttpGet(Import)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ImportInFull(int id, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Import, id), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Import)]
    [Authorize(Policies.KeepRoster)]
    public Task<IActionResult> ImportInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Import, id), form, cancellation);

    [HttpGet(Mail)]
    [Authorize(Policies.RunPortal)]
    public Task<IActionResult> RecipientInFull(int id, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.Mail, id), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(Mail)]
    [Authorize(Policies.RunPortal)]
    public Task<IActionResult> RecipientInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.Mail, id), form, cancellation);

    [HttpGet(YardStay)]
    [Authorize(Policies.ReadRoster)]
    public Task<IActionResult> VehiclesInFull(int id, CancellationToken cancellation) => ShowAsync(Of(UnmaskKind.YardStay, id), new UnmaskForm(), null, cancellation);

    [StepUp]
    [HttpPost(YardStay)]
    [Authorize(Policies.ReadRoster)]
    public Task<IActionResult> VehiclesInFull(int id, UnmaskForm form, CancellationToken cancellation) => LookAsync(Of(UnmaskKind.YardStay, id), form, cancellation);

    private async Task<IActionResult> LookAsync(UnmaskTarget target, UnmaskForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(target, form, null, cancellation);
        var looked = await unmasking.LookAsync(target, FormText.Clean(form.Reason), cancellation);
        if (!looked.IsDone) ModelState.Show(looked.Refusals);
        Response.Headers.CacheControl = "no-store";
        return await ShowAsync(target, form, looked.IsDone ? looked.Value : null, cancellation);
    }

    private async Task<IActionResult> ShowAsync(UnmaskTarget target, UnmaskForm form, UnmaskedRecord? seen, CancellationToken cancellation) =>
        await unmasking.NameAsync(target, cancellation) is { } name ? View("Unmask", new UnmaskPage(name, BackOf(target), form, seen) { IsOfVehicles = target.Kind == UnmaskKind.YardStay }) : NotFound();

    private UnmaskTarget Of(UnmaskKind kind, int id) => Of(kind, id.ToString(CultureInfo.InvariantCulture));

    private UnmaskTarget Of(UnmaskKind kind, string key) => new(kind, key, User.IsInRole(StaffRoles.ParkAdministrator));

    /// <summary>A mail has no page of its own.</summary>
    private static string BackOf(UnmaskTarget target) => target.Kind == UnmaskKind.Mail ? "/park/messages" : $"/park/{DeskOf(target.Kind)}/{target.Key}";

    private static string DeskOf(UnmaskKind kind) => kind switch
    {
        UnmaskKind.Enterprise => "enterprises",
        UnmaskKind.Person => "people",
        UnmaskKind.Application => "applications",
        UnmaskKind.Letter => "letters",
        UnmaskKind.InformationRequest => "information-requests",
        UnmaskKind.Succession => "successions",
        UnmaskKind.Lead => "investment",
        UnmaskKind.Import => "imports",
        UnmaskKind.YardStay => "yard/stays",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
