using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Subscriptions;

/// <summary>
/// The secrets in the links of mails. The one to confirm is random and kept as a hash; those to manage and to leave are sealed with the
/// portal's keys and kept nowhere, so that a copy of the database opens nobody's subscription. One seal is never taken for the other.
/// </summary>
public sealed class SubscriptionKeys(IDataProtectionProvider protection)
{
    private const int TokenBytes = 32;

    private readonly IDataProtector _managing = protection.CreateProtector("HuaihuaPilotZone.Subscriptions.Manage");

    private readonly IDataProtector _leaving = protection.CreateProtector("HuaihuaPilotZone.Subscriptions.Leave");

    /// <summary>A new secret to confirm with: letters and digits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>What is kept of it.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public string ForManaging(Subscriber subscriber) => _managing.Protect(Name(subscriber));

    public string ForLeaving(Subscriber subscriber) => _leaving.Protect(Name(subscriber));

    /// <summary>Whom a key to manage names; null for one that is not ours.</summary>
    internal (int Id, string AddressHash)? WhoManages(string? key) => Open(_managing, key);

    /// <summary>Whom a key to leave names; null for one that is not ours.</summary>
    internal (int Id, string AddressHash)? WhoLeaves(string? key) => Open(_leaving, key);

    private static string Name(Subscriber subscriber) => string.Create(CultureInfo.InvariantCulture, $"{subscriber.Id}:{subscriber.AddressHash}");

    private static (int Id, string AddressHash)? Open(IDataProtector protector, string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        try
        {
            return protector.Unprotect(key).Split(':') is [var id, var hash] ? (int.Parse(id, CultureInfo.InvariantCulture), hash) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
