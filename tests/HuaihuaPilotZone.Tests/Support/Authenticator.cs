using HuaihuaPilotZone.Accounts;
using OtpNet;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>The app on a person's phone.</summary>
public sealed class Authenticator(string secret, TimeProvider clock)
{
    private readonly Totp _app = new(Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>The code that it shows now, or showed or will show some steps of 30 seconds from now.</summary>
    public string Code(int steps = 0) => _app.ComputeTotp(clock.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));
}

/// <summary>What tests do with second factors.</summary>
public static class SecondFactorScenes
{
    /// <summary>Sets up the app of somebody who is at the page that asks for it.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> Codes)> SetUpAsync(this Visitor visitor, Portal portal, string page = "/account/second-factor/device")
    {
        var shown = await visitor.OpenAsync(page);
        var app = new Authenticator(shown.QuerySelector("[data-secret]")!.TextContent, portal.Clock);
        var answer = await Visitor.ReadAsync(await visitor.SubmitAsync(page, new() { ["Code"] = app.Code() }));
        return (app, [.. answer.QuerySelectorAll("[data-recovery-codes] code").Select(c => c.TextContent)]);
    }

    /// <summary>The first step.</summary>
    public static Task<HttpResponseMessage> GivePasswordAsync(this Visitor visitor, string name, string password = DemonstrationAccounts.Password, string? returnUrl = null) =>
        visitor.SubmitAsync(returnUrl is null ? "/account/login" : $"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}", new() { ["Name"] = name, ["Password"] = password });

    /// <summary>The second step.</summary>
    public static Task<HttpResponseMessage> GiveCodeAsync(this Visitor visitor, string code) => visitor.SubmitAsync("/account/code", new() { ["Code"] = code });

    /// <summary>Moves the clock on.</summary>
    public static void Later(this Portal portal, TimeSpan by) => portal.Clock.Set(portal.Clock.GetUtcNow() + by);
}
