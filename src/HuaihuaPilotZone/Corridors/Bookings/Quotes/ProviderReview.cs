using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>What a customer says of a provider after an order was done: once, and not changed. The provider may answer once; the park may hide it with a reason.</summary>
public sealed class ProviderReview : IVersioned
{
    public const int CommentMaxLength = 300;
    public const int ReasonMaxLength = 200;
    public const int MostStars = 5;

    /// <summary>Fewer reviews than this are told one by one: an average of them would say what single customers said.</summary>
    public const int FewestForAverage = 3;

    public int Id { get; init; }

    public required int OrderId { get; init; }

    public TransportOrder? Order { get; init; }

    /// <summary>1 to <see cref="MostStars"/>.</summary>
    public required int Stars { get; init; }

    public string? Comment { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>What the provider says to it.</summary>
    public string? Answer { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Why the park does not let it be seen; null while it is.</summary>
    public string? HiddenWhy { get; set; }

    public int Version { get; set; }
}
