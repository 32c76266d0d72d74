using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Chains;

/// <summary>An enterprise says that it is in a node.</summary>
public sealed class ProposalForm
{
    [Display(Name = "环节")]
    public int? NodeId { get; set; }

    [Display(Name = "做什么")]
    public string? Note { get; set; }
}

public sealed class ProposalFormValidator : AbstractValidator<ProposalForm>
{
    public ProposalFormValidator()
    {
        RuleFor(f => f.NodeId).NotNull().WithMessage("请选择环节。");
        RuleFor(f => f.Note).NotEmpty().WithMessage("请写明在这个环节做什么。").MaximumLength(ChainMember.NoteMaxLength).WithMessage("最多 {MaxLength} 个字。");
    }
}

/// <summary>A relation to state.</summary>
public sealed class RelationForm
{
    [Display(Name = "关系")]
    public bool? IsSupplier { get; set; }

    [Display(Name = "对方")]
    public string? Other { get; set; }

    [Display(Name = "货物或服务")]
    public string? Goods { get; set; }

    [Display(Name = "谁可以看到")]
    public RelationSight? Sight { get; set; }
}

public sealed class RelationFormValidator : AbstractValidator<RelationForm>
{
    public RelationFormValidator()
    {
        RuleFor(f => f.IsSupplier).NotNull().WithMessage("请选择关系。");
        RuleFor(f => f.Other).NotEmpty().WithMessage("请填写对方的企业全称或统一社会信用代码。").MaximumLength(200).WithMessage("对方最多 {MaxLength} 个字。");
        RuleFor(f => f.Goods).NotEmpty().WithMessage("请填写货物或服务。").MaximumLength(SupplyRelation.GoodsMaxLength).WithMessage("货物或服务最多 {MaxLength} 个字。");
        RuleFor(f => f.Sight).NotNull().WithMessage("请选择谁可以看到。").IsInEnum().WithMessage("没有这个范围，请重新选择。");
    }
}

/// <summary>An answer to a relation, or another choice of who may see it.</summary>
public sealed class SightForm
{
    public int Version { get; set; }

    [Display(Name = "谁可以看到")]
    public RelationSight? Sight { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class SightFormValidator : AbstractValidator<SightForm>
{
    public SightFormValidator()
    {
        RuleFor(f => f.Sight).IsInEnum().WithMessage("没有这个范围，请重新选择。");
        RuleFor(f => f.Reason).MaximumLength(SupplyRelation.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
    }
}

/// <summary>Where the enterprise stands and whom it deals with.</summary>
public sealed record OwnChainsPage(IReadOnlyList<OwnMembership> Memberships, IReadOnlyList<NodeChoice> Nodes, IReadOnlyList<OwnRelation> Relations, ProposalForm Proposal, RelationForm Relation);
