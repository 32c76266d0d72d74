using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.ParkAreas;

/// <summary>An area.</summary>
public sealed class AreaForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "上级片区")]
    public int? ParentId { get; set; }

    public static AreaForm Of(ParkArea area) => new() { Version = area.Version, Name = area.Name, Source = area.Source, ParentId = area.ParentId };

    public AreaData ToData() => new(FormText.Clean(Name)!, FormText.Clean(Source)!, ParentId);
}

public sealed class AreaFormValidator : AbstractValidator<AreaForm>
{
    public AreaFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(ParkArea.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明名称的来源。").MaximumLength(200).WithMessage("来源最多 {MaxLength} 个字。");
    }
}

/// <summary>The tree.</summary>
public sealed record AreaTreePage(IReadOnlyList<AreaRow> Rows, AreaForm Form);

/// <summary>An area to correct.</summary>
public sealed record AreaPage(ParkArea Area, AreaForm Form, IReadOnlyList<AreaRow> Rows, Page<JournalLine> History);
