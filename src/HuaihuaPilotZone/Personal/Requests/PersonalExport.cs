using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>
/// What the portal holds of a person who has an account, to take along (个人信息保护法 art. 45): one JSON file for programs and one CSV file a section for people, in a zip.
/// It is written row by row, so its size is no matter for memory. Nothing of anybody else is in it.
/// </summary>
public sealed class PersonalExport(PortalDbContext db, ExportSections sections, PortalJournal journal)
{
    private const int BufferSize = 64 * 1024;

    private static readonly JsonWriterOptions _readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the zip as a file that is gone when it is closed, and notes that it was made: what fails half way is never taken for the whole.</summary>
    /// <returns>Null for somebody who has no account.</returns>
    public async Task<Stream?> MakeAsync(int userId, CancellationToken cancellation)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellation) is not { } user) return null;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await WriteAsync(user, file, null, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Files in the zip.</summary>
    public static int FilesInZip => ExportSections.Keys.Count + 1;

    /// <param name="report">Told after each file how many are written.</param>
    internal async Task WriteAsync(PortalUser user, Stream output, Func<int, string, Task>? report, CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Account, user.UserName!, PrivacyActs.Exported);
        await db.SaveChangesAsync(cancellation);
        var (all, done) = (sections.Of(user), 1);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (var json = await zip.CreateEntry("personal-data.json").OpenAsync(cancellation)) await WriteJsonAsync(json, all, cancellation);
        foreach (var section in all)
        {
            if (report is not null) await report(done++, $"{section.Key}.csv");
            await using var csv = await zip.CreateEntry($"{section.Key}.csv").OpenAsync(cancellation);
            await SheetWriter.WriteCsvAsync(csv, LinesAsync(section, cancellation), cancellation);
        }
    }

    private static async Task WriteJsonAsync(Stream output, IReadOnlyList<ExportSection> all, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(output, _readable);
        writer.WriteStartObject();
        foreach (var section in all)
        {
            writer.WriteStartArray(section.Key);
            await foreach (var row in section.Rows.WithCancellation(cancellation))
            {
                writer.WriteStartObject();
                for (var i = 0; i < section.Fields.Count; i++) writer.WriteString(section.Fields[i].Key, row[i]);
                writer.WriteEndObject();
                await writer.FlushAsync(cancellation);
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        await writer.FlushAsync(cancellation);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> LinesAsync(ExportSection section, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return [.. section.Fields.Select(f => f.Word)];
        await foreach (var row in section.Rows.WithCancellation(cancellation)) yield return [.. row.Select(v => v ?? "")];
    }
}

/// <summary>One kind of what is held of a person.</summary>
/// <param name="Key">Name of its file and of its part of the JSON.</param>
/// <param name="Fields">Key in the JSON, and the Chinese head of the column.</param>
public sealed record ExportSection(string Key, IReadOnlyList<(string Key, string Word)> Fields, IAsyncEnumerable<IReadOnlyList<string?>> Rows);
