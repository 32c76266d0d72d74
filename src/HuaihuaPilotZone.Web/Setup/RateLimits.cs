using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>How often one address may send the forms that need no sign-in. Counted per instance.</summary>
public static class RateLimits
{
    /// <summary>Policy of public forms that store something or send mail.</summary>
    public const string PublicForms = nameof(PublicForms);

    private const int DefaultPosts = 10;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);

    public static void AddPortalRateLimits(this WebApplicationBuilder builder)
    {
        var posts = builder.Configuration.GetValue("RateLimits:PublicForms", DefaultPosts);
        if (posts < 1) throw new SetupException("RateLimits:PublicForms 至少为 1。 RateLimits:PublicForms is at least 1.");
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(PublicForms, context => RateLimitPartition.GetFixedWindowLimiter(
                KeyOf(context.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = posts, Window = _window }));
        });
    }

    /// <summary>A household or company has a whole /64 of IPv6 addresses; it counts as one.</summary>
    private static string KeyOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
