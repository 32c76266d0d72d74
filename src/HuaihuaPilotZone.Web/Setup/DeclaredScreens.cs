using System.Reflection;
using FluentValidation;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What the screens of the portal are made of, found by the names of the types.</summary>
public static class DeclaredScreens
{
    private static readonly Assembly _assembly = typeof(DeclaredScreens).Assembly;

    /// <summary>MVC asks the portal for its screens alone, not for all types of all assemblies that know of MVC; the views are a part of their own.</summary>
    public static void Use(ApplicationPartManager parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        foreach (var part in parts.ApplicationParts.OfType<AssemblyPart>().ToList()) parts.ApplicationParts.Remove(part);
        parts.ApplicationParts.Add(new Screens());
    }

    /// <summary>Registers every validator of a form under its interface and under itself.</summary>
    public static IServiceCollection AddFormValidators(this IServiceCollection services)
    {
        foreach (var found in new AssemblyScanner(DeclaredTypes.Ending(_assembly, "Validator").Where(t => t.IsVisible)))
        {
            services.TryAddEnumerable(ServiceDescriptor.Scoped(found.InterfaceType, found.ValidatorType));
            services.TryAddScoped(found.ValidatorType);
        }

        return services;
    }

    private sealed class Screens : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => _assembly.GetName().Name!;

        public IEnumerable<TypeInfo> Types { get; } =
            [.. new[] { "Controller", "ViewComponent", "TagHelper" }.SelectMany(e => DeclaredTypes.Ending(_assembly, e)).Select(t => t.GetTypeInfo())];
    }
}
