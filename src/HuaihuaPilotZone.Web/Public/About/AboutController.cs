using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Web.Public.About;

/// <summary>What the portal is and how well it can be used.</summary>
[PublicPage]
public sealed class AboutController(IOptionsMonitor<ZoneApprovalOptions> approval) : Controller
{
    [HttpGet("/about")]
    public IActionResult Index() => View(approval.CurrentValue);

    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();
}
