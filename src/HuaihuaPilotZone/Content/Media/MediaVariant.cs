using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Content.Media;

/// <summary>A smaller copy of a picture, for screens that need no larger one; it stands at the picture's address with ?w=.</summary>
public sealed class MediaVariant
{
    /// <summary>Pixels across; a picture has those that are narrower than itself.</summary>
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1600];

    public int Id { get; init; }

    public int MediaFileId { get; init; }

    /// <summary>One of <see cref="Widths"/>.</summary>
    public required int Width { get; init; }

    public int FileId { get; init; }

    public required StoredFile File { get; init; }

    /// <summary>Those that a picture of this width can have.</summary>
    public static IEnumerable<int> For(int width) => Widths.Where(w => w < width);
}
