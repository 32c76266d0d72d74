using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;
using HuaihuaPilotZone.Web.Shared.Declarations;
using FieldChange = HuaihuaPilotZone.Customs.Documents.FieldChange;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Declarations;

/// <summary>The reviewer's queue.</summary>
/// <param name="Waiting">How many documents wait.</param>
/// <param name="Oldest">UTC; since when the first of them does.</param>
/// <param name="MostSearched">Among how many a word is looked for.</param>
public sealed record QueuePage(DeclarationListQuery Query, DeclarationView View, Page<DeclarationRow> Rows, int Waiting, DateTime? Oldest, ReviewFigures Figures, int MostSearched);

/// <summary>One document in review.</summary>
/// <param name="Changes">What changed since the submission before; empty for a first submission.</param>
/// <param name="Fields">What a return point may name.</param>
/// <param name="Reasons">What may be picked from the library.</param>
/// <param name="Receipts">What the enterprise has handed in of customs' answers, the newest first.</param>
public sealed record ReviewPage(
    Declaration Declaration, DocumentView Document, PreCheckPanel Panel, IReadOnlyList<Submission> Submissions, IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<JournalLine> History, ReturnForm Form, IReadOnlyList<(string Path, string Label)> Fields,
    IReadOnlyList<ReviewReason> Reasons, IReadOnlyList<CustomsReceipt> Receipts)
{
    /// <summary>Consignments that it belongs to.</summary>
    public IReadOnlyList<ConsignmentLink> Consignments { get; init; } = [];

    /// <summary>Bookings that name it.</summary>
    public IReadOnlyList<BookingLink> Bookings { get; init; } = [];
}
