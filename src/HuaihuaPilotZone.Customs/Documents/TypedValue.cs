namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>Reads typed text as the pre-check does, for whoever needs the value and not its faults.</summary>
public static class TypedValue
{
    /// <summary>The number a text stands for, also when it carries separators or full-width digits; null when it cannot be calculated with.</summary>
    public static decimal? Decimal(string? typed) => NumberReading.Read(typed) is { HasValue: true } reading ? reading.Value : null;

    /// <summary>A number as the document writes it: no separators, no trailing zeros.</summary>
    public static string Number(decimal value) => NumberReading.Format(value);

    /// <summary>The day a text stands for; null when it is none.</summary>
    public static DateOnly? DayOf(string? typed) => DateReading.Read(typed).Value;

    /// <summary>A day as the document writes it: yyyy-MM-dd.</summary>
    public static string Day(DateOnly day) => DateReading.Format(day);
}
