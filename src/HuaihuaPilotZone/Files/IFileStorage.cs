namespace HuaihuaPilotZone.Files;

/// <summary>Where the content of files lies. Content is named by its hash, so the same content is kept once and never changes.</summary>
public interface IFileStorage
{
    /// <summary>Whether the content lies in the portal's database, and is copied and restored with it.</summary>
    bool IsInDatabase { get; }

    /// <summary>A fresh place for content that is still to be looked into; gone when it is disposed without being kept.</summary>
    IncomingContent Receive();

    /// <summary>Moves received content to its place. Keeping the same content again changes nothing.</summary>
    /// <param name="hash">SHA-256, hexadecimal, lower case.</param>
    Task KeepAsync(IncomingContent content, string hash, CancellationToken cancellation);

    /// <exception cref="FileNotFoundException">There is no such content.</exception>
    Stream OpenRead(string hash);

    /// <summary>
    /// Removes content to which no record refers any more, unless somebody has kept it again since: what comes in at this very moment is never
    /// lost, for its record is saved only after it was kept.
    /// </summary>
    /// <param name="keptBefore">UTC; content that was kept later stays.</param>
    /// <returns>Whether it was removed.</returns>
    Task<bool> ForgetAsync(string hash, DateTime keptBefore, CancellationToken cancellation);

    /// <summary>The hashes of all content that lies here, in no order.</summary>
    IEnumerable<string> Hashes();
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
