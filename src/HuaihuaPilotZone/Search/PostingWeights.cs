namespace HuaihuaPilotZone.Search;

/// <summary>How much each term says of an entry, for the engine of posting tables.</summary>
internal static class PostingWeights
{
    /// <summary>What a term in the title or number counts, as in the full-text engine.</summary>
    public const int InTitle = 8;

    /// <summary>A word said over and over says no more.</summary>
    private const int MostInText = 6;

    public static Dictionary<string, int> Of(IEnumerable<string> title, IEnumerable<string> text)
    {
        var weights = text.CountBy(t => t, StringComparer.Ordinal).ToDictionary(t => t.Key, t => Math.Min(t.Value, MostInText), StringComparer.Ordinal);
        foreach (var term in title.Distinct(StringComparer.Ordinal)) weights[term] = weights.GetValueOrDefault(term) + InTitle;
        return weights;
    }
}
