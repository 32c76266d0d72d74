using System.Globalization;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Times of messages. They carry no zone and mean China time; the specification writes "hh" but a 24-hour clock is meant [K].
/// </summary>
internal static class MessageTimes
{
    public const string Day = "yyyyMMdd";
    public const string Second = "yyyyMMddHHmmss";
    public const string Millisecond = "yyyyMMddHHmmssfff";

    private static readonly TimeSpan _china = TimeSpan.FromHours(8);

    /// <summary>The moment in China time, whole seconds.</summary>
    public static string Write(DateTimeOffset moment) => moment.ToOffset(_china).ToString(Second, CultureInfo.InvariantCulture);

    /// <summary>xs:dateTime in China time.</summary>
    public static string WriteZoned(DateTimeOffset moment) => moment.ToOffset(_china).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The moment of a text in one of the three forms; null when there is no such moment.</summary>
    public static DateTimeOffset? Read(string? text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new DateTimeOffset(time, _china) : null;

    /// <summary>The moment of an xs:dateTime; China time when it says no zone.</summary>
    public static DateTimeOffset? Zoned(string text)
    {
        var isLocal = !text.EndsWith('Z') && text.LastIndexOfAny(['+', '-']) <= text.IndexOf('T', StringComparison.Ordinal);
        if (!text.Contains('T', StringComparison.Ordinal)) return null;
        return DateTimeOffset.TryParse(isLocal ? text + "+08:00" : text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
