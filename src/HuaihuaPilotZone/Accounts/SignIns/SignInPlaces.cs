using System.Net;
using System.Net.Sockets;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>Addresses and browsers as people recognise them, and as the portal knows them again.</summary>
public static class SignInPlaces
{
    private const int NetworkBytes = 8;

    /// <summary>Names in the order in which they are looked for: most browsers also say that they are another one.</summary>
    private static readonly (string Mark, string Name)[] _browsers =
    [
        ("MicroMessenger/", "微信"),
        ("QQBrowser/", "QQ 浏览器"),
        ("MetaSr", "搜狗浏览器"),
        ("360SE", "360 浏览器"),
        ("360EE", "360 浏览器"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] _systems =
    [
        ("Windows", "Windows"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("HarmonyOS", "HarmonyOS"),
        ("OpenHarmony", "HarmonyOS"),
        ("Android", "Android"),
        ("Kylin", "麒麟"),
        ("UOS", "统信 UOS"),
        ("Linux", "Linux"),
    ];

    /// <param name="browserSecret">What the browser's own cookie says.</param>
    public static SignInPlace Of(IPAddress? address, string? userAgent, string browserSecret) => new(
        Short(address), SignInThrottle.Hash($"address {NetworkOf(address)}"), BrowserWords(userAgent), SignInThrottle.Hash($"browser {browserSecret}"));

    /// <summary>An address without its last part.</summary>
    public static string Short(IPAddress? address)
    {
        if (Plain(address) is not { } plain) return "地址未知";
        var bytes = plain.GetAddressBytes();
        if (plain.AddressFamily == AddressFamily.InterNetwork) return FormattableString.Invariant($"IPv4 {bytes[0]}.{bytes[1]}.{bytes[2]}.*");
        return FormattableString.Invariant($"IPv6 {bytes[0] << 8 | bytes[1]:x}:{bytes[2] << 8 | bytes[3]:x}:{bytes[4] << 8 | bytes[5]:x}:*");
    }

    /// <summary>A household or company has a whole /64 of IPv6 addresses; it counts as one.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (Plain(address) is not { } plain) return "";
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, NetworkBytes)) : plain.ToString();
    }

    /// <summary>"Chrome，Windows"; what says nothing that is known is an unknown browser.</summary>
    public static string BrowserWords(string? userAgent)
    {
        var browser = Array.Find(_browsers, b => userAgent?.Contains(b.Mark, StringComparison.Ordinal) == true).Name ?? "未知浏览器";
        var system = Array.Find(_systems, s => userAgent?.Contains(s.Mark, StringComparison.Ordinal) == true).Name;
        return system is null ? browser : $"{browser}，{system}";
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
