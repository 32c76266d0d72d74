using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Yard;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal;

/// <summary>A record with its people in full, and where the journal speaks of it.</summary>
/// <param name="Name">What it is called.</param>
internal sealed record MaskedRecord(string Name, string Subject, string JournalKey, IReadOnlyList<UnmaskedPerson> People)
{
    public IReadOnlyList<UnmaskedVehicle> Vehicles { get; init; } = [];

    /// <summary>Who was looked at, where the journal's subject does not say it.</summary>
    public IReadOnlyList<FieldChange> Whose { get; init; } = [];

    /// <summary>Whether the former values of the subject are this record's, and nobody else's.</summary>
    public bool HasHistory { get; init; } = true;
}

/// <summary>Reads the people of records whose pages show masks. Only <see cref="Unmasking"/> asks.</summary>
public sealed class MaskedRecords(PortalDbContext db, LetterDesk letters, InformationRequestDesk requests, SuccessionDesk successions, EnterprisePeople people, Actor actor)
{
    private const int MostContacts = 100;
    private const int MostFormer = 100;

    internal Task<MaskedRecord?> FindAsync(UnmaskTarget target, CancellationToken cancellation) => target.Kind switch
    {
        UnmaskKind.Enterprise => EnterpriseAsync(Id(target), cancellation),
        UnmaskKind.Person => AccountAsync(Id(target), cancellation),
        UnmaskKind.Application => ApplicationAsync(target.Key, cancellation),
        UnmaskKind.Letter => LetterAsync(new LetterReader(actor.UserId ?? 0, target.IsAdministrator), target.Key, cancellation),
        UnmaskKind.InformationRequest => RequestAsync(target.Key, cancellation),
        UnmaskKind.Succession => SuccessionAsync(target.Key, cancellation),
        UnmaskKind.Lead => LeadAsync(target.Key, cancellation),
        UnmaskKind.Import => ImportAsync(Id(target), cancellation),
        UnmaskKind.Mail => MailAsync(Id(target), cancellation),
        UnmaskKind.YardStay => YardStayAsync(Id(target), cancellation),
        UnmaskKind.Colleague => ColleagueAsync(target.EnterpriseId, Id(target), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target.Kind, null),
    };

    /// <summary>Personal values of the record's history that have not been blanked.</summary>
    internal async Task<IReadOnlyList<UnmaskedValue>> FormerAsync(MaskedRecord record, CancellationToken cancellation) => !record.HasHistory ? [] : await db.Journal.AsNoTracking()
        .Where(l => l.Subject == record.Subject && l.SubjectKey == record.JournalKey)
        .SelectMany(l => l.Changes.Where(c => c.Personal != null && c.Personal.BlankedAt == null), (l, c) => new { l.Id, l.At, l.UserName, Change = c.Id, c.Field, c.Personal!.OldValue, c.Personal.NewValue })
        .OrderByDescending(v => v.Id).ThenBy(v => v.Change).Take(MostFormer)
        .Select(v => new UnmaskedValue(v.At, v.UserName, v.Field, v.OldValue, v.NewValue)).ToListAsync(cancellation);

    private static int Id(UnmaskTarget target) => int.TryParse(target.Key, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task<MaskedRecord?> EnterpriseAsync(int id, CancellationToken cancellation)
    {
        if (await db.Enterprises.Where(e => e.Id == id).Select(e => e.Name).SingleOrDefaultAsync(cancellation) is not { } name) return null;
        var contacts = await db.Set<Contact>().AsNoTracking().Where(c => c.EnterpriseId == id).OrderBy(c => c.Id).Take(MostContacts).ToListAsync(cancellation);
        return new MaskedRecord(name, JournalSubjects.Enterprise, Key(id), contacts.ConvertAll(c => new UnmaskedPerson(c.Name, c.Position, c.Phone, c.Email)));
    }

    private async Task<MaskedRecord?> AccountAsync(int id, CancellationToken cancellation) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation) is { } user
            ? new MaskedRecord(user.DisplayName, JournalSubjects.Account, user.UserName ?? Key(user.Id), [new UnmaskedPerson(user.DisplayName, null, user.PhoneNumber, user.Email)])
            : null;

    /// <summary>What the account once said, and what it says elsewhere, is not the enterprise's to see.</summary>
    private async Task<MaskedRecord?> ColleagueAsync(int enterpriseId, int membershipId, CancellationToken cancellation) =>
        await people.FindAsync(enterpriseId, membershipId, cancellation) is { } member
            ? new MaskedRecord(member.Name, JournalSubjects.Enterprise, Key(enterpriseId), [new UnmaskedPerson(member.Name, member.Role.Word(), null, member.Email)])
            {
                Whose = [new FieldChange("成员", null, member.Name, IsPersonal: true)],
                HasHistory = false,
            }
            : null;

