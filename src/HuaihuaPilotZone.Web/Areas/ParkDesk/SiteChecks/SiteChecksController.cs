using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.SiteChecks;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SiteChecks;

/// <summary>What the nightly inspection of the site found, for editors.</summary>
[Area(Policies.ParkDesk)]
public sealed class SiteChecksController(SiteCheckBook book) : Controller
{
    private const string Home = "/park/site-checks";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(bool? gone, SiteIndicator? indicator, int? page, CancellationToken cancellation)
    {
        var shown = indicator is { } one && Enum.IsDefined(one) ? indicator : null;
        var isOpen = gone != true;
        return View(new SiteCheckPage(isOpen, shown, await book.LastAsync(cancellation), await book.ListAsync(isOpen, shown, new PageRequest(page), cancellation)));
    }

    [Authorize(Policies.EditContent)]
    [HttpPost(Home)]
    public async Task<IActionResult> Inspect(CancellationToken cancellation)
    {
        var open = await book.InspectAsync(cancellation);
        TempData["Notice"] = open == 0 ? "检查完毕，没有发现问题。" : $"检查完毕，发现 {open} 个问题。";
        return Redirect(Home);
    }
}

/// <summary>The findings of the site.</summary>
/// <param name="IsOpen">False for those that are gone.</param>
public sealed record SiteCheckPage(bool IsOpen, SiteIndicator? Indicator, SiteInspection? Last, Page<SiteFinding> Findings);
