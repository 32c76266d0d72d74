using System.ComponentModel.DataAnnotations;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.News;

/// <summary>A news item as it is edited.</summary>
public sealed class NewsForm
{
    /// <summary>The version that the person had before them; 0 for a new item.</summary>
    public int Version { get; set; }

    [Display(Name = "标题")]
    public string? Title { get; set; }

    [Display(Name = "栏目")]
    public string? Column { get; set; }

    [Display(Name = "网址短名")]
    public string? Slug { get; set; }

    [Display(Name = "摘要")]
    public string? Summary { get; set; }

    [Display(Name = "正文")]
    public string? Body { get; set; }

    [Display(Name = "事件日期")]
    public string? EventDate { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    [Display(Name = "来源日期")]
    public string? SourceDate { get; set; }

    [Display(Name = "解读的文件")]
    public string? Interprets { get; set; }

    [Display(Name = "更正说明")]
    public string? Correction { get; set; }
}

public sealed class NewsFormValidator : AbstractValidator<NewsForm>
{
    public NewsFormValidator(IMapper mapper)
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写标题。").MaximumLength(NewsItem.TitleMaxLength).WithMessage("标题最多 {MaxLength} 个字，现有 {TotalLength} 个。");
        RuleFor(f => f.Column).NotEmpty().WithMessage("请选择栏目。");
        RuleFor(f => f.Summary).NotEmpty().WithMessage("请填写摘要，一两句话即可。").MaximumLength(NewsItem.SummaryMaxLength).WithMessage("摘要最多 {MaxLength} 个字，现有 {TotalLength} 个。");
        RuleFor(f => f.Body).NotEmpty().WithMessage("请填写正文。").MaximumLength(NewsItem.BodyMaxLength).WithMessage("正文最多 {MaxLength} 个字，现有 {TotalLength} 个。");
        RuleFor(f => f.Slug).MaximumLength(NewsItem.ChosenSlugMaxLength).WithMessage("网址短名最多 {MaxLength} 个字符。");
        RuleFor(f => f.Source).MaximumLength(NewsItem.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).MaximumLength(NewsItem.SourceAddressMaxLength).WithMessage("来源网址最多 {MaxLength} 个字符。");
        RuleFor(f => f.Interprets).MaximumLength(HuaihuaPilotZone.Content.Policies.PolicyDocument.TitleMaxLength).WithMessage("解读的文件最多 {MaxLength} 个字。");
        RuleFor(f => f.Correction).MaximumLength(EditedText.CorrectionMaxLength).WithMessage("更正说明最多 {MaxLength} 个字。");
        RuleFor(f => f).Custom((form, context) =>
        {
            foreach (var problem in NewsRules.Problems(mapper.Map<NewsDraft>(form))) context.AddFailure(problem.Field, problem.Message);
        });
    }
}

/// <summary>The editing page: the form and, for an existing item, what stands saved.</summary>
/// <param name="Columns">Those that it can stand in.</param>
/// <param name="SavedBody">The other person's text after a conflict; null without one.</param>
public sealed record NewsEditPage(NewsForm Form, NewsItem? Saved, IReadOnlyList<ColumnInfo> Columns, string? SavedBody = null);

internal sealed class NewsMapping : Profile
{
    public NewsMapping()
    {
        CreateMap<NewsItem, NewsForm>();
        CreateMap<NewsForm, NewsDraft>()
            .ForMember(d => d.Column, o => o.MapFrom(f => f.Column ?? ""))
            .ForMember(d => d.Title, o => o.MapFrom(f => FormText.Clean(f.Title) ?? ""))
            .ForMember(d => d.Summary, o => o.MapFrom(f => FormText.Clean(f.Summary) ?? ""))
            .ForMember(d => d.Body, o => o.MapFrom(f => FormText.Clean(f.Body) ?? ""))
            .ForMember(d => d.Slug, o => o.MapFrom(f => FormText.Clean(f.Slug)))
            .ForMember(d => d.EventDate, o => o.MapFrom(f => FormText.Clean(f.EventDate)))
            .ForMember(d => d.Source, o => o.MapFrom(f => FormText.Clean(f.Source)))
            .ForMember(d => d.SourceAddress, o => o.MapFrom(f => FormText.Clean(f.SourceAddress)))
            .ForMember(d => d.SourceDate, o => o.MapFrom(f => FormText.Clean(f.SourceDate)))
            .ForMember(d => d.Interprets, o => o.MapFrom(f => FormText.Clean(f.Interprets)))
            .ForMember(d => d.Correction, o => o.MapFrom(f => FormText.Clean(f.Correction)));
    }
}
