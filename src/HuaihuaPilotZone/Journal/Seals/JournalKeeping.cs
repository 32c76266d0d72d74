using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>What the list of blocks is narrowed to and how it is ordered.</summary>
/// <param name="LineId">Only the block that holds this line.</param>
public sealed record SealFilter(JournalSealKind? Kind = null, long? LineId = null, bool OldestFirst = false);

/// <summary>A block as people see it.</summary>
public sealed record SealRow(int Number, JournalSealKind Kind, long FirstLineId, long LastLineId, int LineCount, string Hash, string PreviousHash, DateTime SealedAt);

/// <summary>
/// Looks after the chain: one instance at a time seals and, once a night, verifies. The lease is one conditional UPDATE; should two work at a
/// time all the same, the keys of the blocks hold.
/// </summary>
public sealed class JournalKeeping(PortalDbContext db, JournalSealer sealer, JournalVerifier verifier, JobService jobs, Outbox outbox, ChinaTime time, ILogger<JournalKeeping> logger) : IRegularWork
{
    /// <summary>Hour of the night, in Huaihua, from which the verification of a day is due.</summary>
    public const int DueHour = 3;

    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);

    string IRegularWork.Name => "操作日志核验";

    Task<DateTime?> IRegularWork.LastAsync(CancellationToken cancellation) =>
        db.JournalWatches.OrderByDescending(w => w.VerifiedAt).Select(w => w.VerifiedAt).FirstOrDefaultAsync(cancellation);

    /// <summary>Seals what is due and verifies the chain unless that was done today.</summary>
    /// <returns>Whether this instance did it; false while another does.</returns>
    public async Task<bool> KeepAsync(CancellationToken cancellation)
    {
        if (await TakeAsync(cancellation) is not { } lease) return false;
        try
        {
            await sealer.SealDueAsync(cancellation);
            var today = time.Today;
            if (time.Now.Hour >= DueHour && !await db.JournalWatches.AnyAsync(w => w.VerifiedFor >= today, cancellation)) await VerifyAsync(lease, cancellation);
            return true;
        }
        finally
        {
            await LetGoAsync(lease);
        }
    }

    /// <summary>Seals what is due, verifies the whole chain now and keeps what was found.</summary>
    /// <returns>Null while another instance works on the chain.</returns>
    public async Task<JournalVerdict?> VerifyNowAsync(CancellationToken cancellation)
    {
        if (await TakeAsync(cancellation) is not { } lease) return null;
        try
        {
            await sealer.SealDueAsync(cancellation);
            return await VerifyAsync(lease, cancellation);
        }
        finally
        {
            await LetGoAsync(lease);
        }
    }

    /// <summary>Has the chain verified in the background.</summary>
    /// <returns>Number of the job.</returns>
    public async Task<int> AskAsync(CancellationToken cancellation)
    {
        var job = jobs.Add(VerifyJournalHandler.Kind, "核验操作日志和回执", new { }, enterpriseId: null);
        await db.SaveChangesAsync(cancellation);
        return job.Id;
    }

    /// <summary>What the last verification said; null before the first.</summary>
    public Task<JournalWatch?> LastAsync(CancellationToken cancellation) => db.JournalWatches.AsNoTracking().SingleOrDefaultAsync(w => w.Id == JournalWatch.OnlyId, cancellation);

    /// <summary>Blocks, the latest first.</summary>
    public Task<Page<SealRow>> ListAsync(SealFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<SealRow> StreamAsync(SealFilter filter) => Rows(filter).AsAsyncEnumerable();

    private IQueryable<SealRow> Rows(SealFilter filter)
    {
        var seals = db.JournalSeals.AsNoTracking();
        if (filter.Kind is { } kind) seals = seals.Where(s => s.Kind == kind);
        if (filter.LineId is { } line)
        {
            seals = seals.Where(s => db.LateLines.Any(n => n.JournalLineId == line)
                ? db.LateLines.Any(n => n.JournalLineId == line && n.SealNumber == s.Number)
                : s.Kind == JournalSealKind.Range && s.AfterLineId < line && s.LastLineId >= line);
        }

        var ordered = filter.OldestFirst ? seals.OrderBy(s => s.Number) : seals.OrderByDescending(s => s.Number);
        return ordered.Select(s => new SealRow(s.Number, s.Kind, s.FirstLineId, s.LastLineId, s.LineCount, s.Hash, s.PreviousHash, s.SealedAt));
    }

    private async Task<JournalVerdict> VerifyAsync(string lease, CancellationToken cancellation)
    {
        var verdict = await verifier.VerifyAsync(token => RenewAsync(lease, token), cancellation);
        // the head stands in the log too, which is kept elsewhere: a chain that was made anew from a point on has another one
        logger.LogInformation("Journal verified: {Seals} blocks, {Lines} lines, {Receipts} receipts, head {Head}", verdict.Seals, verdict.Lines, verdict.Receipts, verdict.Head);
        if (verdict.Fault is { } fault) logger.LogError("The journal is not whole: block {Seal}, line {Line}", fault.SealNumber, fault.LineId);
        await NoteAsync(verdict, cancellation);
        return verdict;
    }

    /// <summary>Keeps the verdict and tells the administrators of a fault that they were not told of yet.</summary>
    private Task<Outcome> NoteAsync(JournalVerdict verdict, CancellationToken cancellation)
    {
        var (now, today) = (time.UtcNow, time.Today);
        var fault = verdict.Fault is { } found ? Texts.Cut(found.Words, JournalWatch.FaultMaxLength) : null;
        return db.InTransactionAsync(
            async token =>
            {
                await Watch().ExecuteUpdateAsync(
                    set => set.SetProperty(w => w.VerifiedAt, now).SetProperty(w => w.VerifiedFor, today).SetProperty(w => w.VerifiedSeals, verdict.Seals)
                        .SetProperty(w => w.VerifiedLines, verdict.Lines).SetProperty(w => w.VerifiedReceipts, verdict.Receipts).SetProperty(w => w.Fault, fault), token);
                var isNew = await Watch().Where(w => w.ToldFault != fault)
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.ToldFault, fault), token) == 1;
                if (isNew && fault is not null)
                {
                    var text = $"核验操作日志时发现与封存时不同的内容：{fault}请保留现场，不要自行修改数据库，并查对备份。";
                    await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.JournalBroken, "操作日志核验不通过", text, "/park/journal/seals"), token);
                    await db.SaveChangesAsync(token);
                }
                return Outcome.Done;
            },
            cancellation);
    }

    /// <returns>The lease; null while another instance holds one.</returns>
    private async Task<string?> TakeAsync(CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        var (now, lease) = (time.UtcNow, Guid.NewGuid().ToString("N"));
        var until = now + _lease;
        // a lease that ends later than any taken now could comes from a clock that was set back
        var taken = await Watch().Where(w => w.LeasedUntil == null || w.LeasedUntil < now || w.LeasedUntil > until)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Lease, lease).SetProperty(w => w.LeasedUntil, until), cancellation);
        return taken == 1 ? lease : null;
    }

    private Task<int> RenewAsync(string lease, CancellationToken cancellation)
    {
        var until = time.UtcNow + _lease;
        return Watch().Where(w => w.Lease == lease).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedUntil, until), cancellation);
    }

    private Task<int> LetGoAsync(string lease) => Watch().Where(w => w.Lease == lease)
        .ExecuteUpdateAsync(set => set.SetProperty(w => w.Lease, (string?)null).SetProperty(w => w.LeasedUntil, (DateTime?)null), CancellationToken.None);

    private async Task EnsureAsync(CancellationToken cancellation)
    {
        if (await Watch().AnyAsync(cancellation)) return;
        await db.TryOnceAsync(
            async token =>
            {
                db.JournalWatches.Add(new JournalWatch { Id = JournalWatch.OnlyId });
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private IQueryable<JournalWatch> Watch() => db.JournalWatches.Where(w => w.Id == JournalWatch.OnlyId);
}
