using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Files;

/// <summary>A folder on disk: ab/cd/abcd…; several instances share it through a network file system.</summary>
public sealed class FolderStorage(IOptions<FileStorageOptions> options, IHostEnvironment environment) : IFileStorage
{
    private const int BufferSize = 64 * 1024;

    private readonly string _root = Path.GetFullPath(Path.Combine(environment.ContentRootPath, options.Value.Folder));

    public IncomingContent Receive()
    {
        var folder = Path.Combine(_root, "incoming");
        Directory.CreateDirectory(folder);
        return new IncomingContent(new FileStream(
            Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous));
    }

    public void Keep(IncomingContent content, string hash)
    {
        var place = PlaceOf(hash);
        if (File.Exists(place)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        content.Stream.Flush(flushToDisk: true);
        try
        {
            File.Move(content.Stream.Name, place);
        }
        catch (IOException) when (File.Exists(place))
        {
            // the same content came in twice at once
        }
    }

    public Stream OpenRead(string hash) => new FileStream(PlaceOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);

    public void Forget(string hash)
    {
        var place = PlaceOf(hash);
        if (File.Exists(place)) File.Delete(place);
    }

    private string PlaceOf(string hash) => hash.Length == StoredFile.HashLength && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_root, hash[..2], hash[2..4], hash)
        : throw new ArgumentException("Not a hash.", nameof(hash));
}
