using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>A typed day, read once.</summary>
/// <param name="Value">The day, or null when it cannot be read.</param>
/// <param name="NeedsCleaning">True when it was written in another form than yyyy-MM-dd or yyyyMMdd.</param>
internal readonly record struct DateReading(DateOnly? Value, bool NeedsCleaning)
{
    private static readonly string[] _exact = ["yyyy-MM-dd", "yyyyMMdd"];
    private static readonly string[] _loose = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy'年'M'月'd'日'"];

    public static DateReading Read(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return default;
        if (TryRead(typed, _exact, out var day)) return new DateReading(day, NeedsCleaning: false);
        var text = TextCleaning.Trim(TextCleaning.HalfWidth(typed));
        return TryRead(text, _exact, out day) || TryRead(text, _loose, out day) ? new DateReading(day, NeedsCleaning: true) : default;
    }

    /// <summary>The day as the document writes it.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryRead(string text, string[] formats, out DateOnly day) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
