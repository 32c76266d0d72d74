using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>已在单一窗口导入.</summary>
public sealed class HandOverForm
{
    public int? Version { get; set; }

    [Display(Name = "导入日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "预录入编号")]
    public string? PreNo { get; set; }
}

public sealed class HandOverFormValidator : AbstractValidator<HandOverForm>
{
    public HandOverFormValidator()
    {
        RuleFor(f => f.On).NotNull().WithMessage("请填写在单一窗口导入的日期。");
        RuleFor(f => f.PreNo).Matches("^B[0-9]{17}$(?!\\n)").WithMessage("预录入编号应为 B 加 17 位数字；没有可不填。");
    }
}

/// <summary>An act that asks for a reason: withdrawing, taking back for amendment.</summary>
public sealed class ReasonForm
{
    public int? Version { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class ReasonFormValidator : AbstractValidator<ReasonForm>
{
    public ReasonFormValidator() => RuleFor(f => f.Reason)
        .NotEmpty().WithMessage("请写明原因。")
        .MaximumLength(Declaration.ReasonMaxLength).WithMessage($"原因最多 {Declaration.ReasonMaxLength} 个字。");
}
