using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Tests.Files;

/// <summary>A cabinet over a folder, without a portal around it.</summary>
internal static class FolderCabinet
{
    public static FileCabinet In(string folder)
    {
        var options = Options.Create(new FileStorageOptions { Folder = folder, MostMegabytes = 1 });
        return new FileCabinet(new FolderStorage(options, new Root(), TimeProvider.System), new VirusScanner(options, NullLogger<VirusScanner>.Instance), options, new Actor(), new ChinaTime(new TestClock()));
    }

    private sealed class Root : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
