namespace HuaihuaPilotZone.Content;

/// <summary>Whether the public sees a text.</summary>
public enum PublicationState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public static class PublicationStateWords
{
    public static string Word(this PublicationState state) => state switch
    {
        PublicationState.Draft => "草稿",
        PublicationState.Published => "已发布",
        PublicationState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