    private async Task<MaskedRecord?> ApplicationAsync(string number, CancellationToken cancellation)
    {
        if (await db.EntryApplications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, cancellation) is not { } found) return null;
        return new MaskedRecord($"入驻申请 {number}", JournalSubjects.Application, number, found.ContactName.Length == 0 ? [] : [new UnmaskedPerson(found.ContactName, found.ContactPosition, found.ContactPhone, found.ContactEmail)]);
    }

    private async Task<MaskedRecord?> LetterAsync(LetterReader reader, string number, CancellationToken cancellation) =>
        await letters.FindAsync(reader, number, cancellation) is { } found
            ? new MaskedRecord($"来信 {number}", JournalSubjects.Letter, number, found.Writer is { } writer ? [new UnmaskedPerson(writer.Name, null, writer.Phone, writer.Email)] : [])
            : null;

    private async Task<MaskedRecord?> RequestAsync(string number, CancellationToken cancellation)
    {
        if (await requests.FindAsync(number, cancellation) is not { } found) return null;
        List<UnmaskedPerson> named = found.Applicant is { } who
            ? [new UnmaskedPerson(who.Name, null, who.Phone, who.Email) { Identity = $"{who.IdentityKind.Word()} {who.IdentityNumber}", Address = who.Address }]
            : [];
        return new MaskedRecord($"信息公开申请 {number}", JournalSubjects.InformationRequest, number, named);
    }

    private async Task<MaskedRecord?> SuccessionAsync(string number, CancellationToken cancellation)
    {
        if (await successions.FindAsync(number, cancellation) is not { } found) return null;
        var named = found.Administrators.Select(a => new UnmaskedPerson(a.Name, "现企业管理员", null, a.Email));
        if (found.Person is { } person) named = named.Prepend(new UnmaskedPerson(person.Name, person.Position, person.Phone, person.Email));
        return new MaskedRecord($"接任申请 {number}", JournalSubjects.Succession, number, [.. named]);
    }

    private async Task<MaskedRecord?> LeadAsync(string number, CancellationToken cancellation)
    {
        if (await db.Leads.AsNoTracking().Include(l => l.Visits).SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } lead) return null;
        var named = lead.Visits.Where(v => v.Participants is not null).OrderByDescending(v => v.On).Take(MostContacts)
            .Select(v => new UnmaskedPerson(v.Participants!, string.Create(CultureInfo.InvariantCulture, $"{v.On:yyyy-MM-dd} 走访参加人"), null, null));
        if (lead.ContactName is { } name) named = named.Prepend(new UnmaskedPerson(name, lead.ContactPosition, lead.ContactPhone, lead.ContactEmail));
        return new MaskedRecord(lead.Company, JournalSubjects.Lead, number, [.. named]);
    }

    /// <summary>Rows of the park's imports that something is wrong with in a cell that is shown masked: that is what somebody has to see to mend it.</summary>
    private async Task<MaskedRecord?> ImportAsync(int id, CancellationToken cancellation)
    {
        var found = await db.ImportBatches.AsNoTracking().Where(b => b.Id == id && b.EnterpriseId == null && b.Kind == RosterImports.KindName).Select(b => new { b.File!.Name, b.Columns }).SingleOrDefaultAsync(cancellation);
        if (found is null) return null;
        var columns = ImportCells.Read<string[]>(found.Columns);
        var rows = await db.ImportRows.AsNoTracking()
            .Where(r => r.BatchId == id && db.ImportProblems.Any(p => p.BatchId == id && p.RowNumber == r.Number && (p.Column == RosterSheet.Contact || p.Column == RosterSheet.Phone || p.Column == RosterSheet.Mail)))
            .OrderBy(r => r.Number).Take(MostContacts).ToListAsync(cancellation);
        return new MaskedRecord(found.Name, JournalSubjects.Import, Key(id), rows.ConvertAll(r => Person(ImportCells.ToRow(r, columns))));
    }

    private static UnmaskedPerson Person(ImportedRow row)
    {
        string? Cell(string column) => row.Cells.GetValueOrDefault(column);
        return new UnmaskedPerson(Cell(RosterSheet.Contact) ?? "（未填姓名）", string.Create(CultureInfo.InvariantCulture, $"第 {row.Number} 行 {Cell(RosterSheet.Position)}").TrimEnd(), Cell(RosterSheet.Phone), Cell(RosterSheet.Mail));
    }

    private async Task<MaskedRecord?> MailAsync(int id, CancellationToken cancellation) =>
        await db.OutgoingMails.AsNoTracking().Where(m => m.Id == id).Select(m => new { m.Subject, m.To }).SingleOrDefaultAsync(cancellation) is { } mail
            ? new MaskedRecord(mail.Subject, JournalSubjects.Mail, Key(id), [new UnmaskedPerson("收件人", null, null, mail.To)])
            : null;

    private async Task<MaskedRecord?> YardStayAsync(int id, CancellationToken cancellation)
    {
        if (await db.YardStays.Where(s => s.Id == id).Select(s => s.Container).SingleOrDefaultAsync(cancellation) is not { } container) return null;
        var moves = await db.GateMoves.AsNoTracking().Where(m => m.StayId == id && m.Vehicle != null).OrderByDescending(m => m.Id).Take(MostContacts).Select(m => new { m.Vehicle, m.Direction, m.At }).ToListAsync(cancellation);
        return new MaskedRecord(container, JournalSubjects.YardStay, Key(id), []) { Vehicles = moves.ConvertAll(m => new UnmaskedVehicle(m.Vehicle!, m.Direction.Word(), m.At)) };
    }
}
