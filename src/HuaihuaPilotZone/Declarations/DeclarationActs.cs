using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What a new draft starts from.</summary>
/// <param name="ModeReason">What the chooser proposed and why.</param>
/// <param name="ModeNote">Why another mode was taken.</param>
public sealed record NewDeclaration(string? TradeMode, DocumentKind Kind, string? ModeReason, string? ModeNote);

/// <summary>A finding whose proposal is wanted.</summary>
public sealed record WantedFix(string RuleId, string Path);

/// <summary>What a save brings.</summary>
/// <param name="Version">The version the person had before them.</param>
/// <param name="Apply">Adopt this finding's proposal.</param>
/// <param name="Undo">Take this adopted proposal back, if the field still holds its value.</param>
/// <param name="Applied">Findings whose proposals the page has already written into <paramref name="Document"/>; noted where that is so.</param>
public sealed record DraftChange(int Version, ExportList Document, WantedFix? Apply = null, int? Undo = null, IReadOnlyList<WantedFix>? Applied = null);

/// <summary>The answer to a save: saved with a check, a conflict with what is stored now, or refused.</summary>
public sealed record SaveAnswer(Declaration? Declaration, CheckedDocument? Check, ExportList? Theirs, int? TheirVersion, string? Refusal)
{
    public static SaveAnswer Saved(Declaration declaration, CheckedDocument check) => new(declaration, check, null, null, null);

    public static SaveAnswer Conflict(ExportList theirs, int version) => new(null, null, theirs, version, null);

    public static SaveAnswer Refused(string sentence) => new(null, null, null, null, sentence);
}
