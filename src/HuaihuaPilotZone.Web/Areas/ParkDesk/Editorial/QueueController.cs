using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Editorial;

/// <summary>Texts that wait for somebody.</summary>
[Area(Policies.ParkDesk)]
public sealed class QueueController(WaitingTexts queue, ChinaTime time) : Controller
{
    private const string Home = "/park/editorial";

    private static readonly string[] _head = ["标题", "种类", "步骤", "审核人", "退回理由", "送审", "定时", "定时发布出错次数"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(QueueQuery query, CancellationToken cancellation)
    {
        var filter = query.ToFilter();
        return View(new QueuePage(query, filter, await queue.CountAsync(cancellation), await queue.ListAsync(filter, new PageRequest(query.Page), cancellation)));
    }

    [HttpGet(Home + "/export.csv")]
    public Task Export(QueueQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"editorial-{time.Today:yyyyMMdd}.csv"), _head, queue.StreamAsync(query.ToFilter()), Values, cancellation);

    private static IEnumerable<string?> Values(QueueRow row) =>
        [row.Title, row.Kind.Word(), row.Step.Word(), row.ReviewedBy, row.ReturnReason, ListTimes.Of(row.SubmittedAt), ListTimes.Of(row.PublishAt), row.BrokenAttempts.ToString(CultureInfo.InvariantCulture)];
}
