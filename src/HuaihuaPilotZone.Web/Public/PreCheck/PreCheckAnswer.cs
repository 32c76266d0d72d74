using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Repairs;

namespace HuaihuaPilotZone.Web.Public.PreCheck;

/// <summary>The answer of the open pre-check, for machines. Names and meaning stay; more may be added.</summary>
/// <param name="RuleSetVersion">Which rules were run.</param>
/// <param name="TablesVersion">Which code tables were used.</param>
/// <param name="Message">Name of the message; null for a document as JSON.</param>
/// <param name="HasMustFix">Whether something stands against handing the file in.</param>
/// <param name="Notice">What this answer is not.</param>
public sealed record PreCheckAnswer(
    string RuleSetVersion, string TablesVersion, string? Message, bool HasMustFix, IReadOnlyList<DocumentAnswer> Documents, IReadOnlyList<ProblemAnswer> Problems,
    IReadOnlyList<string> Tolerances, string Notice)
{
    private const string Reminder = "预检只作提醒，不代替海关审核。依法申报在国际贸易单一窗口办理。";

    public static PreCheckAnswer Of(CheckedFile file, CustomsTables tables) => new(
        RuleCatalogue.Version, tables.TablesVersion, file.Message, file.HasMustFix,
        [.. file.Documents.Select(DocumentAnswer.Of)],
        [.. file.Problems.Select(p => new ProblemAnswer(p.Line, p.Column, p.Place, p.Reason))],
        [.. file.Tolerances.Select(t => t.Text)], Reminder);
}

/// <summary>One document of the file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">清单, 订单, 报关单 or the name of an application.</param>
/// <param name="Date">The day whose rules were used.</param>
/// <param name="Notes">What could not be taken over from the message as it stood.</param>
/// <param name="Repairs">Equally small sets of changes that resolve all contradictions between numbers, the likeliest first.</param>
/// <param name="NoRepair">Why there is none although numbers contradict each other; null otherwise.</param>
public sealed record DocumentAnswer(
    int Number, string Kind, DateOnly Date, int MustFix, int Advice, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<string> Notes, IReadOnlyList<IReadOnlyList<RepairStep>> Repairs,
    NoRepairAnswer? NoRepair)
{
    public static DocumentAnswer Of(FileDocument document) => new(
        document.Number, document.Noun, document.Result.Date, document.Result.MustFixCount, document.Result.AdviceCount,
        [.. document.Result.Findings.Select(FindingAnswer.Of)], [.. document.Notes.Select(n => n.Reason)],
        [.. document.Repairs.Repairs.Select(r => r.Steps)], NoRepairAnswer.Of(document.Repairs));
}

/// <summary>Why no smallest repair is given although numbers contradict each other.</summary>
/// <param name="Limit">tooManyLines, tooManyChanges or givenUp.</param>
/// <param name="Contradictions">How many relations between numbers do not hold; 0 where none was sought.</param>
/// <param name="Reason">One sentence.</param>
public sealed record NoRepairAnswer(RepairLimit Limit, int Contradictions, string Reason)
{
    public static NoRepairAnswer? Of(RepairAnswer repairs) => repairs.WhyNone is { } why ? new(repairs.Limit, repairs.Contradictions, why) : null;
}

/// <summary>One finding.</summary>
/// <param name="Severity">mustFix or advice.</param>
/// <param name="Path">JSON Pointer into the document's own names.</param>
/// <param name="Value">The value seen; identity numbers are masked.</param>
/// <param name="Proposal">The safe value, or null.</param>
/// <param name="Alternatives">Values to choose from.</param>
public sealed record FindingAnswer(
    string RuleId, Severity Severity, string Path, string? Value, string Title, string Reason, Basis Basis, Proposal? Proposal, IReadOnlyList<Proposal> Alternatives)
{
    public static FindingAnswer Of(Finding finding) => new(
        finding.RuleId, finding.Severity, finding.Path, Masked(finding.Value), finding.Title, finding.Reason, finding.Basis, finding.Proposal,
        [.. finding.Alternatives.Where(a => Masked(a.Value) == a.Value)]);

    // a number that would be masked is no choice to be made by machine
    private static string? Masked(string? value) => value is null ? null : IdentityNumbers.MaskWithin(value);
}

/// <summary>Something wrong with the file itself.</summary>
public sealed record ProblemAnswer(int Line, int Column, string Place, string Reason);
