using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// How a visitor wants the portal to look. Kept in a cookie that the server reads, so that the attributes stand on
/// the html element from the first byte and nothing flashes.
/// </summary>
/// <param name="IsDark">Dark colours.</param>
/// <param name="HasMoreContrast">High contrast.</param>
/// <param name="HasLargeText">大字版: everything at 125 %.</param>
public sealed record SitePreferences(bool IsDark = false, bool HasMoreContrast = false, bool HasLargeText = false)
{
    public const string CookieName = "hh-prefs";

    /// <summary>Culture of the Chinese texts.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>Culture of the English texts.</summary>
    public const string English = "en";

    public static readonly SitePreferences Default = new();

    /// <summary>Value of data-bs-theme on the html element.</summary>
    public string Theme => IsDark ? "dark" : "light";

    /// <summary>Value of data-contrast on the html element.</summary>
    public string Contrast => HasMoreContrast ? "more" : "normal";

    /// <summary>Value of data-text on the html element.</summary>
    public string Text => HasLargeText ? "large" : "normal";

    /// <summary>The preferences of a request; whatever is missing or unreadable is the default.</summary>
    public static SitePreferences Of(HttpRequest? request) => Parse(request is null ? null : PortalCookies.Read(request, CookieName));

    /// <summary>Reads what <see cref="Format"/> wrote. Tolerant: the cookie is the visitor's, not ours.</summary>
    public static SitePreferences Parse(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie) || cookie.Length > 200) return Default;
        var said = QueryHelpers.ParseQuery(cookie);
        return Default.With(said.GetValueOrDefault("theme"), said.GetValueOrDefault("contrast"), said.GetValueOrDefault("text"));
    }

    /// <summary>The cookie's value, such as theme=dark&amp;contrast=normal&amp;text=large.</summary>
    public string Format() => string.Create(
        CultureInfo.InvariantCulture,
        $"theme={Theme}&contrast={Contrast}&text={Text}");

    /// <summary>The same preferences with what was said changed; null or an unknown word leaves a part as it is.</summary>
    public SitePreferences With(string? theme, string? contrast, string? text) => new(
        Choose(theme, "dark", "light", IsDark),
        Choose(contrast, "more", "normal", HasMoreContrast),
        Choose(text, "large", "normal", HasLargeText));

    private static bool Choose(string? said, string yes, string no, bool now) =>
        string.Equals(said, yes, StringComparison.Ordinal) || (now && !string.Equals(said, no, StringComparison.Ordinal));
}
