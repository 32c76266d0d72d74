using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Personal;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Privacy;

/// <summary>What is known of an incident.</summary>
public sealed class BreachForm
{
    [Display(Name = "何时发生")]
    public string? When { get; set; }

    [Display(Name = "涉及的信息种类")]
    public string? Kinds { get; set; }

    [Display(Name = "原因")]
    public string? Cause { get; set; }

    [Display(Name = "可能造成的危害")]
    public string? Harm { get; set; }

    [Display(Name = "已采取的补救措施")]
    public string? Remedies { get; set; }

    [Display(Name = "个人可以采取的措施")]
    public string? Advice { get; set; }

    [Display(Name = "联系方式")]
    public string? Contact { get; set; }

    public BreachFacts ToFacts() => new(When!.Trim(), Kinds!.Trim(), Cause!.Trim(), Harm!.Trim(), Remedies!.Trim(), Advice!.Trim(), Contact!.Trim());
}

public sealed class BreachFormValidator : AbstractValidator<BreachForm>
{
    public BreachFormValidator()
    {
        RuleFor(f => f.When).NotEmpty().WithMessage("请写明何时发生。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("何时发生最多 {MaxLength} 个字。");
        RuleFor(f => f.Kinds).NotEmpty().WithMessage("请写明信息种类。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("信息种类最多 {MaxLength} 个字。");
        RuleFor(f => f.Cause).NotEmpty().WithMessage("请写明原因，不清楚的写“正在核查”。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
        RuleFor(f => f.Harm).NotEmpty().WithMessage("请写明可能的危害。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("危害最多 {MaxLength} 个字。");
        RuleFor(f => f.Remedies).NotEmpty().WithMessage("请写明补救措施。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("补救措施最多 {MaxLength} 个字。");
        RuleFor(f => f.Advice).NotEmpty().WithMessage("请写明个人可以做什么。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("个人可以采取的措施最多 {MaxLength} 个字。");
        RuleFor(f => f.Contact).NotEmpty().WithMessage("请写明联系方式。").MaximumLength(BreachNotices.FieldMaxLength).WithMessage("联系方式最多 {MaxLength} 个字。");
    }
}

/// <summary>The form, and the notice once it is made.</summary>
public sealed record BreachPage(BreachForm Form, string? Notice);
