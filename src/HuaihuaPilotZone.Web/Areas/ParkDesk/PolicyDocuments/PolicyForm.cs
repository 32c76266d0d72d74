using System.ComponentModel.DataAnnotations;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.PolicyDocuments;

/// <summary>A policy document as it is edited. Index number, publication time and validity are not in it.</summary>
public sealed class PolicyForm
{
    /// <summary>The version that the person had before them; 0 for a new document.</summary>
    public int Version { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    /// <summary>One full name per line, the leading body first.</summary>
    [Display(Name = "发文机关")]
    public string? Issuers { get; set; }

    [Display(Name = "名录里没有的，加入机关名录")]
    public bool AddsNewIssuers { get; set; }

    [Display(Name = "其他机关的文件")]
    public bool IsExternal { get; set; }

    [Display(Name = "文号")]
    public string? Number { get; set; }

    [Display(Name = "统一登记号")]
    public string? RegistrationNumber { get; set; }

    [Display(Name = "主题分类")]
    public PolicyTopic? Topic { get; set; }

    [Display(Name = "公开属性")]
    public Openness? Openness { get; set; }

    [Display(Name = "体裁分类")]
    public PolicyGenre? Genre { get; set; }

    [Display(Name = "服务对象")]
    public PolicyAudience? Audience { get; set; }

    [Display(Name = "主题词")]
    public string? Keywords { get; set; }

    [Display(Name = "公开属性的依据")]
    public string? OpennessBasis { get; set; }

    /// <summary>One relation a line.</summary>
    [Display(Name = "与其他文件的关系")]
    public string? RelationsText { get; set; }

    [Display(Name = "谁")]
    public string? CardWho { get; set; }

    [Display(Name = "什么条件")]
    public string? CardConditions { get; set; }

    [Display(Name = "给什么")]
    public string? CardBenefit { get; set; }

    [Display(Name = "何时止")]
    public string? CardUntil { get; set; }

    [Display(Name = "怎么办")]
    public string? CardHow { get; set; }

    [Display(Name = "成文日期")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "发布日期")]
    public DateOnly? ReleasedOn { get; set; }

    [Display(Name = "施行日期")]
    public DateOnly? EffectiveOn { get; set; }

    [Display(Name = "有效期至（失效日期）")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "废止日期")]
    public DateOnly? RepealedOn { get; set; }

    [Display(Name = "废止文件")]
    public string? RepealedByText { get; set; }

    [Display(Name = "内容概述")]
    public string? Summary { get; set; }

    [Display(Name = "正文")]
    public string? Body { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "查阅日期")]
    public DateOnly? RetrievedOn { get; set; }

    [Display(Name = "更正说明")]
    public string? Correction { get; set; }
}

public sealed class PolicyFormValidator : AbstractValidator<PolicyForm>
{
    public PolicyFormValidator(IMapper mapper)
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写标题全称。").MaximumLength(PolicyDocument.TitleMaxLength).WithMessage("标题最多 {MaxLength} 个字，现有 {TotalLength} 个。");
        RuleFor(f => f.Issuers).NotEmpty().WithMessage("请填写发文机关全称，每行一个。");
        RuleFor(f => f.Number).MaximumLength(PolicyDocument.NumberMaxLength).WithMessage("文号最多 {MaxLength} 个字。");
        RuleFor(f => f.Topic).NotNull().WithMessage("请选择主题分类。");
        RuleFor(f => f.Openness).NotNull().WithMessage("请选择公开属性。");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("请填写内容概述。").MaximumLength(PolicyDocument.SummaryMaxLength).WithMessage("内容概述最多 {MaxLength} 个字，现有 {TotalLength} 个。");
        RuleFor(f => f.Body).MaximumLength(PolicyDocument.BodyMaxLength).WithMessage("正文最多 {MaxLength} 个字，现有 {TotalLength} 个。");
        RuleFor(f => f.Source).MaximumLength(PolicyDocument.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.RepealedByText).MaximumLength(PolicyDocument.RepealedByTextMaxLength).WithMessage("废止文件最多 {MaxLength} 个字。");
        RuleFor(f => f.Keywords).MaximumLength(PolicyDocument.KeywordsMaxLength).WithMessage("主题词最多 {MaxLength} 个字。");
        RuleFor(f => f.OpennessBasis).MaximumLength(PolicyDocument.BasisMaxLength).WithMessage("依据最多 {MaxLength} 个字。");
        RuleFor(f => f.RelationsText).MaximumLength(PolicyDocument.RelationsMaxLength).WithMessage("关系最多 {MaxLength} 个字。");
        RuleFor(f => f.CardWho).MaximumLength(PolicyDocument.CardMaxLength).WithMessage("卡片每项最多 {MaxLength} 个字。");
        RuleFor(f => f.CardConditions).MaximumLength(PolicyDocument.CardMaxLength).WithMessage("卡片每项最多 {MaxLength} 个字。");
        RuleFor(f => f.CardBenefit).MaximumLength(PolicyDocument.CardMaxLength).WithMessage("卡片每项最多 {MaxLength} 个字。");
        RuleFor(f => f.CardUntil).MaximumLength(PolicyDocument.CardMaxLength).WithMessage("卡片每项最多 {MaxLength} 个字。");
        RuleFor(f => f.CardHow).MaximumLength(PolicyDocument.CardMaxLength).WithMessage("卡片每项最多 {MaxLength} 个字。");
        RuleFor(f => f.Correction).MaximumLength(EditedText.CorrectionMaxLength).WithMessage("更正说明最多 {MaxLength} 个字。");
        RuleFor(f => f).Custom((form, context) =>
        {
            foreach (var problem in PolicyRules.Problems(mapper.Map<PolicyDraft>(form))) context.AddFailure(problem.Field, problem.Message);
        });
    }
}

