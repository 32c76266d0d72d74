using System.Reflection;
using FluentValidation;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What the screens of the portal are made of, found by the names of the types.</summary>
public static class DeclaredScreens
{
    private static readonly Assembly _assembly = typeof(DeclaredScreens).Assembly;

    /// <summary>MVC asks the portal for its screens and views alone, not for all types of all assemblies that know of MVC.</summary>
    public static IMvcBuilder UseDeclaredScreens(this IMvcBuilder mvc)
    {
        ArgumentNullException.ThrowIfNull(mvc);
        mvc.ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new Screens());
            parts.ApplicationParts.Add(new DeclaredViews(_assembly));
        });
        mvc.Services.AddSingleton<IActionDescriptorProvider, DeclaredControllers>();
        // looks for [ApiController], which no controller here has: for each of them it makes all attributes of the assembly, those of the views with their types
        foreach (var provider in mvc.Services.Where(s => s.ImplementationType?.Name == "ApiBehaviorApplicationModelProvider").ToList()) mvc.Services.Remove(provider);
        return mvc;
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
        [
            .. DeclaredControllers.Sparingly(_assembly, DeclaredTypes.Ending(_assembly, "Controller")),
            .. new[] { "ViewComponent", "TagHelper" }.SelectMany(e => DeclaredTypes.Ending(_assembly, e)).Select(t => t.GetTypeInfo()),
        ];
    }
}
