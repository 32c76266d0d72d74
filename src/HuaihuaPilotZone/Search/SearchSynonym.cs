using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Search;

/// <summary>Words that mean the same for the search, kept by staff.</summary>
public sealed class SearchSynonym : IVersioned
{
    public const int WordsMaxLength = 200;
    public const int WordMaxLength = 20;

    public int Id { get; init; }

    /// <summary>The words, joined by 、.</summary>
    public required string Words { get; set; }

    public int Version { get; set; }

    /// <summary>The words one by one.</summary>
    public IReadOnlyList<string> List => Words.Split('、');
}
