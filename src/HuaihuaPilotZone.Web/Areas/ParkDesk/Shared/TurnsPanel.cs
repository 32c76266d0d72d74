using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Keeping;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>What a record of the network was from time to time.</summary>
/// <param name="Address">Of the record, where a day can be asked for.</param>
/// <param name="Turns">The latest first.</param>
public sealed record TurnsPanel(string Address, Page<Turn> Turns)
{
    /// <summary>Name of the page number in the query string; the page has a second list.</summary>
    public const string Parameter = "turns";
}
