using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing.Template;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The addresses at which this portal has something to read: public pages, the enterprises' desk, and files of the site. The park's desk is not for links.</summary>
internal sealed class PageRoutes(IServiceProvider services)
{
    // the routes are known once the portal has started
    private readonly Lazy<Routes> _routes = new(() => Read(services.GetRequiredService<EndpointDataSource>()));

    public bool Has(string path)
    {
        var plain = path.Length > 1 ? path.TrimEnd('/') : path;
        return _routes.Value.Fixed.Contains(plain) || _routes.Value.WithParts.Exists(m => m.TryMatch(new PathString(plain), []));
    }

    private static Routes Read(EndpointDataSource source)
    {
        var (known, withParts) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<TemplateMatcher>());
        foreach (var endpoint in source.Endpoints.OfType<RouteEndpoint>().Where(IsForReaders))
        {
            var text = endpoint.RoutePattern.RawText!;
            if (endpoint.RoutePattern.Parameters.Count == 0) known.Add(text.StartsWith('/') ? text : "/" + text);
            else withParts.Add(new TemplateMatcher(TemplateParser.Parse(text.TrimStart('/')), []));
        }

        return new Routes(known, withParts);
    }

    private static bool IsForReaders(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is not null
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) != false
        && !endpoint.RoutePattern.Parameters.Any(p => p.IsCatchAll)
        && !(endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action && action.RouteValues.TryGetValue("area", out var area) && area == Policies.ParkDesk);

    private sealed record Routes(HashSet<string> Fixed, List<TemplateMatcher> WithParts);
}
