using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;

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

    /// <summary>Adds drafts inside the caller's transaction, such as those of an import; the caller saves.</summary>
    /// <param name="edition">The tables of today.</param>
    /// <param name="sources">Documents of the same enterprise that an application is made from.</param>
    public async Task<List<CheckedDraft>> AddAsync(
        int enterpriseId, IReadOnlyList<MadeDraft> drafts, TablesEdition edition, CancellationToken cancellation, IReadOnlyList<int>? sources = null)
    {
        var (today, now) = (time.Today, time.UtcNow);
        var sender = await check.SenderAsync(enterpriseId, cancellation);
        var number = await numbers.NextAsync(SeriesOf(today), drafts.Count, cancellation);
        var added = new List<CheckedDraft>();
        var known = new KnownBefore(edition, sender.Transmission, added);
        foreach (var (kind, prefilled, origin) in drafts)
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
            var checkedNow = await check.RunAsync(declaration, PersonNumbers.Hide(prefilled.Document), known, cancellation);
            declaration.Write(checkedNow.Document, checkedNow.Result, checkedNow.Tables.TablesVersion, now);
            db.Declarations.Add(declaration);
            journal.Write(JournalSubjects.Declaration, declaration.Number.ToString(), "declaration.opened", origin.Note);
            added.Add(new CheckedDraft(declaration, checkedNow));
        }

        return added;
    }

    private static string SeriesOf(DateOnly day) => $"declaration-{day:yyyyMMdd}";
}
