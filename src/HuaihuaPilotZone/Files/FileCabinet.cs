using System.Buffers;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Files;

/// <summary>Content that was looked into and kept, before a record refers to it.</summary>
public sealed record KeptFile(string Name, long Size, string Hash, FileType Type)
{
    /// <summary>How many numbers of identity cards were masked before the content was kept.</summary>
    public int Hidden { get; init; }
}

/// <summary>Kept content for everybody's eyes.</summary>
/// <param name="Picture">Its size where it is a picture; null for anything else.</param>
public sealed record CleanFile(KeptFile File, PictureSize? Picture);

/// <summary>Takes files in: streams them to disk, looks into them, keeps them under their hash. Nothing is held in memory as a whole.</summary>
public sealed class FileCabinet(IFileStorage storage, VirusScanner scanner, IOptions<FileStorageOptions> options, Actor actor, ChinaTime time)
{
    /// <summary>Field of the form that refusals stand beside.</summary>
    public const string Field = "File";

    private const string PersonalMessage = "这是带有个人证件号码的进口报文，本平台只读取检查，不保存。请用预检接口或命令行核对。";

    private const string PersonsMessage = "文件里有身份证号码，平台不保存。请去掉或遮盖号码后再上传。";

    private const int BufferSize = 64 * 1024;

    /// <summary>Keeps content if it is of a known kind, fits its name, hides nothing and names nobody's identity number in rows; otherwise says why not.</summary>
    /// <param name="name">As the sender calls it; a path before it is dropped.</param>
    public async Task<Outcome<KeptFile>> KeepAsync(string name, Stream content, CancellationToken cancellation)
    {
        await using var incoming = storage.Receive();
        var looked = await LookIntoAsync(name, content, incoming, cancellation);
        if (!looked.IsDone) return looked;
        if (PersonTraces.Count(incoming.Stream, looked.Value.Type) > 0) return Outcome.Refused(Field, PersonsMessage);
        await storage.KeepAsync(incoming, looked.Value.Hash, cancellation);
        return looked;
    }

