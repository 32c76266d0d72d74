using FluentValidation;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>What was chosen on the merge page. What the person had typed travels with it, so that nothing is lost however often the draft changes.</summary>
public sealed class MergeForm
{
    /// <summary>The version the person had before them while typing.</summary>
    public int? BaseVersion { get; set; }

    /// <summary>The version that the page compared with.</summary>
    public int? TheirVersion { get; set; }

    /// <summary>What the person typed, JSON.</summary>
    public string? Mine { get; set; }

    /// <summary>Theirs or Mine by the key of the difference.</summary>
    public Dictionary<string, string> Choices { get; set; } = [];

    public Dictionary<string, MergeSide> Sides() => Choices.Where(c => Enum.TryParse<MergeSide>(c.Value, out var side) && Enum.IsDefined(side))
        .ToDictionary(c => c.Key, c => Enum.Parse<MergeSide>(c.Value), StringComparer.Ordinal);
}

public sealed class MergeFormValidator : AbstractValidator<MergeForm>
{
    public MergeFormValidator()
    {
        RuleFor(f => f.BaseVersion).NotNull().WithMessage("页面已过期，请重新打开草稿。");
        RuleFor(f => f.TheirVersion).NotNull().WithMessage("页面已过期，请重新打开草稿。");
        RuleFor(f => f.Mine).NotEmpty().WithMessage("页面已过期，请重新打开草稿。");
    }
}

/// <summary>Opens the merge page with what stands in the form of the draft.</summary>
public sealed class MergeStartForm
{
    public int? Version { get; set; }
}

public sealed class MergeStartFormValidator : AbstractValidator<MergeStartForm>
{
    public MergeStartFormValidator() => RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请重新打开草稿。");
}

/// <summary>What somebody typed into a draft that can no longer be changed.</summary>
/// <param name="Refusal">Why it was not saved.</param>
/// <param name="Mine">What the person typed, JSON.</param>
/// <param name="Typed">Where it differs from what is saved, and the person made it so.</param>
public sealed record ClosedPage(DraftComparison Comparison, string Refusal, string Mine, IReadOnlyList<MergeDifference> Typed)
{
    /// <summary>Whether it can become a draft of its own: what is made of another document cannot.</summary>
    public bool CanBeKept => !Comparison.Mine.Schema.IsApplication;

    public static ClosedPage Of(DraftComparison comparison, string refusal) =>
        new(comparison, refusal, DocumentJson.Serialize(comparison.Mine), [.. comparison.Differences.Where(d => d.Usual != MergeSide.Theirs)]);
}

/// <param name="Mine">What the person typed, JSON.</param>
/// <param name="Chosen">What has been chosen so far.</param>
public sealed record MergePage(DraftComparison Comparison, string Mine, IReadOnlyDictionary<string, MergeSide> Chosen)
{
    public static MergePage Of(DraftComparison comparison, IReadOnlyDictionary<string, MergeSide>? chosen = null) =>
        new(comparison, DocumentJson.Serialize(comparison.Mine), chosen ?? new Dictionary<string, MergeSide>());

    /// <summary>What is chosen where nobody has chosen yet: the only side that changed something. Between two changes a person decides.</summary>
    public MergeSide? SideOf(MergeDifference difference) => Chosen.TryGetValue(difference.Key, out var side) ? side : difference.Usual;
}
