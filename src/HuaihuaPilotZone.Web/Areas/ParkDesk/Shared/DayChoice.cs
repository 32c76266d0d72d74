namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>Reads the days of a list out of its address.</summary>
public static class DayChoice
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>The day; null for one that no record can have, so that it is no filter.</summary>
    public static DateOnly? Of(DateOnly? typed) => typed is { Year: >= FirstYear and <= LastYear } ? typed : null;
}
