using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>Which rows of a kind go to the new record.</summary>
public enum SplitTake
{
    /// <summary>都留下.</summary>
    None,

    /// <summary>都转走.</summary>
    All,

    /// <summary>选一些.</summary>
    Some,
}

public static class SplitWords
{
    public static string Word(this SplitTake take) => take switch
    {
        SplitTake.None => "留下",
        SplitTake.All => "转到新档案",
        SplitTake.Some => "选一些",
        _ => throw new ArgumentOutOfRangeException(nameof(take), take, null),
    };
}

/// <summary>A kind of rows of which staff choose what goes.</summary>
/// <param name="Name">How a form names it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Rows">The newest of them, to choose from.</param>
/// <param name="IsDated">Whether all from a day on may be chosen.</param>
public sealed record SplitKind(string Name, string Label, string Unit, int Count, IReadOnlyList<ChoosableRow> Rows, bool IsDated);

/// <summary>What goes of one kind.</summary>
/// <param name="Since">Of all only those from this civil day on; for kinds that are dated.</param>
public sealed record SplitPart(string Name, SplitTake Take, IReadOnlyList<int> Ids, DateOnly? Since);

/// <summary>A split as staff want it.</summary>
/// <param name="Version">Version of the record that the page showed.</param>
/// <param name="On">Civil day from which there are two.</param>
/// <param name="Data">The new record.</param>
/// <param name="Stage">Its stage, since <paramref name="StageOn"/>.</param>
public sealed record SplitChoice(int Version, DateOnly On, EnterpriseData Data, EnterpriseStage Stage, DateOnly StageOn, IReadOnlyList<SplitPart> Parts, string Reason);

