using System.Buffers;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Messages;

/// <summary>Section "Portal".</summary>
public sealed class PortalOptions
{
    /// <summary>Where people reach the portal, such as https://portal.example.cn. Links in mails begin with it, never with what a request claims to be its host.</summary>
    public Uri BaseAddress { get; set; } = new("http://localhost:5080");
}

/// <summary>Whole addresses of the portal's pages, for mails and one-time links.</summary>
public sealed class PortalAddress(IOptions<PortalOptions> options)
{
    private static readonly SearchValues<char> _plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/");

    private readonly string _root = new Uri(options.Value.BaseAddress, "/").ToString()[..^1];

    /// <param name="path">Local address with a leading slash and, if wanted, a query.</param>
    public Uri Of(string path) => new(options.Value.BaseAddress, path);

    /// <summary>
    /// The same as <see cref="Of"/> as text. A page names itself half a dozen times, and plain paths need no reading. What begins with two slashes, as somebody may have
    /// typed it, would be another host's: it stays a path of this portal.
    /// </summary>
    public string Text(string path) =>
        path is ['/', '/' or '\\', ..] || (path is ['/', ..] && !path.AsSpan().ContainsAnyExcept(_plain)) ? _root + path : Of(path).ToString();
}
