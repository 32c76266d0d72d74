using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Declarations;

/// <summary>One row of a return: a field and what is to be mended there.</summary>
public sealed class ReturnPointForm
{
    public string? Path { get; set; }

    public string? Reason { get; set; }

    /// <summary>A reason of the library instead of typed words.</summary>
    public int? LibraryId { get; set; }
}

/// <summary>Everything that is to be mended, told once.</summary>
public sealed class ReturnForm
{
    public const int MostPoints = 60;

    public int? Version { get; set; }

    public List<ReturnPointForm> Points { get; set; } = [];

    [Display(Name = "总的说明")]
    public string? Note { get; set; }

    /// <summary>Why something is named only now.</summary>
    public string? Justification { get; set; }

    /// <summary>Rows that say something; an empty row is not an answer.</summary>
    public IReadOnlyList<ReturnReason> Filled =>
        [.. Points.Where(p => !string.IsNullOrWhiteSpace(p.Reason) || !string.IsNullOrEmpty(p.Path) || p.LibraryId is not null).Select(p => new ReturnReason(p.Path ?? "", p.Reason ?? "", p.LibraryId))];
}

public sealed class ReturnFormValidator : AbstractValidator<ReturnForm>
{
    public ReturnFormValidator()
    {
        RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再办。");
        RuleFor(f => f.Note).MaximumLength(Declaration.ReasonMaxLength).WithMessage($"总的说明最多 {Declaration.ReasonMaxLength} 个字。");
        RuleFor(f => f.Points).Must(p => p.Count <= ReturnForm.MostPoints).WithMessage($"一次最多 {ReturnForm.MostPoints} 处。");
        RuleForEach(f => f.Points).ChildRules(point =>
        {
            point.RuleFor(p => p.Reason).NotEmpty().When(p => !string.IsNullOrEmpty(p.Path) && p.LibraryId is null).WithMessage("请写明理由和改法。")
                .MaximumLength(ReturnPoint.ReasonMaxLength).WithMessage($"理由最多 {ReturnPoint.ReasonMaxLength} 个字。");
        });
    }
}

/// <summary>Passing a document on.</summary>
public sealed class PassForm
{
    public int? Version { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }
}

public sealed class PassFormValidator : AbstractValidator<PassForm>
{
    public PassFormValidator()
    {
        RuleFor(f => f.Version).NotNull().WithMessage("页面已过期，请刷新后再办。");
        RuleFor(f => f.Note).MaximumLength(Declaration.ReasonMaxLength).WithMessage($"说明最多 {Declaration.ReasonMaxLength} 个字。");
    }
}
