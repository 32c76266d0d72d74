namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// The portal's own cookies. Outside Development they are sent over encrypted connections only and begin with __Host-, so that no other site of the
/// same domain can set them.
/// </summary>
public static class PortalCookies
{
    private const string Prefix = "__Host-";

    /// <summary>The whole name of a cookie.</summary>
    public static string NameOf(IHostEnvironment environment, string name) => environment.IsDevelopment() ? name : Prefix + name;

    /// <summary>The name without the prefix.</summary>
    public static string PlainName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;

    /// <summary>Whether a request carries a cookie, with or without the prefix.</summary>
    public static bool Has(HttpRequest request, string name) => request.Cookies.ContainsKey(Prefix + name) || request.Cookies.ContainsKey(name);

    /// <summary>What a cookie says that is no secret and decides nothing but the look of a page.</summary>
    public static string? Read(HttpRequest request, string name) => request.Cookies[Prefix + name] ?? request.Cookies[name];

    /// <summary>Sets what holds for every cookie of ours.</summary>
    public static void Harden(this CookieBuilder cookie, IHostEnvironment environment, string name)
    {
        cookie.Name = NameOf(environment, name);
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
