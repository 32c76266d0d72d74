namespace HuaihuaPilotZone.Content.Links;

/// <summary>Which local addresses lead to a page or file at all. Who serves the pages knows and says so.</summary>
/// <param name="isThere">Whether there is a page at a path such as /news/x, whatever record it shows.</param>
public sealed class SiteRoutes(Func<string, bool> isThere)
{
    public bool Has(string path) => isThere(path);
}
