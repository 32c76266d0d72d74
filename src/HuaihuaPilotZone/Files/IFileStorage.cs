namespace HuaihuaPilotZone.Files;

/// <summary>Where the content of files lies. Content is named by its hash, so the same content is kept once and never changes.</summary>
public interface IFileStorage
{
    /// <summary>A fresh place for content that is still to be looked into; gone when it is disposed without being kept.</summary>
    IncomingContent Receive();

    /// <summary>Moves received content to its place. Keeping the same content again changes nothing.</summary>
    /// <param name="hash">SHA-256, hexadecimal, lower case.</param>
    void Keep(IncomingContent content, string hash);

    /// <exception cref="FileNotFoundException">There is no such content.</exception>
    Stream OpenRead(string hash);

    /// <summary>Removes content to which no record refers any more; nothing happens when there is none.</summary>
    void Forget(string hash);
}

/// <summary>Content on its way in: to be written, read again from the beginning, and kept or forgotten.</summary>
public sealed class IncomingContent(FileStream stream) : IAsyncDisposable
{
    public FileStream Stream { get; } = stream;

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(Stream.Name);
    }
}
