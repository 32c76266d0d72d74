using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Enterprises.Views;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

/// <summary>The roster as staff see it.</summary>
/// <param name="ChangedToday">How many were changed today.</param>
public sealed record RosterPage(RosterAddress Address, RosterList Enterprises, RosterChoices Choices, IReadOnlyList<SavedView> Views, int ChangedToday)
{
    public RosterQuery Query { get; } = Address.ToQuery();

    public IReadOnlyList<RosterColumn> Columns { get; } = RosterColumns.Chosen(Address.Cols);

    /// <summary>A number beside a filter; null where it is not known.</summary>
    public static string? Told(FacetCount? count) => count switch
    {
        null => null,
        { IsMore: true, Count: RosterFinder.Exact } => "1万+",
        { IsMore: true } => string.Create(CultureInfo.InvariantCulture, $"{count.Count:N0}+"),
        _ => count.Count.ToString("N0", CultureInfo.InvariantCulture),
    };
}

/// <summary>One cell of the grid.</summary>
/// <param name="MayEdit">Whether the person may change it here.</param>
public sealed record GridCell(RosterRow Row, RosterColumn Column, bool MayEdit)
{
    /// <summary>The field that is changed in this cell; null where that is done on a page of its own.</summary>
    public RosterField? Field => !MayEdit ? null : Column switch
    {
        RosterColumn.EnglishName => RosterField.EnglishName,
        RosterColumn.CustomsCode => RosterField.CustomsCode,
        RosterColumn.Type => RosterField.Type,
        RosterColumn.Area => RosterField.Area,
        RosterColumn.Contact => RosterField.Contact,
        RosterColumn.Phone => RosterField.Phone,
        RosterColumn.Address => RosterField.Address,
        RosterColumn.Website => RosterField.Website,
        _ => null,
    };
}

/// <summary>An enterprise's record with its history.</summary>
/// <param name="ApplicationNumber">The application it came in by, if any.</param>
/// <param name="Leads">The leads of investment promotion that became this enterprise, with their visits.</param>
public sealed record RecordPage(Enterprise Enterprise, Page<JournalLine> History, string? ApplicationNumber, IReadOnlyList<LeadOfEnterprise> Leads, IReadOnlyList<CertificateLine> Certificates)
{
    /// <summary>What was merged into it or split off it, the latest first.</summary>
    public IReadOnlyList<RosterMerge> Merges { get; init; } = [];

    /// <summary>Which page of the record a part is filled in on.</summary>
    public static string FormOf(CompletenessPart part) => part.Label switch
    {
        "联系人" => "contacts",
        "申报资料" => "filing",
        _ => "edit",
    };

    /// <summary>What of the record is filled in.</summary>
    public IReadOnlyList<CompletenessPart> Parts { get; } = RecordCompleteness.Explain(RecordCompleteness.FactsOf(Enterprise));
}
