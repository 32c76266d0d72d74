using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>The address bar of a list of declarations. Whatever stands in it, a list is shown.</summary>
public sealed class DeclarationListQuery
{
    public string? View { get; set; }

    public string? Q { get; set; }

    public string? Mode { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public DeclarationView ViewOr(DeclarationView fallback) => Enum.TryParse<DeclarationView>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : fallback;

    public DeclarationFilter ToFilter(DeclarationView fallback = DeclarationView.All) => new(
        ViewOr(fallback), Q, ModeChooser.Modes.Contains(Mode) ? Mode : null,
        Enum.TryParse<DeclarationSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : DeclarationSort.Updated,
        string.Equals(Dir, "asc", StringComparison.OrdinalIgnoreCase));
}

public sealed record DeclarationListPage(DeclarationListQuery Query, Page<DeclarationRow> Rows, IReadOnlyDictionary<DeclarationView, int> Counts);

/// <summary>Words and tones of the views and states.</summary>
public static class DeclarationLooks
{
    public static string Word(this DeclarationView view) => view switch
    {
        DeclarationView.All => "全部",
        DeclarationView.Draft => "草稿",
        DeclarationView.Failing => "预检未通过",
        DeclarationView.Ready => "待提交",
        DeclarationView.Submitted => "已提交",
        DeclarationView.Returned => "退回修改",
        DeclarationView.Accepted => "已通过",
        DeclarationView.HandedOver => "已移交",
        DeclarationView.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    public static string Tone(this DeclarationState state) => state switch
    {
        DeclarationState.Draft or DeclarationState.Withdrawn => "hollow",
        DeclarationState.Submitted => "info",
        DeclarationState.Returned => "bad",
        DeclarationState.Accepted or DeclarationState.HandedOver => "ok",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The state as the enterprise reads it: drafts are told apart by their check.</summary>
    public static (string Tone, string Word) Look(this DeclarationRow row) => row switch
    {
        { State: DeclarationState.Draft, MustFixCount: > 0 } => ("warn", "预检未通过"),
        { State: DeclarationState.Draft } => ("hollow", "待提交"),
        { State: DeclarationState.Accepted, IsUnreviewed: true } => ("ok", "已通过（未经园区核对）"),
        _ => (row.State.Tone(), row.State.Word()),
    };
}
