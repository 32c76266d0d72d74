using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal;

/// <summary>Whose contact data somebody asks to see in full.</summary>
public enum UnmaskKind
{
    /// <summary>The contacts of an enterprise.</summary>
    Enterprise,

    /// <summary>An account.</summary>
    Person,
}

/// <summary>A person in full.</summary>
public sealed record UnmaskedPerson(string Name, string? Position, string? Phone, string? Email);

/// <summary>
/// What lists and pages show masked, in full, for a reason. The look is journalled before anything is shown: with the reason and who looked, never with what was seen.
/// This is the one place, so that a step-up before it is asked for once.
/// </summary>
public sealed class Unmasking(PortalDbContext db, PortalJournal journal)
{
    public const int ReasonMaxLength = 200;

    private const int MostContacts = 100;

    /// <summary>What the record is called; null where there is none.</summary>
    public Task<string?> NameAsync(UnmaskKind kind, int id, CancellationToken cancellation) => kind == UnmaskKind.Enterprise
        ? db.Enterprises.Where(e => e.Id == id).Select(e => e.Name).SingleOrDefaultAsync(cancellation)
        : db.Users.Where(u => u.Id == id).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellation);

    public async Task<Outcome<IReadOnlyList<UnmaskedPerson>>> LookAsync(UnmaskKind kind, int id, string? reason, CancellationToken cancellation)
    {
        if (Texts.Tidy(reason) is not { Length: <= ReasonMaxLength } why) return Outcome.Refused("Reason", $"请写明查看的原因，最多 {ReasonMaxLength} 个字。");
        var (key, people) = kind == UnmaskKind.Enterprise ? await ContactsAsync(id, cancellation) : await AccountAsync(id, cancellation);
        if (key is null) return Outcome.Refused("没有这条记录。");
        journal.Write(kind == UnmaskKind.Enterprise ? JournalSubjects.Enterprise : JournalSubjects.Account, key, PrivacyActs.Unmasked, why);
        await db.SaveChangesAsync(cancellation);
        return people;
    }

    private async Task<(string? Key, List<UnmaskedPerson> People)> ContactsAsync(int id, CancellationToken cancellation)
    {
        if (!await db.Enterprises.AnyAsync(e => e.Id == id, cancellation)) return (null, []);
        var contacts = await db.Set<Contact>().AsNoTracking().Where(c => c.EnterpriseId == id).OrderBy(c => c.Id).Take(MostContacts).ToListAsync(cancellation);
        return (id.ToString(CultureInfo.InvariantCulture), contacts.ConvertAll(c => new UnmaskedPerson(c.Name, c.Position, c.Phone, c.Email)));
    }

    private async Task<(string? Key, List<UnmaskedPerson> People)> AccountAsync(int id, CancellationToken cancellation) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation) is { } user
            ? (user.UserName, [new UnmaskedPerson(user.DisplayName, null, user.PhoneNumber, user.Email)])
            : (null, []);
}
