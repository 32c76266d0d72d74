using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.KeywordList;

/// <summary>A word of the list.</summary>
public sealed class KeywordForm
{
    public int Version { get; set; }

    [Display(Name = "主题词")]
    public string? Word { get; set; }

    [Display(Name = "用另一个主题词代替")]
    public string? Instead { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    public PolicyKeywordDraft ToDraft() => new(FormText.Clean(Word)!, FormText.Clean(Instead), FormText.Clean(Note));

    public static KeywordForm Of(PolicyKeyword keyword) => new()
    {
        Version = keyword.Version,
        Word = keyword.Word,
        Instead = keyword.Instead?.Word,
        Note = keyword.Note,
    };
}

public sealed class KeywordFormValidator : AbstractValidator<KeywordForm>
{
    public KeywordFormValidator()
    {
        RuleFor(f => f.Word).NotEmpty().WithMessage("请填写主题词。").MaximumLength(PolicyKeyword.WordMaxLength).WithMessage("主题词最多 {MaxLength} 个字。")
            .Must(w => w is null || !w.Trim().Any(char.IsWhiteSpace)).WithMessage("主题词里不能有空格，文件里用空格分开几个主题词。");
        RuleFor(f => f.Note).MaximumLength(PolicyKeyword.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="Kind">carried or other; anything else for both.</param>
public sealed record KeywordQuery(string? Q, string? Kind, string? Sort, string? Dir, int? Page)
{
    public bool? IsCarried => Kind switch
    {
        "carried" => true,
        "other" => false,
        _ => null,
    };

    public PolicyKeywordFilter ToFilter() => new(Q, IsCarried, SortChoice.Of(Sort, PolicyKeywordSort.Word), SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record KeywordListPage(KeywordQuery Query, Page<PolicyKeywordRow> Rows);
