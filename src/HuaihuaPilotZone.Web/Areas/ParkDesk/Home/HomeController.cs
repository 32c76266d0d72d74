using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Home;

/// <summary>The first page of the desk.</summary>
[Area(Policies.ParkDesk)]
public sealed class HomeController : Controller
{
    [HttpGet("/park")]
    public IActionResult Index() => View();
}
