using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Repairs;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Adopts proposals of the pre-check and takes them back. Values come from the rules, never from the form.</summary>
public sealed class DeclarationFixes(PortalDbContext db, DeclarationCheck check, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>One round mends what the round before made visible; rules that undo each other end here.</summary>
    private const int MostRounds = 8;

    internal const string AdoptedAct = "declaration.fix-adopted";
    internal const string UndoneAct = "declaration.fix-undone";

    // of the change at hand
    private readonly List<AppliedFix> _adopted = [];

    /// <summary>The changed document with proposals adopted or taken back as asked; notes what happened without saving.</summary>
    internal async Task<CustomsDocument> ApplyAsync(Declaration declaration, DraftChange change, CancellationToken cancellation)
    {
        var document = change.Document;
        _adopted.Clear();
        if (change.Apply is { } wanted && await FindAsync(declaration, document, wanted, cancellation) is { } found) document = Adopt(declaration, document, found);
        if (change.ApplyAll) document = await ApplyAllAsync(declaration, document, cancellation);
        if (change.Repair is { } repair) document = await RepairAsync(declaration, document, repair, cancellation);
        if (change.Applied is { Count: > 0 } applied) await NoteAppliedAsync(declaration, document, applied, cancellation);
        Write(declaration, document, AdoptedAct, [.. _adopted.Select(f => (f.RuleId, f.Path, f.OldValue, f.NewValue))]);
        return await TakeBackAsync(declaration, document, change.Undo, cancellation);
    }

    /// <summary>Every safe proposal at once, one for each field, until a check offers none that was not tried.</summary>
    private async Task<CustomsDocument> ApplyAllAsync(Declaration declaration, CustomsDocument document, CancellationToken cancellation)
    {
        var tried = new HashSet<(string, string?)>();
        for (var round = 0; round < MostRounds; round++)
        {
            var findings = (await check.RunAsync(declaration, document, cancellation)).Result.Findings;
            var fresh = findings.Where(f => f.Proposal is { } p && tried.Add((p.Path, p.Value))).DistinctBy(f => f.Proposal!.Path, StringComparer.Ordinal).ToList();
            if (fresh.Count == 0) break;
            foreach (var finding in fresh) document = Adopt(declaration, document, (finding, finding.Proposal!));
        }
        return document;
    }

    /// <summary>Every change of one repair, or none where the document offers it no longer.</summary>
    private async Task<CustomsDocument> RepairAsync(Declaration declaration, CustomsDocument document, string key, CancellationToken cancellation)
    {
        var repairs = (await check.RunAsync(declaration, document, cancellation)).Repairs.Repairs;
        if (repairs.FirstOrDefault(r => r.Key == key) is not { } repair || RepairFinder.Apply(document, repair) is not { } repaired) return document;
        foreach (var step in repair.Steps) Note(declaration, step.RuleId, new Proposal(step.Path, step.NewValue), step.OldValue);
        return repaired;
    }

    private CustomsDocument Adopt(Declaration declaration, CustomsDocument document, (Finding Finding, Proposal Proposal) found)
    {
        if (DocumentPath.Set(document, found.Proposal.Path, found.Proposal.Value) is not { } mended) return document;
        Note(declaration, found.Finding.RuleId, found.Proposal, DocumentPath.Get(document, found.Proposal.Path));
        return mended;
    }

    /// <summary>The page wrote these into its fields itself: noted where the stored document had the finding and the new one holds the proposed value.</summary>
    private async Task NoteAppliedAsync(Declaration declaration, CustomsDocument document, IReadOnlyList<WantedFix> applied, CancellationToken cancellation)
    {
        var stored = declaration.Read();
        var findings = (await check.RunAsync(declaration, stored, cancellation)).Result.Findings;
        foreach (var wanted in applied)
        {
            if (Find(findings, wanted) is { } found && DocumentPath.Get(document, found.Proposal.Path) == found.Proposal.Value)
                Note(declaration, found.Finding.RuleId, found.Proposal, DocumentPath.Get(stored, found.Proposal.Path));
        }
    }

    private async Task<CustomsDocument> TakeBackAsync(Declaration declaration, CustomsDocument document, int? fixId, CancellationToken cancellation)
    {
        var standing = await db.AppliedFixes.Where(f => f.DeclarationId == declaration.Id && f.UndoneAt == null)
            .OrderByDescending(f => f.Id).Take(200).ToListAsync(cancellation);
        if (standing.Find(f => f.Id == fixId) is { } fix && DocumentPath.Get(document, fix.Path) == fix.NewValue)
            document = DocumentPath.Set(document, fix.Path, fix.OldValue) ?? document;
        // also what was taken back by hand
        var undone = standing.FindAll(f => DocumentPath.TryGet(document, f.Path, out var value) && value == f.OldValue);
        foreach (var taken in undone) taken.UndoneAt = time.UtcNow;
        Write(declaration, document, UndoneAct, [.. undone.Select(f => (f.RuleId, f.Path, f.NewValue, f.OldValue))]);
        return document;
    }

    private async Task<(Finding Finding, Proposal Proposal)?> FindAsync(Declaration declaration, CustomsDocument document, WantedFix wanted, CancellationToken cancellation) =>
        Find((await check.RunAsync(declaration, document, cancellation)).Result.Findings, wanted);

    private static (Finding Finding, Proposal Proposal)? Find(IReadOnlyList<Finding> findings, WantedFix wanted)
    {
        foreach (var finding in findings.Where(f => f.RuleId == wanted.RuleId && f.Path == wanted.Path))
        {
            if ((wanted.Choice is { } choice ? finding.Alternatives.ElementAtOrDefault(choice) : finding.Proposal) is { } proposal) return (finding, proposal);
        }
        return null;
    }

    private void Note(Declaration declaration, string ruleId, Proposal proposal, string? old)
    {
        var fix = new AppliedFix
        {
            DeclarationId = declaration.Id,
            RuleId = ruleId,
            Path = proposal.Path,
            OldValue = Cut(old),
            NewValue = Cut(proposal.Value),
            At = time.UtcNow,
            By = actor.Name,
        };
        db.AppliedFixes.Add(fix);
        _adopted.Add(fix);
    }

    private void Write(Declaration declaration, CustomsDocument document, string act, IReadOnlyList<(string RuleId, string Path, string? Old, string? New)> fixes)
    {
        if (fixes.Count == 0) return;
        var rules = string.Join('、', fixes.Select(f => f.RuleId).Distinct(StringComparer.Ordinal));
        journal.Write(JournalSubjects.Declaration, declaration.Number.ToString(), act, rules, fixes.Select(f => new Journal.FieldChange(document.Schema.Label(f.Path, document.TradeMode), f.Old, f.New)));
    }

    private static string? Cut(string? value) => value is { Length: > AppliedFix.ValueMaxLength } ? value[..AppliedFix.ValueMaxLength] : value;
}
