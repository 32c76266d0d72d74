using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Public.Shared;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// An address of a list that names a page behind the last one leads to the last one: the list may have become shorter since the address was kept, and
/// search engines must not find pages without end. Files and the interface are no pages and end with an empty one.
/// </summary>
public sealed class LeadToLastPage : IResultFilter
{
    /// <summary>How deep in what a page shows a list may lie.</summary>
    private const int Deepest = 3;

    private static readonly string[] _parameters = ["page", HistoryPages.Parameter, TurnsPanel.Parameter];
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo[]>> _ways = new();

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.QueryString.HasValue || !HeadRequests.Reads(request)) return;
        if (context.Result is not ViewResult { Model: { } model }) return;
        foreach (var parameter in _parameters)
        {
            if (!int.TryParse(request.Query[parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (Meant(model, new PageRequest(number).Number) is not { } last) continue;
            context.Result = new LocalRedirectResult(QueryAddress.AtPage(request, parameter, last));
            return;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <returns>The page that is meant by a number; null where there is a page of this number, or no list has pages at all.</returns>
    private static int? Meant(object model, int number)
    {
        if (number == 1) return null;
        var parts = PartsOf(model);
        if (parts.Exists(p => p.Number == number && number <= p.Last)) return null;
        return parts.Find(p => p.Number == number || (p.IsBroughtIntoRange && p.Last < number))?.Last;
    }

    private static List<INumberedPart> PartsOf(object model) => model is INumberedPart itself
        ? [itself]
        : [.. _ways.GetOrAdd(model.GetType(), t => [.. WaysIn(t, [])]).Select(way => Along(model, way)).OfType<INumberedPart>()];

    private static object? Along(object model, PropertyInfo[] way)
    {
        object? at = model;
        foreach (var step in way) at = at is null ? null : step.GetValue(at);
        return at;
    }

    /// <summary>Every way from a type of this portal to a part of a list.</summary>
    private static IEnumerable<PropertyInfo[]> WaysIn(Type type, PropertyInfo[] way)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0))
        {
            PropertyInfo[] further = [.. way, property];
            if (property.PropertyType.IsAssignableTo(typeof(INumberedPart)))
            {
                yield return further;
            }
            else if (further.Length < Deepest && property.PropertyType is { IsClass: true, Namespace: { } room } && room.StartsWith(nameof(HuaihuaPilotZone), StringComparison.Ordinal))
            {
                foreach (var found in WaysIn(property.PropertyType, further)) yield return found;
            }
        }
    }
}
