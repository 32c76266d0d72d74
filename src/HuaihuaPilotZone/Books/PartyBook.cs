using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Books;

/// <summary>The companies that an enterprise deals with. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class PartyBook(PortalDbContext db, RefusedAccess refused, PortalJournal journal, ChinaTime time)
{
    public const string AddedAct = "party.added";
    public const string ChangedAct = "party.changed";
    public const string ArchivedAct = "party.archived";
    public const string TakenUpAct = "party.taken-up";

    private const string Gone = "没有找到这个参与方。";
    private const string Taken = "参与方库里已有这个名称。";
    private const string Changed = "这个参与方刚被他人修改，请刷新后再保存。";

    public Task<Page<BookParty>> ListAsync(int enterpriseId, PartyFilter filter, PageRequest page, CancellationToken cancellation) =>
        Sort(Narrow(Of(enterpriseId), filter), filter).ToPageAsync(page, cancellation);

    /// <summary>Everything that a filter lets through, for exports.</summary>
    public IAsyncEnumerable<BookParty> StreamAsync(int enterpriseId, PartyFilter filter) => Sort(Narrow(Of(enterpriseId), filter), filter).AsAsyncEnumerable();

    /// <summary>One company of the book. Asking for somebody else's gives null and leaves a line in the journal.</summary>
    public async Task<BookParty?> FindAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        var party = await Of(enterpriseId).SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (party is null && await db.BookParties.AnyAsync(p => p.Id == id, cancellation)) await refused.NoteAsync(JournalSubjects.Party, Key(id), cancellation);
        return party;
    }

    /// <returns>Its id.</returns>
    public async Task<Outcome<int>> AddAsync(int enterpriseId, PartyData data, CancellationToken cancellation)
    {
        data = data.Tidied();
        if (data.Refuse().ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var party = new BookParty { EnterpriseId = enterpriseId, Name = data.Name, Roles = data.Roles };
                    data.WriteTo(party, time.UtcNow);
                    db.BookParties.Add(party);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Party, Key(party.Id), AddedAct, party.Name);
                    await db.SaveChangesAsync(token);
                    return party.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused(nameof(PartyData.Name), Taken);
        }
    }

    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int enterpriseId, int id, int version, PartyData data, CancellationToken cancellation)
    {
        data = data.Tidied();
        if (data.Refuse().ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await ChangeAsync(enterpriseId, id, version, party =>
        {
            journal.Write(JournalSubjects.Party, Key(id), ChangedAct, changes: PartyData.Of(party).Changes(data));
            data.WriteTo(party, time.UtcNow);
        }, cancellation);
    }

    /// <summary>Takes a company out of the choice, or back into it.</summary>
    public Task<Outcome> SetArchivedAsync(int enterpriseId, int id, int version, bool archived, CancellationToken cancellation) => ChangeAsync(enterpriseId, id, version, party =>
    {
        (party.IsArchived, party.UpdatedAt) = (archived, time.UtcNow);
        journal.Write(JournalSubjects.Party, Key(id), archived ? ArchivedAct : TakenUpAct, party.Name);
    }, cancellation);

    private async Task<Outcome> ChangeAsync(int enterpriseId, int id, int version, Action<BookParty> change, CancellationToken cancellation)
    {
        if (await db.BookParties.SingleOrDefaultAsync(p => p.Id == id && p.EnterpriseId == enterpriseId, cancellation) is not { } party) return Outcome.Refused(Gone);
        db.Expect(party, version);
        change(party);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused(nameof(PartyData.Name), Taken);
        }
    }

    private IQueryable<BookParty> Of(int enterpriseId) => db.BookParties.AsNoTracking().Where(p => p.EnterpriseId == enterpriseId);

    private static IQueryable<BookParty> Narrow(IQueryable<BookParty> parties, PartyFilter filter)
    {
        parties = parties.Where(p => p.IsArchived == filter.Archived);
        if (filter.Role is not PartyRoles.None and var role) parties = parties.Where(p => (p.Roles & role) == role);
        return SearchWord.Upper(filter.Word) is { } word ? parties.Where(p => p.SearchText.Contains(word)) : parties;
    }

    private static IQueryable<BookParty> Sort(IQueryable<BookParty> parties, PartyFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (PartySort.Updated, true) => parties.OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.Id),
        (PartySort.Updated, false) => parties.OrderBy(p => p.UpdatedAt).ThenBy(p => p.Id),
        (_, true) => parties.OrderByDescending(p => p.Name).ThenBy(p => p.Id),
        _ => parties.OrderBy(p => p.Name).ThenBy(p => p.Id),
    };

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
