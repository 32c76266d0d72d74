using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises.Showcase;

/// <summary>Something that an enterprise wants to show on its public page: a product, a brand or a certificate. The park looks at it first.</summary>
public sealed class ShowcaseItem : IVersioned
{
    public const int NameMaxLength = 100;
    public const int EnglishNameMaxLength = 200;
    public const int TextMaxLength = 300;
    public const int NumberMaxLength = 60;
    public const int ReasonMaxLength = 300;

    public int Id { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required ShowcaseKind Kind { get; set; }

    public required string Name { get; set; }

    public string? EnglishName { get; set; }

    public string? Text { get; set; }

    /// <summary>Of a trademark or a certificate.</summary>
    public string? Number { get; set; }

    /// <summary>The last day on which a certificate is valid; from the next one on it is not shown.</summary>
    public DateOnly? ValidTo { get; set; }

    public required ShowcaseState State { get; set; }

    /// <summary>Why the park did not take it.</summary>
    public string? Reason { get; set; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC; when somebody last changed it or decided.</summary>
    public required DateTime MovedAt { get; set; }

    public int Version { get; set; }
}

public enum ShowcaseKind
{
    /// <summary>产品.</summary>
    Product,

    /// <summary>品牌.</summary>
    Brand,

    /// <summary>证书.</summary>
    Certificate,
}

/// <summary>Whether the public sees it.</summary>
public enum ShowcaseState
{
    /// <summary>待园区核对.</summary>
    Waiting,

    /// <summary>已公开.</summary>
    Public,

    /// <summary>未通过.</summary>
    Refused,
}

public static class ShowcaseWords
{
    public static string Word(this ShowcaseKind kind) => kind switch
    {
        ShowcaseKind.Product => "产品",
        ShowcaseKind.Brand => "品牌",
        ShowcaseKind.Certificate => "证书",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Word(this ShowcaseState state) => state switch
    {
        ShowcaseState.Waiting => "待园区核对",
        ShowcaseState.Public => "已公开",
        ShowcaseState.Refused => "未通过",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
