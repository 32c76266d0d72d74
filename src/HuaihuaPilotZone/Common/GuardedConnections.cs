using System.Net;
using System.Net.Sockets;

namespace HuaihuaPilotZone.Common;

/// <summary>
/// Connections to addresses that somebody else names. Each is checked with the address that it really goes to, so that a name that changes
/// its address gains nothing; redirects are not followed and no proxy stands between.
/// </summary>
public static class GuardedConnections
{
    /// <param name="mayCall">Which addresses may be called.</param>
    public static SocketsHttpHandler Handler(Predicate<IPAddress> mayCall) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = (context, cancellation) => ConnectAsync(context, mayCall, cancellation),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, Predicate<IPAddress> mayCall, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var open = Array.FindAll(addresses, mayCall);
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
