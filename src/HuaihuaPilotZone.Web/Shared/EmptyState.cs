namespace HuaihuaPilotZone.Web.Shared;

/// <summary>Why there is nothing to show.</summary>
public enum EmptyKind
{
    /// <summary>Nothing has been made yet.</summary>
    Nothing,

    /// <summary>Nothing fits what was asked for.</summary>
    NotFound,

    /// <summary>There is something, but not for this person.</summary>
    NotAllowed,

    /// <summary>Something broke.</summary>
    Failed,
}

/// <summary>A next step offered by an empty state.</summary>
/// <param name="Text">Verb first.</param>
/// <param name="Href">Local address.</param>
public sealed record EmptyAction(string Text, string Href);

/// <summary>What stands where content would: it says why it is empty and offers the next step. Drawn by _Empty.</summary>
/// <param name="Kind">Which of the four kinds.</param>
/// <param name="Title">Such as 还没有申报.</param>
/// <param name="Text">The next step in a sentence.</param>
/// <param name="Actions">The first is the main button.</param>
public sealed record EmptyState(EmptyKind Kind, string Title, string Text, params IReadOnlyList<EmptyAction> Actions)
{
    /// <summary>True where the empty state is the whole page: its title is then the page's h1.</summary>
    public bool IsPage { get; init; }
}
