using System.Reflection;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Our own code: the compiled source projects and the files they are made of.</summary>
internal static class HouseCode
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static readonly Assembly Library = typeof(PortalDbContext).Assembly;

    public static readonly Assembly Customs = typeof(ExportList).Assembly;

    public static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly Lazy<IReadOnlyList<MethodBase>> _methods = new(() =>
        [.. new[] { Library, Customs, Web }.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true)
            .SelectMany(t => t.GetMethods(Own).AsEnumerable<MethodBase>().Concat(t.GetConstructors(Own)))]);

    /// <summary>Every method and constructor of the three projects, compiled views and state machines included, generated migrations not.</summary>
    public static IReadOnlyList<MethodBase> Methods => _methods.Value;

    /// <summary>The folder that holds HuaihuaPilotZone.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every place of our code that calls a method of which the question holds.</summary>
    public static IReadOnlyList<(MethodBase Caller, MethodBase Called)> Calls(Func<MethodBase, bool> isMeant) =>
        [.. Methods.SelectMany(m => CalledMethods.In(m).Where(isMeant).Select(c => (m, c)))];

    /// <summary>Files under src with an ending, without what is built, fetched or generated.</summary>
    public static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "Migrations"));

    /// <summary>The type that a person wrote: a lambda or a state machine belongs to the class around it.</summary>
    public static Type Written(this MethodBase method)
    {
        var type = method.DeclaringType!;
        while (type.DeclaringType is { } outer && (type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<'))) type = outer;
        return type;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HuaihuaPilotZone.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
