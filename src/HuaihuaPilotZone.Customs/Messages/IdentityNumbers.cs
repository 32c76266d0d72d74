using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Numbers of identity documents in import messages (buyerIdNumber, payerIdNumber): compared and shown without being kept.</summary>
public static class IdentityNumbers
{
    private const int Shown = 2;
    private const char Hidden = '*';

    /// <summary>The number with all but the first two and last two characters hidden; numbers of up to eight characters are hidden as a whole.</summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length <= 4 * Shown
            ? new string(Hidden, number.Length)
            : string.Concat(number.AsSpan(0, Shown), new string(Hidden, number.Length - (2 * Shown)), number.AsSpan(number.Length - Shown));
    }

    /// <summary>Whether a number has been masked.</summary>
    public static bool IsMasked(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Contains(Hidden, StringComparison.Ordinal);
    }

    /// <summary>
    /// A keyed fingerprint (HMAC-SHA256, upper-case hexadecimal), by which the buyer of an order and the payer of its payment can be compared.
    /// Without the key the few possible numbers could be tried out; so keep the key apart from the fingerprints.
    /// </summary>
    /// <param name="key">At least 16 bytes.</param>
    public static string Fingerprint(string number, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (key.Length < 16) throw new ArgumentException("The key is too short.", nameof(key));
        return Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(ResidentIdNumber.Normalize(number))));
    }
}
