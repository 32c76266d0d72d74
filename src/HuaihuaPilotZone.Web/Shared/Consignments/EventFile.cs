using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Web.Shared.Consignments;

/// <summary>Events to take along. Codes stand as DCSA has them, times with their offset, so that whoever computes dwell times from the file gets the same numbers.</summary>
public static class EventFile
{
    private static readonly string[] _head =
        ["货运单号", "事件号", "类别", "性质", "事件", "事件代码", "时间", "报告时间", "收到时间", "地点", "箱号", "运输方式", "单证类型", "更正的事件号", "已被更正", "来源", "报告企业", "备注"];

    public static Task SendAsync(HttpResponse response, IAsyncEnumerable<EventRow> rows, CancellationToken cancellation) => response.SendListAsync(
        "events", "物流事件", _head, rows,
        row => [row.ConsignmentNumber, row.EventId, row.Kind.Word(), row.Classifier.Word(), EventCodes.Word(row.Kind, row.Code), row.Code, Time(row.OccursAt), Time(row.SaidAt), Time(row.ReceivedAt), row.Place,
            row.ContainerNumber, row.Mode?.Word(), row.DocumentType, row.Replaces, row.IsReplaced ? "是" : "否", row.Source.Word(), row.ProviderName, row.Remark],
        cancellation);

    private static string Time(DateTime utc) => ChinaTime.FromUtc(utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'+08:00'", CultureInfo.InvariantCulture);
}
