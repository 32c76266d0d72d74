using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SiteChecks;

/// <summary>What the nightly inspection of the site found, for editors.</summary>
[Area(Policies.ParkDesk)]
public sealed class SiteChecksController(SiteCheckBook book, SiteFindingNotices notices, ChinaTime time) : Controller
{
    private const string Home = "/park/site-checks";

    private static readonly string[] _head = ["指标", "程度", "问题", "处理页面", "首次发现", "最近发现", "消除", "通知"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(SiteCheckQuery query, CancellationToken cancellation)
    {
        var filter = query.ToFilter();
        return View(new SiteCheckPage(query, filter, await book.LastAsync(cancellation), await book.ListAsync(filter, new PageRequest(query.Page), cancellation)));
    }

    [HttpGet(Home + "/export.csv")]
    public Task Export(SiteCheckQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"site-checks-{time.Today:yyyyMMdd}.csv"), _head, book.StreamAsync(query.ToFilter()), Values, cancellation);

    [Authorize(Policies.EditContent)]
    [HttpPost(Home)]
    public async Task<IActionResult> Inspect(CancellationToken cancellation)
    {
        var open = await book.InspectAsync(cancellation);
        TempData["Notice"] = open == 0 ? "检查完毕，没有发现问题。" : $"检查完毕，发现 {open} 个问题。";
        return Redirect(Home);
    }

    /// <summary>Every number that the site is held against, how it is looked at, and who puts it right.</summary>
    [HttpGet(Home + "/indicators")]
    public async Task<IActionResult> Indicators(CancellationToken cancellation) =>
        View(new SiteIndicatorsPage(await book.CountAsync(cancellation), await notices.KeepersAsync(cancellation), await notices.StaffAsync(cancellation)));

    [Authorize(Policies.EditContent)]
    [HttpPost(Home + "/indicators/{indicator}")]
    public async Task<IActionResult> Name(SiteIndicator indicator, int? userId, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();
        var outcome = await notices.NameAsync(indicator, userId, cancellation);
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        TempData["Notice"] = outcome.IsDone ? $"“{indicator.Word()}”的责任人已保存，新问题只通知他。" : outcome.Refusals[0].Message;
        return Redirect(Home + "/indicators");
    }

    private static IEnumerable<string?> Values(SiteFinding finding) =>
    [
        finding.Indicator.Word(), finding.IsVeto ? "一票否决" : "扣分提醒", finding.Text, finding.Address, ListTimes.Of(finding.FirstSeenOn), ListTimes.Of(finding.LastSeenOn),
        ListTimes.Of(finding.GoneOn), ListTimes.Of(finding.ToldAt),
    ];
}
