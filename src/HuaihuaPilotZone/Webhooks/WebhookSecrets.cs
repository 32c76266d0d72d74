using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>Makes, keeps and uses the secrets that sign events.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    public const string IdHeader = "Webhook-Id";
    public const string TimestampHeader = "Webhook-Timestamp";
    public const string SignatureHeader = "Webhook-Signature";

    private const string Start = "whsec_";
    private const string Version = "v1=";

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.Webhooks.Secret");

    /// <summary>A new secret of 256 random bits, to be shown once, and the form in which it is stored.</summary>
    public (string Secret, string Protected) Make()
    {
        var secret = Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (secret, _protector.Protect(secret));
    }

    /// <summary>The headers of an event.</summary>
    /// <param name="at">UTC.</param>
    /// <exception cref="CryptographicException">The portal's keys that protected the secret are gone.</exception>
    public IReadOnlyDictionary<string, string> Sign(string protectedSecret, string eventId, string body, DateTime at)
    {
        var timestamp = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IdHeader] = eventId,
            [TimestampHeader] = timestamp,
            [SignatureHeader] = Version + Signature(_protector.Unprotect(protectedSecret), timestamp, body),
        };
    }

    /// <summary>HMAC-SHA256 over "timestamp.body" with the whole secret as its key, in UTF-8; hexadecimal, lower case.</summary>
    public static string Signature(string secret, string timestamp, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
