using System.Globalization;
using System.Text;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>What is wrong with a typed number.</summary>
internal enum NumberFault : byte
{
    None,
    Missing,
    NotANumber,
    Negative,
    TooManyDecimals,
    TooManyDigits,

    /// <summary>Readable, but written with separators, full-width digits, blanks or a plus sign.</summary>
    NeedsCleaning,
}

/// <summary>A typed number, read once: N19,5 is at most 14 digits before and 5 after the point.</summary>
/// <param name="Fault">None when the text can stay as it is.</param>
/// <param name="Value">The value, for readable numbers.</param>
/// <param name="Decimals">Digits after the point as typed, without trailing zeros.</param>
/// <param name="Text">The shortest invariant text of the value; for unreadable numbers the trimmed text.</param>
internal readonly record struct NumberReading(NumberFault Fault, decimal Value, byte Decimals, string Text)
{
    public const int MostIntegerDigits = 14;
    public const int MostDecimals = 5;

    /// <summary>Whether other rules can calculate with the value.</summary>
    public bool HasValue => Fault is NumberFault.None or NumberFault.NeedsCleaning or NumberFault.TooManyDecimals;

    /// <summary>The shortest invariant text: no exponent, no trailing zeros.</summary>
    public static string Format(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static NumberReading Read(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return new NumberReading(NumberFault.Missing, 0, 0, "");
        if (TryPlain(typed, out var plain)) return plain;
        var text = TextCleaning.Trim(TextCleaning.HalfWidth(typed));
        if (text.Length == 0) return new NumberReading(NumberFault.Missing, 0, 0, "");
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return new NumberReading(NumberFault.NotANumber, 0, 0, text);
        var negative = text[0] is '-' or '\u2212';
        var bare = negative || text[0] == '+' ? text[1..] : text;
        if (WithoutSeparators(bare) is not { } digits || !TryPlain(digits, out var value)) return new NumberReading(NumberFault.NotANumber, 0, 0, text);
        if (negative && value.HasValue && value.Value != 0) return new NumberReading(NumberFault.Negative, -value.Value, value.Decimals, text);
        return value.Fault == NumberFault.None ? value with { Fault = NumberFault.NeedsCleaning } : value;
    }

    // ASCII digits with at most one point and a digit on both sides of it.
    private static bool TryPlain(string text, out NumberReading reading)
    {
        reading = default;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) continue;
            if (text[i] != '.' || point >= 0) return false;
            point = i;
        }

        if (point == 0 || point == text.Length - 1 || text.Length == 0) return false;
        var start = 0;
        var end = text.Length;
        var last = point < 0 ? end : point;
        while (start < last - 1 && text[start] == '0') start++;
        if (point >= 0)
        {
            while (text[end - 1] == '0') end--;
            if (text[end - 1] == '.') end--;
        }

        reading = Judge(start == 0 && end == text.Length ? text : text[start..end], last - start);
        return true;
    }

    private static NumberReading Judge(string shortest, int integerDigits)
    {
        var decimals = shortest.Length == integerDigits ? 0 : shortest.Length - integerDigits - 1;
        if (integerDigits > MostIntegerDigits) return new NumberReading(NumberFault.TooManyDigits, 0, 0, shortest);
        var value = shortest.Length <= 18 ? Quick(shortest, decimals) : decimal.Parse(shortest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new NumberReading(decimals > MostDecimals ? NumberFault.TooManyDecimals : NumberFault.None, value, (byte)Math.Min(decimals, byte.MaxValue), shortest);
    }

    // At most 18 characters fit a long; much faster than the general parser.
    private static decimal Quick(string digits, int decimals)
    {
        var units = 0L;
        foreach (var c in digits)
        {
            if (c != '.') units = (units * 10) + (c - '0');
        }

        return new decimal((int)units, (int)(units >> 32), 0, isNegative: false, (byte)decimals);
    }

    // Thousands separators in groups of three, blanks and a Chinese full stop for the point; null when the commas make no groups.
    private static string? WithoutSeparators(string text)
    {
        var kept = new StringBuilder(text.Length);
        var sinceComma = -1;
        foreach (var c in text)
        {
            if (c == ',')
            {
                if (sinceComma is not (-1 or 3) || kept.Length == 0) return null;
                sinceComma = 0;
            }
            else if (c is '.' or '\u3002')
            {
                if (sinceComma is not (-1 or 3)) return null;
                sinceComma = -1;
                if (kept.Length == 0) kept.Append('0');
                kept.Append('.');
            }
            else if (!char.IsWhiteSpace(c))
            {
                kept.Append(c);
                if (sinceComma >= 0) sinceComma++;
            }
        }

        if (sinceComma is not (-1 or 3)) return null;
        return kept is [.., '.'] ? kept.ToString(0, kept.Length - 1) : kept.ToString();
    }
}
