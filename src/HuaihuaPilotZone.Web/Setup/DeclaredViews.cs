using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Razor.Hosting;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// The compiled views, each loaded when it is shown first. MVC's own part loads the types of all views to learn their paths, hundreds of which
/// nobody may ever open; the paths stand in the metadata.
/// </summary>
public sealed class DeclaredViews(Assembly assembly) : ApplicationPart, IRazorCompiledItemProvider
{
    private const string Attribute = nameof(RazorCompiledItemAttribute);

    public override string Name => assembly.GetName().Name!;

    /// <summary>The views with their paths. MVC asks twice: whether two have one path, and for them.</summary>
    public IEnumerable<RazorCompiledItem> CompiledItems => field ??= Read();

    private IReadOnlyList<RazorCompiledItem> Read()
    {
        // an assembly within a single file has no place of its own
        if (assembly.Location.Length == 0) return new RazorCompiledItemLoader().LoadItems(assembly);
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var metadata = image.GetMetadataReader();
        return [.. metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute)
            .Where(a => IsView(metadata, a)).Select(a => Read(metadata.GetBlobReader(a.Value)))];
    }

    private static bool IsView(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
        && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, Attribute);

    /// <summary>Type, kind and path, as the attribute's constructor has them (ECMA-335, II.23.3).</summary>
    private View Read(BlobReader value)
    {
        value.ReadUInt16();
        var (type, kind, path) = (value.ReadSerializedString()!, value.ReadSerializedString()!, value.ReadSerializedString()!);
        return new View(kind, path, new Lazy<Type>(() => assembly.GetType(type, throwOnError: true)!));
    }

    private sealed class View(string kind, string path, Lazy<Type> type) : RazorCompiledItem
    {
        public override string Identifier => path;

        public override string Kind => kind;

        public override IReadOnlyList<object> Metadata => Type.GetCustomAttributes(inherit: true);

        public override Type Type => type.Value;
    }
}
