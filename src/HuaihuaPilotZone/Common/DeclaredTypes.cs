using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HuaihuaPilotZone.Common;

/// <summary>
/// The types of an assembly whose names say what they are. To ask an assembly for all its types loads every one of them, thousands,
/// most of which a start and a portal at rest have no use for; their names stand in its metadata.
/// </summary>
public static class DeclaredTypes
{
    /// <summary>Types whose name has this ending, those within other types too; in the order of their full names.</summary>
    /// <param name="ending">Such as "Controller".</param>
    public static IReadOnlyList<Type> Ending(Assembly assembly, string ending) => Find(assembly, (_, name) => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Types of this namespace, those within other types left out; in the order of their full names.</summary>
    public static IReadOnlyList<Type> Within(Assembly assembly, string nameSpace) => Find(assembly, (place, _) => place == nameSpace);

    private static IReadOnlyList<Type> Find(Assembly assembly, Func<string, string, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        // an assembly within a single file has no place of its own
        if (assembly.Location.Length == 0) return [.. assembly.GetTypes().Where(t => isWanted(t.IsNested ? "" : t.Namespace ?? "", t.Name)).OrderBy(t => t.FullName, StringComparer.Ordinal)];
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(t => isWanted(metadata.GetString(t.Namespace), metadata.GetString(t.Name)))
            .Select(t => FullName(metadata, t)).Order(StringComparer.Ordinal).Select(n => assembly.GetType(n, throwOnError: true)!)];
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type) => type.IsNested
        ? $"{FullName(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}+{metadata.GetString(type.Name)}"
        : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
