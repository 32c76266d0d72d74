namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>Reads the order of a list out of its address, as <see cref="TagHelpers.SortedHeadTagHelper"/> writes it.</summary>
public static class SortChoice
{
    /// <param name="usual">Where the address names no order that there is.</param>
    public static T Of<T>(string? sort, T usual)
        where T : struct, Enum => Enum.TryParse<T>(sort, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : usual;

    /// <param name="usual">Where the address says neither asc nor desc.</param>
    public static bool IsDescending(string? dir, bool usual = false) => dir switch
    {
        "asc" => false,
        "desc" => true,
        _ => usual,
    };
}
