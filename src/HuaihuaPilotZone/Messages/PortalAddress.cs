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
    /// <param name="path">Local address with a leading slash and, if wanted, a query.</param>
    public Uri Of(string path) => new(options.Value.BaseAddress, path);
}
