using System.ComponentModel.DataAnnotations;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.English;

/// <summary>An English version as it is edited.</summary>
public sealed class EnglishForm
{
    /// <summary>The version that the person had before them; 0 for a new one.</summary>
    public int Version { get; set; }

    [Display(Name = "英文标题")]
    public string? Title { get; set; }

    [Display(Name = "英文摘要")]
    public string? Summary { get; set; }

    [Display(Name = "英文正文")]
    public string? Body { get; set; }
}

public sealed class EnglishFormValidator : AbstractValidator<EnglishForm>
{
    public EnglishFormValidator(IMapper mapper) => RuleFor(f => f).Custom((form, context) =>
    {
        foreach (var problem in EnglishRules.Problems(mapper.Map<EnglishDraft>(form))) context.AddFailure(problem.Field, problem.Message);
    });
}

/// <summary>The Chinese text beside its English version.</summary>
/// <param name="Address">Where the version is edited.</param>
/// <param name="Home">Where the Chinese text is edited.</param>
/// <param name="Chinese">The Chinese text, ready to be shown.</param>
public sealed record EnglishPage(EnglishForm Form, EnglishWork Work, string Address, string Home, RenderedText Chinese);

internal sealed class EnglishMapping : Profile
{
    public EnglishMapping()
    {
        CreateMap<EnglishVersion, EnglishForm>();
        CreateMap<EnglishForm, EnglishDraft>()
            .ForCtorParam(nameof(EnglishDraft.Title), o => o.MapFrom(f => FormText.Clean(f.Title) ?? ""))
            .ForCtorParam(nameof(EnglishDraft.Summary), o => o.MapFrom(f => FormText.Clean(f.Summary) ?? ""))
            .ForCtorParam(nameof(EnglishDraft.Body), o => o.MapFrom(f => FormText.Clean(f.Body) ?? ""));
    }
}
