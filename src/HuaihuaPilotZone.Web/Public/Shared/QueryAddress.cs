using System.Globalization;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Http.Extensions;

namespace HuaihuaPilotZone.Web.Public.Shared;

/// <summary>Addresses of the present list with one thing changed; the page number always starts anew.</summary>
public static class QueryAddress
{
    private const string Page = "page";

    /// <summary>The same list without one chosen value.</summary>
    public static string Without(HttpRequest request, string name, string value) =>
        Address(request, request.Query.SelectMany(p => p.Value.Select(v => (p.Key, Value: v)))
            .Where(p => !(Is(p.Key, name) && string.Equals(p.Value, value, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The same list with one value in the place of all others of its name; null takes the name out.</summary>
    public static string With(HttpRequest request, string name, string? value)
    {
        var kept = request.Query.SelectMany(p => p.Value.Select(v => (p.Key, Value: v))).Where(p => !Is(p.Key, name));
        return Address(request, value is null ? kept : kept.Append((name, value)));
    }

    /// <summary>The same list with these values in the place of all others of their names.</summary>
    public static string With(HttpRequest request, IReadOnlyList<(string Name, string Value)> values) =>
        Address(request, request.Query.SelectMany(p => p.Value.Select(v => (p.Key, Value: v))).Where(p => !values.Any(v => Is(p.Key, v.Name)))
            .Concat(values.Select(v => (v.Name, (string?)v.Value))));

    /// <summary>The same list without these filters; null where none of them is set. What is kept is the view and the order.</summary>
    public static string? Cleared(HttpRequest request, IReadOnlyList<string> names) => request.Query.Any(p => IsOne(p.Key, names) && p.Value.Any(v => !string.IsNullOrWhiteSpace(v)))
        ? Address(request, request.Query.Where(p => !IsOne(p.Key, names)).SelectMany(p => p.Value.Select(v => (p.Key, Value: v))))
        : null;

    /// <summary>Another page of the list, in the reader's language; the first one has no number.</summary>
    /// <param name="parameter">Name of the page number in the query string.</param>
    public static string AtPage(HttpRequest request, string parameter, int number)
    {
        var query = new QueryBuilder(request.Query.Where(p => !Is(p.Key, parameter)));
        if (number > 1) query.Add(parameter, number.ToString(CultureInfo.InvariantCulture));
        return PageAddress.Here(request.PathBase + request.Path + query.ToQueryString());
    }

    private static bool IsOne(string key, IReadOnlyList<string> names) => names.Any(n => Is(key, n));

    private static string Address(HttpRequest request, IEnumerable<(string Key, string? Value)> pairs)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in pairs.Where(p => !Is(p.Key, Page) && !string.IsNullOrEmpty(p.Value))) query.Add(key, value!);
        return request.PathBase + request.Path + query.ToQueryString();
    }

    private static bool Is(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