/// <summary>The editing page: the form, the known issuing bodies and, for an existing document, what stands saved.</summary>
/// <param name="Keywords">The list of 主题词.</param>
/// <param name="Validity">Today; null for a new document.</param>
/// <param name="SavedBody">The other person's text after a conflict; null without one.</param>
public sealed record PolicyEditPage(PolicyForm Form, IReadOnlyList<string> Bodies, IReadOnlyList<string> Keywords, PolicyDocument? Saved, Validity? Validity, string? SavedBody = null);

internal sealed class PolicyMapping : Profile
{
    public PolicyMapping()
    {
        CreateMap<PolicyDocument, PolicyForm>()
            .ForMember(f => f.Issuers, o => o.MapFrom(d => string.Join('\n', d.Issuers.OrderBy(i => i.Position).Select(i => i.Body!.Name))))
            // our own documents get their day of release from the system
            .ForMember(f => f.ReleasedOn, o => o.MapFrom(d => d.IsExternal ? d.ReleasedOn : null))
            .ForMember(f => f.AddsNewIssuers, o => o.Ignore());
        CreateMap<PolicyForm, PolicyDraft>()
            .ForMember(d => d.Title, o => o.MapFrom(f => FormText.Clean(f.Title) ?? ""))
            .ForMember(d => d.Summary, o => o.MapFrom(f => FormText.Clean(f.Summary) ?? ""))
            .ForMember(d => d.Body, o => o.MapFrom(f => FormText.Clean(f.Body) ?? ""))
            .ForMember(d => d.Number, o => o.MapFrom(f => FormText.Clean(f.Number)))
            .ForMember(d => d.RegistrationNumber, o => o.MapFrom(f => FormText.Clean(f.RegistrationNumber)))
            .ForMember(d => d.RepealedByText, o => o.MapFrom(f => FormText.Clean(f.RepealedByText)))
            .ForMember(d => d.Source, o => o.MapFrom(f => FormText.Clean(f.Source)))
            .ForMember(d => d.Keywords, o => o.MapFrom(f => FormText.Clean(f.Keywords)))
            .ForMember(d => d.OpennessBasis, o => o.MapFrom(f => FormText.Clean(f.OpennessBasis)))
            .ForMember(d => d.RelationsText, o => o.MapFrom(f => FormText.Clean(f.RelationsText)))
            .ForMember(d => d.CardWho, o => o.MapFrom(f => FormText.Clean(f.CardWho)))
            .ForMember(d => d.CardConditions, o => o.MapFrom(f => FormText.Clean(f.CardConditions)))
            .ForMember(d => d.CardBenefit, o => o.MapFrom(f => FormText.Clean(f.CardBenefit)))
            .ForMember(d => d.CardUntil, o => o.MapFrom(f => FormText.Clean(f.CardUntil)))
            .ForMember(d => d.CardHow, o => o.MapFrom(f => FormText.Clean(f.CardHow)))
            .ForMember(d => d.Correction, o => o.MapFrom(f => FormText.Clean(f.Correction)))
            .ForMember(d => d.Issuers, o => o.MapFrom(f => Lines(f.Issuers)));
    }

    private static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
