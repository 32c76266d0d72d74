using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Controllers as MVC looks for their actions: with the public methods that the portal's own classes declare. MVC asks for all of them, and a type
/// that was asked keeps what it answered: for two hundred inherited methods of each of nearly as many controllers 8 MB, none of them an action.
/// </summary>
internal sealed class DeclaredControllers : IActionDescriptorProvider
{
    /// <summary>After MVC has made the actions.</summary>
    public int Order => 0;

    /// <summary>The same types, asked by MVC for their actions sparingly.</summary>
    public static IEnumerable<TypeInfo> Sparingly(Assembly assembly, IReadOnlyList<Type> controllers)
    {
        // an assembly within a single file has no place of its own
        if (assembly.Location.Length == 0) return controllers.Select(c => c.GetTypeInfo());
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var metadata = image.GetMetadataReader();
        return [.. controllers.Select(c => new Screen(c, [.. OwnMethods(metadata, c).Distinct(StringComparer.Ordinal)]))];
    }

    /// <summary>Whoever works with an action has the controller itself.</summary>
    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        foreach (var action in context.Results.OfType<ControllerActionDescriptor>()) action.ControllerTypeInfo = action.ControllerTypeInfo.UnderlyingSystemType.GetTypeInfo();
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
        // nothing: it is done while they are made
    }

    private static IEnumerable<string> OwnMethods(MetadataReader metadata, Type controller)
    {
        for (var type = controller; type.Assembly == controller.Assembly; type = type.BaseType!)
        {
            foreach (var handle in metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(type.MetadataToken)).GetMethods())
            {
                var method = metadata.GetMethodDefinition(handle);
                if (method.Attributes.HasFlag(MethodAttributes.Public) && !method.Attributes.HasFlag(MethodAttributes.SpecialName)) yield return metadata.GetString(method.Name);
            }
        }
    }

    private sealed class Screen(Type controller, string[] methods) : TypeDelegator(controller)
    {
        public override MethodInfo[] GetMethods(BindingFlags bindingAttr) =>
            [.. methods.SelectMany(m => typeImpl.GetMember(m, MemberTypes.Method, bindingAttr)).Cast<MethodInfo>()];

        /// <summary>No controller of the portal has properties that a request fills.</summary>
        public override PropertyInfo[] GetProperties(BindingFlags bindingAttr) => [];
    }
}
