using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentValidation;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>What AutoMapper maps is complete, and what a validator says is Chinese.</summary>
public sealed partial class MappingAndMessageTests(Portal portal)
{
    /// <summary>Names that a Chinese sentence writes in letters.</summary>
    private static readonly string[] _knownWords =
        ["USD", "CNY", "CSV", "XML", "PDF", "PNG", "JPG", "JPEG", "HTTP", "HTTPS", "http", "https", "URL", "HS", "CEB", "DXP", "DXPENT", "SKU", "GTIN", "ISO", "www", "Markdown", "name", "example", "com", "park", "opening", "HNPR"];

    [Fact]
    public void Every_mapping_fills_all_that_it_maps_to() =>
        portal.Services.GetRequiredService<AutoMapper.IConfigurationProvider>().AssertConfigurationIsValid();

    [Fact]
    public async Task Every_validator_speaks_Chinese()
    {
        var forms = Forms();
        Assert.NotEmpty(forms);
        var said = new List<(string Form, string Message)>();

        await portal.InScopeAsync(async services =>
        {
            foreach (var form in forms)
            {
                foreach (var filling in new object?[] { null, "", new string('汉', 9000), "?" }) said.AddRange(await SayAsync(services, form, filling));
            }
            return said.Count;
        });

        Assert.True(said.Count > forms.Count, "The validators were not made to speak.");
        Rule.HoldsEverywhere(said.Where(s => Foreign(s.Message) || !Chinese().IsMatch(s.Message)).Select(s => $"{s.Form}: {s.Message}"));
        Rule.HoldsEverywhere(said.Where(s => s.Message.Contains('！') || s.Message.Contains('!')).Select(s => $"{s.Form} shouts: {s.Message}"));
    }

    [Fact]
    public void Every_form_that_is_posted_has_a_validator()
    {
        var validated = Forms();
        var posted = portal.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.Infrastructure.IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .Where(a => a.ActionConstraints?.OfType<Microsoft.AspNetCore.Mvc.ActionConstraints.HttpMethodActionConstraint>().Any(c => c.HttpMethods.Contains("POST")) == true)
            .SelectMany(a => a.Parameters).Select(p => p.ParameterType)
            .Where(t => t.IsClass && t != typeof(string) && (t.Assembly == HouseCode.Web || t.Assembly == HouseCode.Customs)).Distinct().ToList();

        Assert.NotEmpty(posted);
        Rule.HoldsEverywhere(posted.Except(validated).Select(t => t.FullName!));
    }

    private static List<Type> Forms() =>
        [.. AssemblyScanner.FindValidatorsInAssemblies([HouseCode.Web, HouseCode.Library], includeInternalTypes: true).Select(v => v.InterfaceType.GetGenericArguments()[0]).Distinct()];

    /// <summary>All messages for a form whose texts are all the same; null leaves it as it is made.</summary>
    private static async Task<IEnumerable<(string Form, string Message)>> SayAsync(IServiceProvider services, Type formType, object? filling)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        // the address of a list is a record, which is made of its parts
        var form = formType.GetConstructor(Type.EmptyTypes) is null ? RuntimeHelpers.GetUninitializedObject(formType) : Activator.CreateInstance(formType)!;
        if (filling is not null) Fill(form, filling);
        var context = new ValidationContext<object>(form);
        context.SetServiceProvider(services);
        var said = new List<(string, string)>();
        foreach (var validator in services.GetServices(typeof(IValidator<>).MakeGenericType(formType)).OfType<IValidator>())
            said.AddRange((await validator.ValidateAsync(context)).Errors.Select(e => (formType.Name, e.ErrorMessage)));
        return said;
    }

    private static void Fill(object form, object filling)
    {
        foreach (var property in form.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetSetMethod() is not null))
        {
            if (property.PropertyType == typeof(string)) property.SetValue(form, filling);
            else if (property.PropertyType == typeof(DateOnly?)) property.SetValue(form, new DateOnly(1900, 1, 1));
            else if (property.PropertyType == typeof(decimal?)) property.SetValue(form, -1.1234567m);
            else if (property.PropertyType == typeof(int?)) property.SetValue(form, -1);
            else if (ItemType(property.PropertyType) is { } item && property.GetValue(form) is IList { IsFixedSize: false } list) list.Add(Filled(item, filling));
        }
    }

    /// <summary>What a list of forms or texts holds; null for other types.</summary>
    private static Type? ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    private static object Filled(Type type, object filling)
    {
        if (type == typeof(string)) return filling;
        var item = Activator.CreateInstance(type)!;
        Fill(item, filling);
        return item;
    }

    private static bool Foreign(string message) => Word().Matches(message).Any(w => !_knownWords.Contains(w.Value));

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Chinese();
}
