using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SpecialAreas;

/// <summary>A special customs area with its approval, to state or to correct.</summary>
public sealed class SpecialAreaForm
{
    public int Version { get; set; }

    [Display(Name = "区域名称")]
    public string? Name { get; set; }

    [Display(Name = "区域种类")]
    public string? Kind { get; set; }

    [Display(Name = "批准文号")]
    public string? ApprovalNumber { get; set; }

    [Display(Name = "批准日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "失效日期")]
    public DateOnly? To { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? Link { get; set; }

    public static SpecialAreaForm Of(SpecialAreaRow row) => new()
    {
        Version = row.Version,
        Name = row.Name,
        Kind = row.Kind,
        ApprovalNumber = row.ApprovalNumber,
        From = row.From,
        To = row.To,
        Source = row.Source,
        Link = row.Link,
    };

    public SpecialAreaData ToData() => new(Name!.Trim(), Kind!.Trim(), ApprovalNumber!.Trim(), From!.Value, To, Source!.Trim(), string.IsNullOrWhiteSpace(Link) ? null : Link.Trim());
}

public sealed class SpecialAreaFormValidator : AbstractValidator<SpecialAreaForm>
{
    public SpecialAreaFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写区域名称。").MaximumLength(SpecialAreaRow.NameMaxLength).WithMessage($"区域名称最多 {SpecialAreaRow.NameMaxLength} 个字。");
        RuleFor(f => f.Kind).NotEmpty().WithMessage("请填写区域种类。").MaximumLength(SpecialAreaRow.KindMaxLength).WithMessage($"区域种类最多 {SpecialAreaRow.KindMaxLength} 个字。");
        RuleFor(f => f.ApprovalNumber).NotEmpty().WithMessage("请填写批准文号。").MaximumLength(SpecialAreaRow.NumberMaxLength).WithMessage($"批准文号最多 {SpecialAreaRow.NumberMaxLength} 个字。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写批准日期。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，如公布机构、文件名和日期。").MaximumLength(CustomsOfficeRow.SourceMaxLength).WithMessage($"来源最多 {CustomsOfficeRow.SourceMaxLength} 个字。");
        RuleFor(f => f.Link).MaximumLength(SpecialAreaRow.LinkMaxLength).WithMessage($"来源网址最多 {SpecialAreaRow.LinkMaxLength} 个字符。").Must(Websites.IsGood).WithMessage(Websites.Problem);
    }
}

/// <summary>The address bar of the list of areas. Whatever stands in it, a list is shown.</summary>
public sealed class AreaQuery
{
    /// <summary>The word of <see cref="Holding"/> or of <see cref="NotHolding"/>; all areas where it is neither.</summary>
    public string? Standing { get; set; }

    public string? Q { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public const string Holding = "holding";
    public const string NotHolding = "not-holding";

    public AreaFilter ToFilter(DateOnly today) => new(
        Q, Standing switch { Holding => new AreaStanding(today, true), NotHolding => new AreaStanding(today, false), _ => null },
        Enum.TryParse<AreaSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : AreaSort.Approved, string.Equals(Dir, "asc", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Areas that are there, and the form for one more.</summary>
/// <param name="Today">Tells which are in force.</param>
public sealed record SpecialAreaPage(AreaQuery Query, Page<SpecialAreaRow> Rows, SpecialAreaForm Form, DateOnly Today)
{
    public AreaFilter Filter => Query.ToFilter(Today);

    public bool IsNarrowed => Filter.Standing is not null || !string.IsNullOrWhiteSpace(Query.Q);
}

public static class AreaLooks
{
    /// <summary>Whether the approval holds on a day, as people read it.</summary>
    public static (string Tone, string Word) Look(this SpecialAreaRow row, DateOnly day) => row.From <= day && (row.To is null || row.To >= day) ? ("ok", "有效") : ("hollow", "不在有效期");
}
