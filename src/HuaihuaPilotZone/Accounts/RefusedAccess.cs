using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Notes that somebody asked for a record that is not theirs. The page itself answers 404, as if there were none.</summary>
public sealed class RefusedAccess(PortalDbContext db, PortalJournal journal)
{
    public const string Act = "access.refused";

    /// <param name="subject">Kind of record, see <see cref="JournalSubjects"/>.</param>
    /// <param name="key">What the address asked for.</param>
    public async Task NoteAsync(string subject, string key, CancellationToken cancellation)
    {
        journal.Write(subject, key.Length <= JournalLine.SubjectKeyMaxLength ? key : key[..JournalLine.SubjectKeyMaxLength], Act);
        await db.SaveChangesAsync(cancellation);
    }
}
