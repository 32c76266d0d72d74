using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Chains;

/// <summary>An industry chain.</summary>
public sealed class ChainForm
{
    public int Version { get; set; }

    /// <summary>Chosen once, when the chain is new.</summary>
    [Display(Name = "网址短名")]
    public string? Slug { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "“1+N”中的核心产业")]
    public bool IsCore { get; set; }

    [Display(Name = "简介")]
    public string? Summary { get; set; }

    [Display(Name = "英文简介")]
    public string? EnglishSummary { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? SourceStatus { get; set; }

    [Display(Name = "时点")]
    public string? AsOf { get; set; }

    public static ChainForm Of(Chain chain) => new()
    {
        Version = chain.Version,
        Slug = chain.Slug,
        Name = chain.Name,
        EnglishName = chain.EnglishName,
        IsCore = chain.IsCore,
        Summary = chain.Summary,
        EnglishSummary = chain.EnglishSummary,
        Source = chain.Source,
        SourceAddress = chain.SourceAddress,
        SourceStatus = chain.SourceStatus,
        AsOf = chain.AsOf,
    };

    public ChainData ToData() => new(
        FormText.Clean(Slug) ?? "", FormText.Clean(Name)!, FormText.Clean(EnglishName), IsCore, FormText.Clean(Summary)!, FormText.Clean(EnglishSummary),
        FormText.Clean(Source)!, FormText.Clean(SourceAddress), SourceStatus!.Value, AsOf!.Trim());
}

public sealed class ChainFormValidator : AbstractValidator<ChainForm>
{
    public ChainFormValidator()
    {
        RuleFor(f => f.Slug).NotEmpty().WithMessage("请填写网址短名。").MaximumLength(Chain.SlugMaxLength).WithMessage("网址短名最多 {MaxLength} 个字符。")
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("网址短名只用小写字母、数字和连字符。").When(f => f.Version == 0);
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(Chain.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishName).MaximumLength(Chain.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("请填写简介。").MaximumLength(Chain.SummaryMaxLength).WithMessage("简介最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishSummary).MaximumLength(Chain.EnglishSummaryMaxLength).WithMessage("英文简介最多 {MaxLength} 个字符。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的资料不能保存。").MaximumLength(Figure.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
        RuleFor(f => f.SourceStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
        RuleFor(f => f.AsOf).NotEmpty().WithMessage("请填写时点。").Must(d => d is null || PartialDate.IsValid(d.Trim())).WithMessage("时点应写成 2026、2026-03 或 2026-03-18。");
    }
}

/// <summary>A node of a chain.</summary>
public sealed class NodeForm
{
    public int Version { get; set; }

    [Display(Name = "环节")]
    public string? NodeName { get; set; }

    [Display(Name = "英文名称")]
    public string? NodeEnglishName { get; set; }

    [Display(Name = "位置")]
    public ChainTier? Tier { get; set; }

    [Display(Name = "次序")]
    public int? Order { get; set; }

    [Display(Name = "来源")]
    public string? NodeSource { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? NodeStatus { get; set; }

    public static NodeForm Of(ChainNode node) => new()
    {
        Version = node.Version,
        NodeName = node.Name,
        NodeEnglishName = node.EnglishName,
        Tier = node.Tier,
        Order = node.SortOrder,
        NodeSource = node.Source,
        NodeStatus = node.SourceStatus,
    };

    public NodeData ToData() => new(Tier!.Value, FormText.Clean(NodeName)!, FormText.Clean(NodeEnglishName), Order ?? 0, FormText.Clean(NodeSource), NodeStatus!.Value);
}

public sealed class NodeFormValidator : AbstractValidator<NodeForm>
{
    public NodeFormValidator()
    {
        RuleFor(f => f.NodeName).NotEmpty().WithMessage("请填写环节，如拉链。").MaximumLength(ChainNode.NameMaxLength).WithMessage("环节最多 {MaxLength} 个字。");
        RuleFor(f => f.NodeEnglishName).MaximumLength(ChainNode.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Tier).NotNull().WithMessage("请选择位置。").IsInEnum().WithMessage("没有这个位置，请重新选择。");
        RuleFor(f => f.Order).InclusiveBetween(0, 999).WithMessage("次序是 0 至 999 的整数。");
        RuleFor(f => f.NodeSource).MaximumLength(Figure.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.NodeStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
    }
}

/// <summary>An enterprise to put into a node.</summary>
public sealed class MemberForm
{
    [Display(Name = "环节")]
    public int? NodeId { get; set; }

    [Display(Name = "企业")]
    public string? Enterprise { get; set; }
}

public sealed class MemberFormValidator : AbstractValidator<MemberForm>
{
    public MemberFormValidator()
    {
        RuleFor(f => f.NodeId).NotNull().WithMessage("请选择环节。");
        RuleFor(f => f.Enterprise).NotEmpty().WithMessage("请填写统一社会信用代码或企业全称。").MaximumLength(200).WithMessage("企业最多 {MaxLength} 个字。");
    }
}

/// <summary>A policy to put beside a chain.</summary>
public sealed class ChainPolicyForm
{
    [Display(Name = "政策")]
    public string? Policy { get; set; }
}

public sealed class ChainPolicyFormValidator : AbstractValidator<ChainPolicyForm>
{
    public ChainPolicyFormValidator() =>
        RuleFor(f => f.Policy).NotEmpty().WithMessage("请填写索引号、文号或标题。").MaximumLength(PolicyDocument.TitleMaxLength).WithMessage("政策最多 {MaxLength} 个字。");
}

/// <summary>An answer to a proposal.</summary>
public sealed class AnswerForm
{
    public int Version { get; set; }

    public bool Takes { get; set; }

    [Display(Name = "原因")]
    public string? Note { get; set; }
}

public sealed class AnswerFormValidator : AbstractValidator<AnswerForm>
{
    public AnswerFormValidator() => RuleFor(f => f.Note).MaximumLength(ChainMember.NoteMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>The list of chains and of their gaps.</summary>
public sealed record ChainListPage(IReadOnlyList<ChainRow> Chains, IReadOnlyList<ChainGap> Gaps);

/// <summary>A chain with its nodes.</summary>
/// <param name="Saved">Null while it is new.</param>
/// <param name="Relations">Who supplies whom, as far as both sides let the park see it.</param>
public sealed record ChainPage(Chain? Saved, ChainForm Form, NodeForm Node, MemberForm Member, IReadOnlyList<SeenRelation> Relations, Page<JournalLine>? History)
{
    /// <summary>Policies about it.</summary>
    public IReadOnlyList<ChainPolicyRow> Policies { get; init; } = [];

    public ChainPolicyForm Policy { get; init; } = new();

    /// <summary>Upstream first.</summary>
    public IReadOnlyList<ChainNode> Nodes { get; } = Saved is null ? [] : [.. Saved.Nodes.OrderBy(n => n.Tier).ThenBy(n => n.SortOrder).ThenBy(n => n.Id)];
}

/// <summary>A node to correct.</summary>
public sealed record NodePage(ChainNode Node, NodeForm Form);
