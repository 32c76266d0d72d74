using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Journal;

/// <summary>A changed field as a service reports it.</summary>
public sealed record FieldChange(string Field, string? Old, string? New, bool IsPersonal = false)
{
    public bool IsChange => !string.Equals(Old, New, StringComparison.Ordinal);
}

/// <summary>Writes acts into the journal, beside the change they describe: it adds, the caller saves both or neither.</summary>
public sealed class PortalJournal(PortalDbContext db, Actor actor, ChinaTime time)
{
    /// <summary>Adds one line. Fields that did not change are left out.</summary>
    public JournalLine Write(string subject, string key, string act, string? note = null, IEnumerable<FieldChange>? changes = null)
    {
        var line = Compose(subject, key, act, note, changes);
        db.Journal.Add(line);
        return line;
    }

    /// <summary>A line that nobody has added yet; for whoever writes many rows at once.</summary>
    internal JournalLine Compose(string subject, string key, string act, string? note, IEnumerable<FieldChange>? changes = null) =>
        new()
        {
            At = time.UtcNow,
            UserId = actor.UserId,
            UserName = actor.Name,
            Subject = subject,
            SubjectKey = key,
            Act = act,
            Note = Cut(note, JournalLine.NoteMaxLength),
            Changes = [.. (changes ?? []).Where(c => c.IsChange).Select(ToChange)],
        };

    /// <summary>The history of one record, newest first.</summary>
    /// <param name="exceptAct">An act that is left out.</param>
    public Task<Page<JournalLine>> HistoryAsync(string subject, string key, PageRequest page, CancellationToken cancellation, string? exceptAct = null)
    {
        var lines = db.Journal.AsNoTracking().Where(l => l.Subject == subject && l.SubjectKey == key && l.Act != exceptAct);
        return lines.OrderByDescending(l => l.Id).Include(l => l.Changes).ThenInclude(c => c.Personal).AsSplitQuery().ToPageAsync(page, cancellation);
    }

    /// <summary>
    /// Blanks the values of all personal fields in the history of one record. The lines stay, and the salted hashes still tell
    /// whether a value named later is the one that stood there. Part of the caller's transaction.
    /// </summary>
    /// <returns>How many values were blanked.</returns>
    public Task<int> BlankPersonalAsync(string subject, string key, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var changes = db.Journal.Where(l => l.Subject == subject && l.SubjectKey == key).SelectMany(l => l.Changes).Select(c => c.Id);
        return db.Set<JournalPersonalValue>().Where(p => p.BlankedAt == null && changes.Contains(p.JournalChangeId)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.OldValue, (string?)null).SetProperty(p => p.NewValue, (string?)null).SetProperty(p => p.BlankedAt, now),
            cancellation);
    }

    /// <summary>
    /// Blanks what names one person in the histories of records that name others too: the values that are one of these. They are encrypted, so each has to be looked at.
    /// Part of the caller's transaction.
    /// </summary>
    /// <param name="most">Values that are looked at, the newest first.</param>
    internal async Task<int> BlankPersonalAsync(string subject, IReadOnlyList<string> keys, IReadOnlyList<string?> values, int most, CancellationToken cancellation)
    {
        var named = values.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var changes = db.Journal.Where(l => l.Subject == subject && keys.Contains(l.SubjectKey)).SelectMany(l => l.Changes).Select(c => c.Id);
        var kept = await db.Set<JournalPersonalValue>().AsNoTracking().Where(p => p.BlankedAt == null && changes.Contains(p.JournalChangeId)).OrderByDescending(p => p.JournalChangeId).Take(most).ToListAsync(cancellation);
        List<long> ids = [.. kept.Where(p => named.Contains(p.OldValue ?? "") || named.Contains(p.NewValue ?? "")).Select(p => p.JournalChangeId)];
        var now = time.UtcNow;
        return await db.Set<JournalPersonalValue>().Where(p => ids.Contains(p.JournalChangeId)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.OldValue, (string?)null).SetProperty(p => p.NewValue, (string?)null).SetProperty(p => p.BlankedAt, now), cancellation);
    }

    /// <summary>Whether a value is the one that a change recorded, also after it was blanked.</summary>
    public static bool Matches(string? hash, string? salt, string value) =>
        hash is not null && salt is not null && string.Equals(hash, Hash(value, salt), StringComparison.Ordinal);

    private static JournalChange ToChange(FieldChange change)
    {
        if (!change.IsPersonal)
        {
            return new JournalChange
            {
                Field = change.Field,
                OldValue = Cut(change.Old, JournalChange.ValueMaxLength),
                NewValue = Cut(change.New, JournalChange.ValueMaxLength),
            };
        }
        var salt = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return new JournalChange
        {
            Field = change.Field,
            Salt = salt,
            OldHash = Hash(change.Old, salt),
            NewHash = Hash(change.New, salt),
            Personal = new JournalPersonalValue
            {
                OldValue = Cut(change.Old, JournalChange.ValueMaxLength),
                NewValue = Cut(change.New, JournalChange.ValueMaxLength),
            },
        };
    }

    private static string? Hash(string? value, string salt) =>
        value is null ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(salt + value)));

    private static string? Cut(string? text, int length) =>
        text is null || text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
