using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Tables;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.CodeTables;

/// <summary>A file for a code table, and how it is to be taken.</summary>
public sealed class ImportForm
{
    [Display(Name = "文件")]
    public IFormFile? File { get; set; }

    /// <summary>The file is the whole table.</summary>
    public bool IsComplete { get; set; }

    [Display(Name = "改动自哪一天起生效")]
    public DateOnly? Effective { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源日期")]
    public DateOnly? SourceDate { get; set; }

    [Display(Name = "来源已核（官方文本）")]
    public bool Verified { get; set; }

    [Display(Name = "示例数据，不是真实资料")]
    public bool IsDemonstration { get; set; }

    public TableUpload ToUpload(CodeTableId table) => new(table, IsComplete, Effective, Source!.Trim(), SourceDate, Verified && !IsDemonstration, IsDemonstration);
}

public sealed class ImportFormValidator : AbstractValidator<ImportForm>
{
    public ImportFormValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。");
        RuleFor(f => f.Source).IsTableSource();
    }
}

/// <summary>Puts a preview in force.</summary>
public sealed class ConfirmForm
{
    public int Version { get; set; }

    [Display(Name = "不导入有问题的行")]
    public bool WithoutFaulty { get; set; }

    [Display(Name = "终止超过一半的代码")]
    public bool EndMost { get; set; }
}

public sealed class ConfirmFormValidator : AbstractValidator<ConfirmForm>
{
    public ConfirmFormValidator() => RuleFor(f => f.Version).GreaterThan(0).WithMessage("请从预览页确认导入。");
}

/// <summary>Puts an earlier version in force again.</summary>
public sealed class RestoreForm
{
    public int Number { get; set; }

    /// <summary>The version that the page showed as the present one.</summary>
    public int Current { get; set; }
}

public sealed class RestoreFormValidator : AbstractValidator<RestoreForm>
{
    public RestoreFormValidator()
    {
        RuleFor(f => f.Number).GreaterThanOrEqualTo(0).WithMessage("请从版本列表恢复。");
        RuleFor(f => f.Current).GreaterThan(0).WithMessage("请从版本列表恢复。");
    }
}

/// <summary>A word for a code.</summary>
public sealed class WordForm
{
    [Display(Name = "代码表")]
    public CodeTableId? Table { get; set; }

    [Display(Name = "代码")]
    public string? Code { get; set; }

    [Display(Name = "别名")]
    public string? Word { get; set; }
}

public sealed class WordFormValidator : AbstractValidator<WordForm>
{
    public WordFormValidator()
    {
        RuleFor(f => f.Table).NotNull().WithMessage("请选择代码表。").IsInEnum().WithMessage("请选择代码表。");
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写代码。").MaximumLength(KeptTableRow.CodeMaxLength).WithMessage($"代码最多 {KeptTableRow.CodeMaxLength} 位。");
        RuleFor(f => f.Word).NotEmpty().WithMessage("请填写别名。").MaximumLength(CodeWord.WordMaxLength).WithMessage($"别名最多 {CodeWord.WordMaxLength} 个字。");
    }
}
