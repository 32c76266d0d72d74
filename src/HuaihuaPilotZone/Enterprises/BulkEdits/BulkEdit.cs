using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises.BulkEdits;

/// <summary>What can be done to many enterprises at once.</summary>
public enum BulkAct
{
    /// <summary>改片区.</summary>
    Area,

    /// <summary>改阶段.</summary>
    Stage,

    /// <summary>加减标签.</summary>
    Tags,

    /// <summary>发通知.</summary>
    Notice,

    /// <summary>停用.</summary>
    Suspend,

    /// <summary>恢复.</summary>
    Resume,
}

/// <summary>How far an act on many enterprises is.</summary>
public enum BulkState
{
    /// <summary>执行中.</summary>
    Running,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>撤销中.</summary>
    Undoing,

    /// <summary>已撤销.</summary>
    Undone,
}

/// <summary>What became of one enterprise.</summary>
public enum BulkItemState
{
    /// <summary>待处理.</summary>
    Waiting,

    /// <summary>已修改.</summary>
    Changed,

    /// <summary>未修改: something stands against it.</summary>
    Refused,

    /// <summary>已撤销.</summary>
    Undone,

    /// <summary>未撤销: somebody has changed it since.</summary>
    Kept,
}

/// <summary>An act on many enterprises: what, by whom, and what became of each. It can be undone as a whole for a day.</summary>
public sealed class BulkEdit
{
    public const int ChangeMaxLength = 4000;

    public int Id { get; init; }

    public required BulkAct Act { get; init; }

    /// <summary>The <see cref="BulkChange"/>, JSON.</summary>
    public required string Change { get; init; }

    /// <summary>The <see cref="RosterQuery"/> that finds the enterprises, JSON; null when they were chosen one by one.</summary>
    public string? Query { get; init; }

    public int? OwnerId { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public BulkState State { get; init; }

    /// <summary>UTC; when it was undone.</summary>
    public DateTime? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public List<BulkEditItem> Items { get; init; } = [];
}

/// <summary>One enterprise of an act on many.</summary>
public sealed class BulkEditItem
{
    public const int ValueMaxLength = 200;
    public const int RefusalMaxLength = 200;

    public int BulkEditId { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public BulkItemState State { get; set; }

    /// <summary>What stood there, for an undo.</summary>
    public string? OldValue { get; set; }

    /// <summary>What the act wrote: an undo changes nothing else.</summary>
    public string? NewValue { get; set; }

    /// <summary>Why it was left as it is, Chinese.</summary>
    public string? Refusal { get; set; }
}

/// <summary>What is to be done to each enterprise.</summary>
public sealed record BulkChange(BulkAct Act)
{
    public const int ReasonMaxLength = StageChange.ReasonMaxLength;
    public const int TitleMaxLength = 100;
    public const int TextMaxLength = 1000;

    /// <summary>The new area; null takes it away.</summary>
    public int? AreaId { get; init; }

    public EnterpriseStage? Stage { get; init; }

    /// <summary>Civil day on which the stage begins.</summary>
    public DateOnly? On { get; init; }

    public IReadOnlyList<int> AddTags { get; init; } = [];

    public IReadOnlyList<int> RemoveTags { get; init; } = [];

    /// <summary>Why: in the history of each enterprise.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a notice.</summary>
    public string? Title { get; init; }

    /// <summary>Of a notice.</summary>
    public string? Text { get; init; }

    /// <summary>Everything that stands against it, whatever the enterprises.</summary>
    public IEnumerable<Refusal> Refuse(RosterChoices choices, DateOnly today)
    {
        if (!Enum.IsDefined(Act)) yield return new Refusal("", "没有这种批量操作。");
        if (AreaId is { } area && choices.OpenAreas(null).All(a => a.Id != area)) yield return new Refusal("AreaId", "没有这个片区，请重新选择。");
        if (Act == BulkAct.Stage && (Stage is not { } stage || !Enum.IsDefined(stage))) yield return new Refusal("Stage", "请选择新的阶段。");
        if (Act == BulkAct.Stage && On is null) yield return new Refusal("On", "请填写开始日期。");
        if (On > today) yield return new Refusal("On", "日期不能晚于今天。");
        if (Act == BulkAct.Tags && AddTags.Count + RemoveTags.Count == 0) yield return new Refusal("AddTags", "请选择要加上或去掉的标签。");
        if (AddTags.Concat(RemoveTags).Any(t => choices.Tags.All(c => c.Id != t))) yield return new Refusal("AddTags", "没有这个行业标签，请重新选择。");
        if (AddTags.Any(t => choices.OpenTags([]).All(c => c.Id != t))) yield return new Refusal("AddTags", "有行业标签已停用，请重新选择。");
        if (AddTags.Intersect(RemoveTags).Any()) yield return new Refusal("RemoveTags", "同一个标签不能既加上又去掉。");
        if (Act is BulkAct.Stage or BulkAct.Suspend or BulkAct.Resume && string.IsNullOrWhiteSpace(Reason)) yield return new Refusal("Reason", "请写明原因。");
        if (Reason?.Length > ReasonMaxLength) yield return new Refusal("Reason", $"原因最多 {ReasonMaxLength} 个字。");
        if (Act == BulkAct.Notice && (string.IsNullOrWhiteSpace(Title) || Title.Length > TitleMaxLength)) yield return new Refusal("Title", $"请填写标题，最多 {TitleMaxLength} 个字。");
        if (Act == BulkAct.Notice && (string.IsNullOrWhiteSpace(Text) || Text.Length > TextMaxLength)) yield return new Refusal("Text", $"请填写正文，最多 {TextMaxLength} 个字。");
    }
}

public static class BulkWords
{
    public static string Word(this BulkAct act) => act switch
    {
        BulkAct.Area => "改片区",
        BulkAct.Stage => "改阶段",
        BulkAct.Tags => "加减标签",
        BulkAct.Notice => "发通知",
        BulkAct.Suspend => "停用",
        BulkAct.Resume => "恢复",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    public static string Word(this BulkState state) => state switch
    {
        BulkState.Running => "执行中",
        BulkState.Done => "已完成",
        BulkState.Undoing => "撤销中",
        BulkState.Undone => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this BulkItemState state) => state switch
    {
        BulkItemState.Waiting => "待处理",
        BulkItemState.Changed => "已修改",
        BulkItemState.Refused => "未修改",
        BulkItemState.Undone => "已撤销",
        BulkItemState.Kept => "未撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
