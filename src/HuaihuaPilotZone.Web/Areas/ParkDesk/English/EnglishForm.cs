using System.ComponentModel.DataAnnotations;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
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
public sealed record EnglishPage(EnglishForm Form, EnglishWork Work, string Address, string Home, RenderedText Chinese)
{
    public static EnglishPage Of(EnglishWork work, TranslatedKind kind, int id, EnglishForm form) =>
        new(form, work, AddressOf(kind, id), AddressOf(kind, id)[..^"/english".Length], MarkdownText.Render(work.Chinese.Body));

    /// <summary>Where the version of a text is edited.</summary>
    public static string AddressOf(TranslatedKind kind, int id) => FormattableString.Invariant($"/park/{(kind == TranslatedKind.News ? "news" : "policies")}/{id}/english");
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record EnglishQuery(string? Q, string? Kind, string? State, string? Sort, string? Dir, int? Page)
{
    public TranslatedKind? KindValue => Enum.TryParse<TranslatedKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public PublicationState? StateValue => Enum.TryParse<PublicationState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public EnglishFilter ToFilter() => new(Q, KindValue, StateValue, SortChoice.Of(Sort, EnglishSort.Updated), SortChoice.IsDescending(Dir, usual: Sort is null));
}

/// <summary>The list of English versions.</summary>
public sealed record EnglishListPage(EnglishQuery Query, Page<EnglishRow> Rows);

public static class EnglishLooks
{
    /// <summary>How far a version has come that is not published yet.</summary>
    public static string Word(this EnglishRow row) =>
        row.PublishAt is not null ? "定时发布" : row.Step != EditorialStep.Writing ? row.Step.Word() : row.HasChanges ? "有修改待发布" : row.State == PublicationState.Published ? "" : row.Step.Word();
}

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
