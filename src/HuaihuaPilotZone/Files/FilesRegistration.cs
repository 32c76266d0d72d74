using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Files;

public static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        // XML may say that it is GB18030
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.AddOptions<FileStorageOptions>().BindConfiguration("Files").ValidateDataAnnotations()
            .Validate<IHostEnvironment>(
                (o, host) => !Path.GetFullPath(Path.Combine(host.ContentRootPath, o.Folder)).StartsWith(Path.GetFullPath(Path.Combine(host.ContentRootPath, "wwwroot")), StringComparison.Ordinal),
                "Files:Folder lies below wwwroot, where everybody could fetch the files.")
            .Validate(o => string.IsNullOrEmpty(o.Scanner) || FileStorageOptions.ReadScanner(o.Scanner) is not null, "Files:Scanner is no host with a port, such as clamav:3310.")
            .ValidateOnStart();
        return services
            .AddSingleton<FolderStorage>()
            .AddSingleton<DatabaseStorage>()
            .AddSingleton<IFileStorage>(provider => provider.GetRequiredService<IOptions<FileStorageOptions>>().Value.Storage == FileStorageKind.Database
                ? provider.GetRequiredService<DatabaseStorage>()
                : provider.GetRequiredService<FolderStorage>())
            .AddSingleton<VirusScanner>()
            .AddScoped<FileCabinet>()
            .AddScoped<FileSweeper>()
            .AddScoped<FileMover>()
            .AddHostedService<FileSweepWorker>();
    }
}
