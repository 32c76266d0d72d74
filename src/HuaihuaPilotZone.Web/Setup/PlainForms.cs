namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Outside Development the token of a form goes over encrypted connections only, so over plain http no form is given out or taken. Whoever runs the portal
/// reads at its start why, and whoever asks for a form is shown a page that says it (<see cref="Public.Errors.ErrorsController"/>).
/// </summary>
public static class PlainForms
{
    /// <summary>The assembly that refuses; its exception has no type of its own.</summary>
    private const string Refuser = "Microsoft.AspNetCore.Antiforgery";

    /// <summary>Whether a form was refused because the connection is not encrypted. A form that merely lost its token is refused otherwise.</summary>
    public static bool IsRefusal(Exception? error, HttpRequest request) => error is InvalidOperationException { Source: Refuser } && !request.IsHttps;

    /// <summary>Says that nobody can reach this portal encrypted, as far as it can tell from where it listens and whom it believes.</summary>
    internal static void Look(WebApplication app)
    {
        if (app.Environment.IsDevelopment() || !string.IsNullOrWhiteSpace(app.Configuration["Proxies:Known"]) || app.Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) return;
        app.Logger.LogWarning(
            "门户只能用没有加密的 http 打开：没有监听 https，也没有用 Proxies:Known 写明在前面解密的反向代理。公开页面可以看，登录和所有表单都会被拒绝。请配置 HTTPS 证书（Kestrel:Certificates 或 --urls https://…），或放在 HTTPS 反向代理之后并写明 Proxies:Known（docs/configuration.md）；只在本机试用时，请用 ASPNETCORE_ENVIRONMENT=Development。 "
            + "The portal is reached over plain http only: it listens to no https, and Proxies:Known names no proxy that decrypts before it. Public pages can be read; signing in and every form are refused. Give it a certificate, or a proxy and Proxies:Known; to try it out on this machine, run it in Development.");
    }
}
