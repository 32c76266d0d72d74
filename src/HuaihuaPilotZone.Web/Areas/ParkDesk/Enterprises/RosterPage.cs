using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

/// <summary>The roster as staff see it.</summary>
public sealed record RosterPage(RosterQuery Query, Page<RosterRow> Enterprises, StageCounts Stages, RosterChoices Choices)
{
    /// <summary>Whether anything but the stage narrows the list.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Query.Word) || Query.Type is not null || Query.AreaId is not null || Query.TagId is not null;
}

/// <summary>An enterprise's record with its history.</summary>
/// <param name="ApplicationNumber">The application it came in by, if any.</param>
public sealed record RecordPage(Enterprise Enterprise, Page<JournalLine> History, string? ApplicationNumber);
