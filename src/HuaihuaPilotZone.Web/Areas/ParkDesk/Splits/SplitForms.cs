using System.ComponentModel.DataAnnotations;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Splits;

/// <summary>A second record, and what goes to it.</summary>
public sealed class SplitForm
{
    /// <summary>The version of the record that the form shows.</summary>
    public int Version { get; set; }

    /// <summary>The new record.</summary>
    public EnterpriseForm New { get; set; } = new();

    public List<SplitPartForm> Parts { get; set; } = [];

    [Display(Name = "从哪天起是两家")]
    public DateOnly? On { get; set; }

    [Display(Name = "依据")]
    public string? Reason { get; set; }

    /// <summary>The record as it is; found by the controller, never sent.</summary>
    [BindNever]
    [ValidateNever]
    public Enterprise? Enterprise { get; set; }

    /// <summary>What there is to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<SplitKind> Kinds { get; set; } = [];

    /// <summary>What stands against it now; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Refusal> Obstacles { get; set; } = [];

    /// <summary>What was chosen of a kind.</summary>
    public SplitPartForm Of(string kind) => Parts.Find(p => p.Name == kind) ?? new SplitPartForm { Name = kind };

    public SplitChoice ToChoice(IMapper mapper) =>
        new(Version, On!.Value, mapper.Map<EnterpriseData>(New), New.Stage!.Value, New.StageOn!.Value, [.. Parts.Select(p => new SplitPart(p.Name ?? "", p.Take, p.Ids, p.Since))], Reason ?? "");
}

/// <summary>What goes of one kind.</summary>
public sealed class SplitPartForm
{
    public string? Name { get; set; }

    public SplitTake Take { get; set; }

    public List<int> Ids { get; set; } = [];

    public DateOnly? Since { get; set; }
}

public sealed class SplitFormValidator : AbstractValidator<SplitForm>
{
    public SplitFormValidator(ChinaTime time)
    {
        RuleFor(f => f.On).NotNull().WithMessage("请填写从哪天起是两家。").Must(d => d is null || d <= time.Today).WithMessage("拆分日期不能晚于今天。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明依据，例如新的营业执照。").MaximumLength(RosterMerge.ReasonMaxLength).WithMessage($"依据最多 {RosterMerge.ReasonMaxLength} 个字。");
        RuleFor(f => f.New).SetValidator(new EnterpriseFormValidator(time));
        RuleForEach(f => f.Parts).ChildRules(part => part.RuleFor(p => p.Take).IsInEnum().WithMessage("没有这个选择，请重新选择。"));
    }
}
