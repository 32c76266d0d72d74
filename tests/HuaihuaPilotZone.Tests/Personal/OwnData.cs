using System.IO.Compression;
using System.Text;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>A person with something of everything, for tests about their data.</summary>
internal static class OwnData
{
    public const string Phone = "13900001111";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Somebody who works for an enterprise and is its contact there.</summary>
    public static async Task<(PortalUser Person, int EnterpriseId)> HasColleagueAsync(this Portal portal, string enterprise, string phone, MembershipRole role = MembershipRole.EnterpriseFiler)
    {
        var person = await portal.HasPersonAsync();
        var id = await portal.HasEnterpriseAsync(enterprise);
        await portal.HasMembershipAsync(person, id, role);
        await portal.WithDatabaseAsync(async db =>
        {
            var record = await db.Enterprises.Include(e => e.Contacts).SingleAsync(e => e.Id == id, Cancellation);
            record.Contacts.Add(new Contact { Name = person.DisplayName, Position = "经理", Phone = phone, Email = person.Email });
            record.Contacts.Add(new Contact { Name = $"旁人{id}", Position = "会计", Phone = "13700002222", Email = $"beside{id}@example.invalid" });
            return await db.SaveChangesAsync(Cancellation);
        });
        return (person, id);
    }

    /// <summary>The files of a zip by name.</summary>
    public static async Task<Dictionary<string, string>> UnzipAsync(this HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation), Encoding.UTF8);
            files[entry.FullName] = await reader.ReadToEndAsync(Cancellation);
        }
        return files;
    }

    public static Task<List<JournalLine>> LinesAsync(this Portal portal, string subject, string key) =>
        portal.WithDatabaseAsync(db => db.Journal.AsNoTracking().Include(l => l.Changes).ThenInclude(c => c.Personal).Where(l => l.Subject == subject && l.SubjectKey == key).OrderBy(l => l.Id).ToListAsync(Cancellation));
}
