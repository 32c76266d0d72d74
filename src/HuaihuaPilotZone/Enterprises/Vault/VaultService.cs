using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Vault;

/// <summary>The papers of an enterprise. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class VaultService(PortalDbContext db, FileCabinet cabinet, RefusedAccess refused, PortalJournal journal, ChinaTime time)
{
    public const string AddedAct = "vault.added";
    public const string ChangedAct = "vault.changed";
    public const string VersionAct = "vault.version-added";
    public const string ArchivedAct = "vault.archived";
    public const string TakenUpAct = "vault.taken-up";

    /// <summary>Days before its last one from which a paper is said to expire.</summary>
    public const int WarningDays = 30;

    private const int MostVersions = 100;
    private const string Gone = "没有找到这份文件。";
    private const string Changed = "这份文件刚被他人修改，请刷新后再保存。";

    public Task<Page<VaultRow>> ListAsync(int enterpriseId, VaultFilter filter, PageRequest page, CancellationToken cancellation) =>
        PageAsync(enterpriseId, filter, page, PagedQueries.MostCounted, cancellation);

    private async Task<Page<VaultRow>> PageAsync(int enterpriseId, VaultFilter filter, PageRequest page, int most, CancellationToken cancellation)
    {
        var found = await Sort(Narrow(Of(enterpriseId), filter), filter).ToPageAsync(page, cancellation, most);
        List<int> ids = [.. found.Rows.Select(d => d.Id)];
        var latest = await db.VaultVersions.AsNoTracking().Include(v => v.File)
            .Where(v => ids.Contains(v.DocumentId) && !db.VaultVersions.Any(o => o.DocumentId == v.DocumentId && o.Sequence > v.Sequence)).OrderBy(v => v.Id).ToListAsync(cancellation);
        var used = await db.Attachments.Where(a => ids.Contains(a.DocumentId)).GroupBy(a => a.DocumentId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return found.Select(d => new VaultRow(d, latest.First(v => v.DocumentId == d.Id), ValidityOf(d), used.Find(u => u.Key == d.Id)?.Count ?? 0));
    }

    /// <summary>Everything that a filter lets through, page by page; for exports.</summary>
    public async IAsyncEnumerable<VaultRow> StreamAsync(
        int enterpriseId, VaultFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; ; number++)
        {
            var page = await PageAsync(enterpriseId, filter, new PageRequest(number, PageRequest.MaxSize), PagedQueries.All, cancellation);
            foreach (var row in page.Rows) yield return row;
            if (page.Rows.Count < page.Size) yield break;
        }
    }

    /// <summary>What certificates and qualifications an enterprise has, for the park: no file, and none that was archived.</summary>
    public async Task<IReadOnlyList<CertificateLine>> CertificatesAsync(int enterpriseId, CancellationToken cancellation)
    {
        var found = await Of(enterpriseId).Where(d => !d.IsArchived && VaultCertificates.Types.Contains(d.Type)).OrderBy(d => d.Id).Take(MostVersions).ToListAsync(cancellation);
        return [.. found.OrderBy(d => d.Type).ThenBy(d => d.ValidTo ?? DateOnly.MaxValue)
            .Select(d => new CertificateLine(d.Type, d.Title, d.Number, d.Issuer, d.ValidFrom, d.ValidTo, ValidityOf(d)))];
    }

    /// <summary>How many papers have expired or soon will.</summary>
    public Task<int> CountExpiringAsync(int enterpriseId, CancellationToken cancellation)
    {
        var until = time.Today.AddDays(WarningDays);
        return Of(enterpriseId).CountAsync(d => !d.IsArchived && d.ValidTo != null && d.ValidTo <= until, cancellation);
    }

    /// <summary>One paper of the enterprise. Asking for somebody else's gives null and leaves a line in the journal.</summary>
    public async Task<VaultDetail?> FindAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        if (await Of(enterpriseId).SingleOrDefaultAsync(d => d.Id == id, cancellation) is not { } document)
        {
            if (await db.VaultDocuments.AnyAsync(d => d.Id == id, cancellation)) await refused.NoteAsync(JournalSubjects.Vault, Key(id), cancellation);
            return null;
        }
        var versions = await db.VaultVersions.AsNoTracking().Include(v => v.File).Where(v => v.DocumentId == id).OrderByDescending(v => v.Sequence).Take(MostVersions).ToListAsync(cancellation);
        var numbers = await db.Attachments.Where(a => a.DocumentId == id).Join(db.Declarations, a => a.DeclarationId, d => d.Id, (a, d) => d)
            .OrderByDescending(d => d.Id).Select(d => d.Number).Take(MostVersions).ToListAsync(cancellation);
        return new VaultDetail(document, ValidityOf(document), versions, numbers);
    }

    /// <summary>Adds a paper with its first version.</summary>
    /// <returns>Its id.</returns>
    public async Task<Outcome<int>> AddAsync(int enterpriseId, VaultData data, KeptFile file, CancellationToken cancellation)
    {
        data = data.Tidied();
        if (data.Refuse().ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.InTransactionAsync<int>(
            async token =>
            {
                var document = new VaultDocument { EnterpriseId = enterpriseId, Type = data.Type, Title = data.Title, UpdatedAt = time.UtcNow };
                data.WriteTo(document);
                document.Versions.Add(new VaultVersion { Sequence = 1, File = cabinet.Record(file, enterpriseId) });
                db.VaultDocuments.Add(document);
                await db.SaveChangesAsync(token);
                journal.Write(JournalSubjects.Vault, Key(document.Id), AddedAct, $"{document.Title}，{file.Name}");
                await db.SaveChangesAsync(token);
                return document.Id;
            },
            cancellation);
    }

    /// <summary>Saves what is said of a paper.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int enterpriseId, int id, int version, VaultData data, CancellationToken cancellation)
    {
        data = data.Tidied();
        if (data.Refuse().ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.VaultDocuments.SingleOrDefaultAsync(d => d.Id == id && d.EnterpriseId == enterpriseId, cancellation) is not { } document) return Outcome.Refused(Gone);
        var changes = VaultData.Of(document).Changes(data);
        if (document.ValidTo != data.ValidTo) document.RemindedDays = null;
        data.WriteTo(document);
        document.UpdatedAt = time.UtcNow;
        db.Expect(document, version);
        journal.Write(JournalSubjects.Vault, Key(id), ChangedAct, changes: changes);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
    }

    /// <summary>Takes a paper out of the choice and of the warnings, or back into them; declarations that it goes with keep it.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> SetArchivedAsync(int enterpriseId, int id, int version, bool archived, CancellationToken cancellation)
    {
        if (await db.VaultDocuments.SingleOrDefaultAsync(d => d.Id == id && d.EnterpriseId == enterpriseId, cancellation) is not { } document) return Outcome.Refused(Gone);
        (document.IsArchived, document.UpdatedAt) = (archived, time.UtcNow);
        db.Expect(document, version);
        journal.Write(JournalSubjects.Vault, Key(id), archived ? ArchivedAct : TakenUpAct, document.Title);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
    }

    /// <summary>Adds a newer version; declarations keep the one they were given.</summary>
    public async Task<Outcome> AddVersionAsync(int enterpriseId, int id, KeptFile file, string? remark, CancellationToken cancellation)
    {
        if (remark?.Length > VaultDocument.NoteMaxLength) return Outcome.Refused("Remark", $"说明最多 {VaultDocument.NoteMaxLength} 个字。");
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await db.VaultDocuments.SingleOrDefaultAsync(d => d.Id == id && d.EnterpriseId == enterpriseId, token) is not { } document) return Outcome.Refused(Gone);
                    var last = await db.VaultVersions.Where(v => v.DocumentId == id).MaxAsync(v => v.Sequence, token);
                    document.Versions.Add(new VaultVersion { Sequence = last + 1, File = cabinet.Record(file, enterpriseId), Remark = Texts.Tidy(remark) });
                    document.UpdatedAt = time.UtcNow;
                    journal.Write(JournalSubjects.Vault, Key(id), VersionAct, $"第 {last + 1} 版，{file.Name}");
                    await db.SaveChangesAsync(token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index: somebody added the same version at this moment
            return Outcome.Refused(Changed);
        }
    }

    /// <summary>The file of one version; null when it is not this enterprise's, which leaves a line in the journal.</summary>
    public async Task<StoredFile?> FindFileAsync(int enterpriseId, int id, int sequence, CancellationToken cancellation) =>
        (await FindAsync(enterpriseId, id, cancellation))?.Versions.FirstOrDefault(v => v.Sequence == sequence)?.File;

    /// <summary>On the civil day of today.</summary>
    public VaultValidity ValidityOf(VaultDocument document)
    {
        var today = time.Today;
        if (document.ValidTo < today) return VaultValidity.Expired;
        if (document.ValidFrom > today) return VaultValidity.NotYet;
        return document.ValidTo <= today.AddDays(WarningDays) ? VaultValidity.Expiring : VaultValidity.Valid;
    }

    private IQueryable<VaultDocument> Of(int enterpriseId) => db.VaultDocuments.AsNoTracking().Where(d => d.EnterpriseId == enterpriseId);

    private IQueryable<VaultDocument> Narrow(IQueryable<VaultDocument> documents, VaultFilter filter)
    {
        var (today, until) = (time.Today, time.Today.AddDays(WarningDays));
        documents = documents.Where(d => d.IsArchived == filter.Archived);
        if (filter.Type is { } type) documents = documents.Where(d => d.Type == type);
        documents = filter.Validity switch
        {
            VaultValidity.Expired => documents.Where(d => d.ValidTo != null && d.ValidTo < today),
            VaultValidity.Expiring => documents.Where(d => d.ValidTo != null && d.ValidTo >= today && d.ValidTo <= until && (d.ValidFrom == null || d.ValidFrom <= today)),
            VaultValidity.NotYet => documents.Where(d => d.ValidFrom != null && d.ValidFrom > today && (d.ValidTo == null || d.ValidTo >= today)),
            VaultValidity.Valid => documents.Where(d => (d.ValidTo == null || d.ValidTo > until) && (d.ValidFrom == null || d.ValidFrom <= today)),
            _ => documents,
        };
        return Texts.Tidy(filter.Word) is { } word
            ? documents.Where(d => d.Title.Contains(word) || (d.Number != null && d.Number.Contains(word)) || d.Versions.Any(v => v.File.Name.Contains(word)))
            : documents;
    }

    private static IQueryable<VaultDocument> Sort(IQueryable<VaultDocument> documents, VaultFilter filter) => (filter.Sort, filter.Ascending) switch
    {
        (VaultSort.Title, true) => documents.OrderBy(d => d.Title).ThenBy(d => d.Id),
        (VaultSort.Title, false) => documents.OrderByDescending(d => d.Title).ThenBy(d => d.Id),
        // a paper without an end comes last
        (VaultSort.ValidTo, true) => documents.OrderBy(d => d.ValidTo == null).ThenBy(d => d.ValidTo).ThenBy(d => d.Id),
        (VaultSort.ValidTo, false) => documents.OrderBy(d => d.ValidTo == null).ThenByDescending(d => d.ValidTo).ThenBy(d => d.Id),
        (_, true) => documents.OrderBy(d => d.UpdatedAt).ThenBy(d => d.Id),
        _ => documents.OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id),
    };

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
