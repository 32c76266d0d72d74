using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Personal;

namespace HuaihuaPilotZone.Web.Shared.Members;

/// <summary>Why somebody wants to see in full what is masked.</summary>
public sealed class UnmaskForm
{
    [Display(Name = "查看原因")]
    public string? Reason { get; set; }
}

public sealed class UnmaskFormValidator : AbstractValidator<UnmaskForm>
{
    public UnmaskFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明查看的原因。").MaximumLength(Unmasking.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}
