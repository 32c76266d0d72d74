using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>Words that staff keep so that people find a code by what they call it. Checks never use them.</summary>
public sealed class CodeWords(PortalDbContext db, CustomsTablesSource source, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string AddedAct = "word.added";
    public const string RemovedAct = "word.removed";

    public Task<Page<CodeWord>> ListAsync(CodeTableId? table, PageRequest page, CancellationToken cancellation) =>
        db.CodeWords.AsNoTracking().Where(w => table == null || w.Table == table).OrderBy(w => w.Table).ThenBy(w => w.Code).ThenBy(w => w.Id).ToPageAsync(page, cancellation);

    /// <summary>Adds a word to a code that the tables have. That it is there once is held by the index.</summary>
    public async Task<Outcome> AddAsync(CodeTableId table, string code, string word, CancellationToken cancellation)
    {
        if (CodeSearch.Fold(word).Length == 0) return Outcome.Refused("Word", "请填写别名。");
        var edition = await source.CurrentAsync(cancellation);
        if (edition.Search.History(table, code).Count == 0) return Outcome.Refused("Code", $"{TableSchemas.Of(table).Title}表里没有 {code}。");
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    db.CodeWords.Add(new CodeWord { Table = table, Code = code, Word = word, At = time.UtcNow, By = actor.Name });
                    journal.Write(JournalSubjects.Table, $"{table} {code}", AddedAct, word);
                    await db.SaveChangesAsync(token);
                    await numbers.NextAsync(CustomsTablesSource.Stamp, token);
                    return Outcome.Done;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused("Word", "这个代码已有这个别名。");
        }
    }

    public async Task<Outcome> RemoveAsync(int id, CancellationToken cancellation)
    {
        await numbers.EnsureAsync(CustomsTablesSource.Stamp, cancellation);
        return await db.InTransactionAsync(
            async token =>
            {
                if (await db.CodeWords.SingleOrDefaultAsync(w => w.Id == id, token) is not { } word) return Outcome.Refused("这个别名已经删除。");
                db.CodeWords.Remove(word);
                journal.Write(JournalSubjects.Table, $"{word.Table} {word.Code}", RemovedAct, word.Word);
                await db.SaveChangesAsync(token);
                await numbers.NextAsync(CustomsTablesSource.Stamp, token);
                return Outcome.Done;
            },
            cancellation);
    }
}
