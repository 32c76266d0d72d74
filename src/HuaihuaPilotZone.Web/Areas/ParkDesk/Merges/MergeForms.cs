using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Merges;

/// <summary>What staff choose of two records side by side.</summary>
public sealed class MergeForm
{
    public const string Other = "Other";

    /// <summary>The version of the kept record that the form shows.</summary>
    public int Version { get; set; }

    /// <summary>The version of the other one.</summary>
    public int OtherVersion { get; set; }

    /// <summary>By key of the field, which record's value stays.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>Contacts of the other record that come along.</summary>
    public List<int> Contacts { get; set; } = [];

    [Display(Name = "依据")]
    public string? Reason { get; set; }

    public MergeChoice ToChoice() => new(Version, OtherVersion, [.. Fields.Where(f => f.Value == Other).Select(f => f.Key)], Contacts, Reason ?? "");

    /// <summary>As the page begins: what stands in the kept record, where that is not empty.</summary>
    public static MergeForm Of(MergePreview preview) => new()
    {
        Version = preview.Kept.Version,
        OtherVersion = preview.Other.Version,
        Fields = preview.Fields.Where(f => f.TakesOther).ToDictionary(f => f.Key, _ => Other, StringComparer.Ordinal),
        Contacts = [.. preview.NewContacts.Select(c => c.Id)],
    };
}

public sealed class MergeFormValidator : AbstractValidator<MergeForm>
{
    public MergeFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明依据，例如核对了哪些证照。")
        .MaximumLength(RosterMerge.ReasonMaxLength).WithMessage($"依据最多 {RosterMerge.ReasonMaxLength} 个字。");
}

/// <summary>Choosing the other record.</summary>
/// <param name="Suggested">Records that are likely the same.</param>
/// <param name="Found">What was searched; null before.</param>
public sealed record MergeChoosePage(Enterprise Kept, string? Word, IReadOnlyList<MergeCandidate> Suggested, IReadOnlyList<MergeCandidate>? Found);

/// <summary>Two records side by side.</summary>
public sealed record MergeComparePage(MergePreview Preview, MergeForm Form);

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record MergeQuery(string? Q, MergeKind? Kind, MergeState? State, string? Sort, string? Dir, int? Page)
{
    // what was done last comes first
    public MergeFilter ToFilter()
    {
        var sort = SortChoice.Of(Sort, MergeSort.At);
        return new MergeFilter(Kind, State, Q, sort, !SortChoice.IsDescending(Dir, sort == MergeSort.At));
    }
}

public sealed class MergeQueryValidator : AbstractValidator<MergeQuery>
{
    public MergeQueryValidator() => RuleFor(q => q.Q).MaximumLength(SearchWord.MaxLength).WithMessage("搜索词最多 {MaxLength} 个字。");
}

/// <summary>The list.</summary>
public sealed record MergeListPage(MergeQuery Query, MergeFilter Filter, Page<RosterMerge> Rows);

/// <summary>Records to choose the other one from.</summary>
public sealed record CandidateList(int KeptId, string Caption, IReadOnlyList<MergeCandidate> Rows);
