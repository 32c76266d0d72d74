using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>What is wrong with a form that was sent.</summary>
public static class FormProblems
{
    private static readonly char[] _parts = ['.', '['];

    /// <summary>
    /// In the order in which the form has its fields, which is that of the properties of what the action takes, of what these hold and of their rows; the model state
    /// itself sorts by letter.
    /// </summary>
    /// <returns>The field as the model state names it, empty for the form as a whole, and the sentence.</returns>
    public static IEnumerable<(string Field, string Message)> Of(ViewContext context)
    {
        List<Type> forms = [.. context.ActionDescriptor.Parameters.Select(p => p.ParameterType)];
        return context.ViewData.ModelState
            .OrderBy(entry => PlaceOf(entry.Key, forms), StringComparer.Ordinal)
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(problem => problem.ErrorMessage.Length > 0);
    }

    /// <summary>Where a field such as Rows[10].Weight stands: the place of the rows in the form, the row, the place of the weight in it. Texts of places order as the places do.</summary>
    private static string PlaceOf(string field, IReadOnlyList<Type> forms)
    {
        List<int> places = [];
        foreach (var part in field.Split(_parts, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[^1] == ']')
            {
                places.Add(int.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0);
                continue;
            }

            List<PropertyInfo> properties = [.. forms.SelectMany(f => f.GetProperties()).DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];
            var place = properties.FindIndex(p => string.Equals(p.Name, part, StringComparison.OrdinalIgnoreCase));
            places.Add(place < 0 ? int.MaxValue : place);
            forms = place < 0 ? [] : [RowOf(properties[place].PropertyType)];
        }

        return string.Join('.', places.Select(p => p.ToString("D10", CultureInfo.InvariantCulture)));
    }

    /// <summary>What a list is a list of; anything else is what it is.</summary>
    private static Type RowOf(Type type) => type is { IsGenericType: true } && type.GenericTypeArguments is [var row] ? row : type;
}
