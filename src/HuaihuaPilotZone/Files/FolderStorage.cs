using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Files;

/// <summary>A folder on disk: ab/cd/abcd…; several instances share it through a network file system. The time of a file says when its content was kept last.</summary>
public sealed class FolderStorage(IOptions<FileStorageOptions> options, IHostEnvironment environment, TimeProvider clock) : IFileStorage
{
    private const int BufferSize = 64 * 1024;

    private readonly string _root = Path.GetFullPath(Path.Combine(environment.ContentRootPath, options.Value.Folder));

    public bool IsInDatabase => false;

    public IncomingContent Receive()
    {
        var folder = Path.Combine(_root, "incoming");
        Directory.CreateDirectory(folder);
        return new IncomingContent(new FileStream(
            Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous));
    }

    public Task KeepAsync(IncomingContent content, string hash, CancellationToken cancellation)
    {
        var place = PlaceOf(hash);
        if (IsMarked(place)) return Task.CompletedTask;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        content.Stream.Flush(flushToDisk: true);
        File.SetLastWriteTimeUtc(content.Stream.Name, clock.GetUtcNow().UtcDateTime);
        try
        {
            File.Move(content.Stream.Name, place);
        }
        catch (IOException) when (IsMarked(place))
        {
            // the same content came in twice at once
        }

        return Task.CompletedTask;
    }

    public Stream OpenRead(string hash) => new FileStream(PlaceOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);

    public Task<bool> ForgetAsync(string hash, DateTime keptBefore, CancellationToken cancellation) => Task.FromResult(Forget(hash, keptBefore));

    public IEnumerable<string> Hashes() => Directory.Exists(_root)
        ? Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(IsHash)
        : [];

    private bool Forget(string hash, DateTime keptBefore)
    {
        var place = PlaceOf(hash);
        if (!File.Exists(place) || File.GetLastWriteTimeUtc(place) >= keptBefore) return false;
        // aside first: whoever keeps the same content from here on does not find it and brings their own
        var aside = $"{place}.{Guid.NewGuid():N}";
        try
        {
            File.Move(place, aside);
        }
        catch (IOException) when (!File.Exists(place))
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(aside) < keptBefore)
        {
            File.Delete(aside);
            return true;
        }

        Return(aside, place);
        return false;
    }

    /// <summary>Somebody kept it again while it was taken aside.</summary>
    private static void Return(string aside, string place)
    {
        try
        {
            File.Move(aside, place);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.Delete(aside);
        }
    }

    /// <summary>Notes that content which lies here was kept again just now.</summary>
    /// <returns>False where there is none.</returns>
    private bool IsMarked(string place)
    {
        try
        {
            File.SetLastWriteTimeUtc(place, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private static bool IsHash(string name) => name.Length == StoredFile.HashLength && name.All(char.IsAsciiHexDigitLower);

    private string PlaceOf(string hash) => IsHash(hash)
        ? Path.Combine(_root, hash[..2], hash[2..4], hash)
        : throw new ArgumentException("Not a hash.", nameof(hash));
}
