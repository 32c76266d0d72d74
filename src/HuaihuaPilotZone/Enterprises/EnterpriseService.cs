using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Keeps the roster: every act is journalled field by field, and a form that is older than the record is answered with both values.</summary>
public sealed class EnterpriseService(PortalDbContext db, EnterpriseRoster roster, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const int MostContacts = 8;

    /// <summary>Adds an enterprise.</summary>
    /// <param name="stage">The stage it begins with.</param>
    /// <param name="on">Civil day on which that stage began.</param>
    /// <returns>The id of the record.</returns>
    public async Task<Outcome<int>> CreateAsync(EnterpriseData data, EnterpriseStage stage, DateOnly on, CancellationToken cancellation)
    {
        data = data.Tidied();
        var choices = await roster.ChoicesAsync(cancellation);
        List<Refusal> refusals = [.. Refuse(data, choices), .. RefuseClosed(data, new EnterpriseData(), choices)];
        if (on > time.Today) refusals.Add(new Refusal("StageOn", "日期不能晚于今天。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        try
        {
            return await db.InTransactionAsync<int>(
                async token => (await AddAsync(data, stage, on, "建立档案", choices, [], token)).Id, cancellation);
        }
        catch (DbUpdateException)
        {
            if (await FindTakenAsync(data.CreditCode, null, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Saves the basic information and the tags.</summary>
    /// <param name="version">The version that the form showed.</param>
    /// <param name="note">Where the change comes from, if not from a form.</param>
    public async Task<EditOutcome> UpdateAsync(int id, int version, EnterpriseData data, CancellationToken cancellation, string? note = null)
    {
        data = data.Tidied();
        var choices = await roster.ChoicesAsync(cancellation);
        if (Refuse(data, choices).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Enterprises.Include(e => e.Tags).Include(e => e.Markets).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, cancellation) is not { } enterprise) return Missing();
        var before = EnterpriseData.Of(enterprise);
        var changes = Compare(before.Describe(choices), data.Describe(choices));
        if (changes.Count == 0) return Outcome.Done;
        if (RefuseClosed(data, before, choices).ToList() is { Count: > 0 } closed) return Outcome.Refused(closed);
        if (!data.IsNameCorrection) KeepFormerName(enterprise, data.Name);
        data.WriteTo(enterprise);
        db.RemoveRange(enterprise.Markets.Where(m => !data.Markets.Contains(m.Market)));
        enterprise.Markets.AddRange(data.Markets.Except(before.Markets).Select(m => new EnterpriseMarket { Market = m }));
        db.RemoveRange(enterprise.Tags.Where(t => !data.TagIds.Contains(t.IndustryTagId)));
        enterprise.Tags.AddRange(data.TagIds.Except(before.TagIds).Select(t => new EnterpriseTag { IndustryTagId = t }));
        journal.Write(JournalSubjects.Enterprise, Key(id), EnterpriseActs.Changed, note, changes);
        try
        {
            return await SaveAsync(enterprise, version, now => Compare(EnterpriseData.Of(now).Describe(choices), data.Describe(choices)), cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindTakenAsync(data.CreditCode, id, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Saves the people to speak to: empty rows are left out, rows that are gone are removed.</summary>
    /// <param name="version">The enterprise's version that the form showed.</param>
    public async Task<EditOutcome> UpdateContactsAsync(int id, int version, IReadOnlyList<ContactData> contacts, CancellationToken cancellation, string? note = null)
    {
        List<ContactData> wanted = [.. contacts.Select(c => c.Tidied()).Where(c => c.Line.Length > 0)];
        if (wanted.Exists(c => c.Name.Length == 0)) return Outcome.Refused("请填写联系人姓名。");
        if (wanted.Count > MostContacts) return Outcome.Refused($"最多登记 {MostContacts} 位联系人。");
        if (await db.Enterprises.Include(e => e.Contacts).SingleOrDefaultAsync(e => e.Id == id, cancellation) is not { } enterprise) return Missing();
        if (wanted.Any(c => c.Id is { } known && enterprise.Contacts.TrueForAll(have => have.Id != known)))
        {
            db.ChangeTracker.Clear();
            return await ConflictAsync(id, now => CompareLines(now, wanted), cancellation);
        }
        wanted = wanted.ConvertAll(c => enterprise.Contacts.Find(have => have.Id == c.Id) is { } kept ? c.MeantFor(ContactData.Of(kept)) : c);
        if (wanted.Exists(c => c.HasMask))
        {
            // the mask of a value that somebody else has changed meanwhile
            if (enterprise.Version == version) return Outcome.Refused(Masks.Typed);
            db.ChangeTracker.Clear();
            return await ConflictAsync(id, now => CompareLines(now, wanted), cancellation);
        }

        var changes = ApplyContacts(enterprise, wanted);
        if (changes.Count == 0) return Outcome.Done;
        journal.Write(JournalSubjects.Enterprise, Key(id), EnterpriseActs.ContactsChanged, note, changes);
        return await SaveAsync(enterprise, version, now => CompareLines(now, wanted), cancellation);
    }

    /// <summary>Takes an enterprise from its stage to the next.</summary>
    public async Task<EditOutcome> ChangeStageAsync(int id, int version, EnterpriseStage to, DateOnly on, string reason, CancellationToken cancellation)
    {
        if (await db.Enterprises.SingleOrDefaultAsync(e => e.Id == id, cancellation) is not { } enterprise) return Missing();
        var (from, since) = (enterprise.Stage, enterprise.StageSince);
        if (enterprise.Version == version && EnterpriseStages.Refuse(enterprise, to, on, time.Today).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        (enterprise.Stage, enterprise.StageSince) = (to, on);
        enterprise.StageChanges.Add(new StageChange { From = from, To = to, On = on, Reason = reason.Trim(), RecordedAt = time.UtcNow, RecordedBy = actor.Name });
        journal.Write(
            JournalSubjects.Enterprise, Key(id), EnterpriseActs.StageChanged, reason.Trim(),
            [new FieldChange("阶段", from.Word(), to.Word()), new FieldChange("阶段开始日期", Day(since), Day(on))]);
        return await SaveAsync(
            enterprise, version, now => [new FieldChange("阶段", now.Stage.Word(), to.Word()), new FieldChange("阶段开始日期", Day(now.StageSince), Day(on))], cancellation);
    }

    /// <summary>Blanks the personal values in the history of an enterprise; the lines and the hashes stay.</summary>
    public Task<Outcome> BlankPersonalHistoryAsync(int id, string reason, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("Reason", "请写明原因。");
            if (!await db.Enterprises.AnyAsync(e => e.Id == id, token)) return Missing();
            var blanked = await journal.BlankPersonalAsync(JournalSubjects.Enterprise, Key(id), token);
            if (blanked == 0) return Outcome.Refused("历史中没有可清除的个人信息。");
            journal.Write(JournalSubjects.Enterprise, Key(id), EnterpriseActs.PersonalBlanked, reason.Trim());
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Adds a record inside the caller's transaction and saves it. A credit code that is taken throws <see cref="DbUpdateException"/>.</summary>
    internal async Task<Enterprise> AddAsync(
        EnterpriseData data, EnterpriseStage stage, DateOnly on, string reason, RosterChoices choices, IReadOnlyList<Contact> contacts, CancellationToken cancellation)
    {
        var now = time.UtcNow;
        var enterprise = new Enterprise
        {
            Name = data.Name,
            CreditCode = data.CreditCode,
            Type = data.Type,
            Stage = stage,
            StageSince = on,
            CreatedAt = now,
            UpdatedAt = now,
            Tags = [.. data.TagIds.Select(t => new EnterpriseTag { IndustryTagId = t })],
            Markets = [.. data.Markets.Select(m => new EnterpriseMarket { Market = m })],
            Contacts = [.. contacts],
            StageChanges = [new StageChange { To = stage, On = on, Reason = reason, RecordedAt = now, RecordedBy = actor.Name }],
        };
        data.WriteTo(enterprise);
        db.Enterprises.Add(enterprise);
        await db.SaveChangesAsync(cancellation);
        var changes = data.Describe(choices).Select(f => new FieldChange(f.Label, null, f.Value))
            .Append(new FieldChange("阶段", null, stage.Word()))
            .Concat(enterprise.Contacts.SelectMany(c => Describe(c).Select(f => f with { Old = null })));
        journal.Write(JournalSubjects.Enterprise, Key(enterprise.Id), EnterpriseActs.Created, reason, changes);
        await db.SaveChangesAsync(cancellation);
        return enterprise;
    }

    /// <summary>The refusal of a credit code that another enterprise has; null when none has it.</summary>
    internal async Task<Outcome?> FindTakenAsync(string creditCode, int? exceptId, CancellationToken cancellation) =>
        await db.Enterprises.Where(e => e.CreditCode == creditCode && e.Id != exceptId).Select(e => e.Name).FirstOrDefaultAsync(cancellation) is { } name
            ? Outcome.Refused("CreditCode", $"名录里已有这个信用代码：{name}。")
            : null;

    private async Task<EditOutcome> SaveAsync(Enterprise enterprise, int version, Func<Enterprise, IReadOnlyList<FieldChange>> differences, CancellationToken cancellation)
    {
        db.Expect(enterprise, version);
        enterprise.UpdatedAt = time.UtcNow;
        // also when only parts of the record changed within one tick of the clock: the version must be compared and counted
        db.Entry(enterprise).Property(e => e.UpdatedAt).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ConflictAsync(enterprise.Id, differences, cancellation);
        }
    }

    private async Task<EditOutcome> ConflictAsync(int id, Func<Enterprise, IReadOnlyList<FieldChange>> differences, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } now) return Missing();
        var last = await roster.LastActAsync(id, cancellation);
        return new EditConflict(
            now.Version, last?.UserName, last?.At,
            [.. differences(now).Where(d => d.IsChange).Select(d => new ConflictingValue(d.Field, d.Old, d.New))]);
    }

    /// <summary>Everything that stands against basic information.</summary>
    internal static IEnumerable<Refusal> Refuse(EnterpriseData data, RosterChoices choices)
    {
        if (data.Name.Length == 0) yield return new Refusal("Name", "请填写中文名称。");
        if (CreditCodes.Problem(data.CreditCode, data.CreditCodeNote) is { } problem) yield return new Refusal("CreditCode", problem);
        if (data.CustomsCode is { } customs && CustomsRegistrationCode.Check(customs) is { } wrong) yield return new Refusal("CustomsCode", wrong.Message);
        if (data.ParkAreaId is { } area && choices.Areas.All(a => a.Id != area)) yield return new Refusal("ParkAreaId", "没有这个片区，请重新选择。");
        if (data.TagIds.Any(t => choices.Tags.All(c => c.Id != t))) yield return new Refusal("TagIds", "没有这个行业标签，请重新选择。");
        if (data.Markets.Any(m => !Enum.IsDefined(m))) yield return new Refusal("Markets", "没有这个目标市场，请重新选择。");
        if (!Websites.IsGood(data.Website)) yield return new Refusal("Website", Websites.Problem);
    }

    /// <summary>What was closed is not given any more; who has it keeps it.</summary>
    internal static IEnumerable<Refusal> RefuseClosed(EnterpriseData data, EnterpriseData before, RosterChoices choices)
    {
        if (data.ParkAreaId is { } area && choices.OpenAreas(before.ParkAreaId).All(a => a.Id != area)) yield return new Refusal("ParkAreaId", "这个片区已停用，请重新选择。");
        if (data.TagIds.Any(t => choices.OpenTags(before.TagIds).All(c => c.Id != t))) yield return new Refusal("TagIds", "有行业标签已停用，请重新选择。");
    }

    private void KeepFormerName(Enterprise enterprise, string name)
    {
        if (enterprise.Name == name) return;
        enterprise.FormerNames.Add(new FormerName { Name = enterprise.Name, Text = RosterKeys.Text(enterprise.Name), Until = time.Today });
    }

    private List<FieldChange> ApplyContacts(Enterprise enterprise, List<ContactData> wanted)
    {
        var changes = new List<FieldChange>();
        foreach (var gone in enterprise.Contacts.Where(c => wanted.TrueForAll(w => w.Id != c.Id)).ToList())
        {
            db.Remove(gone);
            changes.AddRange(Describe(gone).Select(f => f with { New = null }));
        }
        foreach (var contact in wanted)
        {
            if (enterprise.Contacts.Find(c => c.Id == contact.Id && c.Id != 0) is { } known)
            {
                var before = Describe(known);
                (known.Name, known.Position, known.Phone, known.Email) = (contact.Name, contact.Position, contact.Phone, contact.Email);
                changes.AddRange(before.Zip(Describe(known), (old, now) => old with { New = now.New }));
            }
            else
            {
                var added = new Contact { Name = contact.Name, Position = contact.Position, Phone = contact.Phone, Email = contact.Email };
                enterprise.Contacts.Add(added);
                changes.AddRange(Describe(added).Select(f => f with { Old = null }));
            }
        }
        return [.. changes.Where(c => c.IsChange)];
    }

    private static List<FieldChange> Describe(Contact contact) =>
    [
        new("联系人姓名", contact.Name, contact.Name, IsPersonal: true),
        new("联系人职务", contact.Position, contact.Position),
        new("联系人电话", contact.Phone, contact.Phone, IsPersonal: true),
        new("联系人邮箱", contact.Email, contact.Email, IsPersonal: true),
    ];

    private static List<FieldChange> CompareLines(Enterprise now, List<ContactData> wanted)
    {
        List<ContactData> theirs = [.. now.Contacts.Select(ContactData.Of)];
        return [.. Enumerable.Range(0, Math.Max(theirs.Count, wanted.Count))
            .Select(i => (Number: i + 1, Theirs: theirs.ElementAtOrDefault(i), Mine: wanted.ElementAtOrDefault(i)))
            .Where(c => !string.Equals(c.Theirs?.Line, c.Mine?.Line, StringComparison.Ordinal) && !string.Equals(c.Theirs?.Masked().Line, c.Mine?.Line, StringComparison.Ordinal))
            .Select(c => new FieldChange($"联系人 {c.Number.ToString(CultureInfo.InvariantCulture)}", c.Theirs?.Masked().Line, c.Mine?.Masked().Line))];
    }

    private static List<FieldChange> Compare(IReadOnlyList<(string Label, string? Value)> old, IReadOnlyList<(string Label, string? Value)> now) =>
        [.. old.Zip(now, (o, n) => new FieldChange(o.Label, o.Value, n.Value)).Where(c => c.IsChange)];

    private static Outcome Missing() => Outcome.Refused("名录里没有这家企业。");

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
