using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Public.OwnData;

/// <summary>What the signed-in person has agreed to, may correct, take along and ask to be deleted.</summary>
[Authorize]
public sealed class OwnDataController(
    ConsentService consents, PrivacyRequests requests, PersonalExport export, PersonalExportJobs longExports, PeopleService people, SignInService signIn, IOptions<PrivacyOptions> options, IStringLocalizer<OwnDataText> words) : Controller
{
    private const string Home = "/account/privacy";
    private const string Requests = Home + "/requests";

    private int UserId => User.UserId()!.Value;

    [HttpGet(Home)]
    public Task<IActionResult> Index(int? page, CancellationToken cancellation) => ShowAsync(null, page, cancellation);

    [HttpPost(Home + "/name")]
    public async Task<IActionResult> Rename(NameForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, null, cancellation);
        var outcome = await requests.RenameAsync(UserId, form.Name, cancellation);
        if (outcome.IsDone) await signIn.RenewAsync(UserId);
        return outcome.IsDone ? Done("Name.Saved", Home) : await RefuseAsync(outcome, form, cancellation);
    }

    [HttpPost(Home + "/give")]
    public async Task<IActionResult> Give(ConsentForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(null, null, cancellation);
        // the button that turns an optional item on says so itself; the notice has a box to tick
        var isGiven = form.Kind != ConsentKind.Notice || form.AcceptsNotice;
        var outcome = await consents.GiveAsync(UserId, form.Kind!.Value, new PrivacyConsent(isGiven, form.NoticeVersion), cancellation);
        return outcome.IsDone ? Done("Consent.Given", Home) : await RefuseAsync(outcome, null, cancellation);
    }

    [HttpPost(Home + "/withdraw")]
    public async Task<IActionResult> Withdraw(ConsentForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(null, null, cancellation);
        var outcome = await consents.WithdrawAsync(UserId, form.Kind!.Value, cancellation);
        return outcome.IsDone ? Done("Consent.Withdrawn", Home) : await RefuseAsync(outcome, null, cancellation);
    }

    [StepUp(SendsFile = true)]
    [HttpPost(Home + "/export")]
    public async Task<IActionResult> Export(CancellationToken cancellation)
    {
        if (await longExports.IsLongAsync(UserId, cancellation))
        {
            await longExports.StartAsync(UserId, cancellation);
            return Done("Export.Started", Home);
        }

        if (await export.MakeAsync(UserId, cancellation) is not { } file) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/zip", "personal-data.zip");
    }

    [StepUp]
    [HttpGet(Home + "/export/{id:int}")]
    public async Task<IActionResult> Prepared(int id, CancellationToken cancellation)
    {
        if (await longExports.OpenAsync(UserId, id, cancellation) is not { } file) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/zip", "personal-data.zip");
    }

    [HttpGet(Requests)]
    public Task<IActionResult> Asked(int? page, CancellationToken cancellation) => ShowRequestsAsync(new PrivacyRequestForm(), page, cancellation);

    [StepUp]
    [HttpPost(Requests)]
    public async Task<IActionResult> Asked(PrivacyRequestForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowRequestsAsync(form, null, cancellation);
        var outcome = await requests.SubmitAsync(UserId, form.Kind!.Value, form.Reason, cancellation);
        if (outcome.IsDone) return Done("Request.Received", Requests);
        ModelState.Show(outcome.Refusals);
        return await ShowRequestsAsync(form, null, cancellation);
    }

    [HttpPost(Requests + "/{number}/withdraw")]
    public async Task<IActionResult> TakeBack(string number, CancellationToken cancellation)
    {
        var outcome = await requests.WithdrawAsync(UserId, number, cancellation);
        if (outcome.IsMissing) return NotFound();
        if (outcome.IsDone) return Done("Request.Withdrawn", Requests);
        ModelState.Show(outcome.Refusals);
        return await ShowRequestsAsync(new PrivacyRequestForm(), null, cancellation);
    }

    private RedirectResult Done(string word, string address)
    {
        TempData["Notice"] = words[word].Value;
        return Redirect(address);
    }

    private async Task<IActionResult> RefuseAsync(Outcome outcome, NameForm? form, CancellationToken cancellation)
    {
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(form, null, cancellation);
    }

    private async Task<IActionResult> ShowAsync(NameForm? form, int? page, CancellationToken cancellation)
    {
        if (await people.FindAsync(UserId, cancellation) is not { Person: { } person }) return NotFound();
        return View("Index", new OwnDataPage(await consents.LookAsync(UserId, new PageRequest(page), cancellation), form ?? new NameForm { Name = person.DisplayName }, person.Email, await longExports.LastAsync(UserId, cancellation)));
    }

    private async Task<IActionResult> ShowRequestsAsync(PrivacyRequestForm form, int? page, CancellationToken cancellation) =>
        View("Asked", new OwnRequestsPage(await requests.ListAsync(UserId, new PageRequest(page), cancellation), form, options.Value.RequestDays));
}
