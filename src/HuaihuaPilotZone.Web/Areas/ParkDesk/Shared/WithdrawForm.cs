using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>Taking a published text off the public pages.</summary>
public sealed class WithdrawForm
{
    public const int ReasonMaxLength = 300;

    public int Version { get; set; }

    [Display(Name = "撤回原因")]
    public string? Reason { get; set; }
}

public sealed class WithdrawFormValidator : AbstractValidator<WithdrawForm>
{
    public WithdrawFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明撤回原因，它会记入操作记录。")
            .MaximumLength(WithdrawForm.ReasonMaxLength).WithMessage("撤回原因最多 {MaxLength} 个字。");
}

/// <summary>The page that asks why.</summary>
/// <param name="Back">Address of the record.</param>
public sealed record WithdrawPage(string Title, string Kind, string Back, WithdrawForm Form);
