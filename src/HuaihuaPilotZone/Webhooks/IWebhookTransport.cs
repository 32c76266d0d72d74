using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

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

/// <summary>
/// Posts over HTTP. Every connection is checked against <see cref="WebhookTargets"/> with the address that it really goes to, so that a name
/// that changes its address gains nothing; redirects are not followed and no proxy stands between.
/// </summary>
public sealed class HttpWebhookTransport : IWebhookTransport, IDisposable
{
    private readonly WebhookTargets _targets;
    private readonly HttpClient _client;

    public HttpWebhookTransport(WebhookTargets targets)
    {
        _targets = targets;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
        });
    }

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

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var open = Array.FindAll(addresses, _targets.MayCall);
        if (open.Length == 0) throw new ForbiddenTargetException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name stands for an address that the portal does not call.</summary>
public sealed class ForbiddenTargetException() : HttpRequestException("地址属于内网、本机或保留范围，不能发送");