/// <summary>拆分: makes two records of one that is two enterprises. Staff say kind by kind what goes to the new one; the rest stays.</summary>
public sealed class SplitService(
    PortalDbContext db, EnterpriseService enterprises, EnterpriseRoster roster, MergeObstacles obstacles, MergeNews news, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Rows of a kind that are shown to choose from.</summary>
    public const int MostRows = 100;

    /// <summary>What there is to choose from; kinds without rows are left out.</summary>
    public async Task<IReadOnlyList<SplitKind>> KindsAsync(int id, CancellationToken cancellation)
    {
        var kinds = new List<SplitKind>();
        foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnSplit == SplitWay.Chosen))
        {
            var count = await rule.CountAsync(db, id, cancellation);
            if (count > 0) kinds.Add(new SplitKind(rule.Name, rule.Label, rule.Unit, count, await rule.RowsAsync(db, id, MostRows, cancellation), rule.IsDated));
        }

        return kinds;
    }

    /// <summary>What stands against splitting the record now.</summary>
    public Task<IReadOnlyList<Refusal>> ObstaclesAsync(int id, CancellationToken cancellation) => obstacles.FindAsync([id], cancellation);

    /// <summary>Makes the new record and lets go to it what was chosen.</summary>
    /// <returns>The number of the split; a refusal of the field Version where somebody has changed the record since the page was shown.</returns>
    public async Task<Outcome<int>> SplitAsync(int id, SplitChoice choice, CancellationToken cancellation)
    {
        choice = choice with { Data = choice.Data.Tidied() };
        if (await ProblemsAsync(id, choice, cancellation) is { Count: > 0 } problems) return Outcome.Refused(problems);
        try
        {
            return await db.InTransactionAsync(token => DoAsync(id, choice, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await StaleAsync(id, cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await enterprises.FindTakenAsync(choice.Data.CreditCode, null, cancellation) is { } taken) return taken;
            throw;
        }
    }

    private async Task<List<Refusal>> ProblemsAsync(int id, SplitChoice choice, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        List<Refusal> found = [.. EnterpriseService.Refuse(choice.Data, choices), .. EnterpriseService.RefuseClosed(choice.Data, new EnterpriseData(), choices)];
        if (choice.StageOn > time.Today) found.Add(new Refusal("StageOn", "日期不能晚于今天。"));
        if (choice.On > time.Today) found.Add(new Refusal("On", "拆分日期不能晚于今天。"));
        if (choice.Reason.Trim().Length is 0 or > RosterMerge.ReasonMaxLength) found.Add(new Refusal("Reason", $"请写明依据，最多 {RosterMerge.ReasonMaxLength} 个字。"));
        var first = await db.RecordSpans.Where(s => s.EnterpriseId == id).Standing().OrderBy(s => s.ValidFrom).Select(s => (DateOnly?)s.ValidFrom).FirstOrDefaultAsync(cancellation);
        if (choice.On < first) found.Add(new Refusal("On", string.Create(CultureInfo.InvariantCulture, $"名录从 {first:yyyy-MM-dd} 起才有这家企业，拆分日期不能更早。")));
        return found;
    }

    private async Task<Outcome<int>> DoAsync(int id, SplitChoice choice, CancellationToken cancellation)
    {
        if (await db.Enterprises.SingleOrDefaultAsync(e => e.Id == id, cancellation) is not { } record) return Outcome.Refused("名录里没有这家企业。");
        if (record.Version != choice.Version) return await StaleAsync(id, cancellation);
        if (await obstacles.FindAsync([id], cancellation) is { Count: > 0 } standing) return Outcome.Refused(standing);
        var (name, code) = (record.Name, record.CreditCode);
        var made = await enterprises.AddAsync(choice.Data, choice.Stage, choice.StageOn, Texts.Cut($"从“{name}”拆分：{choice.Reason.Trim()}", StageChange.ReasonMaxLength), await roster.ChoicesAsync(cancellation), [], cancellation);
        await BeginOnAsync(made.Id, choice, cancellation);
        var split = new RosterMerge
        {
            Kind = MergeKind.Split,
            KeptId = id,
            OtherId = made.Id,
            KeptName = name,
            OtherName = made.Name,
            OtherCode = made.CreditCode,
            Reason = choice.Reason.Trim(),
            OwnerId = actor.UserId,
            OwnerName = actor.Name,
            At = time.UtcNow,
            SplitOn = choice.On,
        };
        db.RosterMerges.Add(split);
        await db.SaveChangesAsync(cancellation);
        split.Moved = await MoveAsync(split.Id, id, made.Id, choice.Parts, cancellation);
        await CountAgainAsync(record, made, cancellation);
        (split.KeptVersion, split.Before) = (record.Version, JsonSerializer.Serialize(new SplitLeft(made.Version)));
        Write(split, $"{name}（{code}）", choice);
        await news.TellSplitAsync(split, cancellation);
        await db.SaveChangesAsync(cancellation);
        return split.Id;
    }

    /// <summary>Lists of days before the split have one record, whatever the stage of the new one began on.</summary>
    private async Task BeginOnAsync(int id, SplitChoice choice, CancellationToken cancellation)
    {
        var span = await db.RecordSpans.SingleAsync(s => s.EnterpriseId == id, cancellation);
        (span.ValidFrom, span.Reason, span.RecordedBy) = (choice.On, Texts.Cut(choice.Reason.Trim(), RecordSpan.ReasonMaxLength), actor.Name);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<int> MoveAsync(int splitId, int from, int to, IReadOnlyList<SplitPart> parts, CancellationToken cancellation)
    {
        var moved = 0;
        foreach (var rule in ReferenceRules.Of(db.Model).Where(r => r.OnSplit == SplitWay.Chosen))
        {
            if (parts.FirstOrDefault(p => p.Name == rule.Name && p.Take != SplitTake.None) is { } part)
                moved += await rule.MoveAsync(db, splitId, from, to, new RowChoice(part.Take == SplitTake.Some ? part.Ids : null, rule.IsDated && part.Take == SplitTake.All ? part.Since : null), cancellation);
        }

        foreach (var rule in ReferenceRules.All) moved += await rule.MoveFollowingAsync(db, splitId, from, to, cancellation);
        foreach (var topic in new[] { PublicTopic.Enterprises, PublicTopic.Parks, PublicTopic.Chains }) db.PublicHasChanged(topic);
        return moved;
    }

    /// <summary>Both are saved once more: contacts have moved, which completeness counts, and whoever edits the old one must see it.</summary>
    private Task<int> CountAgainAsync(Enterprise record, Enterprise made, CancellationToken cancellation)
    {
        foreach (var one in new[] { record, made })
        {
            one.UpdatedAt = time.UtcNow;
            db.Entry(one).Property(e => e.UpdatedAt).IsModified = true;
        }

        return db.SaveChangesAsync(cancellation);
    }

    private void Write(RosterMerge split, string old, SplitChoice choice)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"{split.Reason}（拆分 {split.Id}，{choice.On:yyyy-MM-dd} 起）");
        journal.Write(
            JournalSubjects.Enterprise, split.KeptId.ToString(CultureInfo.InvariantCulture), EnterpriseActs.SplitOff, note,
            [new FieldChange("分出的档案", null, $"{split.OtherName}（{split.OtherCode}）"), new FieldChange("随之转出", null, $"{split.Moved} 项")]);
        journal.Write(
            JournalSubjects.Enterprise, split.OtherId.ToString(CultureInfo.InvariantCulture), EnterpriseActs.SplitOff, note, [new FieldChange("分自", null, old), new FieldChange("随之转入", null, $"{split.Moved} 项")]);
    }

    private async Task<Outcome> StaleAsync(int id, CancellationToken cancellation) =>
        Outcome.Refused(nameof(IVersioned.Version), $"您打开之后，{(await roster.LastActAsync(id, cancellation))?.UserName ?? "他人"}修改了这份档案。下面已是最新内容，请核对后再拆分。");
}
