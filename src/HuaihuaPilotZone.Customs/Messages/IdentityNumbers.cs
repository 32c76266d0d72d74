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
    private const char Wrong = '?';
    /// <summary>Characters looked at together. Texts of more than 42,500 are what the collector keeps apart and looks at last.</summary>
    private const int BufferSize = 16 * 1024;

    /// <summary>As many digits as the shortest way of writing a number shows.</summary>
    private const int LeastDigits = 13;

    // up to this day the date alone tells a person, since orders have younger ones; after it all that a number can say of itself has to be right
    private static readonly DateOnly _latestByDate = new(2012, 12, 31);

    // what is masked must not depend on the day, or a check that is run again would find something else
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

    /// <summary>
    /// A text that is about to be kept, with every resident identity number in it masked: also one with a wrong check character, full-width, with
    /// blanks or hyphens inside, or as a spreadsheet writes it that took it for a quantity. A number whose day would make a child of its person is
    /// masked only where division and check character are right too: numbers of orders often begin with a place and a day, and one in eleven of
    /// those is masked here. So this is for texts, never for a field that holds the number of an order or a waybill.
    /// </summary>
    public static string HideWithin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hidden = 0;
        return HideWithin(text, mayBeOrder: false, ref hidden);
    }

    /// <summary>
    /// A cell or line of a file whose columns are not known yet, see <see cref="HideWithin(string)"/>. What stands alone in its cell and would be the
    /// number of a child stays: it may be the number of an order, which the file is imported by.
    /// </summary>
    public static string HideWithinCell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hidden = 0;
        return HideWithin(text, mayBeOrder: true, ref hidden);
    }

    /// <summary>Whether a text holds a number that was masked.</summary>
    public static bool AreHiddenIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(Hidden, StringComparison.Ordinal) && MaskedShape().IsMatch(text);
    }

    /// <summary>Copies a text of any length with its numbers masked, see <see cref="HideWithinCell"/>.</summary>
    /// <param name="to">Null only to count.</param>
    /// <returns>How many were masked.</returns>
    public static int Copy(TextReader from, TextWriter? to)
    {
        ArgumentNullException.ThrowIfNull(from);
        var (buffer, kept, hidden) = (new char[BufferSize], 0, 0);
        while (from.ReadBlock(buffer, kept, buffer.Length - kept) is var read && kept + read > 0)
        {
            var length = kept + read;
            // a number is not cut in two
            var cut = length == buffer.Length ? Break(buffer) : length;
            var text = HideWithin(new string(buffer, 0, cut), mayBeOrder: true, ref hidden);
            to?.Write(text);
            kept = length - cut;
            buffer.AsSpan(cut, kept).CopyTo(buffer);
        }

        return hidden;
    }

    /// <summary>The number masked, with a mark before its end where its check character is wrong: what is kept says so, without the number.</summary>
    internal static string MaskWithVerdict(string number)
    {
        var masked = Mask(number);
        return ResidentIdNumber.Check(number, _latestBirth) is null ? masked : string.Concat(masked.AsSpan(0, masked.Length - Shown - 1), [Wrong], masked.AsSpan(masked.Length - Shown));
    }

    /// <summary>Whether a masked number had a wrong check character.</summary>
    internal static bool IsMaskedWrong(string number) => IsMasked(number) && number.Contains(Wrong, StringComparison.Ordinal);

    // most texts have no number of that length
    private static string HideWithin(string text, bool mayBeOrder, ref int hidden) => HasDigits(text) ? HideNumbers(text, mayBeOrder, ref hidden) : text;

    private static string HideNumbers(string text, bool mayBeOrder, ref int hidden)
    {
        var count = 0;
        var masked = KeptShape().Replace(text, m =>
        {
            var number = NumberOf(m.Value);
            var isOfPerson = ResidentIdNumber.Check(number, _latestByDate) is null or { Fault: IdentifierFault.CheckCharacter } || (IsOfChild(number) && !(mayBeOrder && StandsAlone(text, m)));
            if (!isOfPerson || UnifiedSocialCreditCode.Check(number) is null) return m.Value;
            count++;
            return Mask(number);
        });
        hidden += count;
        return masked;
    }

    private static bool HasDigits(string text)
    {
        if (text.Length < LeastDigits) return false;
        var digits = 0;
        foreach (var character in text)
        {
            if (char.IsDigit(character) && ++digits == LeastDigits) return true;
        }

        return false;
    }

    private static bool IsOfChild(string number) => ResidentIdNumber.IsOfKnownProvince(number) && ResidentIdNumber.Check(number, _latestBirth) is null;

    // from separator to separator: a cell of a table, the text of an element
    private static bool StandsAlone(string text, Match match) =>
        (match.Index == 0 || IsSeparator(text[match.Index - 1])) && (match.Index + match.Length == text.Length || IsSeparator(text[match.Index + match.Length]));

    private static bool IsSeparator(char character) => character is ',' or ';' or '\t' or '\r' or '\n' or '"' or '|' or '<' or '>';

    // 4.31202199003071E+17 has lost its last digits, which does not matter where all of them are hidden
    private static string NumberOf(string match)
    {
        var exponent = match.IndexOf('E', StringComparison.OrdinalIgnoreCase);
        return exponent < 0 ? ResidentIdNumber.Normalize(match) : match[..exponent].Replace(".", "", StringComparison.Ordinal).PadRight(ResidentIdNumber.Length, '0')[..ResidentIdNumber.Length];
    }

    private static int Break(char[] buffer)
    {
        for (var i = buffer.Length - 1; i > buffer.Length / 2; i--)
        {
            if (!char.IsDigit(buffer[i]) && buffer[i] is not ('X' or 'x' or 'Ｘ' or 'ｘ' or ' ' or '\u3000' or '-' or '.' or 'E' or 'e' or '+')) return i + 1;
        }

        return buffer.Length;
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

    [GeneratedRegex(
        "(?<![0-9０-９.])(?:[1-9１-９](?:[ \\-\u3000]?[0-9０-９]){16}[ \\-\u3000]?[0-9０-９XxＸｘ](?![0-9０-９])|[1-9][.][0-9]{10,16}E[+]?0?17(?![0-9]))", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeptShape();

    [GeneratedRegex("[0-9]{2}[*]{13}[*?][0-9Xx]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MaskedShape();

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
