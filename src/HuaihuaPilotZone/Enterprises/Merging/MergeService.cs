using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>What staff chose for a merge.</summary>
/// <param name="KeptVersion">Version of the kept record that the page showed.</param>
/// <param name="OtherVersion">Version of the other one.</param>
/// <param name="Fields">Keys of the fields whose value is the other record's.</param>
/// <param name="Contacts">Ids of the other record's contacts that come along.</param>
public sealed record MergeChoice(int KeptVersion, int OtherVersion, IReadOnlyList<string> Fields, IReadOnlyList<int> Contacts, string Reason);

/// <summary>Rows of one kind that would follow.</summary>
/// <param name="Count">How many move.</param>
/// <param name="Staying">How many stay, since the kept record has such a row.</param>
/// <param name="Why">Which of two stands; null where nothing can be there twice.</param>
public sealed record MergeFollowing(string Label, string Unit, int Count, int Staying, string? Why);

/// <summary>Two records side by side, and what a merge would move.</summary>
/// <param name="Obstacles">What stands against it now; empty when it can be done.</param>
public sealed record MergePreview(Enterprise Kept, Enterprise Other, IReadOnlyList<MergeFieldRow> Fields, IReadOnlyList<MergeFollowing> Following, RosterChoices Choices, IReadOnlyList<Refusal> Obstacles)
{
    /// <summary>How many rows move.</summary>
    public int Moving => Following.Sum(f => f.Count);

    /// <summary>Contacts of the other record that the kept one does not have yet.</summary>
    public IReadOnlyList<Contact> NewContacts => [.. Other.Contacts.Where(c => !Kept.Contacts.Exists(k => string.Equals(ContactData.Of(k).Line, ContactData.Of(c).Line, StringComparison.Ordinal)))];
}

