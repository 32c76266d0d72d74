using System.Net.Http.Headers;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Webhooks;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>Asks whether a page of another site is there.</summary>
public interface ILinkProbe
{
    /// <returns>The HTTP status of the answer.</returns>
    /// <exception cref="HttpRequestException">It could not be reached, or may not be called.</exception>
    /// <exception cref="OperationCanceledException">It did not answer in time.</exception>
    Task<int> AskAsync(Uri uri, CancellationToken cancellation);
}

/// <summary>Asks over HTTP, on the usual ports only and never an address of one's own network, whatever a name stands for; redirects are not followed.</summary>
public sealed class HttpLinkProbe : ILinkProbe, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client = new(GuardedConnections.Handler(WebhookTargets.IsPublic)) { Timeout = _patience };

    public async Task<int> AskAsync(Uri uri, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsDefaultPort || uri.Scheme is not ("http" or "https")) throw new ForbiddenTargetException();
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("HuaihuaPilotZone", "1"));
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return (int)answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();
}
