using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Inventory;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Personal.Retention;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Privacy;

/// <summary>The rules of retention with what the nights have ended.</summary>
public sealed record RetentionPage(IReadOnlyList<RetentionLine> Rules, Page<RetentionRun> Runs);

/// <summary>The keys of personal columns.</summary>
public sealed record KeysPage(string ActiveId, bool IsConfigured, IReadOnlyList<EncryptedCount> Counts);

/// <summary>What is held of people, what ends at night, and the keys of what is encrypted.</summary>
[Area(Policies.ParkDesk)]
public sealed class PrivacyController(RetentionService retention, KeyRotation keys, BreachNotices breaches) : Controller
{
    private const string Home = "/park/privacy";
    private const string Keys = Home + "/keys";
    private const string Breach = Home + "/breach-notice";

    [HttpGet(Home)]
    public IActionResult Index() => View(PersonalDataInventory.All);

    [HttpGet(Home + "/retention")]
    public async Task<IActionResult> Retention(int? page, CancellationToken cancellation) => View(new RetentionPage(retention.Rules, await retention.ListAsync(new PageRequest(page), cancellation)));

    [HttpGet(Keys)]
    [Authorize(Policies.RunPortal)]
    public Task<IActionResult> KeyRing(CancellationToken cancellation) => ShowKeysAsync(cancellation);

    [HttpPost(Keys)]
    [Authorize(Policies.RunPortal)]
    public async Task<IActionResult> KeyRing(bool fresh, CancellationToken cancellation)
    {
        var outcome = await keys.RotateAsync(fresh, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await ShowKeysAsync(cancellation);
        }
        TempData["Notice"] = "已开始重新加密，进度在“后台任务”里。";
        return Redirect(Keys);
    }

    [HttpGet(Breach)]
    [Authorize(Policies.RunPortal)]
    public IActionResult BreachNotice() => View(new BreachPage(new BreachForm(), null));

    [HttpPost(Breach)]
    [Authorize(Policies.RunPortal)]
    public async Task<IActionResult> BreachNotice(BreachForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(new BreachPage(form, null));
        var made = await breaches.MakeAsync(form.ToFacts(), cancellation);
        if (made.IsDone) return View(new BreachPage(form, made.Value));
        ModelState.Show(made.Refusals);
        return View(new BreachPage(form, null));
    }

    private async Task<IActionResult> ShowKeysAsync(CancellationToken cancellation) => View("KeyRing", new KeysPage(keys.ActiveId, keys.IsConfigured, await keys.CountAsync(cancellation)));
}
