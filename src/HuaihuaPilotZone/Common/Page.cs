namespace HuaihuaPilotZone.Common;

/// <summary>Which part of a list is wanted. Numbers out of range are brought into range, since they come from the address bar.</summary>
public sealed record PageRequest
{
    public const int DefaultSize = 20;
    public const int MaxSize = 100;

    public PageRequest(int? number = null, int? size = null)
    {
        Number = Math.Clamp(number ?? 1, 1, 1_000_000);
        Size = Math.Clamp(size ?? DefaultSize, 1, MaxSize);
    }

    /// <summary>1-based.</summary>
    public int Number { get; }

    public int Size { get; }

    public int Skip => (Number - 1) * Size;
}

/// <summary>A part of a list that an address asks for by its number.</summary>
public interface INumberedPart
{
    /// <summary>1-based. More than <see cref="Last"/> where there is no such part, unless it was brought into range.</summary>
    int Number { get; }

    /// <summary>The last one that can be asked for; 1 of an empty list.</summary>
    int Last { get; }

    /// <summary>Whether a number behind the last one was answered with the last one.</summary>
    bool IsBroughtIntoRange { get; }
}

/// <summary>What the pager of a list shows, whatever the rows are.</summary>
public interface IPage : INumberedPart
{
    int Size { get; }

    int Total { get; }

    /// <summary>Whether there are more rows than <see cref="Total"/> says, which is as far as they were counted.</summary>
    bool IsCut { get; }
}

/// <summary>One page of a list and how many rows there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Number, int Size, int Total) : IPage
{
    /// <inheritdoc/>
    public bool IsCut { get; init; }

    /// <inheritdoc/>
    public int Last => Math.Max(1, ((Total - 1) / Size) + 1);

    /// <inheritdoc/>
    public bool IsBroughtIntoRange => IsCut;

    /// <summary>The same page with each row made into another.</summary>
    public Page<TShown> Select<TShown>(Func<T, TShown> show) => With([.. Rows.Select(show)]);

    /// <summary>The same page with other rows in the place of its own.</summary>
    public Page<TShown> With<TShown>(IReadOnlyList<TShown> rows) => new(rows, Number, Size, Total)
    {
        IsCut = IsCut,
    };
}
