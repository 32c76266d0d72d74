using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>What the page of one record shows, read once. Many requests show it at the same time, so nothing may change what it shows.</summary>
public sealed record KeptModel(object Model)
{
    /// <summary>Room for everything but long texts, generously.</summary>
    private const int Base = 16 * 1024;

    /// <summary>What the page shows.</summary>
    public required PublicTopic[] Topics { get; init; }

    /// <summary>How many changes of these were known before it was read.</summary>
    public required long Count { get; init; }

    /// <summary>What depends on the day is wrong afterwards, UTC.</summary>
    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>What search engines are told of the page, once it was drawn: it depends on nothing else.</summary>
    public string? Description { get; set; }

    /// <summary>Bytes in memory, about.</summary>
    public int Size => Base + (sizeof(char) * ((Model as LongPage)?.Characters ?? 0));
}

/// <summary>The model of a page around texts that may be long.</summary>
public abstract record LongPage
{
    /// <summary>Characters of these texts, in every form that the model holds.</summary>
    public abstract int Characters { get; }

    /// <summary>Of one text: as the public sees it, and what waits beside it.</summary>
    protected static int CharactersOf(EditedText? text, string? body) => (body?.Length ?? 0) + (text?.Pending?.Length ?? 0);
}
