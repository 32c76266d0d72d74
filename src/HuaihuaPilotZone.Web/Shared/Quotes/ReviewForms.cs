using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;

namespace HuaihuaPilotZone.Web.Shared.Quotes;

/// <summary>What the customer says of the provider.</summary>
public sealed class RatingForm
{
    [Display(Name = "评分")]
    public int? Stars { get; set; }

    [Display(Name = "评价")]
    public string? Comment { get; set; }
}

public sealed class RatingFormValidator : AbstractValidator<RatingForm>
{
    public RatingFormValidator()
    {
        RuleFor(f => f.Stars).NotNull().WithMessage("请选择评分。").InclusiveBetween(1, ProviderReview.MostStars).WithMessage("评分应为 1 至 5 分。");
        RuleFor(f => f.Comment).MaximumLength(ProviderReview.CommentMaxLength).WithMessage("评价最多 {MaxLength} 个字。");
    }
}

/// <summary>What the provider answers.</summary>
public sealed class ReplyForm
{
    public int Version { get; set; }

    [Display(Name = "答复")]
    public string? Reply { get; set; }
}

public sealed class ReplyFormValidator : AbstractValidator<ReplyForm>
{
    public ReplyFormValidator() => RuleFor(f => f.Reply).NotEmpty().WithMessage("请填写答复。").MaximumLength(ProviderReview.CommentMaxLength).WithMessage("答复最多 {MaxLength} 个字。");
}

/// <summary>Whether a review is seen, with the reason.</summary>
public sealed class HidingForm
{
    public int Version { get; set; }

    public bool Hide { get; set; }

    [Display(Name = "原因")]
    public string? Why { get; set; }
}

public sealed class HidingFormValidator : AbstractValidator<HidingForm>
{
    public HidingFormValidator() => RuleFor(f => f.Why).NotEmpty().WithMessage("请写明原因，双方会看到。").MaximumLength(ProviderReview.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

public static class RatingWords
{
    /// <summary>How a provider was reviewed: an average only where there are enough to make one.</summary>
    public static string Word(this ProviderRating rating) => rating switch
    {
        { Count: 0 } => "还没有评价",
        { Average: { } average } => string.Create(CultureInfo.InvariantCulture, $"{average:0.0} 分（{rating.Count} 份评价）"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{rating.Count} 份评价，满 {ProviderReview.FewestForAverage} 份显示平均分"),
    };
}
