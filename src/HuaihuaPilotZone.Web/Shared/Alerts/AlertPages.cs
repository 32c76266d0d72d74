using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Shared.Alerts;

/// <summary>The address bar of a list of alerts. Whatever stands in it, a list is shown.</summary>
public sealed record AlertQuery(string? Q, AlertState? State, AlertRule? Rule, string? Dir, int? Page)
{
    public bool IsNarrowed => State is not null || Rule is not null || !string.IsNullOrWhiteSpace(Q);

    public AlertFilter ToFilter() => new(Q, State, Rule, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>Closing an alert.</summary>
public sealed class AlertForm
{
    [Display(Name = "处理说明")]
    public string? Note { get; set; }
}

public sealed class AlertFormValidator : AbstractValidator<AlertForm>
{
    public AlertFormValidator() => RuleFor(f => f.Note).MaximumLength(TransportAlert.NoteMaxLength).WithMessage("处理说明最多 {MaxLength} 个字。");
}

/// <summary>A list of alerts at one of the desks.</summary>
/// <param name="Desk">Where the desk begins.</param>
/// <param name="MayAct">Whether the reader takes alerts on and closes them.</param>
/// <param name="Refused">The alert whose closing was refused, with what was typed.</param>
public sealed record AlertListPage(string Desk, AlertQuery Query, Page<AlertRow> Rows, bool MayAct, (int Id, string? Note)? Refused = null)
{
    public bool IsPark => Desk == "/park";

    public string Home => $"{Desk}/alerts";
}

public static class AlertLooks
{
    public static string Tone(this AlertState state) => state switch
    {
        AlertState.Open => "bad",
        AlertState.Acknowledged => "warn",
        _ => "mute",
    };
}

/// <summary>Alerts to take along.</summary>
public static class AlertFile
{
    private static readonly string[] _head = ["货运单号", "企业", "预警", "内容", "状态", "发出时间", "接手人", "接手时间", "关闭人", "关闭时间", "处理说明"];

    public static Task SendAsync(HttpResponse response, IAsyncEnumerable<AlertRow> rows, CancellationToken cancellation) => response.SendListAsync(
        "alerts", "物流预警", _head, rows,
        row => [row.ConsignmentNumber, row.EnterpriseName, row.Rule.Word(), row.Text, row.State.Word(), ListTimes.Of(row.RaisedAt), row.AcknowledgedBy, ListTimes.Of(row.AcknowledgedAt), row.ClosedBy, ListTimes.Of(row.ClosedAt), row.Note],
        cancellation);
}
