using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.BulkEdits;

/// <summary>An act on many enterprises as staff fill it in.</summary>
public sealed class BulkForm
{
    /// <summary>Enterprises chosen one by one; a page of the grid at most.</summary>
    public List<int> Ids { get; set; } = [];

    /// <summary>All that the conditions in the address find, instead.</summary>
    public bool All { get; set; }

    public BulkAct Act { get; set; }

    [Display(Name = "新片区")]
    public int? AreaId { get; set; }

    [Display(Name = "新阶段")]
    public EnterpriseStage? Stage { get; set; }

    [Display(Name = "开始日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "加上的标签")]
    public List<int> AddTags { get; set; } = [];

    [Display(Name = "去掉的标签")]
    public List<int> RemoveTags { get; set; } = [];

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "正文")]
    public string? Text { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }

    /// <summary>Areas and tags to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public RosterChoices Choices { get; set; } = new([], []);

    public BulkSelection ToSelection(RosterAddress address) => All ? new BulkSelection([], address.ToQuery()) : new BulkSelection(Ids, null);

    public BulkChange ToChange() => new(Act)
    {
        AreaId = Act == BulkAct.Area ? AreaId : null,
        Stage = Act == BulkAct.Stage ? Stage : null,
        On = Act == BulkAct.Stage ? On : null,
        AddTags = Act == BulkAct.Tags ? AddTags : [],
        RemoveTags = Act == BulkAct.Tags ? RemoveTags : [],
        Reason = Act == BulkAct.Notice ? null : Texts.Tidy(Reason),
        Title = Act == BulkAct.Notice ? Texts.Tidy(Title) : null,
        Text = Act == BulkAct.Notice ? FormText.Clean(Text) : null,
    };
}

public sealed class BulkFormValidator : AbstractValidator<BulkForm>
{
    public BulkFormValidator()
    {
        RuleFor(f => f.Act).IsInEnum().WithMessage("没有这种批量操作。");
        RuleFor(f => f.Reason).MaximumLength(BulkChange.ReasonMaxLength).WithMessage($"原因最多 {BulkChange.ReasonMaxLength} 个字。");
    }
}

/// <summary>The page that asks what is to be done and shows what would come of it.</summary>
/// <param name="Conditions">The conditions in words, when all that they find is meant.</param>
public sealed record BulkChoice(RosterAddress Address, BulkForm Form, string? Conditions, BulkPreview? Preview)
{
    /// <summary>Such as 37 家.</summary>
    public string Number => Preview is not { } preview ? "" : preview.IsWhole ? $"{preview.Changing} 家" : preview.Total is { } total ? $"{total:N0} 家" : "1 万家以上";
}

/// <summary>What came of an act.</summary>
public sealed record BulkPage(BulkSummary Summary, BulkItemState State, Page<BulkLine> Items);
