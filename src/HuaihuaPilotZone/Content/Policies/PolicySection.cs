namespace HuaihuaPilotZone.Content.Policies;

/// <summary>A part of the library that one can follow by itself: the documents of one theme, or those for one audience.</summary>
public sealed record PolicySection
{
    private const string For = "for-";

    private PolicySection(PolicyTopic? theme, PolicyAudience? audience) => (Theme, Audience) = (theme, audience);

    public static IReadOnlyList<PolicySection> All { get; } = [.. Enum.GetValues<PolicyTopic>().Select(Of), .. Enum.GetValues<PolicyAudience>().Select(Of)];

    public PolicyTopic? Theme { get; }

    public PolicyAudience? Audience { get; }

    /// <summary>Its name in addresses, such as logistics or for-sellers.</summary>
    public string Slug => (Audience is { } whom ? For + whom : $"{Theme}").ToLowerInvariant();

    public static PolicySection Of(PolicyTopic theme) => new(theme, null);

    public static PolicySection Of(PolicyAudience audience) => new(null, audience);

    /// <param name="slug">In any case.</param>
    public static PolicySection? Find(string slug) => All.FirstOrDefault(s => s.Slug.Equals(slug, StringComparison.OrdinalIgnoreCase));
}
