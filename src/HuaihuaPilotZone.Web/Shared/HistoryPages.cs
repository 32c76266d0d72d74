using System.Globalization;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>The history at the foot of a record's page has pages of its own: <c>?history=2</c>.</summary>
public static class HistoryPages
{
    /// <summary>Name of the page number in the query string.</summary>
    public const string Parameter = "history";

    /// <summary>The page of the history that is asked for; the newest one where nothing sensible is.</summary>
    public static PageRequest HistoryPage(this Controller controller) =>
        new(int.TryParse(controller.Request.Query[Parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
}
