using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Letters;

/// <summary>
/// What time does to letters: one that waits is told upwards after 5, 15, 60 and 80 days, and an answered one is erased when its time is over.
/// The steps are days of the calendar, since the inspection of sites counts three months (考核指标: 有效信件超过三个月未答复即一票否决).
/// </summary>
public sealed class LetterClock(PortalDbContext db, Outbox outbox, PortalJournal journal, FileSweeper sweeper, IOptions<LetterOptions> options, ChinaTime time)
{
    /// <summary>Days since a letter came; the last one leaves ten days before three months are over.</summary>
    public static readonly IReadOnlyList<int> Steps = [5, 15, 60, 80];

    private const int Batch = 200;

    /// <summary>Tells of every letter that has waited for a step; each step once, whichever instance comes first.</summary>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> EscalateDueAsync(CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var days in Steps)
        {
            var before = ChinaTime.StartOf(time.Today.AddDays(1 - days));
            var due = await db.Letters.Where(l => l.State != LetterState.Answered && l.ReceivedAt < before && !db.LetterEscalations.Any(e => e.LetterId == l.Id && e.Days == days))
                .OrderBy(l => l.Id).Select(l => new { l.Id, l.Number, l.Kind, l.AssigneeId }).Take(Batch).ToListAsync(cancellation);
            foreach (var letter in due)
            {
                if (await TakeStepAsync(letter.Id, letter.Number, letter.Kind, letter.AssigneeId, days, cancellation)) taken++;
            }
        }
        return taken;
    }

    /// <summary>Erases writer, text, reply and files of letters whose time is over; numbers, days and the published copy stay.</summary>
    /// <returns>How many letters were erased.</returns>
    public async Task<int> EraseOldAsync(CancellationToken cancellation)
    {
        var before = time.UtcNow.AddDays(-options.Value.KeptDays);
        var old = await db.Letters.Where(l => l.State == LetterState.Answered && l.ErasedAt == null && l.RepliedAt < before).OrderBy(l => l.Id).Select(l => l.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var id in old) await EraseAsync(id, cancellation);
        return old.Count;
    }

    private Task<bool> TakeStepAsync(int id, string number, LetterKind kind, int? assigneeId, int days, CancellationToken cancellation)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{kind.Word()} {number} 已等待 {days} 天，还没有答复。{(days == Steps[^1] ? "满三个月未答复将被一票否决，请立即办理。" : "请尽快办理。")}");
        var notice = new NoticeDraft(MessageKind.LetterOverdue, string.Create(CultureInfo.InvariantCulture, $"来信 {number} 已等待 {days} 天"), text, $"/park/letters/{number}");
        return db.TryOnceAsync(
            async token =>
            {
                db.LetterEscalations.Add(new LetterEscalation { LetterId = id, Days = days, At = time.UtcNow });
                journal.Write(JournalSubjects.Letter, number, "letter.escalated", string.Create(CultureInfo.InvariantCulture, $"{days} 天"));
                await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), notice, token);
                if (assigneeId is { } handler && !await db.UserRoles.AnyAsync(g => g.UserId == handler && db.Roles.Any(r => r.Id == g.RoleId && r.Name == StaffRoles.ParkAdministrator), token))
                    await outbox.NotifyAsync(Audience.Person(handler), notice, token);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private async Task EraseAsync(int id, CancellationToken cancellation)
    {
        List<string> hashes = [];
        await db.InTransactionAsync(
            async token =>
            {
                var letter = await db.Letters.Include(l => l.Files).ThenInclude(f => f.File).SingleAsync(l => l.Id == id, token);
                (letter.ProtectedWriter, letter.CodeHash, letter.Title, letter.Body, letter.Reply, letter.ErasedAt) = (null, "", "", "", null, time.UtcNow);
                List<StoredFile> files = [.. letter.Files.Select(f => f.File!)];
                hashes = [.. files.Select(f => f.Hash)];
                db.RemoveRange(letter.Files.ToList());
                db.RemoveRange(files);
                journal.Write(JournalSubjects.Letter, letter.Number, "letter.erased");
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
        foreach (var hash in hashes) await sweeper.ForgetAsync(hash, cancellation);
    }
}

/// <summary>Looks every hour which letters wait, and once a day which are to be erased.</summary>
internal sealed class LetterWorker(IServiceScopeFactory scopes, WorkerStart start, ILogger<LetterWorker> logger) : RoundWorker(start, TimeSpan.FromHours(1), bell: null, logger)
{
    protected override async Task<bool> WorkAsync(bool isNewDay, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<LetterClock>();
        await clock.EscalateDueAsync(cancellation);
        if (isNewDay) await clock.EraseOldAsync(cancellation);
        return false;
    }
}
