using System.Net.Http.Headers;
using System.Text;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>One event as it is sent.</summary>
/// <param name="Headers">Id, time and signature.</param>
public sealed record WebhookCall(Uri Url, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>What carries an event to an enterprise's system.</summary>
public interface IWebhookTransport
{
    /// <returns>The HTTP status of the answer.</returns>
    /// <exception cref="HttpRequestException">The address could not be reached, or may not be called.</exception>
    Task<int> PostAsync(WebhookCall call, CancellationToken cancellation);
}

/// <summary>Posts over HTTP, to the addresses that <see cref="WebhookTargets"/> allows (<see cref="GuardedConnections"/>).</summary>
public sealed class HttpWebhookTransport(WebhookTargets targets) : IWebhookTransport, IDisposable
{
    private readonly HttpClient _client = new(GuardedConnections.Handler(targets.MayCall));

    public async Task<int> PostAsync(WebhookCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Url) { Content = new StringContent(call.Body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("HuaihuaPilotZone", "1"));
        foreach (var (name, value) in call.Headers) request.Headers.Add(name, value);
        // what the receiver says besides is of no use here and may be endless
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return (int)answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();
}
