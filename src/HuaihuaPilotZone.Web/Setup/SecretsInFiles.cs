using System.Data.Common;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Outside Development no secret may come from a configuration file: such files are copied, backed up and committed. Environment variables, user
/// secrets and a folder with one file a key (Secrets:Folder) are where secrets belong.
/// </summary>
public static class SecretsInFiles
{
    /// <summary>Where the folder with one file a key is; relative to the content root.</summary>
    public const string FolderKey = "Secrets:Folder";

    private const string UserSecretsFile = "secrets.json";
    private const string ConnectionStrings = "ConnectionStrings:";

    /// <summary>Keys of personal columns, each under a name that the operator chose.</summary>
    private const string PersonalKeys = "Personal:Keys:";

    /// <summary>Ends of keys whose value is a secret.</summary>
    private static readonly string[] _secretNames = ["Password", "Secret", "PrivateKey", "ApiKey", "AccessKey", "MarkKey", "Token"];

    /// <summary>Reads the folder with one file a key, where one is named; before anything else reads the configuration.</summary>
    /// <exception cref="SetupException">The folder does not exist.</exception>
    public static void AddSecretsFolder(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Secrets:Folder"] is not { Length: > 0 } named) return;
        var folder = Path.GetFullPath(named, builder.Environment.ContentRootPath);
        if (!Directory.Exists(folder)) throw new SetupException($"{FolderKey} 指的文件夹不存在：{folder}。请建立它，或去掉这个设置。\nThe folder of {FolderKey} does not exist: {folder}.");
        builder.Configuration.AddKeyPerFile(folder, optional: false);
    }

    /// <summary>Outside Development, refuses a secret that stands in a file.</summary>
    /// <exception cref="SetupException">Names the key and the file, never the value.</exception>
    public static void RefuseSecretsInFiles(IConfigurationRoot configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment()) return;
        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (string.IsNullOrEmpty(value) || !IsSecret(key, value) || FileOf(configuration, key) is not { } file) continue;
            throw new SetupException(
                $"密钥不能写在配置文件里：{file} 中的 {key}。请从文件中删除，改用环境变量 {key.Replace(":", "__", StringComparison.Ordinal)}，或放进 {FolderKey} 指定的文件夹。\n"
                + $"A secret must not stand in a configuration file: {key} in {file}. Remove it there and use the environment variable {key.Replace(":", "__", StringComparison.Ordinal)} or the folder of {FolderKey}.");
        }
    }

    /// <summary>The last part of a key decides, so that a key that is new is never overlooked; of a connection string, whether it has a password.</summary>
    public static bool IsSecret(string key, string value)
    {
        if (key.StartsWith(ConnectionStrings, StringComparison.OrdinalIgnoreCase)) return HasPassword(value);
        if (key.StartsWith(PersonalKeys, StringComparison.OrdinalIgnoreCase)) return true;
        var name = key[(key.LastIndexOf(':') + 1)..];
        return Array.Exists(_secretNames, n => name.EndsWith(n, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasPassword(string connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.Keys.Cast<string>().Any(k => k.ToUpperInvariant() is "PASSWORD" or "PWD" && parts[k] is string { Length: > 0 });
        }
        catch (ArgumentException)
        {
            return connection.Contains("password", StringComparison.OrdinalIgnoreCase) || connection.Contains("pwd", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Every file that names the key, also where an environment variable stands above it: the secret lies in the file all the same.</summary>
    private static string? FileOf(IConfigurationRoot configuration, string key) => configuration.Providers
        .OfType<FileConfigurationProvider>()
        .Where(p => p.TryGet(key, out var value) && !string.IsNullOrEmpty(value) && IsSecret(key, value))
        .Select(p => Path.GetFileName(p.Source.Path))
        .FirstOrDefault(f => f is not null && f != UserSecretsFile);
}
