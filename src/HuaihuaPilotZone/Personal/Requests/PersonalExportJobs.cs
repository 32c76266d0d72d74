using System.Security.Cryptography;
using System.Text.Json;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>An export that was too long to wait for, as its person sees it.</summary>
/// <param name="Until">UTC; until then it can be downloaded. Null while it is made, and after it failed.</param>
public sealed record PreparedExport(int Id, JobState State, DateTime AskedAt, long Done, long? Total, DateTime? Until);

/// <summary>
/// Exports with many rows (<see cref="PrivacyOptions.ExportRows"/>): a job writes the zip, its person downloads it for some days, and then the content is gone.
/// Only the person who asked reaches it; a job's number says nothing to anybody else. What lies in the storage is sealed with a key of its own, which the keys of
/// personal columns protect.
/// </summary>
public sealed class PersonalExportJobs(PortalDbContext db, ExportSections sections, JobService jobs, IFileStorage storage, PersonalColumn personal, IOptions<PrivacyOptions> options, ChinaTime time)
{
    internal const string Kind = "privacy.export";

    private const string Title = "准备本人的个人信息";
    private const int MostEnded = 200;

    /// <summary>Whether an export of this person is made by a job.</summary>
    public async Task<bool> IsLongAsync(int userId, CancellationToken cancellation) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellation) is { } user && await sections.CountAsync(user, cancellation) > options.Value.ExportRows;

    /// <summary>Starts one, unless one is being made already.</summary>
    public async Task StartAsync(int userId, CancellationToken cancellation)
    {
        if (await Of(userId).AnyAsync(j => j.State == JobState.Waiting || j.State == JobState.Running, cancellation)) return;
        jobs.Add(Kind, Title, userId, null);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The last one; null where there is none to speak of any more.</summary>
    public async Task<PreparedExport?> LastAsync(int userId, CancellationToken cancellation)
    {
        var oldest = Oldest();
        var job = await Of(userId).AsNoTracking().Where(j => j.CreatedAt > oldest).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancellation);
        return job is null ? null : new PreparedExport(job.Id, job.State, job.CreatedAt, job.DoneCount, job.TotalCount, job is { State: JobState.Done, Checkpoint: not null } ? job.EndedAt!.Value.AddDays(options.Value.ExportDays) : null);
    }

    /// <summary>The zip; null for one that is not this person's, not finished, or over, or where the keys are gone.</summary>
    public async Task<Stream?> OpenAsync(int userId, int id, CancellationToken cancellation)
    {
        var oldest = Oldest();
        var mark = await Of(userId).Where(j => j.Id == id && j.State == JobState.Done && j.EndedAt > oldest).Select(j => j.Checkpoint).SingleOrDefaultAsync(cancellation);
        return mark is not null && SealedExport.Of(mark) is { Key: { } key } export && personal.Read<string>(key) is { } opened
            ? SealedContent.Read(storage.OpenRead(export.Hash), Convert.FromBase64String(opened))
            : null;
    }

    /// <summary>Removes what is over from the disk.</summary>
    internal async Task EndOldAsync(CancellationToken cancellation)
    {
        var oldest = Oldest();
        var over = await db.Jobs.Where(j => j.Kind == Kind && j.EndedAt <= oldest && j.Checkpoint != null).OrderBy(j => j.Id).Select(j => new { j.Id, j.Checkpoint }).Take(MostEnded).ToListAsync(cancellation);
        foreach (var job in over)
        {
            await storage.ForgetAsync(SealedExport.Of(job.Checkpoint!).Hash, oldest, cancellation);
            await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Checkpoint, (string?)null).SetProperty(j => j.OutcomeLink, (string?)null), cancellation);
        }
    }

    private DateTime Oldest() => time.UtcNow.AddDays(-options.Value.ExportDays);

    private IQueryable<Job> Of(int userId) => db.Jobs.Where(j => j.Kind == Kind && j.OwnerId == userId);
}

/// <summary>Where an export lies and what opens it, as the checkpoint of its job says.</summary>
/// <param name="Hash">Of the sealed content.</param>
/// <param name="Key">Its key, protected; null for one from before exports were sealed, which nobody downloads any more.</param>
internal sealed record SealedExport(string Hash, string? Key)
{
    private const char Between = ' ';

    public static SealedExport Of(string checkpoint)
    {
        var parts = JsonSerializer.Deserialize<string>(checkpoint)!.Split(Between);
        return new SealedExport(parts[0], parts.ElementAtOrDefault(1));
    }

    public override string ToString() => $"{Hash}{Between}{Key}";
}

/// <summary>Writes the zip of one person, sealed while it is written, and keeps it under its hash.</summary>
internal sealed class PersonalExportHandler(PortalDbContext db, PersonalExport export, IFileStorage storage, PersonalColumn personal) : JobHandler
{
    private const string Place = "/account/privacy#export";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var userId = run.Payload<int>();
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellation) is not { } user) throw new JobFailedException("没有这个账号。");
        await using var incoming = storage.Receive();
        var key = SealedContent.NewKey();
        await using (var content = SealedContent.Write(incoming.Stream, key))
            await export.WriteAsync(user, content, (done, file) => run.ReportAsync(done, PersonalExport.FilesInZip, $"正在写 {file}", null, cancellation), cancellation);
        await incoming.Stream.FlushAsync(cancellation);
        incoming.Stream.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(incoming.Stream, cancellation));
        await storage.KeepAsync(incoming, hash, cancellation);
        await run.ReportAsync(PersonalExport.FilesInZip, PersonalExport.FilesInZip, null, new SealedExport(hash, personal.Protect(Convert.ToBase64String(key))).ToString(), cancellation);
        return new JobResult("已准备好，请由本人在“我的个人信息”页下载。", Place);
    }
}
