using System.Reflection;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>MVC looks at what the portal declares alone; it must find the same as by its own, dearer way.</summary>
public sealed class DeclaredScreensTests(Portal portal)
{
    private static readonly Assembly _web = typeof(PortalHost).Assembly;

    private static IEnumerable<Type> Controllers => _web.GetTypes().Where(t => t is { IsPublic: true, IsAbstract: false } && typeof(ControllerBase).IsAssignableFrom(t));

    [Fact]
    public void Every_public_method_of_a_controller_is_an_action()
    {
        // MVC's own rule (DefaultApplicationModelProvider.IsAction)
        var rule = Controllers.SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => !m.IsSpecialName && !m.IsGenericMethod
            && m.GetBaseDefinition().DeclaringType != typeof(object) && !m.IsDefined(typeof(NonActionAttribute)) && m.Name != nameof(IDisposable.Dispose)).Select(m => $"{c.FullName}: {m}"));

        Assert.Equal(rule.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Actions().Select(a => $"{a.ControllerTypeInfo.FullName}: {a.MethodInfo}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_action_has_the_controller_itself()
    {
        Assert.All(Actions(), a => Assert.Same(Type.GetTypeFromHandle(a.ControllerTypeInfo.TypeHandle), a.ControllerTypeInfo.AsType()));
        Assert.All(Actions(), a => Assert.Same(a.ControllerTypeInfo.AsType(), a.MethodInfo.ReflectedType));
    }

    /// <summary>What would look for it is left out (<see cref="DeclaredScreens"/>).</summary>
    [Fact]
    public void No_controller_has_the_ways_of_an_api_controller() => Assert.DoesNotContain(Controllers, c => c.IsDefined(typeof(ApiControllerAttribute), inherit: true));

    /// <summary>And no property is filled by a request, since MVC is shown none.</summary>
    [Fact]
    public void No_controller_has_a_property_that_a_request_fills() =>
        Assert.Equal([], Controllers.SelectMany(c => c.GetProperties()).Where(p => p.DeclaringType!.Assembly == _web && p.GetCustomAttributes().Any(a => a is BindPropertyAttribute || a.GetType().Name.StartsWith("From", StringComparison.Ordinal))).Select(p => $"{p.DeclaringType}.{p.Name}"));

    [Fact]
    public void Views_are_those_that_the_assembly_names()
    {
        var views = new DeclaredViews(_web).CompiledItems.ToDictionary(v => v.Identifier, StringComparer.Ordinal);
        var own = new RazorCompiledItemLoader().LoadItems(_web);

        Assert.Equal(own.Select(v => v.Identifier).Order(StringComparer.Ordinal), views.Keys.Order(StringComparer.Ordinal));
        Assert.All(own, v => Assert.Equal((v.Type, v.Kind), (views[v.Identifier].Type, views[v.Identifier].Kind)));
        Assert.All(own, v => Assert.Equal(v.Metadata.Count, views[v.Identifier].Metadata.Count));
    }

    [Fact]
    public void A_view_is_loaded_when_it_is_shown_first()
    {
        var part = Assert.Single(portal.Services.GetRequiredService<ApplicationPartManager>().ApplicationParts.OfType<IRazorCompiledItemProvider>());

        Assert.IsType<DeclaredViews>(part);
    }

    private List<ControllerActionDescriptor> Actions() => [.. portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()];
}
