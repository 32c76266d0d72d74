using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Home;

/// <summary>The first page of the desk.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class HomeController : Controller
{
    [HttpGet("/enterprise")]
    public IActionResult Index() => View();
}
