using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Shared.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>The page and the sheet of one declaration.</summary>
/// <param name="FilesAreOpen">Whether the messages may be downloaded.</param>
/// <param name="MayPassUnanswered">Submitted so long ago that the enterprise need not wait on.</param>
/// <param name="Sources">What an application was made from.</param>
/// <param name="Applications">What was made from this document.</param>
/// <param name="ExportedOn">For a return, the day on which the goods left.</param>
public sealed record DeclarationPage(
    Declaration Declaration, DocumentView Document, PreCheckPanel Panel, IReadOnlyList<Submission> Submissions, IReadOnlyList<JournalLine> History,
    IReadOnlyList<AppliedFix> Fixes, bool FilesAreOpen, bool MayPassUnanswered, IReadOnlyList<SourceRow> Sources,
    IReadOnlyList<(DeclarationNumber Number, DocumentKind Kind, DeclarationState State)> Applications, DateOnly? ExportedOn)
{
    /// <summary>Consignments that it belongs to.</summary>
    public IReadOnlyList<ConsignmentLink> Consignments { get; init; } = [];

    /// <summary>Notices of risks that its goods are in the scope of, while it can be changed.</summary>
    public IReadOnlyList<RiskNotice> Risks { get; init; } = [];

    /// <summary>Bookings that name it.</summary>
    public IReadOnlyList<BookingLink> Bookings { get; init; } = [];

    /// <summary>What became of it in warehouses; null for a declaration of another mode than 9810.</summary>
    public DeclaredStock? Warehouses { get; init; }

    public bool MayHandOver => Declaration.State == DeclarationState.Accepted || MayPassUnanswered;

    /// <summary>Whether its files go out without anybody of the park having looked.</summary>
    public bool IsUnreviewed => Declaration.IsUnreviewed || (FilesAreOpen && Declaration.State is DeclarationState.Draft or DeclarationState.Submitted);

    public bool MayWithdraw => Declaration.State.MayBecome(DeclarationState.Withdrawn);

    public Submission? OpenReturn => Declaration.State == DeclarationState.Returned ? Submissions.FirstOrDefault(s => s.Answer == SubmissionAnswer.Returned) : null;
}
