using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Operations;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Operations;

/// <summary>How the running portal is: queues, instances, incidents, faults and slow pages, for whoever runs it.</summary>
[Area(Policies.ParkDesk)]
[Authorize(Policies.RunPortal)]
public sealed class OperationsController(OperationsBoard board) : Controller
{
    private const string Home = "/park/operations";

    private static readonly string[] _errorsHead = ["时间", "编号", "页面或任务", "错误类型", "实例"];
    private static readonly string[] _timesHead = ["页面", "实例", "次数", "中位（毫秒）", "95 分位（毫秒）", "最长（毫秒）", "统计时间"];
    private static readonly string[] _incidentsHead = ["告警", "对象", "情况", "开始", "解除"];
    private static readonly string[] _callsHead = ["企业", "接收地址", "事件", "单证", "次数", "状态码", "原因", "产生时间", "停止时间"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await board.OverviewAsync(cancellation));

    [HttpGet(Home + "/errors")]
    public async Task<IActionResult> Errors(ErrorQuery query, CancellationToken cancellation) =>
        View(new OperationsList<ErrorQuery, ErrorNote>(query, await board.ErrorsAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/errors/export.csv")]
    [HttpGet(Home + "/errors/export.xlsx")]
    public Task ExportErrors(ErrorQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "errors", "页面出错", _errorsHead, board.StreamErrorsAsync(query.ToFilter()), n => [ListTimes.Of(n.At), n.TraceId, n.Route, n.Kind, n.Instance], cancellation);

    [HttpGet(Home + "/slow")]
    public async Task<IActionResult> Slow(TimingQuery query, CancellationToken cancellation) =>
        View(new OperationsList<TimingQuery, TimingRow>(query, await board.TimingsAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/slow/export.csv")]
    [HttpGet(Home + "/slow/export.xlsx")]
    public Task ExportSlow(TimingQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "slow-pages", "页面耗时", _timesHead, board.StreamTimingsAsync(query.ToFilter()), t => [t.Route, t.Instance, Number(t.Count), Number(t.P50), Number(t.P95), Number(t.Most), ListTimes.Of(t.At)],
        cancellation);

    [HttpGet(Home + "/incidents")]
    public async Task<IActionResult> Incidents(IncidentQuery query, CancellationToken cancellation) =>
        View(new OperationsList<IncidentQuery, Incident>(query, await board.IncidentsAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/incidents/export.csv")]
    [HttpGet(Home + "/incidents/export.xlsx")]
    public Task ExportIncidents(IncidentQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "incidents", "运行告警", _incidentsHead, board.StreamIncidentsAsync(query.ToFilter()), i => [i.Rule.Word(), i.Subject, i.Detail, ListTimes.Of(i.OpenedAt), ListTimes.Of(i.EndedAt)], cancellation);

    [HttpGet(Home + "/webhooks")]
    public async Task<IActionResult> Webhooks(FailedCallQuery query, CancellationToken cancellation) =>
        View(new OperationsList<FailedCallQuery, FailedCallRow>(query, await board.FailedCallsAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/webhooks/export.csv")]
    [HttpGet(Home + "/webhooks/export.xlsx")]
    public Task ExportWebhooks(FailedCallQuery query, CancellationToken cancellation) => Response.SendListAsync(
        "webhook-failures", "回调失败", _callsHead, board.StreamFailedCallsAsync(query.ToFilter()),
        c => [c.Enterprise, c.Host, c.Event.Name(), c.Subject, Number(c.Attempts), c.LastStatus is { } status ? Number(status) : null, c.LastError, ListTimes.Of(c.CreatedAt), ListTimes.Of(c.GivenUpAt)],
        cancellation);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
