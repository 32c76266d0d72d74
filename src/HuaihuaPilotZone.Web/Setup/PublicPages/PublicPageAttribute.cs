using HuaihuaPilotZone.PublicPages;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>
/// A page that is the same for everybody who is not signed in: its answer to a plain GET is kept and served without asking again
/// until something about its topics changes. Nothing personal may stand on it.
/// </summary>
/// <param name="topics">Everything that the page shows and that can change.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute(params PublicTopic[] topics) : Attribute
{
    public PublicTopic[] Topics { get; } = topics;
}
