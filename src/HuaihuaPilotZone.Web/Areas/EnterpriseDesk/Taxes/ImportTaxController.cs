using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Taxes;

/// <summary>Estimates the taxes of a retail import order. Nothing is stored.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ImportTaxController(ChinaTime time) : Controller
{
    [HttpGet("/enterprise/tools/import-tax")]
    public IActionResult Index(ImportTaxForm form)
    {
        if (form.Asked && ModelState.IsValid) form.Calculate(time.Today);
        return View(form);
    }
}
