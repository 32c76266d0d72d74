using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Returns;

/// <summary>Whether goods that come back are exempt from taxes. Nothing is stored.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ReturnsController(ChinaTime time) : Controller
{
    [HttpGet("/enterprise/tools/returns")]
    public IActionResult Index(ReturnForm form)
    {
        if (form.Asked && ModelState.IsValid) form.Calculate(time.Today);
        return View(form);
    }
}
