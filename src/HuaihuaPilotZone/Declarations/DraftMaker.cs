using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Makes drafts, one or many at once, each with its number, its check and its line of the journal. What all have in common is asked once.</summary>
public sealed class DraftMaker(PortalDbContext db, DeclarationCheck check, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Makes sure that today's numbers can be given; before the transaction of <see cref="AddAsync"/>.</summary>
    public Task EnsureNumbersAsync(CancellationToken cancellation) => numbers.EnsureAsync(SeriesOf(time.Today), cancellation);

    /// <summary>Keeps new drafts under the next numbers, with the checks that they were kept with.</summary>
    /// <param name="edition">The tables of today.</param>
    /// <param name="sources">Documents of the same enterprise that an application is made from.</param>
    public async Task<Outcome<List<CheckedDraft>>> KeepAsync(
        int enterpriseId, IReadOnlyList<MadeDraft> drafts, TablesEdition edition, CancellationToken cancellation, IReadOnlyList<int>? sources = null)
    {
        await EnsureNumbersAsync(cancellation);
        return await db.InTransactionAsync<List<CheckedDraft>>(
            async token =>
            {
                var added = await AddAsync(enterpriseId, drafts, edition, token, sources);
                await db.SaveChangesAsync(token);
                return added;
            },
            cancellation);
    }

    /// <summary>Adds drafts inside the caller's transaction, such as those of an import; the caller saves. Several of them are written at once and have no id to give.</summary>
    /// <param name="edition">The tables of today.</param>
    /// <param name="sources">Documents of the same enterprise that an application is made from.</param>
    public async Task<List<CheckedDraft>> AddAsync(
        int enterpriseId, IReadOnlyList<MadeDraft> drafts, TablesEdition edition, CancellationToken cancellation, IReadOnlyList<int>? sources = null)
    {
        var (today, now) = (time.Today, time.UtcNow);
        var sender = await check.SenderAsync(enterpriseId, cancellation);
        var number = await numbers.NextAsync(SeriesOf(today), drafts.Count, cancellation);
        var isOne = drafts.Count == 1 || sources is not null;
        List<CustomsDocument> documents = [.. drafts.Select(d => PersonNumbers.Hide(d.Document.Document))];
        var (added, lines) = (new List<CheckedDraft>(drafts.Count), new List<JournalLine>(drafts.Count));
        var known = new KnownBefore(edition, sender.Transmission, added, isOne ? null : await check.OthersAsync(enterpriseId, documents, cancellation));
        foreach (var ((kind, prefilled, origin), document) in drafts.Zip(documents))
        {
            var declaration = new Declaration
            {
                Number = new DeclarationNumber(today, number++),
                EnterpriseId = enterpriseId,
                Kind = kind,
                Origins = JsonSerializer.Serialize(prefilled.Origins),
                ModeReason = origin.ModeReason,
                ModeNote = origin.ModeNote,
                CreatedAt = now,
                CreatedBy = actor.Name,
                IsDemonstration = sender.IsDemonstration,
                Sources = [.. (sources ?? []).Select(id => new DeclarationSource { SourceId = id })],
            };
            var checkedNow = await check.RunAsync(declaration, document, known, cancellation);
            declaration.Write(checkedNow.Document, checkedNow.Result, checkedNow.Tables.TablesVersion, now);
            lines.Add(journal.Compose(JournalSubjects.Declaration, declaration.Number.ToString(), "declaration.opened", origin.Note));
            added.Add(new CheckedDraft(declaration, checkedNow));
        }

        if (isOne)
        {
            db.Declarations.AddRange(added.Select(a => a.Declaration));
            db.Journal.AddRange(lines);
        }
        else
        {
            await WriteAsync([.. added.Select(a => a.Declaration)], lines, cancellation);
        }

        return added;
    }

    /// <summary>Writes what a save would write, past the tracker, which looks at every value of every row again and again and prepares a statement for each.</summary>
    private async Task WriteAsync(IReadOnlyList<Declaration> declarations, IReadOnlyList<JournalLine> lines, CancellationToken cancellation)
    {
        foreach (var declaration in declarations) declaration.Version = 1;
        await db.InsertManyAsync(declarations, cancellation);
        DeclarationNumber[] written = [.. declarations.Select(d => d.Number)];
        var ids = await db.Declarations.AsNoTracking().Where(d => written.Contains(d.Number)).Select(d => new { d.Number, d.Id }).ToDictionaryAsync(d => d.Number, d => d.Id, cancellation);
        if (ids.Count != declarations.Count) throw new InvalidOperationException("A draft that was written is not there.");
        var revisions = declarations.SelectMany(d => d.Revisions.Select(r => (Owner: ids[d.Number], Revision: r))).ToList();
        await db.InsertManyAsync([.. revisions.Select(r => r.Revision)], cancellation, [.. revisions.Select(r => r.Owner)], nameof(DraftRevision.DeclarationId));
        await db.InsertManyAsync(lines, cancellation);
    }

    private static string SeriesOf(DateOnly day) => $"declaration-{day:yyyyMMdd}";
}
