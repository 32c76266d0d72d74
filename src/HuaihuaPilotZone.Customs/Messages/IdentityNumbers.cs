using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Numbers of identity documents in import messages (buyerIdNumber, payerIdNumber): compared and shown without being kept.</summary>
public static partial class IdentityNumbers
{
    private const int Shown = 2;
    private const char Hidden = '*';

    // what is masked must not depend on the day
    private static readonly DateOnly _latestBirth = new(2099, 12, 31);

    /// <summary>The number with all but the first two and last two characters hidden; numbers of up to eight characters are hidden as a whole.</summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length <= 4 * Shown
            ? new string(Hidden, number.Length)
            : string.Concat(number.AsSpan(0, Shown), new string(Hidden, number.Length - (2 * Shown)), number.AsSpan(number.Length - Shown));
    }

    /// <summary>
    /// A text with every resident identity number in it masked, also one with a wrong check character. Other numbers of 18 characters stay,
    /// since their digits 7 to 14 are no day of birth.
    /// </summary>
    public static string MaskWithin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length < ResidentIdNumber.Length ? text : Shape().Replace(text, m => IsOfPerson(m.Value) ? Mask(m.Value) : m.Value);
    }

    /// <summary>Whether documents of a message carry numbers of identity documents, so that the message is never stored.</summary>
    public static bool AreIn(MessageLayout message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return AreIn(message.Root);
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

    private static bool AreIn(BlockLayout block) => block.Elements.Any(e => e.Personal == PersonalData.IdentityNumber) || block.Blocks.Any(AreIn);

    private static bool IsOfPerson(string number) => ResidentIdNumber.Check(number, _latestBirth) is null or { Fault: IdentifierFault.CheckCharacter };

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
