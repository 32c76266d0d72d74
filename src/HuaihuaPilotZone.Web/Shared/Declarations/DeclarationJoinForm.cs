using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>A declaration to join to a consignment or a booking.</summary>
public sealed class DeclarationJoinForm
{
    [Display(Name = "预申报单号")]
    public string? Declaration { get; set; }
}

public sealed class DeclarationJoinFormValidator : AbstractValidator<DeclarationJoinForm>
{
    public DeclarationJoinFormValidator() => RuleFor(f => f.Declaration).NotEmpty().WithMessage("请填写预申报单号。")
        .MaximumLength(DeclarationNumber.MaxLength).WithMessage("预申报单号最多 {MaxLength} 个字符。");
}

/// <summary>The declarations of a consignment or a booking, to join and to part.</summary>
/// <param name="Address">The page of the consignment or booking.</param>
/// <param name="MayJoin">Whether there is room for one more.</param>
/// <param name="Typed">What was typed and refused.</param>
public sealed record DeclarationJoinPanel(string Address, IReadOnlyList<DeclarationNumber> Joined, bool MayJoin, string? Typed);
