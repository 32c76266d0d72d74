using System.Globalization;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Parks;

namespace HuaihuaPilotZone.Web.Public.SettlementCosts;

/// <summary>The question as the address bar has it: texts, so that whatever was typed is shown again.</summary>
public sealed record SettlementQuery(int? Park, UnitUse? Use, string? Area, string? Months, string? People, string? Power, string? Water)
{
    private const decimal LargestArea = 1_000_000m;
    private const int MostMonths = 240;
    private const int MostPeople = 100_000;
    private const decimal MostUse = 100_000_000m;

    /// <summary>Whether anything was asked.</summary>
    public bool IsAsked => Area is not null || Months is not null;

    /// <returns>The question where every field can be read, and the fields that cannot.</returns>
    public (SettlementAsk? Ask, IReadOnlyList<string> Problems) Read()
    {
        if (!IsAsked) return (null, []);
        var problems = new List<string>();
        var area = Number(nameof(Area), Area, LargestArea, 2, isNeeded: true, problems);
        var months = Number(nameof(Months), Months, MostMonths, 0, isNeeded: true, problems);
        var people = Number(nameof(People), People, MostPeople, 0, isNeeded: false, problems);
        var power = Number(nameof(Power), Power, MostUse, 2, isNeeded: false, problems);
        var water = Number(nameof(Water), Water, MostUse, 2, isNeeded: false, problems);
        return problems.Count > 0 ? (null, problems) : (new SettlementAsk(Park, Use, area, (int)months, (int)people, power, water), problems);
    }

    private static decimal Number(string field, string? typed, decimal most, int places, bool isNeeded, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            if (isNeeded) problems.Add(field);
            return 0;
        }
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var isNumber = decimal.TryParse(typed, styles, CultureInfo.InvariantCulture, out var value);
        if (!isNumber || value > most || (isNeeded && value == 0) || decimal.Round(value, places) != value) problems.Add(field);
        return value;
    }
}

/// <summary>The calculator.</summary>
/// <param name="Problems">Fields that cannot be read.</param>
public sealed record SettlementPage(SettlementQuery Query, IReadOnlyList<string> Problems, SettlementAnswer Answer);
