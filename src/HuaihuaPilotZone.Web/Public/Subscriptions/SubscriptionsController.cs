using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Subscriptions;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Subscriptions;

/// <summary>
/// 订阅: feeds and mail by topic. Links in mails only show a page, because mail scanners follow them; what changes something is a button.
/// Pages behind a key are personal: nobody keeps them and no index lists them.
/// </summary>
public sealed class SubscriptionsController(SubscriptionBook book, NewsColumns columns, FormStamps stamps, IStringLocalizer<SubscriptionsText> words) : Controller
{
    private const string Home = "/subscriptions";

    /// <param name="topic">Ticked already, for whoever comes from a list.</param>
    [HttpGet(Home)]
    public async Task<IActionResult> Index(string? topic, CancellationToken cancellation) => View(new SubscriptionForm
    {
        Topics = new SubscriptionTopics(await columns.ReadAsync(cancellation)).Exists(topic) ? [topic!] : [],
        Frequency = MailFrequency.Daily,
        IsEnglish = PageAddress.IsEnglish,
        Stamp = stamps.Issue(),
    });

    [EnableRateLimiting(RateLimits.PublicForms)]
    [HttpPost(Home)]
    public async Task<IActionResult> Index(SubscriptionForm form, CancellationToken cancellation)
    {
        if (stamps.Problem(form.Stamp) is not null) ModelState.AddModelError("", words["Stamp"]);
        if (!ModelState.IsValid) return Again(form);
        var asked = await book.AskAsync(form.Address, form.ToChoices(), form.ToConsent(), cancellation);
        if (asked.IsDone) return Redirect(Home + "/sent");
        ModelState.Show(asked.Refusals);
        return Again(form);
    }

    /// <summary>The same for every address.</summary>
    [PublicPage]
    [NotForIndexes]
    [HttpGet(Home + "/sent")]
    public IActionResult Sent() => View();

    [NotForIndexes]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [HttpGet(Home + "/confirm")]
    public async Task<IActionResult> Confirm(string? token, CancellationToken cancellation) =>
        await book.FindPendingAsync(token, cancellation) is { } pending ? View(new ConfirmPage(token!, pending)) : Closed();

    [EnableRateLimiting(RateLimits.PublicForms)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [HttpPost(Home + "/confirm")]
    public async Task<IActionResult> ConfirmNow(string? token, CancellationToken cancellation)
    {
        if (await book.ConfirmAsync(token, cancellation) is not { } key) return Closed();
        TempData["Notice"] = words["Confirmed"].Value;
        return Redirect($"{Home}/manage?key={key}");
    }

    [NotForIndexes]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [HttpGet(Home + "/manage")]
    public async Task<IActionResult> Manage(string? key, CancellationToken cancellation) =>
        await book.FindAsync(key, cancellation) is { } found ? View(new ManagePage(found.Address, ManageForm.Of(key!, found.Choices))) : Closed();

    [EnableRateLimiting(RateLimits.PublicForms)]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [HttpPost(Home + "/manage")]
    public async Task<IActionResult> Manage(ManageForm form, CancellationToken cancellation)
    {
        if (await book.FindAsync(form.Key, cancellation) is not { } found) return Closed();
        if (!ModelState.IsValid) return View(new ManagePage(found.Address, form));
        var changed = await book.ChangeAsync(form.Key, form.ToChoices(), cancellation);
        if (changed.IsDone)
        {
            TempData["Notice"] = words["Changed"].Value;
            return Redirect($"{Home}/manage?key={form.Key}");
        }

        ModelState.Show(changed.Refusals);
        return View(new ManagePage(found.Address, form));
    }

    [NotForIndexes]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [HttpGet(Home + "/leave")]
    public async Task<IActionResult> Leave(string? key, CancellationToken cancellation) =>
        View(new LeavePage(key ?? "", await book.FindLeavingAsync(key, cancellation)));

    /// <summary>
    /// Ends a subscription: by the button of the page, and by mail programs with one click (RFC 8058), which have neither cookies nor a form
    /// token. The key alone speaks for the reader, so a token would prove nothing more; the answer is no redirect, as the RFC asks.
    /// </summary>
    [IgnoreAntiforgeryToken]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    [HttpPost(Home + "/leave")]
    public async Task<IActionResult> LeaveNow([FromQuery] string? key, CancellationToken cancellation) =>
        await book.LeaveAsync(key, cancellation) ? View("Left") : Closed();

    private ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Closed");
    }

    private ViewResult Again(SubscriptionForm form)
    {
        form.Stamp = stamps.Renew(form.Stamp);
        return View(nameof(Index), form);
    }
}
