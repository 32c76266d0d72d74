using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>An action with an address, as the portal's routes have it.</summary>
internal sealed class DeskPage(RouteEndpoint endpoint)
{
    private readonly ControllerActionDescriptor _action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()!;

    private readonly IReadOnlyList<string> _methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>Area; null outside the desks.</summary>
    public string? Desk => _action.RouteValues.TryGetValue("area", out var area) ? area : null;

    public IReadOnlyList<string> Locks { get; } = [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? $"roles {a.Roles}").Distinct(StringComparer.Ordinal)];

    public bool IsOpen => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Whether it answers GET; an action without a named method answers all.</summary>
    public bool Reads => _methods.Count == 0 || _methods.Contains("GET");

    public bool Changes => _methods.Count == 0 || _methods.Any(m => m is not ("GET" or "HEAD"));

    public bool TakesPosts => ChangingMethod == "POST";

    /// <summary>A method by which it is changed.</summary>
    public string ChangingMethod => _methods.FirstOrDefault(m => m is not ("GET" or "HEAD")) ?? "POST";

    /// <summary>Shows a status by its number, so its answer is one.</summary>
    public bool IsErrorPage => _action.ControllerName == "Errors";

    /// <summary>Asks for a key, whoever is signed in.</summary>
    public bool IsForPrograms => Locks.Any(l => l.StartsWith("Api", StringComparison.Ordinal));

    public RoutePattern Pattern => endpoint.RoutePattern;

    public bool TakesADeclaration(string parameter) => _action.Parameters.Any(p => p.Name == parameter && p.ParameterType == typeof(DeclarationNumber));

    public override string ToString() => $"{string.Join('/', _methods)} {Pattern.RawText}";
}

/// <summary>Addresses that a page could really have, with numbers and keys from the database.</summary>
internal sealed class Places(Portal portal)
{
    private const string OwnEnterprise = "91431299MA0000015J";

    private readonly Dictionary<bool, IReadOnlyList<string>> _declarations = [];

    /// <summary>One address per record that the page may be asked for; at least one.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(DeskPage page)
    {
        IReadOnlyList<string> addresses = [""];
        foreach (var segment in page.Pattern.PathSegments)
        {
            addresses = [.. addresses.Select(a => a + '/')];
            foreach (var part in segment.Parts) addresses = Combine(addresses, await ValuesAsync(page, part));
        }
        return addresses is [""] ? ["/"] : addresses;
    }

    private static IReadOnlyList<string> Combine(IReadOnlyList<string> addresses, IReadOnlyList<string> values) =>
        [.. addresses.SelectMany(a => values.Select(v => new StringBuilder(a).Append(v).ToString()))];

    private async Task<IReadOnlyList<string>> ValuesAsync(DeskPage page, RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => [literal.Content],
        RoutePatternSeparatorPart separator => [separator.Content],
        RoutePatternParameterPart parameter when page.TakesADeclaration(parameter.Name) => await DeclarationsAsync(page.Desk == "EnterpriseDesk"),
        RoutePatternParameterPart { Name: "kind" } => ["news", "policies"],
        RoutePatternParameterPart { Name: "message" } => ["list", "order", "nothing"],
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(p => p.Content == "int") => ["1", "2", int.MaxValue.ToString(CultureInfo.InvariantCulture)],
        _ => ["RZ-20261122-0001", "nothing"],
    };

    private async Task<IReadOnlyList<string>> DeclarationsAsync(bool ownOnly)
    {
        if (_declarations.TryGetValue(ownOnly, out var known)) return known;
        var numbers = await portal.WithDatabaseAsync(db => db.Declarations.AsNoTracking()
            .Where(d => !ownOnly || d.Enterprise!.CreditCode == OwnEnterprise).OrderBy(d => d.Id).Take(8).Select(d => d.Number).ToListAsync());
        return _declarations[ownOnly] = [.. numbers.Select(n => n.ToString()), "HH-20200101-000001"];
    }
}
