using System.Globalization;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>Times and days in a list that is taken along as a file.</summary>
public static class ListTimes
{
    /// <param name="utc">Shown as the time in Huaihua.</param>
    public static string? Of(DateTime? utc) => utc is { } at ? ChinaTime.FromUtc(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