/// <summary>
/// 合并: makes one record of two that are one enterprise. Everything that names the other one goes to the one that stays, by the rules of
/// <see cref="ReferenceRules"/>; the other one is left as a record that no list, count or search has, and leads to the one that stays.
/// </summary>
public sealed class MergeService(PortalDbContext db, EnterpriseRoster roster, MergeObstacles obstacles, MergeNews news, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Gone = "名录里没有这家企业。";

    /// <summary>Both records and what would follow.</summary>
    public async Task<Outcome<MergePreview>> PreviewAsync(int keptId, int otherId, CancellationToken cancellation)
    {
        if (keptId == otherId) return Outcome.Refused("请选择另一份档案：一份档案不能与自己合并。");
        if (await roster.FindAsync(keptId, cancellation) is not { } kept) return Outcome.Refused(Gone);
        if (await roster.FindAsync(otherId, cancellation) is not { } other) return Outcome.Refused("另一份档案不在名录里，可能已经并入其他档案。");
        var following = new List<MergeFollowing>();
        foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnMerge == MergeWay.Moves))
        {
            var all = await rule.CountAsync(db, otherId, cancellation);
            var staying = all == 0 ? 0 : await rule.CountCollidingAsync(db, otherId, keptId, cancellation);
            if (all > 0) following.Add(new MergeFollowing(rule.Label, rule.Unit, all - staying, staying, rule.Why));
        }

        var choices = await roster.ChoicesAsync(cancellation);
        return new MergePreview(kept, other, MergeFields.Compare(kept, other, choices), following, choices, await obstacles.FindAsync([keptId, otherId], cancellation));
    }

    /// <summary>Merges the other record into the kept one.</summary>
    /// <returns>The number of the merge; a refusal of the field Version where somebody has changed one of them since the page was shown.</returns>
    public async Task<Outcome<int>> MergeAsync(int keptId, int otherId, MergeChoice choice, CancellationToken cancellation)
    {
        if (keptId == otherId) return Outcome.Refused("请选择另一份档案：一份档案不能与自己合并。");
        if (choice.Reason.Trim().Length is 0 or > RosterMerge.ReasonMaxLength) return Outcome.Refused("Reason", $"请写明依据，最多 {RosterMerge.ReasonMaxLength} 个字。");
        try
        {
            return await db.InTransactionAsync(token => DoAsync(keptId, otherId, choice, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(nameof(IVersioned.Version), await StaleAsync(keptId, otherId, cancellation));
        }
    }

    private async Task<Outcome<int>> DoAsync(int keptId, int otherId, MergeChoice choice, CancellationToken cancellation)
    {
        if (await TakeAsync(keptId, cancellation) is not { } kept) return Outcome.Refused(Gone);
        if (await TakeAsync(otherId, cancellation) is not { } other) return Outcome.Refused("另一份档案不在名录里，可能已经并入其他档案。");
        if (kept.Version != choice.KeptVersion || other.Version != choice.OtherVersion) return Outcome.Refused(nameof(IVersioned.Version), await StaleAsync(keptId, otherId, cancellation));
        if (await obstacles.FindAsync([keptId, otherId], cancellation) is { Count: > 0 } standing) return Outcome.Refused(standing);
        var coming = other.Contacts.Where(c => choice.Contacts.Contains(c.Id)).Select(c => c.Id).ToList();
        if (kept.Contacts.Count + coming.Count > EnterpriseService.MostContacts) return Outcome.Refused("Contacts", $"最多登记 {EnterpriseService.MostContacts} 位联系人，请少选几位。");
        var source = (await roster.FindAsync(otherId, cancellation))!;
        var merge = await BeginAsync(kept, other, choice, cancellation);
        var choices = await roster.ChoicesAsync(cancellation);
        await HideAsync(kept, other, cancellation);
        var moved = await MoveAsync(merge.Id, keptId, otherId, coming, cancellation);
        var before = Described(kept, choices);
        await db.Entry(kept).Collection(e => e.FormerCodes).LoadAsync(cancellation);
        Unite(kept, source, choice);
        // names and codes that it had are keys of it too, also where it is called as before
        kept.NameKey = "";
        Touch(kept);
        await db.SaveChangesAsync(cancellation);
        (merge.KeptVersion, merge.Moved) = (kept.Version, moved);
        Write(merge, kept, before, choices);
        await news.TellMergedAsync(merge, cancellation);
        await db.SaveChangesAsync(cancellation);
        return merge.Id;
    }

    private Task<Enterprise?> TakeAsync(int id, CancellationToken cancellation) => db.Enterprises.AsSplitQuery()
        .Include(e => e.Tags).Include(e => e.Markets).Include(e => e.FormerNames).Include(e => e.Contacts).Include(e => e.FilingProfile)
        .SingleOrDefaultAsync(e => e.Id == id, cancellation);

    private async Task<RosterMerge> BeginAsync(Enterprise kept, Enterprise other, MergeChoice choice, CancellationToken cancellation)
    {
        var before = new MergeBefore(
            EnterpriseData.Of(kept), kept.Stage, kept.StageSince, kept.SuspendedAt, kept.FilingProfile is null ? null : FilingData.Of(kept.FilingProfile),
            [.. kept.FormerNames.Select(n => n.Id)], await db.FormerCodes.Where(c => c.EnterpriseId == kept.Id).Select(c => c.Id).OrderBy(i => i).ToListAsync(cancellation));
        var merge = new RosterMerge
        {
            Kind = MergeKind.Merge,
            KeptId = kept.Id,
            OtherId = other.Id,
            KeptName = kept.Name,
            OtherName = other.Name,
            OtherCode = other.CreditCode,
            Reason = choice.Reason.Trim(),
            OwnerId = actor.UserId,
            OwnerName = actor.Name,
            At = time.UtcNow,
            Before = JsonSerializer.Serialize(before),
        };
        db.RosterMerges.Add(merge);
        await db.SaveChangesAsync(cancellation);
        return merge;
    }

    /// <summary>Takes the other record out of everything. Its code becomes free, since the kept record may take it.</summary>
    private async Task HideAsync(Enterprise kept, Enterprise other, CancellationToken cancellation)
    {
        (other.MergedIntoId, other.CreditCode) = (kept.Id, CodeOfMerged(other.Id));
        Touch(other);
        // whoever edits the kept one at this moment finds the merge, or the merge finds the edit
        Touch(kept);
        await db.SaveChangesAsync(cancellation);
        // its pairs stay: on the days before the merge it is looked for by its name
        await db.EnterpriseSounds.Where(s => s.EnterpriseId == other.Id).ExecuteDeleteAsync(cancellation);
        foreach (var topic in new[] { PublicTopic.Enterprises, PublicTopic.Parks, PublicTopic.Chains }) db.PublicHasChanged(topic);
    }

    private async Task<int> MoveAsync(int mergeId, int keptId, int otherId, IReadOnlyList<int> contacts, CancellationToken cancellation)
    {
        await MembershipsInBoth.ResumeAsync(db, mergeId, keptId, otherId, cancellation);
        var moved = await ReferenceRules.Named(ContactRule).MoveAsync(db, mergeId, otherId, keptId, new RowChoice(contacts), cancellation);
        foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnMerge == MergeWay.Moves)) moved += await rule.MoveAsync(db, mergeId, otherId, keptId, null, cancellation);
        return moved;
    }

    private void Unite(Enterprise kept, Enterprise source, MergeChoice choice)
    {
        var (name, code) = (kept.Name, kept.CreditCode);
        var (stage, since) = (kept.Stage, kept.StageSince);
        MergeFields.Write(kept, source, choice.Fields);
        if ((kept.Stage, kept.StageSince) != (stage, since))
            kept.StageChanges.Add(new StageChange { From = stage, To = kept.Stage, On = kept.StageSince, Reason = Texts.Cut($"合并档案：{choice.Reason.Trim()}", StageChange.ReasonMaxLength), RecordedAt = time.UtcNow, RecordedBy = actor.Name });
        kept.RefreshSearchText();
        kept.Tags.AddRange(source.Tags.Select(t => t.IndustryTagId).Except(kept.Tags.Select(t => t.IndustryTagId)).Select(t => new EnterpriseTag { IndustryTagId = t }).ToList());
        kept.Markets.AddRange(source.Markets.Select(m => m.Market).Except(kept.Markets.Select(m => m.Market)).Select(m => new EnterpriseMarket { Market = m }).ToList());
        var names = source.FormerNames.OrderBy(n => n.Id).Select(n => (n.Name, n.Until)).Concat([(source.Name, time.Today), (name, time.Today)]);
        foreach (var (former, until) in names)
        {
            if (former != kept.Name && !kept.FormerNames.Exists(n => n.Name == former)) kept.FormerNames.Add(new FormerName { Name = former, Text = RosterKeys.Text(former), Until = until });
        }

        foreach (var former in new[] { source.CreditCode, code }.Where(c => c != kept.CreditCode && !kept.FormerCodes.Exists(f => f.Code == c))) kept.FormerCodes.Add(new FormerCode { Code = former, Until = time.Today });
    }

    private void Write(RosterMerge merge, Enterprise kept, IReadOnlyList<(string Label, string? Value)> before, RosterChoices choices)
    {
        var number = Key(merge.Id);
        var changes = before.Zip(Described(kept, choices), (old, now) => new FieldChange(old.Label, old.Value, now.Value)).Where(c => c.IsChange)
            .Append(new FieldChange("并入的档案", null, $"{merge.OtherName}（{merge.OtherCode}）")).Append(new FieldChange("随之转入", null, $"{merge.Moved} 项"));
        journal.Write(JournalSubjects.Enterprise, Key(merge.KeptId), EnterpriseActs.Merged, $"{merge.Reason}（合并 {number}）", changes);
        journal.Write(JournalSubjects.Enterprise, Key(merge.OtherId), EnterpriseActs.MergedAway, $"{merge.Reason}（合并 {number}）", [new FieldChange("并入", null, $"{kept.Name}（{kept.CreditCode}）")]);
    }

    private static IReadOnlyList<(string Label, string? Value)> Described(Enterprise enterprise, RosterChoices choices) =>
    [
        .. EnterpriseData.Of(enterprise).Describe(choices),
        ("阶段", string.Create(CultureInfo.InvariantCulture, $"{enterprise.Stage.Word()}（{enterprise.StageSince:yyyy-MM-dd} 起）")),
        .. FilingData.Of(enterprise.FilingProfile).Describe(),
    ];

    private void Touch(Enterprise enterprise)
    {
        enterprise.UpdatedAt = time.UtcNow;
        db.Entry(enterprise).Property(e => e.UpdatedAt).IsModified = true;
    }

    private async Task<string> StaleAsync(int keptId, int otherId, CancellationToken cancellation)
    {
        var (kept, other) = (await roster.LastActAsync(keptId, cancellation), await roster.LastActAsync(otherId, cancellation));
        var last = (kept?.Id ?? 0) > (other?.Id ?? 0) ? kept : other;
        return $"您打开之后，{last?.UserName ?? "他人"}修改了其中一份档案。下面已是最新内容，请核对后再合并。";
    }

    internal const string ContactRule = $"{nameof(Contact)}.{nameof(Contact.EnterpriseId)}";

    /// <summary>What stands where a code would in a merged record: no credit code has this form.</summary>
    internal static string CodeOfMerged(int id) => string.Create(CultureInfo.InvariantCulture, $"~{id}");

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
