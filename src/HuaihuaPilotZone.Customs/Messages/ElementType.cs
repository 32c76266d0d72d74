using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>What sort of value an element holds.</summary>
public enum ElementKind
{
    /// <summary>Characters; the length is counted in Unicode code points, as XML Schema does.</summary>
    Text,

    /// <summary>A decimal.</summary>
    Decimal,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>xs:dateTime.</summary>
    DateTime,

    /// <summary>The bytes of another message in base64.</summary>
    Base64,
}

/// <summary>What is wrong with a value.</summary>
internal enum ValueFault
{
    None,
    Missing,
    Blank,
    TooShort,
    TooLong,
    NotANumber,
    TooManyDigits,
    NotATime,
    NotAllowed,
    NotXmlText,
    Masked,
    NeedsSignature,
}

/// <summary>
/// The type of an element in the notation of the tables: C36 exactly 36 characters, C..60 up to 60, C1..60 from 1 to 60, C any number,
/// N19,5 a decimal of at most 19 digits with at most 5 after the point, int9 a whole number of at most 9 digits, int a 32-bit whole number,
/// DATETIME xs:dateTime, BASE64 another message.
/// </summary>
public sealed class ElementType
{
    private const int LongestInteger = 10;

    private ElementType(string notation, ElementKind kind, int least, int? most, int decimals)
    {
        Notation = notation;
        Kind = kind;
        Least = least;
        Most = most;
        Decimals = decimals;
    }

    /// <summary>As in the tables.</summary>
    public string Notation { get; }

    public ElementKind Kind { get; }

    /// <summary>Fewest characters of a text; 0 where none is asked for.</summary>
    public int Least { get; }

    /// <summary>Most characters of a text or most digits of a number; null when unlimited.</summary>
    public int? Most { get; }

    /// <summary>Most digits after the point.</summary>
    public int Decimals { get; }

    internal static ElementType Parse(string notation) => notation switch
    {
        "DATETIME" => new(notation, ElementKind.DateTime, 0, null, 0),
        "BASE64" => new(notation, ElementKind.Base64, 0, null, 0),
        "int" => new(notation, ElementKind.Integer, 0, null, 0),
        "C" => new(notation, ElementKind.Text, 0, null, 0),
        ['i', 'n', 't', .. var digits] => new(notation, ElementKind.Integer, 0, Number(digits), 0),
        ['N', .. var digits] => Decimal(notation, digits.Split(',')),
        ['C', .. var lengths] => Text(notation, lengths.Split("..")),
        _ => throw new FormatException($"The type {notation} is not known."),
    };

    /// <summary>What is wrong with a value that is not blank.</summary>
    internal ValueFault Check(string value) => Kind switch
    {
        ElementKind.Text => CheckLength(value),
        ElementKind.Decimal => CheckDecimal(value),
        ElementKind.Integer => CheckInteger(value),
        ElementKind.DateTime => MessageTimes.Zoned(value) is null ? ValueFault.NotATime : ValueFault.None,
        _ => ValueFault.None,
    };

    private static ElementType Decimal(string notation, string[] digits) => new(notation, ElementKind.Decimal, 0, Number(digits[0]), Number(digits[1]));

    private static ElementType Text(string notation, string[] lengths)
    {
        var most = Number(lengths[^1]);
        var least = lengths.Length == 1 ? most : lengths[0].Length == 0 ? 0 : Number(lengths[0]);
        return new ElementType(notation, ElementKind.Text, least, most, 0);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private ValueFault CheckLength(string value)
    {
        // a pair of surrogates is one character, so that the number of chars settles most cases
        if (value.Length > Most && TextCleaning.CodePoints(value) > Most) return ValueFault.TooLong;
        return Least > 1 && (value.Length < Least || TextCleaning.CodePoints(value) < Least) ? ValueFault.TooShort : ValueFault.None;
    }

    // xs:decimal: a sign, digits, a point; no exponent, no separators. Leading and trailing zeros do not count as digits.
    private ValueFault CheckDecimal(string value)
    {
        var digits = value.AsSpan();
        if (digits[0] is '-' or '+') digits = digits[1..];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || HasOther(whole) || HasOther(fraction)) return ValueFault.NotANumber;
        whole = whole.TrimStart('0');
        fraction = fraction.TrimEnd('0');
        return fraction.Length > Decimals || whole.Length > Most - Decimals ? ValueFault.TooManyDigits : ValueFault.None;
    }

    private ValueFault CheckInteger(string value)
    {
        var digits = Most is null && value[0] is '-' or '+' ? value.AsSpan(1) : value;
        if (digits.Length == 0 || HasOther(digits)) return ValueFault.NotANumber;
        return digits.TrimStart('0').Length > (Most ?? LongestInteger) ? ValueFault.TooManyDigits : ValueFault.None;
    }

    private static bool HasOther(ReadOnlySpan<char> digits) => digits.ContainsAnyExceptInRange('0', '9');
}
