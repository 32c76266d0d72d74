using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Vault;

/// <summary>A paper that may be attached.</summary>
public sealed record AttachmentChoice(int DocumentId, VaultType Type, string Title, string? Number);

/// <summary>Which papers go with a declaration. They are changed while the declaration can be; what was submitted stays as the park saw it.</summary>
public sealed class AttachmentService(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string AttachedAct = "declaration.attached";
    public const string DetachedAct = "declaration.detached";

    /// <summary>Papers that one declaration may have.</summary>
    public const int Most = 50;

    private const int MostChoices = 200;
    private const string Gone = "没有找到这份预申报或文件。";

    /// <summary>What goes with a declaration of the enterprise.</summary>
    public Task<List<Attachment>> ListAsync(int declarationId, CancellationToken cancellation) =>
        Whole().Where(a => a.DeclarationId == declarationId).OrderBy(a => a.Id).Take(Most).ToListAsync(cancellation);

    /// <summary>What the park may see: papers that were attached when the declaration was last submitted.</summary>
    public Task<List<Attachment>> ListSubmittedAsync(int declarationId, CancellationToken cancellation) =>
        Whole().Where(a => a.DeclarationId == declarationId && IsSubmitted().Any(d => d.Id == a.DeclarationId && a.AttachedAt <= d.SubmittedAt)).OrderBy(a => a.Id).Take(Most).ToListAsync(cancellation);

    /// <summary>Papers of the enterprise that are not attached yet, the latest first.</summary>
    public Task<List<AttachmentChoice>> ChoicesAsync(int enterpriseId, int declarationId, CancellationToken cancellation) =>
        db.VaultDocuments.Where(d => d.EnterpriseId == enterpriseId && !d.IsArchived && !db.Attachments.Any(a => a.DeclarationId == declarationId && a.DocumentId == d.Id))
            .OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(MostChoices).Select(d => new AttachmentChoice(d.Id, d.Type, d.Title, d.Number)).ToListAsync(cancellation);

    /// <summary>Attaches the newest version of a paper; once attached before, it is replaced by the newest.</summary>
    public Task<Outcome> AttachAsync(int enterpriseId, DeclarationNumber number, int documentId, CancellationToken cancellation) => ActAsync(
        enterpriseId, number,
        async (declaration, token) =>
        {
            var version = await db.VaultVersions.Where(v => v.DocumentId == documentId && v.Document!.EnterpriseId == enterpriseId)
                .OrderByDescending(v => v.Sequence).Select(v => new { v.Id, v.Document!.Title, v.Sequence }).FirstOrDefaultAsync(token);
            if (version is null) return Outcome.Refused(Gone);
            await db.Attachments.Where(a => a.DeclarationId == declaration && a.DocumentId == documentId).ExecuteDeleteAsync(token);
            if (await db.Attachments.CountAsync(a => a.DeclarationId == declaration, token) >= Most) return Outcome.Refused($"一份预申报最多附 {Most} 份文件。");
            db.Attachments.Add(new Attachment { DeclarationId = declaration, DocumentId = documentId, VersionId = version.Id, AttachedAt = time.UtcNow, AttachedBy = actor.Name });
            journal.Write(JournalSubjects.Declaration, number.ToString(), AttachedAct, $"{version.Title}，第 {version.Sequence} 版");
            return Outcome.Done;
        },
        cancellation);

    public Task<Outcome> DetachAsync(int enterpriseId, DeclarationNumber number, int attachmentId, CancellationToken cancellation) => ActAsync(
        enterpriseId, number,
        async (declaration, token) =>
        {
            var title = await db.Attachments.Where(a => a.Id == attachmentId && a.DeclarationId == declaration).Select(a => a.Document!.Title).SingleOrDefaultAsync(token);
            if (title is null) return Outcome.Refused(Gone);
            await db.Attachments.Where(a => a.Id == attachmentId).ExecuteDeleteAsync(token);
            journal.Write(JournalSubjects.Declaration, number.ToString(), DetachedAct, title);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>The file of an attachment, for the enterprise whose declaration it goes with.</summary>
    public Task<StoredFile?> FindFileAsync(int enterpriseId, DeclarationNumber number, int attachmentId, CancellationToken cancellation) =>
        db.Attachments.AsNoTracking().Where(a => a.Id == attachmentId && db.Declarations.Any(d => d.Id == a.DeclarationId && d.Number == number && d.EnterpriseId == enterpriseId))
            .Select(a => a.DocumentVersion!.File).SingleOrDefaultAsync(cancellation);

    /// <summary>The file of an attachment that was submitted, for the park.</summary>
    public Task<StoredFile?> FindSubmittedFileAsync(DeclarationNumber number, int attachmentId, CancellationToken cancellation) =>
        db.Attachments.AsNoTracking().Where(a => a.Id == attachmentId && IsSubmitted().Any(d => d.Id == a.DeclarationId && d.Number == number && a.AttachedAt <= d.SubmittedAt))
            .Select(a => a.DocumentVersion!.File).SingleOrDefaultAsync(cancellation);

    private IQueryable<Attachment> Whole() => db.Attachments.AsNoTracking().Include(a => a.Document).Include(a => a.DocumentVersion!).ThenInclude(v => v.File);

    private IQueryable<Declaration> IsSubmitted() => db.Declarations.Where(d => d.SubmittedAt != null && d.State != DeclarationState.Draft);

    private async Task<Outcome> ActAsync(int enterpriseId, DeclarationNumber number, Func<int, CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    var declaration = await db.Declarations.AsNoTracking().SingleOrDefaultAsync(d => d.Number == number && d.EnterpriseId == enterpriseId, token);
                    if (declaration is null) return Outcome.Refused(Gone);
                    if (!declaration.State.IsEditable()) return Outcome.Refused($"{declaration.State.Word()}的预申报不能增减文件。");
                    // holds the declaration's row until the end, so that a submission at this moment comes before or after
                    var held = await db.Declarations.Where(d => d.Id == declaration.Id && d.Version == declaration.Version).ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version), token);
                    if (held == 0) return Outcome.Refused("这份预申报刚有变化，请刷新后再试。");
                    var outcome = await act(declaration.Id, token);
                    if (outcome.IsDone) await db.SaveChangesAsync(token);
                    return outcome;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused("这份文件刚被附上，请刷新后再看。");
        }
    }
}
