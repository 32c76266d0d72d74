using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
            .ValidateOnStart();
        return services.AddSingleton<IFileStorage, FolderStorage>().AddScoped<FileCabinet>().AddScoped<FileSweeper>().AddHostedService<FileSweepWorker>();
    }
}
