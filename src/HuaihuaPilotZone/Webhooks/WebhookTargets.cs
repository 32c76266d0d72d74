using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>Which addresses the portal may be made to call: never its own network, since an enterprise names them.</summary>
public sealed class WebhookTargets(IOptions<WebhookOptions> options, IHostEnvironment environment)
{
    /// <summary>Whether http and addresses of one's own network are allowed, to try things out.</summary>
    public bool AllowsLocal => options.Value.AllowLocal ?? environment.IsDevelopment();

    /// <summary>Why an address cannot be taken, or null. What a name stands for is checked when it is called, since that may change.</summary>
    public string? Refuse(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Length > Webhook.UrlMaxLength || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address)) return $"请填写完整地址，如 https://erp.example.cn/hook，最多 {Webhook.UrlMaxLength} 个字符。";
        if (address.Scheme != Uri.UriSchemeHttps && !(AllowsLocal && address.Scheme == Uri.UriSchemeHttp)) return "地址必须以 https:// 开头。";
        if (address.UserInfo.Length > 0) return "地址里不能写用户名或密码。";
        if (address.Fragment.Length > 0) return "地址里不能有 #。";
        return IPAddress.TryParse(address.DnsSafeHost, out var ip) && !MayCall(ip) ? "不能使用内网、本机或保留的地址。" : null;
    }

    public bool MayCall(IPAddress address) => AllowsLocal || IsPublic(address);

    /// <summary>Whether an address belongs to the public internet: unicast, and neither private, local, reserved, nor a way around one that is.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(_reserved4, n => n.Contains(address))
            : _global6.Contains(address) && !Array.Exists(_reserved6, n => n.Contains(address));
    }

    private static readonly IPNetwork[] _reserved4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork _global6 = IPNetwork.Parse("2000::/3");

    /// <summary>Within the global block: Teredo and 6to4, which hide an IPv4 address, and documentation.</summary>
    private static readonly IPNetwork[] _reserved6 = [IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];
}
