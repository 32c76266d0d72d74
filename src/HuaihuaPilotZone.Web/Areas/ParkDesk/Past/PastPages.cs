using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Past;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Past;

/// <summary>The address of the roster means a roster of the past where it names a day.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithDayAttribute : Attribute, IActionConstraint
{
    public const string Name = "asOf";

    public int Order => 0;

    public bool Accept(ActionConstraintContext context) => context.RouteContext.HttpContext.Request.Query.ContainsKey(Name);
}

/// <summary>What the address of a past roster says.</summary>
public sealed class PastAddress
{
    /// <summary>The day; null for one that cannot be read.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>As it was known on that day.</summary>
    public DateOnly? KnownOn { get; set; }

    public string? Q { get; set; }

    public EnterpriseType? Type { get; set; }

    public EnterpriseStage? Stage { get; set; }

    public int? District { get; set; }

    public int? Tag { get; set; }

    public int? Page { get; set; }

    /// <summary>Go on behind this span.</summary>
    public long? After { get; set; }

    /// <summary>Go back before this span.</summary>
    public long? Before { get; set; }

    /// <summary>What is asked for; null for no day, or one that has not come.</summary>
    public PastQuery? ToQuery(DateOnly today) => AsOf is { } day && day <= today
        // nobody knew on an earlier day what would be
        ? new PastQuery(day, KnownOn is { } known && known < today ? known < day ? day : known : null, Q, Type, Stage, District, Tag)
        : null;
}

public sealed class PastAddressValidator : AbstractValidator<PastAddress>
{
    public PastAddressValidator() => RuleFor(a => a.Q).MaximumLength(SearchWord.MaxLength).WithMessage($"搜索词最多 {SearchWord.MaxLength} 个字。");
}

/// <summary>The roster of a day.</summary>
public sealed record PastPage(PastQuery Query, PastList Rows, PastCounts Counts, TaxonomyWords Words, DateOnly Today);

/// <summary>The rosters of two days side by side.</summary>
public sealed record ComparisonPage(
    DateOnly From, DateOnly To, RosterMove? Move, ComparedList Changes, PastCounts Before, PastCounts After, DateOnly Today);

/// <summary>What was and what was thought of one enterprise.</summary>
public sealed record RecordPastPage(Enterprise Enterprise, IReadOnlyList<PastSpan> Spans);

/// <summary>A correction of the past, as staff enter it.</summary>
public sealed class CorrectionForm
{
    /// <summary>Chosen for an enterprise that was in no area.</summary>
    public const string NoArea = "none";

    /// <summary>The record's version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "从哪天起")]
    public DateOnly? From { get; set; }

    [Display(Name = "到哪天前")]
    public DateOnly? To { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "企业类型")]
    public EnterpriseType? Type { get; set; }

    [Display(Name = "阶段")]
    public EnterpriseStage? Stage { get; set; }

    [Display(Name = "片区")]
    public string? Area { get; set; }

    [Display(Name = "更正行业标签")]
    public bool SetsTags { get; set; }

    public List<int> TagIds { get; set; } = [];

    [Display(Name = "依据")]
    public string? Reason { get; set; }

    /// <summary>Never sent.</summary>
    [BindNever]
    [ValidateNever]
    public Enterprise? Enterprise { get; set; }

    /// <summary>Never sent.</summary>
    [BindNever]
    [ValidateNever]
    public RosterChoices Choices { get; set; } = new([], []);

    public PastCorrection ToCorrection() => new(From!.Value, To, Reason!.Trim())
    {
        Name = Texts.Tidy(Name),
        Type = Type,
        Stage = Stage,
        SetsArea = !string.IsNullOrEmpty(Area),
        AreaId = int.TryParse(Area, CultureInfo.InvariantCulture, out var area) ? area : null,
        SetsTags = SetsTags,
        TagIds = TagIds,
    };
}

public sealed class CorrectionFormValidator : AbstractValidator<CorrectionForm>
{
    public CorrectionFormValidator()
    {
        RuleFor(f => f.From).NotNull().WithMessage("请填写从哪天起。");
        RuleFor(f => f.Type).IsInEnum().WithMessage("没有这个企业类型，请重新选择。");
        RuleFor(f => f.Stage).IsInEnum().WithMessage("没有这个阶段，请重新选择。");
        RuleFor(f => f.Name).MaximumLength(Enterprise.NameMaxLength).WithMessage($"名称最多 {Enterprise.NameMaxLength} 个字。");
        RuleFor(f => f.Area).Must(a => string.IsNullOrEmpty(a) || a == CorrectionForm.NoArea || int.TryParse(a, CultureInfo.InvariantCulture, out _)).WithMessage("没有这个片区，请重新选择。");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明依据，如文件名称和文号。").MaximumLength(RecordSpan.ReasonMaxLength).WithMessage($"依据最多 {RecordSpan.ReasonMaxLength} 个字。");
    }
}
