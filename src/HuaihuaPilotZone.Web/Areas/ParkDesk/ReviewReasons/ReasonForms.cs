using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Review;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.ReviewReasons;

/// <summary>A reason of the library.</summary>
public sealed class ReasonForm
{
    public int Version { get; set; }

    [Display(Name = "主题")]
    public string? Topic { get; set; }

    [Display(Name = "栏目")]
    public string? Path { get; set; }

    [Display(Name = "内容")]
    public string? Text { get; set; }

    public ReasonData ToData() => new(Topic!, Path, Text!);

    public static ReasonForm Of(ReviewReason reason) => new() { Version = reason.Version, Topic = reason.Topic, Path = reason.Path, Text = reason.Text };
}

public sealed class ReasonFormValidator : AbstractValidator<ReasonForm>
{
    public ReasonFormValidator()
    {
        RuleFor(f => f.Topic).NotEmpty().WithMessage("请填写主题。").MaximumLength(ReviewReason.TopicMaxLength).WithMessage($"主题最多 {ReviewReason.TopicMaxLength} 个字。");
        RuleFor(f => f.Text).NotEmpty().WithMessage("请填写内容。").MaximumLength(ReturnPoint.ReasonMaxLength).WithMessage($"内容最多 {ReturnPoint.ReasonMaxLength} 个字。");
    }
}

/// <param name="Retired">Whether the list shows reasons that are no longer offered.</param>
public sealed record ReasonListPage(bool Retired, string? Word, Page<ReviewReason> Reasons);
