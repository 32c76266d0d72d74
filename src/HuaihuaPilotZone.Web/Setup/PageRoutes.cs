using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing.Template;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The addresses at which this portal has something to read: public pages, the enterprises' desk, and files of the site. The park's desk is not for links.</summary>
internal sealed class PageRoutes(IServiceProvider services)
{
    private Known? _known;

    public bool Has(string path)
    {
        var plain = path.Length > 1 ? path.TrimEnd('/') : path;
        var routes = Current();
        return routes.Fixed.Contains(plain) || routes.WithParts.Exists(m => m.TryMatch(new PathString(plain), []));
    }

    // while the portal starts the table of addresses still grows; whoever asked too early must not fix what all others are told
    private Known Current()
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
        var known = _known;
        return known is not null && ReferenceEquals(known.Source, endpoints) ? known : _known = Read(endpoints);
    }

    private static Known Read(IReadOnlyList<Endpoint> endpoints)
    {
        var (known, withParts) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<TemplateMatcher>());
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>().Where(IsForReaders))
        {
            var text = endpoint.RoutePattern.RawText!;
            if (endpoint.RoutePattern.Parameters.Count == 0) known.Add(text.StartsWith('/') ? text : "/" + text);
            else withParts.Add(new TemplateMatcher(TemplateParser.Parse(text.TrimStart('/')), []));
        }

        return new Known(endpoints, known, withParts);
    }

    private static bool IsForReaders(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is not null
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) != false
        && !endpoint.RoutePattern.Parameters.Any(p => p.IsCatchAll)
        && !(endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action && action.RouteValues.TryGetValue("area", out var area) && area == Policies.ParkDesk);

    private sealed record Known(IReadOnlyList<Endpoint> Source, HashSet<string> Fixed, List<TemplateMatcher> WithParts);
}
