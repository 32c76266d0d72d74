using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Search;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SiteSearch;

/// <summary>A group of words that mean the same.</summary>
public sealed class SynonymForm
{
    public int Version { get; set; }

    [Display(Name = "同义词")]
    public string? Words { get; set; }
}

public sealed class SynonymFormValidator : AbstractValidator<SynonymForm>
{
    public SynonymFormValidator() =>
        RuleFor(f => f.Words).NotEmpty().WithMessage("请填写同义词，至少两个。").MaximumLength(SearchSynonym.WordsMaxLength).WithMessage($"合计最多 {SearchSynonym.WordsMaxLength} 个字。");
}

/// <summary>The search as staff see it.</summary>
public sealed record SynonymListPage(string? Word, Page<SearchSynonym> Synonyms);
