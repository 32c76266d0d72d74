using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Proposals;

/// <summary>The record as the enterprise would have it; only what it may speak about.</summary>
public sealed class ProposalForm
{
    /// <summary>The record's version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "中文名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "海关注册编码")]
    public string? CustomsCode { get; set; }

    [Display(Name = "企业类型")]
    public EnterpriseType? Type { get; set; }

    [Display(Name = "目标市场")]
    public List<TargetMarket> Markets { get; set; } = [];

    [Display(Name = "地址")]
    public string? Address { get; set; }

    [Display(Name = "网站")]
    public string? Website { get; set; }

    [Display(Name = "简介")]
    public string? Summary { get; set; }

    [Display(Name = "在公开名录中展示")]
    public bool IsPublic { get; set; }

    [Display(Name = "给园区的说明")]
    public string? Note { get; set; }

    public EnterpriseData ToData() => new()
    {
        Name = Name!,
        EnglishName = EnglishName,
        CustomsCode = CustomsCode,
        Type = Type!.Value,
        Markets = Markets,
        Address = Address,
        Website = Website,
        Summary = Texts.Tidy(Summary)?.ReplaceLineEndings("\n"),
        IsPublic = IsPublic,
    };
}

public sealed class ProposalFormValidator : AbstractValidator<ProposalForm>
{
    public ProposalFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写中文名称，与营业执照一致。").MaximumLength(Enterprise.NameMaxLength).WithMessage($"中文名称最多 {Enterprise.NameMaxLength} 个字。");
        RuleFor(f => f.EnglishName).IsEnglishName();
        RuleFor(f => f.CustomsCode).IsCustomsCode();
        RuleFor(f => f.Type).NotNull().WithMessage("请选择企业类型。").IsInEnum().WithMessage("没有这个企业类型，请重新选择。");
        RuleFor(f => f.Address).MaximumLength(Enterprise.AddressMaxLength).WithMessage($"地址最多 {Enterprise.AddressMaxLength} 个字。");
        RuleFor(f => f.Website).IsWebsite();
        RuleFor(f => f.Summary).MaximumLength(Enterprise.SummaryMaxLength).WithMessage($"简介最多 {Enterprise.SummaryMaxLength} 个字。");
        RuleFor(f => f.Note).MaximumLength(RecordProposal.NoteMaxLength).WithMessage($"说明最多 {RecordProposal.NoteMaxLength} 个字。");
    }
}

/// <summary>Proposals of the enterprise.</summary>
public sealed record OwnProposalsPage(Page<ProposalRow> Rows, bool MayPropose);

/// <summary>One of them.</summary>
public sealed record OwnProposalPage(RecordProposal Proposal, bool MayWithdraw);
