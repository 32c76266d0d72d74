using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>What becomes of checked rows: new enterprises many at once, changes of known ones by the same acts as the forms, and all of it back again.</summary>
internal sealed class RosterImportWork(
    PortalDbContext db, RosterWriter writer, EnterpriseService enterprises, EnterpriseRoster roster, EnterpriseReferences references, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>The rule of the advice that says which record a row will change, as it was when that was said.</summary>
    private const string Target = "ROSTER-103";

    private const int MostTries = 3;

    /// <summary>The records that rows would change, by id.</summary>
    public async Task<IReadOnlyDictionary<int, Enterprise>> RecordsAsync(IReadOnlyList<int> ids, CancellationToken cancellation) => ids.Count == 0 ? new Dictionary<int, Enterprise>() :
        await db.Enterprises.AsNoTracking().AsSplitQuery().Include(e => e.Tags).Include(e => e.Markets).Include(e => e.Contacts.OrderBy(c => c.Id))
            .Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToDictionaryAsync(e => e.Id, cancellation);

    /// <summary>Which of these enterprises the batch has dealt with already, and by which row.</summary>
    public Task<Dictionary<int, int>> EarlierRowsAsync(int batchId, IReadOnlyList<int> ids, CancellationToken cancellation) =>
        db.ImportedEnterprises.Where(i => i.BatchId == batchId && ids.Contains(i.EnterpriseId)).ToDictionaryAsync(i => i.EnterpriseId, i => i.RowNumber, cancellation);

    /// <summary>What a row would change in a record, or what stands against it.</summary>
    public IEnumerable<RowProblem> Foresee(SheetEnterprise row, Enterprise record, RosterChoices choices)
    {
        var (old, now) = (EnterpriseData.Of(record), Wanted(row, record).Tidied());
        if (Step(row, record) is { } stage)
        {
            foreach (var refusal in EnterpriseStages.Refuse(record, stage, row.On ?? time.Today, time.Today))
                yield return row.Problem(refusal.Field == "On" ? RosterSheet.StageOn : RosterSheet.Stage, "ROSTER-006", "阶段不能这样变更", refusal.Message, null, []);
        }

        var (people, wanted) = (People(record), row.With(People(record)));
        IEnumerable<FieldChange> changes = old.Describe(choices).Zip(now.Describe(choices), (o, n) => new FieldChange(o.Label, o.Value, n.Value))
            // masks of two numbers may look the same
            .Append(new FieldChange("联系人", Lines(people), wanted.SequenceEqual(people) || wanted.Count > people.Count ? Lines(wanted) : $"{Lines(wanted)}（有修改）"))
            .Append(new FieldChange("阶段", record.Stage.Word(), (Step(row, record) ?? record.Stage).Word()));
        var said = string.Join('；', changes.Where(c => c.IsChange).Select(c => $"{c.Field}：{c.Old ?? "空"} → {c.New ?? "空"}"));
        SheetDecision[] others = [.. new[] { SheetDecision.Update, SheetDecision.Merge, SheetDecision.Skip }.Where(d => d != row.Decision)];
        yield return new RowProblem(
            row.RowNumber, RosterSheet.Decision, string.Create(CultureInfo.InvariantCulture, $"{record.Id}@{record.Version}"), Target, false, $"将{row.Decision!.Value.Word()}“{Texts.Cut(record.Name, 40)}”",
            said.Length == 0 ? "与名录一致，不会改变任何内容。" : said, null)
        {
            Choices = [.. others.Select(d => d.Word())],
        };
    }

    /// <summary>Imports checked rows inside the bench's transaction.</summary>
    /// <returns>For each row the id of its enterprise; null where the roster has changed since the check.</returns>
    public async Task<IReadOnlyList<string?>> CommitAsync(ImportContext context, IReadOnlyList<SheetEnterprise> rows, CancellationToken cancellation)
    {
        var targets = await TargetsAsync(context.BatchId, [.. rows.Select(r => r.Key)], cancellation);
        var results = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => targets.ContainsKey(r.Key)))
        {
            if (await ChangeAsync(context, row, targets[row.Key], cancellation) is { } id) results[row.Key] = id;
        }

        var added = rows.Where(r => !targets.ContainsKey(r.Key) && r is { Problems.Count: 0, Type: not null, Stage: not null, On: not null }).ToList();
        foreach (var (row, id) in await AddAsync(context, added, cancellation)) results[row.Key] = id;
        return [.. rows.Select(r => results.TryGetValue(r.Key, out var id) ? Key(id) : null)];
    }

    /// <summary>Takes back what a batch has done to enterprises; what was changed since, or has come to be used, stays.</summary>
    /// <returns>For each whether it is as it was before.</returns>
    public async Task<IReadOnlyList<bool>> UndoAsync(int batchId, IReadOnlyList<int> ids, string fileName, CancellationToken cancellation)
    {
        HashSet<int> back = [];
        await db.InTransactionAsync(
            async token =>
            {
                back.Clear();
                var records = await db.ImportedEnterprises.AsNoTracking().Where(i => i.BatchId == batchId && ids.Contains(i.EnterpriseId)).ToListAsync(token);
                back.UnionWith(records.Where(r => r.IsUndone).Select(r => r.EnterpriseId));
                back.UnionWith(await RemoveAsync([.. records.Where(r => r is { IsUndone: false, Before: null }).Select(r => r.EnterpriseId)], fileName, token));
                foreach (var record in records.Where(r => r is { IsUndone: false, Before: not null }))
                {
                    if (await RestoreAsync(record, fileName, token)) back.Add(record.EnterpriseId);
                }

                await db.ImportedEnterprises.Where(i => i.BatchId == batchId && back.Contains(i.EnterpriseId)).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsUndone, true), token);
                return Outcome.Done;
            },
            cancellation);
        return [.. ids.Select(back.Contains)];
    }

    private static EnterpriseData Wanted(SheetEnterprise row, Enterprise record) =>
        row.Decision == SheetDecision.Update ? row.Over(EnterpriseData.Of(record)) : row.Under(EnterpriseData.Of(record));

    private static EnterpriseStage? Step(SheetEnterprise row, Enterprise record) => row.Decision == SheetDecision.Update && row.Stage is { } stage && stage != record.Stage ? stage : null;

    private static List<ContactData> People(Enterprise record) => [.. record.Contacts.Select(ContactData.Of)];

    private static string? Lines(IReadOnlyList<ContactData> contacts) => contacts.Count == 0 ? null : string.Join('；', contacts.Select(c => c.Masked().Line));

    private async Task<Dictionary<string, (int Id, int Version)>> TargetsAsync(int batchId, string[] keys, CancellationToken cancellation)
    {
        var said = await db.ImportProblems.AsNoTracking().Where(p => p.BatchId == batchId && EF.Parameter(keys).Contains(p.Key) && p.RuleId == Target).Select(p => new { p.Key, p.Value }).ToListAsync(cancellation);
        return said.ToDictionary(p => p.Key, p => p.Value!.Split('@') is [var id, var version] ? (int.Parse(id, CultureInfo.InvariantCulture), int.Parse(version, CultureInfo.InvariantCulture)) : default, StringComparer.Ordinal);
    }

    private async Task<List<(SheetEnterprise Row, int Id)>> AddAsync(ImportContext context, List<SheetEnterprise> rows, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            string[] codes = [.. rows.Select(r => r.Code)];
            var taken = await db.Enterprises.Where(e => EF.Parameter(codes).Contains(e.CreditCode)).Select(e => e.CreditCode).ToHashSetAsync(StringComparer.Ordinal, cancellation);
            var free = rows.Where(r => !taken.Contains(r.Code)).DistinctBy(r => r.Code, StringComparer.Ordinal).ToList();
            if (free.Count == 0) return [];
            // inside the bench's transaction nobody else writes to SQLite: no code is taken between the look and the insert, and a savepoint would note every page that is written
            if (db.Database.IsSqlite()) return await WriteAsync(context, free, cancellation);
            List<(SheetEnterprise Row, int Id)> added = [];
            try
            {
                await db.InTransactionAsync(
                    async token =>
                    {
                        added = await WriteAsync(context, free, token);
                        return Outcome.Done;
                    },
                    cancellation);
                return added;
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // another import or a form was faster with one of the codes: those that are left are tried again
            }
        }
    }

    private async Task<List<(SheetEnterprise Row, int Id)>> WriteAsync(ImportContext context, List<SheetEnterprise> rows, CancellationToken cancellation)
    {
        var ids = await writer.AddAsync([.. rows.Select(r => Make(context, r))], cancellation);
        await db.InsertManyAsync([.. rows.Select(r => journal.Compose(JournalSubjects.Enterprise, Key(ids[r.Code]), EnterpriseActs.Created, OriginOf(context, r)))], cancellation);
        await db.InsertManyAsync([.. rows.Select(r => new ImportedEnterprise { BatchId = context.BatchId, EnterpriseId = ids[r.Code], RowNumber = r.RowNumber, Version = 1 })], cancellation);
        return [.. rows.Select(r => (r, ids[r.Code]))];
    }

    private Enterprise Make(ImportContext context, SheetEnterprise row)
    {
        var (now, data) = (time.UtcNow, row.ToData().Tidied());
        var enterprise = new Enterprise
        {
            Name = data.Name,
            CreditCode = data.CreditCode,
            Type = data.Type,
            Stage = row.Stage!.Value,
            StageSince = row.On!.Value,
            CreatedAt = now,
            UpdatedAt = now,
            Tags = [.. data.TagIds.Select(t => new EnterpriseTag { IndustryTagId = t })],
            Markets = [.. data.Markets.Select(m => new EnterpriseMarket { Market = m })],
            Contacts = [.. row.With([]).Select(c => new Contact { Name = c.Name, Position = c.Position, Phone = c.Phone, Email = c.Email })],
            StageChanges = [new StageChange { To = row.Stage.Value, On = row.On.Value, Reason = Texts.Cut(OriginOf(context, row), StageChange.ReasonMaxLength), RecordedAt = now, RecordedBy = actor.Name }],
        };
        data.WriteTo(enterprise);
        return enterprise;
    }

    private async Task<int?> ChangeAsync(ImportContext context, SheetEnterprise row, (int Id, int Version) target, CancellationToken cancellation)
    {
        var done = await db.InTransactionAsync(
            async token =>
            {
                if (await roster.FindAsync(target.Id, token) is not { } record || record.Version != target.Version) return Changed();
                if ((await EarlierRowsAsync(context.BatchId, [record.Id], token)).Count > 0) return Changed();
                var note = OriginOf(context, row);
                if (!(await enterprises.UpdateAsync(record.Id, record.Version, Wanted(row, record), token, note)).IsDone) return Changed();
                var (before, wanted) = (People(record), row.With(People(record)));
                if (!wanted.SequenceEqual(before) && !(await enterprises.UpdateContactsAsync(record.Id, await VersionAsync(record.Id, token), wanted, token, note)).IsDone) return Changed();
                if (Step(row, record) is { } stage && !(await enterprises.ChangeStageAsync(record.Id, await VersionAsync(record.Id, token), stage, row.On ?? time.Today, note, token)).IsDone) return Changed();
                db.ChangeTracker.Clear();
                db.ImportedEnterprises.Add(new ImportedEnterprise
                {
                    BatchId = context.BatchId,
                    EnterpriseId = record.Id,
                    RowNumber = row.RowNumber,
                    Before = JsonSerializer.Serialize(new RecordBefore(EnterpriseData.Of(record), record.Stage, record.StageSince, record.UpdatedAt, before, [.. record.FormerNames.Select(n => n.Id)])),
                    Version = await VersionAsync(record.Id, token),
                });
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
        return done.IsDone ? target.Id : null;
    }

    private async Task<IReadOnlySet<int>> RemoveAsync(IReadOnlyList<int> ids, string fileName, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new HashSet<int>();
        var named = await references.NamedAsync(ids, cancellation);
        var gone = await writer.RemoveAsync([.. ids.Where(id => !named.Contains(id))], version: 1, cancellation);
        await db.InsertManyAsync([.. gone.Select(id => journal.Compose(JournalSubjects.Enterprise, Key(id), EnterpriseActs.ImportUndone, $"撤回“{fileName}”的导入，档案已删除"))], cancellation);
        return gone;
    }

    private async Task<bool> RestoreAsync(ImportedEnterprise imported, string fileName, CancellationToken cancellation)
    {
        var record = await db.Enterprises.AsSplitQuery().Include(e => e.Tags).Include(e => e.Markets).Include(e => e.Contacts).Include(e => e.FormerNames)
            .SingleOrDefaultAsync(e => e.Id == imported.EnterpriseId, cancellation);
        if (record is null || record.Version != imported.Version) return false;
        var before = JsonSerializer.Deserialize<RecordBefore>(imported.Before!)!;
        before.Data.WriteTo(record);
        db.RemoveRange(record.Tags.Where(t => !before.Data.TagIds.Contains(t.IndustryTagId)));
        record.Tags.AddRange(before.Data.TagIds.Except(record.Tags.Select(t => t.IndustryTagId)).Select(t => new EnterpriseTag { IndustryTagId = t }).ToList());
        db.RemoveRange(record.Markets.Where(m => !before.Data.Markets.Contains(m.Market)));
        record.Markets.AddRange(before.Data.Markets.Except(record.Markets.Select(m => m.Market)).Select(m => new EnterpriseMarket { Market = m }).ToList());
        db.RemoveRange(record.FormerNames.Where(n => !before.FormerNames.Contains(n.Id)));
        RestoreContacts(record, before.Contacts);
        if (record.Stage != before.Stage)
            db.Add(new StageChange { EnterpriseId = record.Id, From = record.Stage, To = before.Stage, On = before.StageSince, Reason = Texts.Cut($"撤回“{fileName}”的导入", StageChange.ReasonMaxLength), RecordedAt = time.UtcNow, RecordedBy = actor.Name });
        (record.Stage, record.StageSince, record.UpdatedAt) = (before.Stage, before.StageSince, before.UpdatedAt);
        db.Entry(record).Property(e => e.UpdatedAt).IsModified = true;
        journal.Write(JournalSubjects.Enterprise, Key(record.Id), EnterpriseActs.ImportUndone, $"撤回“{fileName}”的导入，恢复导入前的内容");
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return true;
    }

    private void RestoreContacts(Enterprise record, IReadOnlyList<ContactData> before)
    {
        db.RemoveRange(record.Contacts.Where(c => before.All(b => b.Id != c.Id)));
        foreach (var contact in record.Contacts)
        {
            if (before.FirstOrDefault(b => b.Id == contact.Id) is { } old) (contact.Name, contact.Position, contact.Phone, contact.Email) = (old.Name, old.Position, old.Phone, old.Email);
        }
    }

    private Task<int> VersionAsync(int id, CancellationToken cancellation) => db.Enterprises.Where(e => e.Id == id).Select(e => e.Version).SingleAsync(cancellation);

    private static string OriginOf(ImportContext context, SheetEnterprise row) => string.Create(CultureInfo.InvariantCulture, $"导入自“{context.FileName}”第 {row.RowNumber} 行");

    private static Outcome Changed() => Outcome.Refused("档案在核对之后有了变化。");

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
