using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Paste;

/// <summary>A block copied from a spreadsheet.</summary>
public sealed class PasteForm
{
    public const int MostCharacters = 500_000;

    public int? Version { get; set; }

    [Display(Name = "粘贴的内容")]
    public string? Block { get; set; }

    /// <summary>Field of the goods, from 0, that the first column is when the block has no headings.</summary>
    public int? FirstColumn { get; set; }

    [Display(Name = "替换现有商品")]
    public bool Replaces { get; set; }
}

public sealed class PasteFormValidator : AbstractValidator<PasteForm>
{
    public PasteFormValidator() => RuleFor(f => f.Block).NotEmpty().WithMessage("请粘贴表格里的商品。")
        .MaximumLength(PasteForm.MostCharacters).WithMessage("内容太多。大量商品请用批量导入。");
}

/// <summary>The page with the field to paste into.</summary>
public sealed record PastePage(DeclarationNumber Number, PasteForm Form, IReadOnlyList<string> Columns);
