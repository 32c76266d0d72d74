using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What a new draft starts from.</summary>
/// <param name="ModeReason">What the chooser proposed and why.</param>
/// <param name="ModeNote">Why another mode was taken.</param>
public sealed record NewDeclaration(string? TradeMode, DocumentKind Kind, string? ModeReason, string? ModeNote);

/// <summary>Where a new draft comes from.</summary>
/// <param name="Note">What its history says of its beginning.</param>
public sealed record DraftOrigin(string? ModeReason, string? ModeNote, string? Note);

/// <summary>A draft of a document that was made elsewhere.</summary>
public sealed record MadeDraft(DocumentKind Kind, PrefilledDocument Document, DraftOrigin Origin);

/// <summary>A finding whose proposal is wanted.</summary>
/// <param name="Choice">Which of its alternatives, from 0; null for the proposal itself.</param>
public sealed record WantedFix(string RuleId, string Path, int? Choice = null);

/// <summary>What a save brings.</summary>
/// <param name="Version">The version the person had before them.</param>
/// <param name="Apply">Adopt this finding's proposal.</param>
/// <param name="Undo">Take this adopted proposal back, if the field still holds its value.</param>
/// <param name="Applied">Findings whose proposals the page has already written into <paramref name="Document"/>; noted where that is so.</param>
/// <param name="ApplyAll">Adopt every safe proposal; alternatives are never among them.</param>
/// <param name="Repair">Make this repair (its key), if it is still one of the smallest.</param>
/// <param name="Origins">Where values of <paramref name="Document"/> came from that nobody typed, by path.</param>
public sealed record DraftChange(
    int Version, CustomsDocument Document, WantedFix? Apply = null, int? Undo = null, IReadOnlyList<WantedFix>? Applied = null, bool ApplyAll = false,
    string? Repair = null, IReadOnlyDictionary<string, PrefilledValue>? Origins = null);

/// <summary>A draft that was started from another document or a template.</summary>
/// <param name="Blank">Labels of what was not carried over.</param>
public sealed record StartedDraft(DeclarationNumber Number, IReadOnlyList<string> Blank)
{
    /// <summary>What has to be filled in, by name.</summary>
    public string Say() => Blank.Count == 0 ? "内容已带入，请核对。" : $"以下各栏没有带过来，请重新填写：{string.Join('、', Blank)}。";
}

/// <summary>What became of a list that was turned into a declaration.</summary>
/// <param name="Unfit">Values that the declaration has no place for.</param>
public sealed record ConvertedDraft(DeclarationNumber Number, IReadOnlyList<UnfitValue> Unfit)
{
    private const int MostNamed = 6;

    /// <summary>What became of it, with the first values that found no place; the history of the document names all.</summary>
    public string Say()
    {
        if (Unfit.Count == 0) return $"{Number} 已转为报关单，内容全部带过来了。";
        var labels = Unfit.Select(u => u.Label).Distinct(StringComparer.Ordinal).ToList();
        return $"{Number} 已转为报关单。没有位置的 {Unfit.Count} 处没有带过来：{string.Join('、', labels.Take(MostNamed))}{(labels.Count > MostNamed ? "等" : "")}，原值在办理记录里。";
    }
}

/// <summary>A draft that was just kept, with the check that was kept with it.</summary>
public sealed record CheckedDraft(Declaration Declaration, CheckedDocument Check);

/// <summary>The answer to a save: saved with a check, a conflict with what is stored now, or refused.</summary>
public sealed record SaveAnswer(Declaration? Declaration, CheckedDocument? Check, CustomsDocument? Theirs, int? TheirVersion, string? Refusal)
{
    public static SaveAnswer Saved(Declaration declaration, CheckedDocument check) => new(declaration, check, null, null, null);

    public static SaveAnswer Conflict(CustomsDocument theirs, int version) => new(null, null, theirs, version, null);

    public static SaveAnswer Refused(string sentence) => new(null, null, null, null, sentence);
}
