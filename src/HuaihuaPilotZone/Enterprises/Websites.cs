namespace HuaihuaPilotZone.Enterprises;

/// <summary>Which addresses may become links on public pages.</summary>
public static class Websites
{
    public const string Problem = "网址应以 http:// 或 https:// 开头，例如 https://www.example.com。";

    /// <summary>True for nothing and for an absolute address of the web; a script or a file is no website.</summary>
    public static bool IsGood(string? address) =>
        string.IsNullOrWhiteSpace(address) || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
