using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.BulkEdits;

/// <summary>What an act would do to one enterprise.</summary>
/// <param name="Old">What stands there, for an undo; the same for <paramref name="New"/>.</param>
/// <param name="Refusal">Why it stays as it is; null when it can be done.</param>
public sealed record BulkStep(string? Old, string? New, string? Refusal);

/// <summary>One act on one enterprise: foreseen, done and undone. The values it keeps are those of the record: ids, words of enums, days.</summary>
internal sealed class BulkSteps(PortalDbContext db, Outbox outbox, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const char Separator = ',';

    /// <summary>The records that a step needs, with what it looks at.</summary>
    public Task<List<Enterprise>> ReadAsync(IReadOnlyList<int> ids, CancellationToken cancellation) =>
        db.Enterprises.Include(e => e.Tags).Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancellation);

    /// <summary>Which of these enterprises have somebody who would read a notice.</summary>
    public async Task<IReadOnlySet<int>> ReachableAsync(BulkChange change, IReadOnlyList<int> ids, CancellationToken cancellation) => change.Act != BulkAct.Notice
        ? new HashSet<int>()
        : (await db.Memberships.Where(m => ids.Contains(m.EnterpriseId) && m.EndedAt == null && m.SuspendedAt == null && m.Role == MembershipRole.EnterpriseAdministrator)
            .Select(m => m.EnterpriseId).Distinct().ToListAsync(cancellation)).ToHashSet();

    public BulkStep Foresee(Enterprise enterprise, BulkChange change, IReadOnlySet<int> reachable)
    {
        var old = ValueOf(enterprise, change.Act);
        var wanted = Wanted(enterprise, change);
        var refusal = change.Act switch
        {
            BulkAct.Stage => EnterpriseStages.Refuse(enterprise, change.Stage!.Value, change.On!.Value, time.Today).FirstOrDefault()?.Message,
            BulkAct.Notice => reachable.Contains(enterprise.Id) ? null : "这家企业还没有管理员账号，收不到通知。",
            _ when string.Equals(old, wanted, StringComparison.Ordinal) => "已经如此，不用修改。",
            _ => null,
        };
        return new BulkStep(old, wanted, refusal);
    }

    /// <summary>Does it; the caller saves.</summary>
    public async Task DoAsync(Enterprise enterprise, BulkChange change, BulkStep step, int editId, CancellationToken cancellation)
    {
        if (change.Act == BulkAct.Notice)
        {
            await outbox.NotifyAsync(Audience.Enterprise(enterprise.Id), new NoticeDraft(MessageKind.ParkNotice, change.Title!, change.Text!, "/enterprise", enterprise.Id), cancellation);
            journal.Write(JournalSubjects.Enterprise, Key(enterprise.Id), EnterpriseActs.Noticed, $"{change.Title}（批量操作 {Key(editId)}）");
            return;
        }

        Write(enterprise, change.Act, step.Old, step.New, $"{change.Reason}（批量操作 {Key(editId)}）".TrimStart());
    }

    /// <summary>Whether what the act wrote still stands there.</summary>
    public static bool IsAsLeft(Enterprise enterprise, BulkAct act, string? left) => string.Equals(ValueOf(enterprise, act), left, StringComparison.Ordinal);

    /// <summary>Puts back what stood there; the caller saves.</summary>
    public void Undo(Enterprise enterprise, BulkAct act, BulkEditItem item, int editId) => Write(enterprise, act, item.NewValue, item.OldValue, $"撤销批量操作 {Key(editId)}");

    /// <summary>A kept value as people read it.</summary>
    public static string? Read(BulkAct act, string? value, RosterChoices choices) => act switch
    {
        BulkAct.Area => value is null ? "未定" : choices.AreaName(int.Parse(value, CultureInfo.InvariantCulture)),
        BulkAct.Stage when value?.Split(Separator) is [var stage, var since] => $"{Enum.Parse<EnterpriseStage>(stage).Word()}（{since}）",
        BulkAct.Tags => value is null ? "无" : string.Join('、', Ids(value).Select(choices.TagName)),
        BulkAct.Suspend or BulkAct.Resume => value is null ? "正常" : "已停用",
        _ => value,
    };

    private static string? ValueOf(Enterprise enterprise, BulkAct act) => act switch
    {
        BulkAct.Area => enterprise.ParkAreaId is { } area ? Key(area) : null,
        BulkAct.Stage => StageValue(enterprise.Stage, enterprise.StageSince),
        BulkAct.Tags => Texts.Tidy(string.Join(Separator, enterprise.Tags.Select(t => t.IndustryTagId).Order())),
        BulkAct.Suspend or BulkAct.Resume => enterprise.SuspendedAt is null ? null : bool.TrueString,
        _ => null,
    };

    private static string? Wanted(Enterprise enterprise, BulkChange change) => change.Act switch
    {
        BulkAct.Area => change.AreaId is { } area ? Key(area) : null,
        BulkAct.Stage => StageValue(change.Stage!.Value, change.On!.Value),
        BulkAct.Tags => Texts.Tidy(string.Join(Separator, enterprise.Tags.Select(t => t.IndustryTagId).Union(change.AddTags).Except(change.RemoveTags).Order())),
        BulkAct.Suspend => bool.TrueString,
        _ => null,
    };

    private void Write(Enterprise enterprise, BulkAct act, string? old, string? now, string note)
    {
        switch (act)
        {
            case BulkAct.Area:
                enterprise.ParkAreaId = now is null ? null : int.Parse(now, CultureInfo.InvariantCulture);
                break;
            case BulkAct.Stage:
                WriteStage(enterprise, now!, note);
                break;
            case BulkAct.Tags:
                int[] wanted = [.. Ids(now)];
                db.RemoveRange(enterprise.Tags.Where(t => !wanted.Contains(t.IndustryTagId)).ToList());
                enterprise.Tags.AddRange(wanted.Except(enterprise.Tags.Select(t => t.IndustryTagId)).Select(t => new EnterpriseTag { IndustryTagId = t }).ToList());
                break;
            case BulkAct.Suspend or BulkAct.Resume:
                enterprise.SuspendedAt = now is null ? null : time.UtcNow;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }

        enterprise.UpdatedAt = time.UtcNow;
        db.Entry(enterprise).Property(e => e.UpdatedAt).IsModified = true;
        journal.Write(JournalSubjects.Enterprise, Key(enterprise.Id), ActOf(act, now), note, [new FieldChange(FieldOf(act), Shown(act, old), Shown(act, now))]);
    }

    private void WriteStage(Enterprise enterprise, string value, string note)
    {
        var parts = value.Split(Separator);
        var (from, to, on) = (enterprise.Stage, Enum.Parse<EnterpriseStage>(parts[0]), DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        (enterprise.Stage, enterprise.StageSince) = (to, on);
        enterprise.StageChanges.Add(new StageChange { From = from, To = to, On = on, Reason = Texts.Cut(note, StageChange.ReasonMaxLength), RecordedAt = time.UtcNow, RecordedBy = actor.Name });
    }

    private string? Shown(BulkAct act, string? value) => Read(act, value, Choices);

    /// <summary>Names of areas and tags, read by whoever works on a step.</summary>
    public RosterChoices Choices { get; set; } = new([], []);

    private static string ActOf(BulkAct act, string? now) => act switch
    {
        BulkAct.Stage => EnterpriseActs.StageChanged,
        BulkAct.Suspend or BulkAct.Resume => now is null ? EnterpriseActs.Resumed : EnterpriseActs.Suspended,
        _ => EnterpriseActs.Changed,
    };

    private static string FieldOf(BulkAct act) => act switch
    {
        BulkAct.Area => "片区",
        BulkAct.Stage => "阶段",
        BulkAct.Tags => "行业标签",
        _ => "状态",
    };

    private static string StageValue(EnterpriseStage stage, DateOnly since) => string.Create(CultureInfo.InvariantCulture, $"{stage}{Separator}{since:yyyy-MM-dd}");

    private static IEnumerable<int> Ids(string? value) => (value ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(t => int.Parse(t, CultureInfo.InvariantCulture));

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
