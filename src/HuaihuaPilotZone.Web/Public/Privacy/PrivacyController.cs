using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Privacy;

/// <summary>The privacy notice, in the version that forms ask consent for.</summary>
[PublicPage]
public sealed class PrivacyController : Controller
{
    [HttpGet("/privacy")]
    public IActionResult Show() => View();
}
