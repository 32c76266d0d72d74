using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Public.Account;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.SecondFactor;

/// <summary>The second factor of the signed-in person.</summary>
[Authorize]
public sealed class SecondFactorController(SecondFactors factors, SignInService signIn, IStringLocalizer<AccountText> words) : Controller
{
    private const string Home = "/account/second-factor";

    private int UserId => User.UserId()!.Value;

    [HttpGet(Home)]
    public async Task<IActionResult> Show(CancellationToken cancellation) => View(await factors.LookAsync(UserId, cancellation));

    [StepUp]
    [HttpGet(Home + "/device")]
    public Task<IActionResult> Device(CancellationToken cancellation) => DeviceAsync(new SetUpForm(), cancellation);

    [StepUp]
    [HttpPost(Home + "/device")]
    public async Task<IActionResult> Device(SetUpForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await DeviceAsync(form, cancellation);
        var outcome = await factors.ConfirmAsync(UserId, form.Code!, cancellation);
        if (!outcome.IsDone)
        {
            ModelState.Show(outcome.Refusals);
            return await DeviceAsync(form, cancellation);
        }

        await signIn.RenewAsync(UserId);
        return this.ShowCodes(outcome.Value, Home);
    }

    [StepUp]
    [HttpPost(Home + "/codes")]
    public async Task<IActionResult> NewCodes(CancellationToken cancellation)
    {
        var outcome = await factors.NewCodesAsync(UserId, cancellation);
        return outcome.IsDone ? this.ShowCodes(outcome.Value, Home) : Say(outcome.Refusals[0].Message, isBad: true);
    }

    [StepUp]
    [HttpPost(Home + "/off")]
    public async Task<IActionResult> TurnOff(CancellationToken cancellation)
    {
        var outcome = await factors.TurnOffAsync(UserId, cancellation);
        if (!outcome.IsDone) return Say(outcome.Refusals[0].Message, isBad: true);
        await signIn.RenewAsync(UserId);
        return Say(words["Factor.IsOff"].Value, isBad: false);
    }

    private async Task<IActionResult> DeviceAsync(SetUpForm form, CancellationToken cancellation) => this.ShowSetUp(form, await factors.BeginAsync(UserId, cancellation), Home + "/device", isForced: false);

    private RedirectResult Say(string notice, bool isBad)
    {
        TempData["Notice"] = notice;
        if (isBad) TempData["NoticeTone"] = "bad";
        return Redirect(Home);
    }
}

/// <summary>Setting up the second factor that staff have to have, between the password and anything else.</summary>
public sealed class FirstFactorController(SecondFactors factors, PendingSignIn pending, SignInService signIn) : Controller
{
    private const string Home = "/account/second-factor/start";

    [HttpGet(Home)]
    public async Task<IActionResult> Start(CancellationToken cancellation) =>
        await pending.FindAsync(PendingStep.SetUp) is { } half ? await StartAsync(half, new SetUpForm(), cancellation) : Redirect("/account/login");

    [HttpPost(Home)]
    public async Task<IActionResult> Start(SetUpForm form, CancellationToken cancellation)
    {
        if (await pending.FindAsync(PendingStep.SetUp) is not { } half) return Redirect("/account/login");
        if (!ModelState.IsValid) return await StartAsync(half, form, cancellation);
        var outcome = await factors.ConfirmAsync(half.User.Id, form.Code!, cancellation);
        if (outcome.IsDone) return this.ShowCodes(outcome.Value, await signIn.EnterAfterSetUpAsync(half, cancellation));
        ModelState.Show(outcome.Refusals);
        return await StartAsync(half, form, cancellation);
    }

    private async Task<IActionResult> StartAsync(Pending half, SetUpForm form, CancellationToken cancellation) =>
        this.ShowSetUp(form, await factors.BeginAsync(half.User.Id, cancellation), Home, isForced: true);
}

/// <summary>Pages that both ways to a second factor share.</summary>
internal static class FactorPages
{
    private const string ForNobodyElse = "private, no-store";

    public static ViewResult ShowSetUp(this Controller controller, SetUpForm form, AppSecret secret, string action, bool isForced)
    {
        controller.Response.Headers.CacheControl = ForNobodyElse;
        form.Page = new SetUpPage(secret.Secret, QrPicture.Of(secret.Link), action, isForced);
        return controller.View("/Public/SecondFactor/SetUp.cshtml", form);
    }

    /// <summary>The answer of the act itself, not of an address: what is shown once must not be shown again.</summary>
    public static ViewResult ShowCodes(this Controller controller, NewCodes codes, string leadsTo)
    {
        controller.Response.Headers.CacheControl = ForNobodyElse;
        return controller.View("/Public/SecondFactor/Codes.cshtml", new CodesPage(codes.Codes, leadsTo));
    }
}
