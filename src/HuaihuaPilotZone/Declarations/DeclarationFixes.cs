using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Adopts proposals of the pre-check and takes them back. Values come from the rules, never from the form.</summary>
public sealed class DeclarationFixes(PortalDbContext db, DeclarationCheck check, Actor actor, ChinaTime time)
{
    /// <summary>The changed document with one proposal adopted or taken back as asked; notes what happened without saving.</summary>
    internal async Task<ExportList> ApplyAsync(Declaration declaration, DraftChange change, CancellationToken cancellation)
    {
        var document = change.Document;
        if (change.Apply is { } wanted && await FindAsync(declaration, document, wanted, cancellation) is { Proposal: { } proposal } found)
        {
            if (DocumentPath.Set(document, proposal.Path, proposal.Value) is { } mended)
            {
                Note(declaration, found, DocumentPath.Get(document, proposal.Path));
                document = mended;
            }
        }
        if (change.Applied is { Count: > 0 } applied) await NoteAppliedAsync(declaration, document, applied, cancellation);
        return await TakeBackAsync(declaration, document, change.Undo, cancellation);
    }

    /// <summary>The page wrote these into its fields itself: noted where the stored document had the finding and the new one holds the proposed value.</summary>
    private async Task NoteAppliedAsync(Declaration declaration, ExportList document, IReadOnlyList<WantedFix> applied, CancellationToken cancellation)
    {
        var stored = declaration.Read();
        var findings = (await check.RunAsync(declaration, stored, cancellation)).Result.Findings;
        foreach (var wanted in applied)
        {
            var found = findings.FirstOrDefault(f => f.RuleId == wanted.RuleId && f.Path == wanted.Path);
            if (found?.Proposal is { } proposal && DocumentPath.Get(document, proposal.Path) == proposal.Value)
                Note(declaration, found, DocumentPath.Get(stored, proposal.Path));
        }
    }

    private async Task<ExportList> TakeBackAsync(Declaration declaration, ExportList document, int? fixId, CancellationToken cancellation)
    {
        var standing = await db.AppliedFixes.Where(f => f.DeclarationId == declaration.Id && f.UndoneAt == null)
            .OrderByDescending(f => f.Id).Take(200).ToListAsync(cancellation);
        if (standing.Find(f => f.Id == fixId) is { } fix && DocumentPath.Get(document, fix.Path) == fix.NewValue)
            document = DocumentPath.Set(document, fix.Path, fix.OldValue) ?? document;
        // also what was taken back by hand
        foreach (var undone in standing.Where(f => DocumentPath.Get(document, f.Path) == f.OldValue)) undone.UndoneAt = time.UtcNow;
        return document;
    }

    private async Task<Finding?> FindAsync(Declaration declaration, ExportList document, WantedFix wanted, CancellationToken cancellation) =>
        (await check.RunAsync(declaration, document, cancellation)).Result.Findings
            .FirstOrDefault(f => f.RuleId == wanted.RuleId && f.Path == wanted.Path && f.Proposal is not null);

    private void Note(Declaration declaration, Finding found, string? old) => db.AppliedFixes.Add(new AppliedFix
    {
        DeclarationId = declaration.Id,
        RuleId = found.RuleId,
        Path = found.Proposal!.Path,
        OldValue = Cut(old),
        NewValue = Cut(found.Proposal.Value),
        At = time.UtcNow,
        By = actor.Name,
    });

    private static string? Cut(string? value) => value is { Length: > AppliedFix.ValueMaxLength } ? value[..AppliedFix.ValueMaxLength] : value;
}
