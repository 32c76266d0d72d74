using Microsoft.AspNetCore.Http.Headers;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>Requests that a page makes by itself, whether or not anybody sits before it. They do not keep a sign-in alive, or a page left open would keep it for ever.</summary>
internal static class Unattended
{
    /// <summary>Sent by a page that reads itself anew.</summary>
    public const string Header = "X-Unattended";

    private const string EventStream = "text/event-stream";

    public static bool Is(HttpRequest request) => request.Headers.ContainsKey(Header) || new RequestHeaders(request.Headers).Accept.Any(a => a.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase));
}
