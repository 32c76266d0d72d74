using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>A picture or attachment for the texts of the site. Everybody may have it while a text that everybody may read shows it; before and after, the staff alone.</summary>
public sealed class MediaFile
{
    public const int KeyMaxLength = 60;
    public const int DescriptionMaxLength = 200;

    public int Id { get; init; }

    /// <summary>Its address after /media/: nobody can guess it, and of a picture it says the size (see <see cref="MediaAddress"/>).</summary>
    public required string Key { get; init; }

    public int FileId { get; init; }

    public required StoredFile File { get; init; }

    /// <summary>What is to be seen, for those who cannot see it; for an attachment, the words of its link.</summary>
    public required string Description { get; init; }

    /// <summary>Pixels; 0 for an attachment.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels; 0 for an attachment.</summary>
    public required int Height { get; init; }

    /// <summary>Whether its smaller copies were made, or it needs none.</summary>
    public bool AreVariantsMade { get; set; }

    /// <summary>Smaller copies of a picture.</summary>
    public List<MediaVariant> Variants { get; init; } = [];

    /// <summary>Texts that show it. What is written but not yet to be seen by the public is not among them.</summary>
    public List<MediaUse> Uses { get; init; } = [];

    public bool IsPicture => Width > 0;
}

/// <summary>A text shows a picture or an attachment; kept by <see cref="MediaUseKeeper"/>.</summary>
public sealed class MediaUse
{
    public int Id { get; init; }

    public required int MediaFileId { get; init; }

    public int? NewsItemId { get; init; }

    public NewsItem? NewsItem { get; init; }

    public int? PolicyDocumentId { get; init; }

    public PolicyDocument? PolicyDocument { get; init; }

    public int? EnglishVersionId { get; init; }

    public EnglishVersion? EnglishVersion { get; init; }
}
