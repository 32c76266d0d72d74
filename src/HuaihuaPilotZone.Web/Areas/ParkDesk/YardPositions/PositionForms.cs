using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Yard;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.YardPositions;

/// <summary>A block to register.</summary>
public sealed class BlockForm
{
    [Display(Name = "箱区")]
    public string? Block { get; set; }

    [Display(Name = "贝数")]
    public int? Bays { get; set; }

    [Display(Name = "列数")]
    public int? Rows { get; set; }

    [Display(Name = "层数")]
    public int? Tiers { get; set; }

    public BlockData ToData() => new(Block!.Trim().ToUpperInvariant(), Bays!.Value, Rows!.Value, Tiers!.Value);
}

public sealed class BlockFormValidator : AbstractValidator<BlockForm>
{
    public BlockFormValidator()
    {
        RuleFor(f => f.Block).NotEmpty().WithMessage("请填写箱区，如 A。").MaximumLength(YardPosition.BlockMaxLength).WithMessage("箱区最多 {MaxLength} 个字符。");
        RuleFor(f => f.Bays).NotNull().WithMessage("请填写贝数。");
        RuleFor(f => f.Rows).NotNull().WithMessage("请填写列数。");
        RuleFor(f => f.Tiers).NotNull().WithMessage("请填写层数。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record PositionQuery(string? Q, string? Block, PositionState? State, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || !string.IsNullOrEmpty(Block) || !string.IsNullOrWhiteSpace(Q);

    public PositionFilter ToFilter() => new(Q, Block, State, SortChoice.IsDescending(Dir));
}

/// <summary>The list, with the form for another block.</summary>
public sealed record PositionListPage(PositionQuery Query, Page<PositionRow> Rows, IReadOnlyList<string> Blocks, BlockForm Form);
