using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.LetterCopies;

/// <summary>What the address of the list says.</summary>
public sealed record CopyQuery(string? Q, PublicationState? State, LetterKind? Kind, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || Kind is not null || !string.IsNullOrWhiteSpace(Q);

    public LetterCopyFilter ToFilter() => new(Q, State, Kind, SortChoice.Of(Sort, LetterCopySort.Replied), SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>Letters that may be published.</summary>
public sealed record CopyListPage(CopyQuery Query, Page<LetterCopyRow> Rows)
{
    /// <summary>How a copy stands, in the words of this list: one that nobody has begun is no draft.</summary>
    public static string Word(PublicationState state) => state == PublicationState.Draft ? "未公开" : state.Word();
}

/// <summary>The copy that is to be published.</summary>
public sealed class CopyForm
{
    public int Version { get; set; }

    [Display(Name = "公开标题")]
    public string? Title { get; set; }

    [Display(Name = "公开的来信")]
    public string? Body { get; set; }

    [Display(Name = "公开的答复")]
    public string? Reply { get; set; }

    public static CopyForm Of(LetterCopyDetail detail) => new() { Version = detail.Version, Title = detail.Copy.Title, Body = detail.Copy.Body, Reply = detail.Copy.Reply };

    public LetterCopy ToCopy() => new(FormText.Clean(Title)!, FormText.Clean(Body)!, FormText.Clean(Reply)!);
}

public sealed class CopyFormValidator : AbstractValidator<CopyForm>
{
    public CopyFormValidator()
    {
        RuleFor(f => f.Title).NotEmpty().WithMessage("请填写公开标题。").MaximumLength(Letter.TitleMaxLength).WithMessage($"公开标题最多 {Letter.TitleMaxLength} 个字。");
        RuleFor(f => f.Body).NotEmpty().WithMessage("请填写公开的来信。").MaximumLength(Letter.BodyMaxLength).WithMessage($"公开的来信最多 {Letter.BodyMaxLength} 个字。");
        RuleFor(f => f.Reply).NotEmpty().WithMessage("请填写公开的答复。").MaximumLength(Letter.ReplyMaxLength).WithMessage($"公开的答复最多 {Letter.ReplyMaxLength} 个字。");
    }
}

/// <summary>The editing page of a copy.</summary>
public sealed record CopyEditPage(LetterCopyDetail Detail, CopyForm Form);