    /// <summary>As <see cref="KeepAsync"/>, but of a file that names persons a masked copy is kept, and the original nowhere.</summary>
    /// <param name="name">As the sender calls it; a path before it is dropped.</param>
    /// <param name="copySheet">Writes the copy of a spreadsheet as an .xlsx book.</param>
    public async Task<Outcome<KeptFile>> KeepMaskedAsync(string name, Stream content, Func<Stream, FileType, Stream, CancellationToken, Task> copySheet, CancellationToken cancellation)
    {
        await using var incoming = storage.Receive();
        var looked = await LookIntoAsync(name, content, incoming, cancellation);
        if (!looked.IsDone) return looked;
        var file = looked.Value;
        if (PersonTraces.Count(incoming.Stream, file.Type) is not (> 0 and var hidden))
        {
            await storage.KeepAsync(incoming, file.Hash, cancellation);
            return file;
        }

        await using var masked = storage.Receive();
        incoming.Stream.Position = 0;
        if (file.Type is FileType.Xlsx or FileType.Xls)
        {
            await copySheet(incoming.Stream, file.Type, masked.Stream, cancellation);
            file = file with { Type = FileType.Xlsx, Name = Path.ChangeExtension(file.Name, FileType.Xlsx.Endings()[0]) };
        }
        else
        {
            PersonTraces.CopyText(incoming.Stream, masked.Stream);
        }

        masked.Stream.Position = 0;
        file = file with { Size = masked.Stream.Length, Hidden = hidden, Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(masked.Stream, cancellation)) };
        if (PersonTraces.Count(masked.Stream, file.Type) > 0) return Outcome.Refused(Field, PersonsMessage);
        await storage.KeepAsync(masked, file.Hash, cancellation);
        return file;
    }

    /// <summary>
    /// Keeps content that everybody may come to see: as <see cref="KeepAsync"/>, but pictures without what their camera or program noted in them,
    /// Office documents and PDF without their properties. A document that names people in a place that cannot be emptied here is refused with their names.
    /// </summary>
    /// <param name="name">As the sender calls it; a path before it is dropped.</param>
    /// <param name="acceptsTraces">Somebody has looked at those names and wants the document as it is.</param>
    public async Task<Outcome<CleanFile>> KeepCleanAsync(string name, Stream content, bool acceptsTraces, CancellationToken cancellation)
    {
        await using var incoming = storage.Receive();
        var looked = await LookIntoAsync(name, content, incoming, cancellation);
        if (!looked.IsDone) return Outcome.Refused(looked.Refusals);
        var type = looked.Value.Type;
        if (PersonTraces.Count(incoming.Stream, type) > 0) return Outcome.Refused(Field, PersonsMessage);
        await using var clean = storage.Receive();
        var copied = CopyClean(incoming.Stream, clean.Stream, type);
        if (!copied.IsDone) return Outcome.Refused(Field, copied.Refusals[0].Message);
        var (hasCopy, picture) = copied.Value;
        if (!acceptsTraces && DocumentTraces.Find(hasCopy ? clean.Stream : incoming.Stream, type) is { Count: > 0 } traces) return Outcome.Refused(Field, TracesMessage(type, traces));
        if (!hasCopy)
        {
            await storage.KeepAsync(incoming, looked.Value.Hash, cancellation);
            return new CleanFile(looked.Value, null);
        }

        clean.Stream.Position = 0;
        var kept = looked.Value with { Size = clean.Stream.Length, Hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(clean.Stream, cancellation)) };
        await storage.KeepAsync(clean, kept.Hash, cancellation);
        return new CleanFile(kept, picture);
    }

    /// <summary>Keeps a smaller copy of a kept picture.</summary>
    /// <param name="size">As the picture is shown.</param>
    /// <returns>Null where it cannot be made smaller, or the copy would be no lighter.</returns>
    public async Task<KeptFile?> KeepSmallerAsync(StoredFile picture, PictureSize size, int width, CancellationToken cancellation)
    {
        await using var smaller = storage.Receive();
        await using (var content = Open(picture))
        {
            if (!PictureScaling.Write(content, size, width, smaller.Stream) || smaller.Stream.Length >= picture.Size) return null;
        }

        smaller.Stream.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(smaller.Stream, cancellation));
        await storage.KeepAsync(smaller, hash, cancellation);
        return new KeptFile(Path.ChangeExtension(picture.Name, FileType.Webp.Endings()[0]), smaller.Stream.Length, hash, FileType.Webp);
    }

    /// <returns>Whether there is a copy, and its size where it is a picture.</returns>
    private static Outcome<(bool HasCopy, PictureSize? Picture)> CopyClean(Stream from, Stream to, FileType type)
    {
        PictureSize? none = null;
        switch (type)
        {
            case FileType.Docx or FileType.Xlsx or FileType.Pptx:
                OfficeCleaning.Copy(from, to);
                return (true, none);
            case FileType.Pdf:
                return (PdfCleaning.TryCopy(from, to), none);
            case FileType.Png or FileType.Jpeg or FileType.Webp:
                var size = PictureCleaning.Copy(from, to, type);
                if (!size.IsDone) return Outcome.Refused(size.Refusals);
                return (true, size.Value);
            default:
                return (false, none);
        }
    }

    private static string TracesMessage(FileType type, IReadOnlyList<string> traces) =>
        $"文件里带有{string.Join("、", traces)}，公开后任何人都能看到，系统去不掉。{DocumentTraces.Advice(type)}核对过可以公开的，在“图片和附件”的上传页面勾选“已核对，照样公开”。";

    private async Task<Outcome<KeptFile>> LookIntoAsync(string name, Stream content, IncomingContent incoming, CancellationToken cancellation)
    {
        name = FileNames.Tidy(name);
        if (await CopyAsync(content, incoming.Stream, cancellation) is not { } hash) return Outcome.Refused(Field, $"文件超过 {options.Value.MostMegabytes} MB，没有保存。");
        if (incoming.Stream.Length == 0) return Outcome.Refused(Field, "文件是空的。");
        var inspected = FileInspection.Inspect(incoming.Stream, name);
        if (!inspected.IsDone) return Outcome.Refused(Field, inspected.Refusals[0].Message);
        if (HoldsIdentityNumbers(incoming.Stream, inspected.Value)) return Outcome.Refused(Field, PersonalMessage);
        if (await scanner.LookAsync(incoming.Stream, cancellation) is { IsDone: false } found) return Outcome.Refused(found.Refusals);
        return new KeptFile(name, incoming.Stream.Length, hash, inspected.Value);
    }

    /// <summary>The record of kept content, to be saved with the record that refers to it.</summary>
    /// <param name="enterpriseId">Whose it is; null for the park.</param>
    public StoredFile Record(KeptFile file, int? enterpriseId) =>
        new() { EnterpriseId = enterpriseId, Name = file.Name, Size = file.Size, Hash = file.Hash, Type = file.Type, StoredAt = time.UtcNow, StoredBy = actor.Name };

    /// <summary>The content. Whether the person may have it was decided before.</summary>
    public Stream Open(StoredFile file) => storage.OpenRead(file.Hash);

    // also inside JSON or an envelope, which is text
    private static bool HoldsIdentityNumbers(FileStream content, FileType type)
    {
        if (type is not (FileType.Xml or FileType.Text)) return false;
        content.Position = 0;
        using var reader = MessageReader.Open(content);
        return reader.Message is { } message && IdentityNumbers.AreIn(message);
    }

    /// <returns>The hash; null when there is more than is allowed.</returns>
    private async Task<string?> CopyAsync(Stream from, FileStream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            while (await from.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                if ((size += read) > options.Value.MostBytes) return null;
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            await to.FlushAsync(cancellation);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
