using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>What a first start leaves behind, made once in a run by the real migrations and seeds. A portal that would find the same begins with a copy.</summary>
internal static class SeededPortal
{
    public const string Database = "portal.db";
    public const string Files = "files";

    // what these say decides what a first start writes, or where
    private static readonly string[] _decide = ["ConnectionStrings:", "Database:", "DataProtection:", "Files:", "Personal:"];

    private static readonly Lazy<DirectoryInfo> _made = new(Make);

    /// <summary>Whether a portal with these settings would seed the same.</summary>
    public static bool Fits(IEnumerable<(string Key, string Value)> settings) => !settings.Any(s => _decide.Any(d => s.Key.StartsWith(d, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Lays database and files into an empty folder.</summary>
    public static void CopyTo(string folder)
    {
        var source = _made.Value.FullName;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Keeps a portal from doing more than its start does.</summary>
    public static void LeaveOutWorkers(IServiceCollection services)
    {
        foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly.GetName().Name?.StartsWith("Microsoft.", StringComparison.Ordinal) is not true).ToList())
            services.Remove(worker);
    }

    private static DirectoryInfo Make()
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-seeded-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        Task.Run(() => Portal.SeedAsync(folder.FullName)).GetAwaiter().GetResult();
        return folder;
    }
}
