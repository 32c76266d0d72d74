using System.Globalization;
using HuaihuaPilotZone.Parks;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>Vacant units as the options of a select, grouped by park.</summary>
public static class UnitChoices
{
    /// <param name="word">The word of a use in the language of the page.</param>
    public static IReadOnlyList<SelectListItem> Of(IReadOnlyList<VacantUnit> units, Func<UnitUse, string> word)
    {
        var groups = units.Select(u => u.ParkName).Distinct().ToDictionary(n => n, n => new SelectListGroup { Name = n });
        return [.. units.Select(u => new SelectListItem(Text(u, word(u.Use)), u.Id.ToString(CultureInfo.InvariantCulture)) { Group = groups[u.ParkName] })];
    }

    private static string Text(VacantUnit unit, string use) => $"{unit.BuildingName} {unit.Code} · {use} · {unit.Area.ToString("0.##", CultureInfo.InvariantCulture)} m²";
}
