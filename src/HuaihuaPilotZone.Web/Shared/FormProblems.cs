using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>What is wrong with a form that was sent.</summary>
public static class FormProblems
{
    /// <summary>In the order in which the form has its fields, which is that of the properties of what the action takes; the model state itself sorts by letter.</summary>
    /// <returns>The field as the model state names it, empty for the form as a whole, and the sentence.</returns>
    public static IEnumerable<(string Field, string Message)> Of(ViewContext context)
    {
        var order = context.ActionDescriptor.Parameters.SelectMany(p => p.ParameterType.GetProperties().Select(f => f.Name)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select((name, place) => (name, place)).ToDictionary(f => f.name, f => f.place, StringComparer.OrdinalIgnoreCase);
        return context.ViewData.ModelState
            .OrderBy(entry => entry.Key.Length == 0 ? -1 : order.GetValueOrDefault(entry.Key.Split('.', '[')[0], int.MaxValue))
            .ThenBy(entry => RowOf(entry.Key))
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(problem => problem.ErrorMessage.Length > 0);
    }

    /// <summary>Such as 10 of Rows[10].Weight; 0 where there are no rows.</summary>
    private static int RowOf(string key) =>
        key.Split('[', ']') is [_, var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
