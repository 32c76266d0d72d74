using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Corridors.Notices;

/// <summary>What travellers of a node or a leg have to know for a time. It stands on the page of every corridor that uses it.</summary>
public sealed class NetworkNotice : IVersioned
{
    public const int TitleMaxLength = 60;
    public const int EnglishTitleMaxLength = 120;
    public const int TextMaxLength = 500;
    public const int EnglishTextMaxLength = 1000;
    public const int SourceMaxLength = 300;
    public const int SourceAddressMaxLength = 500;

    public int Id { get; init; }

    /// <summary>The node it is about; null where it is about a leg.</summary>
    public int? NodeId { get; set; }

    public Node? Node { get; init; }

    public int? LegId { get; set; }

    public Leg? Leg { get; init; }

    public required NoticeKind Kind { get; set; }

    public required string Title { get; set; }

    public string? EnglishTitle { get; set; }

    public required string Text { get; set; }

    public string? EnglishText { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; set; }

    /// <summary>UTC, the first moment in which it does not hold any more; null while no end is known.</summary>
    public DateTime? Until { get; set; }

    /// <summary>Who says it, where and when.</summary>
    public required string Source { get; set; }

    public string? SourceAddress { get; set; }

    /// <summary>Taken back: it was a mistake, and nobody sees it any more but staff.</summary>
    public bool IsWithdrawn { get; set; }

    public bool IsDemonstration { get; init; }

    public int Version { get; set; }
}

/// <summary>What a notice means for whoever comes by.</summary>
public enum NoticeKind
{
    /// <summary>提示.</summary>
    Hint,

    /// <summary>延误: it takes longer.</summary>
    Delay,

    /// <summary>关闭: nothing passes, and nothing is planned over it.</summary>
    Closed,
}

public static class NoticeWords
{
    public static string Word(this NoticeKind kind) => kind switch
    {
        NoticeKind.Hint => "提示",
        NoticeKind.Delay => "延误",
        NoticeKind.Closed => "关闭",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
