using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Sharing;

/// <summary>The address bar of the list.</summary>
public sealed record IntentQuery(string? Q, IntentState? State, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrWhiteSpace(Q);

    public IntentFilter ToFilter() => new(Q, State is { } state && Enum.IsDefined(state) ? state : null, SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>The list.</summary>
public sealed record IntentListPage(IntentQuery Query, Page<IntentRow> Rows);

/// <summary>One shipment.</summary>
public sealed record IntentPage(CargoIntent Intent, IReadOnlyList<SharedContainer> Proposals, Page<JournalLine> History, bool IsLate);

/// <summary>A proposal, with its history once all have agreed.</summary>
public sealed record SharedPage(SharedView Shared, Page<JournalLine>? History);

/// <summary>A small shipment to register.</summary>
public sealed class IntentForm
{
    [Display(Name = "货物名称")]
    public string? Goods { get; set; }

    [Display(Name = "HS 编码")]
    public string? HsPrefix { get; set; }

    [Display(Name = "有明显气味")]
    public bool IsOdorous { get; set; }

    [Display(Name = "毛重")]
    public int? Kilograms { get; set; }

    [Display(Name = "体积")]
    public decimal? CubicMetres { get; set; }

    [Display(Name = "起运地")]
    public string? Origin { get; set; }

    [Display(Name = "目的地")]
    public string? Destination { get; set; }

    [Display(Name = "备妥日")]
    public DateOnly? ReadyOn { get; set; }

    [Display(Name = "最晚发运日")]
    public DateOnly? LatestOn { get; set; }

    [Display(Name = "最低温度")]
    public decimal? LowestTemperature { get; set; }

    [Display(Name = "最高温度")]
    public decimal? HighestTemperature { get; set; }

    [Display(Name = "危险品")]
    public bool IsDangerous { get; set; }

    /// <summary>Places to choose from; never sent.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<Node> Nodes { get; set; } = [];

    public IntentData ToData() => new(
        Goods!.Trim(), HsPrefix!.Trim(), IsOdorous, Kilograms!.Value, CubicMetres!.Value, Origin!, Destination!, ReadyOn!.Value, LatestOn!.Value, LowestTemperature, HighestTemperature, IsDangerous);
}

public sealed class IntentFormValidator : AbstractValidator<IntentForm>
{
    public IntentFormValidator()
    {
        RuleFor(f => f.Goods).NotEmpty().WithMessage("请填写货物名称，如茶叶。").MaximumLength(CargoIntent.GoodsMaxLength).WithMessage("货物名称最多 {MaxLength} 个字。");
        RuleFor(f => f.HsPrefix).NotEmpty().WithMessage("请填写 HS 编码的前 4 至 10 位数字。");
        RuleFor(f => f.Kilograms).NotNull().WithMessage("请填写毛重，单位千克。");
        RuleFor(f => f.CubicMetres).NotNull().WithMessage("请填写体积，单位立方米。");
        RuleFor(f => f.Origin).NotEmpty().WithMessage("请选择起运地。");
        RuleFor(f => f.Destination).NotEmpty().WithMessage("请选择目的地。");
        RuleFor(f => f.ReadyOn).NotNull().WithMessage("请填写备妥日。");
        RuleFor(f => f.LatestOn).NotNull().WithMessage("请填写最晚发运日。");
    }
}

/// <summary>What an enterprise says to a proposal.</summary>
public sealed class AnswerForm
{
    public bool? Agrees { get; set; }
}

public sealed class AnswerFormValidator : AbstractValidator<AnswerForm>
{
    public AnswerFormValidator() => RuleFor(f => f.Agrees).NotNull().WithMessage("请选择同意或不同意。");
}

/// <summary>What an enterprise does with a shipment.</summary>
public sealed class IntentStepForm
{
    public IntentStep? Step { get; set; }
}

/// <summary>What can be done with a shipment.</summary>
public enum IntentStep
{
    /// <summary>找拼箱.</summary>
    Find,

    /// <summary>撤回.</summary>
    Withdraw,
}

public sealed class IntentStepFormValidator : AbstractValidator<IntentStepForm>
{
    public IntentStepFormValidator() => RuleFor(f => f.Step).NotNull().WithMessage("请选择要做的操作。").IsInEnum().WithMessage("没有这种操作，请刷新后再试。");
}
