using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Media;

/// <summary>A picture or attachment on its way in.</summary>
public sealed class MediaForm
{
    [Display(Name = "文件")]
    public IFormFile? File { get; set; }

    [Display(Name = "替代文字")]
    public string? Description { get; set; }

    /// <summary>Somebody has looked at the names that the document carries.</summary>
    [Display(Name = "已核对文件里的姓名和标题，照样公开")]
    public bool AcceptsTraces { get; set; }
}

public sealed class MediaFormValidator : AbstractValidator<MediaForm>
{
    public MediaFormValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("请选择文件。");
        RuleFor(f => f.Description).NotEmpty().WithMessage("请写替代文字：图片里有什么，或附件是什么。")
            .MaximumLength(MediaFile.DescriptionMaxLength).WithMessage("替代文字最多 {MaxLength} 个字。");
    }
}

/// <summary>What the address of the list says.</summary>
/// <param name="Kind">picture or attachment; anything else for both.</param>
/// <param name="Use">used or unused; anything else for both.</param>
public sealed record MediaQuery(string? Q, string? Kind, string? Use, string? Sort, string? Dir, int? Page)
{
    public bool? IsUsed => Use switch
    {
        "used" => true,
        "unused" => false,
        _ => null,
    };

    public MediaFilter ToFilter() => new(Q, IsPicture, IsUsed, SortChoice.Of(Sort, MediaSort.Added), SortChoice.IsDescending(Dir, usual: Sort is null));

    public bool? IsPicture => Kind switch
    {
        "picture" => true,
        "attachment" => false,
        _ => null,
    };
}

/// <summary>The list of pictures and attachments.</summary>
public sealed record MediaListPage(MediaQuery Query, Page<MediaRow> Rows);

/// <summary>One picture or attachment, who needs it, and the form that takes another file in its place.</summary>
public sealed record MediaPage(MediaFile Media, IReadOnlyList<MediaUser> Users, MediaForm Form);

/// <summary>How a file is put into a text.</summary>
public static class MediaMarkdown
{
    /// <summary>Characters that would end the description in Markdown stand behind a backslash.</summary>
    public static string Of(MediaFile media)
    {
        var words = media.Description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        return $"{(media.IsPicture ? "!" : "")}[{words}]({MediaAddress.Root}{media.Key})";
    }
}
